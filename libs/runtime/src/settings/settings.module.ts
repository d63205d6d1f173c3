import { type DynamicModule, Module } from '@nestjs/common';
import { SETTINGS_AREAS } from './areas';
import { readArea, refuseUnknown } from './setting';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Provides every settings area, read once and checked at start; nothing set is a valid configuration. */
@Module({})
export class SettingsModule {
  static from(env: Environment): DynamicModule {
    refuseUnknown(env);
    const providers = SETTINGS_AREAS.map((Area) => ({ provide: Area, useValue: readArea<object>(Area, env) }));
    return { module: SettingsModule, global: true, providers, exports: providers.map((p) => p.provide) };
  }
}
