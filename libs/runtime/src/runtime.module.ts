import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock';
import { Ids } from './ids';
import { AppLogger, createLogger } from './logger';
import { EnvironmentSettings } from './settings/areas';
import { type Environment, SettingsModule } from './settings/settings.module';

export interface RuntimeOptions {
  env: Environment;
  /** The demo and the tests bring their own; otherwise the system's. */
  clock?: Clock;
}

/** Settings, clock, ids and logger for every room. */
@Module({})
export class RuntimeModule {
  static from(options: RuntimeOptions): DynamicModule {
    return {
      module: RuntimeModule,
      global: true,
      imports: [SettingsModule.from(options.env)],
      providers: [
        { provide: Clock, useValue: options.clock ?? new SystemClock() },
        Ids,
        {
          provide: AppLogger,
          useFactory: (env: EnvironmentSettings) => createLogger(env.logLevel),
          inject: [EnvironmentSettings],
        },
      ],
      exports: [Clock, Ids, AppLogger],
    };
  }
}
