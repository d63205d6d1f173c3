import type { BatchBook } from '@gridstaff/exchange';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { WorkerKey } from '../domain/worker';
import { Problems } from './problems';
import type { PrepareOptions, RosterBatch } from './roster-batch';
import type { RosterPerson } from './roster-person';

/** People decided and written at a time, a multiple of the rows of an INSERT: memory holds the facts of one slice, and others get their turn between two. */
const SLICE = 500;

interface Work {
  batch(problems?: Problems): RosterBatch;
  write(batch: RosterBatch, book?: BatchBook): Promise<void>;
}

/**
 * Any number of people. First all of them are decided, so that one pass tells everything that is wrong, and nothing of that is kept; then they
 * are decided again and written slice by slice. Both in one unit, in which the known workers stay locked: the second time says the same.
 */
export class RosterLoad {
  readonly problems = new Problems();
  readonly counts = { created: 0, changed: 0, same: 0 };
  private readonly keys: WorkerKey[] = [];
  /** Where there is one slice alone, its decision is kept. */
  private only: RosterBatch | undefined;

  constructor(
    private readonly work: Work,
    private readonly everybody: readonly RosterPerson[],
    private readonly options: Pick<PrepareOptions, 'hireOnly'>,
  ) {}

  /** Who they are, in their order; known after `apply`. */
  get people(): readonly WorkerKey[] {
    return this.keys;
  }

  async prepare(): Promise<void> {
    const seen = new Map<string, number>();
    for (let offset = 0; offset < this.everybody.length; offset += SLICE) {
      const batch = this.work.batch(this.problems);
      await batch.prepare(this.everybody.slice(offset, offset + SLICE), { ...this.options, offset, seen });
      for (const part of ['created', 'changed', 'same'] as const) this.counts[part] += batch.counts[part];
      if (this.everybody.length <= SLICE) this.only = batch;
      await yieldToOthers();
    }
  }

  /** Writes those of whom nothing is wrong, and notes the rows in the book of a bulk act. */
  async apply(book?: BatchBook): Promise<void> {
    for (let offset = 0; offset < this.everybody.length; offset += SLICE) {
      const batch = this.only ?? (await this.again(offset));
      await this.work.write(batch, book);
      await book?.flush();
      this.keys.push(...batch.people);
      await yieldToOthers();
    }
  }

  private async again(offset: number): Promise<RosterBatch> {
    const batch = this.work.batch();
    const right = this.everybody.slice(offset, offset + SLICE).filter((_, i) => !this.problems.has(offset + i));
    await batch.prepare(right, this.options);
    batch.problems.refuse();
    return batch;
  }
}
