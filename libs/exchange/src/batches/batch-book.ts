import type { Id } from '@gridstaff/kernel';

/** Collects which rows one bulk act makes, so that it can be taken back; written with `BatchRows.add` in the unit of the act. */
export class BatchBook {
  private readonly noted = new Map<string, Id[]>();

  /** @param sink writes and clears it, for acts that are too long to be noted as a whole */
  constructor(
    readonly batchId: Id,
    private readonly sink?: (book: BatchBook) => Promise<void>,
  ) {}

  /** @param source what the rows are, one of a `BatchRoom`'s sources */
  note(source: string, rows: Iterable<{ readonly id: Id }>): void {
    const ids = this.noted.get(source) ?? [];
    for (const { id } of rows) ids.push(id);
    if (ids.length > 0) this.noted.set(source, ids);
  }

  get rows(): ReadonlyMap<string, readonly Id[]> {
    return this.noted;
  }

  clear(): void {
    this.noted.clear();
  }

  /** Between two slices of a long act: what was noted is written, where there is somebody to write it. */
  async flush(): Promise<void> {
    await this.sink?.(this);
  }
}
