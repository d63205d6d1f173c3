import { Injectable } from '@nestjs/common';
import {
  type DueOneOff,
  dueOneOffs,
  ONE_OFF_RULE,
  OneOffStore,
  type PayItemDefinition,
  type RunNote,
  type WorkerRange,
} from '../../domain';
import type { PayContext } from '../pay-contexts';

export interface DueParts {
  /** By worker number, oldest month first. */
  readonly due: ReadonlyMap<number, readonly DueOneOff[]>;
  readonly notes: readonly RunNote[];
}

const NOTHING: DueParts = { due: new Map(), notes: [] };

/**
 * What a run has to pay of what is given once. A regular run pays everything up to its month that is not paid yet, so that what is entered
 * late has its path; a supplementary one what is given for its own month.
 */
@Injectable()
export class DueOneOffs {
  constructor(private readonly store: OneOffStore) {}

  /** Two statements. */
  async of(context: PayContext, range: WorkerRange): Promise<DueParts> {
    const { centreId, period, knownAt, ignored, kind } = context;
    if (kind !== 'regular' && kind !== 'supplementary') return NOTHING;
    const from = kind === 'regular' ? context.lookBack : period;
    const given = await this.store.given({ centreId, from, to: period, knownAt, ignored }, range);
    const before = kind === 'regular' ? period : undefined;
    const paid = await this.store.paid({ centreId, from, to: period }, range, before);
    if (given.length === 0 && paid.length === 0) return NOTHING;
    const { due, overpaid } = dueOneOffs(given, paid);
    const notes = new Notes();
    for (const { workerNo, period: of, kind: what, given: right, quantity } of overpaid)
      notes.add(workerNo, of, 'ONE_OFF_OVERPAID', { item: what, paid: quantity, given: right });
    const items = context.scheme.definition.items;
    for (const [workerNo, entries] of due) due.set(workerNo, withItem(workerNo, entries, items, notes));
    return { due, notes: notes.list };
  }
}

/** A scheme without the item can neither pay nor take it: said, and left due. */
function withItem(
  workerNo: number,
  entries: readonly DueOneOff[],
  items: readonly PayItemDefinition[],
  notes: Notes,
): DueOneOff[] {
  return entries.filter(({ kind, period }) => {
    const payable = items.some((item) => item.rule === ONE_OFF_RULE[kind]);
    if (!payable) notes.add(workerNo, period, 'ONE_OFF_NO_ITEM', { item: kind });
    return payable;
  });
}

/** One note of a code per worker and month. */
export class Notes {
  private readonly byKey = new Map<string, RunNote>();

  add(workerNo: number, period: string, code: string, params: RunNote['params']): void {
    const key = `${workerNo} ${period} ${code}`;
    if (!this.byKey.has(key)) this.byKey.set(key, { workerNo, period, code, params: { period, ...params } });
  }

  get list(): RunNote[] {
    return [...this.byKey.values()];
  }
}
