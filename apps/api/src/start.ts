import { DomainError } from '@gridstaff/kernel';
import type { AddressInfo } from 'node:net';
import {
  type Clock,
  createLogger,
  type Environment,
  EnvironmentSettings,
  HttpSettings,
  NestLogger,
  readArea,
} from '@gridstaff/runtime';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { Readiness } from './http/health/readiness';
import { createAdapter, prepareServer } from './server';

export interface ApiOptions {
  env: Environment;
  clock?: Clock;
  /** Left out: GRID_PORT; 0 takes any free one. */
  port?: number;
  /** Left out: GRID_HOST. */
  host?: string;
  /** Whether jobs are worked on in this process too (always on the embedded pair). */
  consumeJobs: boolean;
}

export interface RunningApi {
  app: NestFastifyApplication;
  url: string;
  /** Not ready at once; answers what is under way for at most 20 s, then stops. Calling it twice is no error. */
  close(): Promise<void>;
}

const DRAIN_MS = 20_000;
/** How often connections are closed whose last answer has left: browsers would keep them open. */
const TIDY_MS = 50;

/** The whole API on a port. Settings, schema and keys are checked before the port is opened. @throws DomainError SETTING_INVALID, SCHEMA_OUTDATED, PORT_TAKEN … */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const settings = readArea(HttpSettings, options.env);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ env: options.env, clock: options.clock, consumeJobs: options.consumeJobs }),
    createAdapter(settings.trustedProxy),
    // The parsers are Fastify's own: JSON alone, with its refusal of __proto__.
    {
      bodyParser: false,
      abortOnError: false,
      logger: new NestLogger(createLogger(readArea(EnvironmentSettings, options.env).logLevel)),
    },
  );
  try {
    await prepareServer(app);
    await listen(app, options.host ?? settings.host, options.port ?? settings.port);
  } catch (error) {
    await app.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return { app, url: urlOf(app), close: () => (closing ??= close(app)) };
}

/** What the operating system says about an address in its own words means nothing to whoever started the program. */
async function listen(app: NestFastifyApplication, host: string, port: number): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall !== 'listen' && syscall !== 'getaddrinfo') throw error;
    if (code === 'EADDRINUSE') throw new DomainError('PORT_TAKEN', { host, port }, {}, [], { cause: error });
    throw new DomainError('ADDRESS_REFUSED', { host, port, reason: code ?? '' }, {}, [], { cause: error });
  }
}

function urlOf(app: NestFastifyApplication): string {
  const { address, port, family } = app.getHttpServer().address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function close(app: NestFastifyApplication): Promise<void> {
  app.get(Readiness).drain();
  const server = app.getHttpServer();
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  const tidy = setInterval(() => server.closeIdleConnections(), TIDY_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
    clearInterval(tidy);
  }
}
