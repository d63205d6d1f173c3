import { Injectable } from '@nestjs/common';
import { performance } from 'node:perf_hooks';

export type RunPhase = 'snapshot' | 'calculate' | 'persist';

/** Where the time of calculations in this process goes: facts read, engine, rows written. Measured always, told by `grid bench`. */
@Injectable()
export class RunClock {
  private spent: Record<RunPhase, number> = { snapshot: 0, calculate: 0, persist: 0 };

  reset(): void {
    this.spent = { snapshot: 0, calculate: 0, persist: 0 };
  }

  /** Seconds by phase since the last reset; phases of concurrent chunks add up. */
  seconds(): Record<RunPhase, number> {
    const { snapshot, calculate, persist } = this.spent;
    return { snapshot: snapshot / 1000, calculate: calculate / 1000, persist: persist / 1000 };
  }

  async lap<T>(phase: RunPhase, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.spent[phase] += performance.now() - started;
    }
  }

  lapSync<T>(phase: RunPhase, work: () => T): T {
    const started = performance.now();
    try {
      return work();
    } finally {
      this.spent[phase] += performance.now() - started;
    }
  }
}
