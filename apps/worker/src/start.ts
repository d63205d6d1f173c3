import { AssemblyModule } from '@gridstaff/assembly';
import { DomainError } from '@gridstaff/kernel';
import {
  AppLogger,
  type Clock,
  DatabaseSettings,
  type Environment,
  JobSettings,
  NestLogger,
  readArea,
} from '@gridstaff/runtime';
import { NestFactory } from '@nestjs/core';
import type { Logger } from 'pino';

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
    bufferLogs: true,
  });
  app.useLogger(new NestLogger(app.get(AppLogger) as unknown as Logger));
  let closing: Promise<void> | undefined;
  return { close: () => (closing ??= app.close()) };
}
