import {
  compileScheme,
  createEngine,
  type PayEngine,
  type PaySchemeDefinition,
  type PeriodParameters,
} from '@gridstaff/pay-engine';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../parameter-mapping';

/** Two years of months: what a forecast and its scenario need. */
const KEPT = 48;

/**
 * Engines that were made before: writing the programs of a scheme takes longer than calculating a hundred people. An engine depends on its scheme
 * and parameters alone and keeps nothing between two workers.
 */
@Injectable()
export class EngineShelf {
  private readonly engines = new Map<string, PayEngine>();
  private readonly keys = new WeakMap<PaySchemeDefinition, string>();

  get(definition: PaySchemeDefinition, parameters: PeriodParameters): PayEngine {
    const key = `${this.keyOf(definition)} ${parameters.fingerprint}`;
    const engine = this.engines.get(key) ?? createEngine(compileScheme(definition), parameters);
    // The one asked for last is forgotten last.
    this.engines.delete(key);
    this.engines.set(key, engine);
    const [oldest] = this.engines.keys();
    if (this.engines.size > KEPT && oldest !== undefined) this.engines.delete(oldest);
    return engine;
  }

  private keyOf(definition: PaySchemeDefinition): string {
    const key = this.keys.get(definition) ?? sha256(JSON.stringify(definition));
    this.keys.set(definition, key);
    return key;
  }
}
