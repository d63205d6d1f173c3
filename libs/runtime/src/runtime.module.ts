import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock';
import { Ids } from './ids';
import { AppLogger, createLogger } from './logger';
import { FieldCipher, KeyRing } from './secrets';
import { DatabaseSettings, EnvironmentSettings, SecuritySettings } from './settings/areas';
import { type Environment, SettingsModule } from './settings/settings.module';

export interface RuntimeOptions {
  env: Environment;
  /** The demo and the tests bring their own; otherwise the system's. */
  clock?: Clock;
}

/** Settings, clock, ids, logger and keys for every room. */
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
        {
          provide: KeyRing,
          useFactory: (env: EnvironmentSettings, security: SecuritySettings, database: DatabaseSettings) =>
            KeyRing.open(env.mode, security, database),
          inject: [EnvironmentSettings, SecuritySettings, DatabaseSettings],
        },
        FieldCipher,
      ],
      exports: [Clock, Ids, AppLogger, KeyRing, FieldCipher],
    };
  }
}
