import { type BatchReach, BatchWatch } from '@gridstaff/exchange';
import { DomainError, endOfPeriod, type Id } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { RunStore } from '../domain';

/** Runs that were submitted with what a batch says: from then on it can only be corrected, and the difference is paid as such. */
@Injectable()
export class RunWatch extends BatchWatch {
  constructor(private readonly runs: RunStore) {
    super();
  }

  async usesOf(centreId: Id, { recordedAt, people, standardsFrom }: BatchReach): Promise<DomainError[]> {
    const days = [...people.values()].map(({ from }) => from);
    if (standardsFrom !== undefined) days.push(standardsFrom);
    if (days.length === 0) return [];
    const numbers = [...people.keys()];
    const from = days.reduce((a, b) => (a < b ? a : b));
    const [fromNo, toNo] = [numbers.reduce((a, b) => Math.min(a, b), Infinity), numbers.reduce((a, b) => Math.max(a, b), 0)];
    const uses: DomainError[] = [];
    for (const { no: run, period } of await this.runs.readersSince(centreId, recordedAt, from)) {
      const end = endOfPeriod(period);
      const everybody = standardsFrom !== undefined && standardsFrom < end;
      const paid = everybody ? await this.runs.peopleOf(run, 0, LAST_NO) : numbers.length > 0 ? await this.runs.peopleOf(run, fromNo, toNo) : [];
      const count = everybody ? paid.length : paid.filter((no) => (people.get(no)?.from ?? end) < end).length;
      if (count > 0) uses.push(new DomainError('BATCH_USED_BY_RUN', { run, period, count }));
    }
    return uses;
  }
}

const LAST_NO = 2_147_483_647;
