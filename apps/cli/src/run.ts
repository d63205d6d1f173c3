import type { Actor } from '@gridstaff/contracts';
import { AssemblyModule } from '@gridstaff/assembly';
import { Actors } from '@gridstaff/identity';
import { type Centre, Centres } from '@gridstaff/roster';
import { type Clock, createLogger, NestLogger } from '@gridstaff/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Command } from 'commander';
import { userInfo } from 'node:os';
import { CommandError } from './failures';
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

/** Wraps a command: parses nothing, decides the exit code, shows a bar when it takes long, prints errors in the reader's language. */
export function action<A extends unknown[]>(work: (output: Output, ...args: A) => Promise<ExitCode>): (...args: [...A, Command]) => Promise<void> {
  return async (...all) => {
    const command = all.at(-1) as Command;
    const options = command.optsWithGlobals<{ json?: boolean }>();
    const output = new Output(options.json ?? false, languageOf(process.env));
    try {
      process.exitCode = await work(output, ...(all.slice(0, -1) as unknown as A));
    } catch (error) {
      process.exitCode = output.error(error);
    } finally {
      output.progress.stop();
    }
  };
}

export const osUser = (): string => userInfo().username;

/**
 * The user an act is recorded for, together with the operating-system user. Left out, the act is recorded for the system and the
 * operating-system user: an operator at the machine, before or beside any account. @throws DomainError NOT_FOUND, ACCOUNT_DISABLED
 */
export async function actorOf(app: INestApplicationContext, name: string | undefined): Promise<Actor> {
  const actors = app.get(Actors);
  return name === undefined ? actors.system(osUser()) : actors.forUserName(name, osUser());
}

/** `--centre` takes the code and may be left out when there is one centre. @throws CommandError NO_CENTRE, CENTRE_NEEDED */
export async function centreOf(app: INestApplicationContext, code: string | undefined): Promise<Centre> {
  const place = { field: '--centre' };
  const centres = await app.get(Centres).list(app.get(Actors).system(osUser()));
  const codes = centres.map((centre) => centre.code).join(', ');
  if (centres.length === 0) {
    throw new CommandError('NO_CENTRE', '还没有任何中心；请先登录并登记中心（POST /api/v1/centres）。', 'There is no centre yet: sign in and enter one first (POST /api/v1/centres).', place);
  }
  if (code === undefined && centres.length > 1) {
    throw new CommandError('CENTRE_NEEDED', `有多个中心，请用 --centre 指明：${codes}。`, `There are several centres; name one with --centre: ${codes}.`, place);
  }
  const chosen = code === undefined ? centres[0] : centres.find((centre) => centre.code === code);
  if (!chosen) throw new CommandError('NO_CENTRE', `没有代码为“${code}”的中心；现有：${codes}。`, `There is no centre with the code “${code}”; there are: ${codes}.`, place);
  return chosen;
}
