import { DomainError, type ErrorParams } from '@gridstaff/kernel';

/** A wrong field of one row of a batch. */
export interface RowProblem {
  /** Position in the batch, from 0. */
  index: number;
  /** Name of the field, '' for the whole row. */
  field: string;
  code: string;
  params: ErrorParams;
}

/** Collects what is wrong with each row instead of stopping at the first; anything but a DomainError is a mistake of ours and passes through. */
export class Problems {
  readonly list: RowProblem[] = [];
  private readonly wrong = new Set<number>();

  /** The value of `check`, or undefined when it refuses. */
  attempt<T>(index: number, field: string, check: () => T): T | undefined {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'BUG') throw error;
      this.add(index, error.place.field ?? field, error.code, error.params);
      return undefined;
    }
  }

  add(index: number, field: string, code: string, params: ErrorParams = {}): void {
    this.list.push({ index, field, code, params });
    this.wrong.add(index);
  }

  has(index: number): boolean {
    return this.wrong.has(index);
  }

  /** @throws DomainError the only problem, or ROSTER_INVALID with all of them (rows from 1) */
  refuse(): void {
    const errors = this.list.map((p) => new DomainError(p.code, p.params, { field: p.field, row: p.index + 1 }));
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new DomainError('ROSTER_INVALID', { count: errors.length }, {}, errors);
  }
}
