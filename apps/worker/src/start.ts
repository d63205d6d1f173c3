import { AssemblyModule } from '@gridstaff/assembly';
import { DomainError } from '@gridstaff/kernel';
import {
  type Clock,
  createLogger,
  DatabaseSettings,
  type Environment,
  EnvironmentSettings,
  JobSettings,
  NestLogger,
  readArea,
} from '@gridstaff/runtime';
import { NestFactory } from '@nestjs/core';

export interface WorkerOptions {
  env: Environment;
  clock?: Clock;
}

export interface RunningWorker {
  /** Takes no more jobs and waits for the chunk in hand; others take over the rest. Calling it twice is no error. */
  close(): Promise<void>;
}

/** The product without HTTP, working on jobs. @throws DomainError WORKER_NEEDS_QUEUE, SETTING_INVALID, SCHEMA_OUTDATED … */
export async function startWorker({ env, clock }: WorkerOptions): Promise<RunningWorker> {
  if (readArea(DatabaseSettings, env).kind === 'sqlite' || readArea(JobSettings, env).redisUrl === '') {
    throw new DomainError('WORKER_NEEDS_QUEUE');
  }
  const app = await NestFactory.createApplicationContext(AssemblyModule.with({ env, clock, consumeJobs: true }), {
    abortOnError: false,
    logger: new NestLogger(createLogger(readArea(EnvironmentSettings, env).logLevel)),
  });
  let closing: Promise<void> | undefined;
  return { close: () => (closing ??= app.close()) };
}
