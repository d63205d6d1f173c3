import type { Id } from '@gridstaff/kernel';

/** Collects which rows one bulk act makes, so that it can be taken back; written with `BatchRows.add` in the unit of the act. */
export class BatchBook {
  private readonly noted = new Map<string, Id[]>();

  constructor(readonly batchId: Id) {}

  /** @param source what the rows are, one of a `BatchRoom`'s sources */
  note(source: string, rows: Iterable<{ readonly id: Id }>): void {
    const ids = this.noted.get(source) ?? [];
    for (const { id } of rows) ids.push(id);
    if (ids.length > 0) this.noted.set(source, ids);
  }

  get rows(): ReadonlyMap<string, readonly Id[]> {
    return this.noted;
  }

  get size(): number {
    return [...this.noted.values()].reduce((sum, ids) => sum + ids.length, 0);
  }
}
