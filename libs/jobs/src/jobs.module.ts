import { AppLogger, Clock, DatabaseSettings, JobSettings } from '@gridstaff/runtime';
import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Chunks } from './chunks';
import { JobDispatcher } from './dispatcher';
import { BullPort } from './drivers/bull';
import { InProcessPort } from './drivers/in-process';
import { JobPort } from './job-port';
import { JobStore } from './job-store';
import { Jobs } from './jobs';
import { Owners } from './owners';
import { JobRegistry } from './registry';
import { JobSignals } from './signals';
import { Sweep } from './sweep';

/** Begins when every module has registered its handlers, and ends before the database is closed. */
class JobLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly consume: boolean,
    private readonly registry: JobRegistry,
    private readonly dispatcher: JobDispatcher,
    private readonly port: JobPort,
    private readonly sweep: Sweep,
    private readonly chunks: Chunks,
    private readonly jobs: Jobs,
  ) {}

  /** @throws DomainError JOB_HANDLER_MISSING */
  onApplicationBootstrap(): void {
    if (!this.consume) return;
    this.registry.assertComplete();
    this.port.consume((jobId) => this.dispatcher.deliver(jobId));
    this.sweep.start();
  }

  /** Takes no more rings and chunks, waits for the chunk in hand. */
  async beforeApplicationShutdown(): Promise<void> {
    this.chunks.stop();
    await this.sweep.stop();
    await this.jobs.settled();
    await this.port.stop();
  }
}

/** Installations that share a Redis do not hear each other: the queue is named after the database (whose name no two of them share). */
const queuePrefix = (databaseUrl: string): string =>
  `{gridstaff-${databaseUrl.split('/').at(-1)?.split('?')[0] ?? ''}}`;

function createPort(settings: JobSettings, database: DatabaseSettings, clock: Clock, logger: AppLogger): JobPort {
  const { redisUrl, concurrency } = settings;
  if (redisUrl === '') return new InProcessPort(concurrency);
  const prefix = queuePrefix(database.url);
  return new BullPort({ redisUrl, concurrency, lockMs: settings.leaseSeconds * 1000, prefix }, clock, logger);
}

@Module({})
export class JobsModule {
  /** @param options consume: this program works on jobs; every program may enqueue them. Decided in the `main` modules alone. */
  static with(options: { consume: boolean }): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      providers: [
        Owners,
        JobSignals,
        JobStore,
        Jobs,
        Chunks,
        JobDispatcher,
        Sweep,
        { provide: JobRegistry, useFactory: () => new JobRegistry() },
        { provide: JobPort, useFactory: createPort, inject: [JobSettings, DatabaseSettings, Clock, AppLogger] },
        {
          provide: JobLifecycle,
          useFactory: (...parts: [JobRegistry, JobDispatcher, JobPort, Sweep, Chunks, Jobs]) =>
            new JobLifecycle(options.consume, ...parts),
          inject: [JobRegistry, JobDispatcher, JobPort, Sweep, Chunks, Jobs],
        },
      ],
      exports: [Jobs, Chunks, JobRegistry],
    };
  }
}
