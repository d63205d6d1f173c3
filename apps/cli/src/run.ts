import type { Actor } from '@gridstaff/contracts';
import { AssemblyModule } from '@gridstaff/assembly';
import { DomainError } from '@gridstaff/kernel';
import { Actors } from '@gridstaff/identity';
import { type Centre, Centres } from '@gridstaff/roster';
import { type Clock, createLogger, NestLogger } from '@gridstaff/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Command } from 'commander';
import { userInfo } from 'node:os';
import { type ExitCode, languageOf, Output } from './output';

export interface AppOptions {
  env?: Record<string, string | undefined>;
  clock?: Clock;
  consumeJobs?: boolean;
}

/** The whole product without HTTP; closed when the work is done, whatever happens. */
export async function withApp<T>(work: (app: INestApplicationContext) => Promise<T>, options: AppOptions = {}): Promise<T> {
  const env: Record<string, string | undefined> & { GRID_LOG_LEVEL: string } = { GRID_LOG_LEVEL: 'warn', ...process.env, ...options.env };
  const embedded = !env.DATABASE_URL || env.DATABASE_URL.startsWith('sqlite:');
  const app = await NestFactory.createApplicationContext(
    AssemblyModule.with({ env, clock: options.clock, consumeJobs: options.consumeJobs ?? embedded }),
    { logger: new NestLogger(createLogger(env.GRID_LOG_LEVEL)), abortOnError: false },
  );
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Wraps a command: parses nothing, decides the exit code, prints errors in the reader's language. */
export function action<A extends unknown[]>(work: (output: Output, ...args: A) => Promise<ExitCode>): (...args: [...A, Command]) => Promise<void> {
  return async (...all) => {
    const command = all.at(-1) as Command;
    const options = command.optsWithGlobals<{ json?: boolean }>();
    const output = new Output(options.json ?? false, languageOf(process.env));
    try {
      process.exitCode = await work(output, ...(all.slice(0, -1) as unknown as A));
    } catch (error) {
      process.exitCode = output.error(error);
    }
  };
}

export const osUser = (): string => userInfo().username;

/** The user an act is recorded for, together with the operating-system user. @throws DomainError MISSING_FIELD, NOT_FOUND */
export async function actorOf(app: INestApplicationContext, name: string | undefined): Promise<Actor> {
  if (!name) throw new DomainError('MISSING_FIELD', { name: '--as' }, { field: '--as' });
  return app.get(Actors).forUserName(name, osUser());
}

/** `--centre` takes the code and may be left out when there is one centre. @throws DomainError NOT_FOUND, MISSING_FIELD */
export async function centreOf(app: INestApplicationContext, code: string | undefined): Promise<Centre> {
  const system = app.get(Actors).system(osUser());
  if (code) return app.get(Centres).byCode(system, code);
  const [only, ...others] = await app.get(Centres).list(system);
  if (!only) throw new DomainError('NOT_FOUND', { what: 'centre' }, { field: '--centre' });
  if (others.length > 0) throw new DomainError('MISSING_FIELD', { name: '--centre' }, { field: '--centre' });
  return only;
}
