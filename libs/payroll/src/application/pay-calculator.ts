import { ERRORS } from '@gridstaff/contracts';
import { DomainError, endOfPeriod, firstDay, type Id, overlaps, rangeOfPeriod, yearOf } from '@gridstaff/kernel';
import type { PayslipResult, TaxInput, WorkerInput } from '@gridstaff/pay-engine';
import { PayFactsReader, type WorkerPayFacts } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import {
  agenciesOf,
  buildInput,
  type ExclusionRecord,
  type MonthRecord,
  NO_TAX_RECORD,
  regularClaim,
  type SlipRecord,
  SlipStore,
  type TaxSums,
  TaxStore,
  type WorkerMonth,
  type WorkerRange,
} from '../domain';
import { supposedRecord } from './forecast/change-set';
import { MonthRecords, NO_RECORD } from './month-records';
import type { PayContext } from './pay-contexts';
import { RunClock } from './run-clock';
import { slipHash } from './slip-hash';

export interface Calculated {
  slips: SlipRecord[];
  exclusions: ExclusionRecord[];
}

/** The month of one worker with all that the roster knows of it, cards included, and the agency whose part is due. */
export interface DueMonth extends WorkerMonth {
  readonly facts: WorkerPayFacts;
  readonly due: Id;
}

/**
 * Calculates the workers of a number range: the same function for the run, its preview and every repeat. It reads in a constant number of
 * statements, whatever the number of workers, and ends with a slip or an exclusion for each one in post in the month.
 */
@Injectable()
export class PayCalculator {
  constructor(
    private readonly roster: PayFactsReader,
    private readonly records: MonthRecords,
    private readonly taxes: TaxStore,
    private readonly slips: SlipStore,
    private readonly clock: RunClock,
  ) {}

  /** Numbers of the workers that the run is about, ascending: those in post in the month, in a supplementary run those not yet paid for it. */
  async workers(context: PayContext, range: WorkerRange = EVERYONE): Promise<number[]> {
    const month = { ...context.window, from: firstDay(context.period), to: endOfPeriod(context.period) };
    const within = (no: number): boolean => no >= range.fromNo && no <= range.toNo;
    if (context.kind !== 'supplementary') return (await this.roster.workersInPost(month)).filter(within);
    const claimed = await this.slips.claimedAgencies(context.period, range);
    const posts = (await this.roster.postsOf(month)).filter(({ workerNo }) => within(workerNo));
    return posts
      .filter((post) => duePart(agenciesOf(month, post), claimed.get(post.workerNo)) !== undefined)
      .map((post) => post.workerNo);
  }

  async calculate(context: PayContext, range: WorkerRange): Promise<Calculated> {
    const months = await this.clock.lap('snapshot', () => this.read(context, range));
    await yieldToOthers();
    return this.clock.lapSync('calculate', () => {
      const result: Calculated = { slips: [], exclusions: [] };
      for (const month of months) this.one(context, month, result);
      return result;
    });
  }

  /** Everything known about those of the range who are to be paid for the month, with the agency whose part is due. */
  async read(context: PayContext, range: WorkerRange): Promise<DueMonth[]> {
    const { centreId, period, knownAt, basis } = context;
    const facts = await this.roster.payFacts(context.window, range.fromNo, range.toNo);
    const records = await this.records.load({ centreId, period, knownAt }, range);
    const taxFacts = await this.taxes.facts({ centreId, taxYear: yearOf(context.taxMonth), knownAt }, range);
    const paid = await this.taxes.paid(basis, range);
    const claimed = await this.claimedElsewhere(context, range);
    const month = rangeOfPeriod(period);
    const supposed = context.supposed?.months ?? [];
    const recordOfMonth = (no: number): MonthRecord =>
      supposedRecord(records.get(no) ?? NO_RECORD, no, period, supposed);
    return facts.flatMap((worker): DueMonth[] => {
      if (!worker.engagements.some((e) => overlaps(e, month))) return [];
      const due = duePart(agenciesOf(month, worker), claimed.get(worker.workerNo));
      if (due === undefined) return [];
      const tax = { ...(taxFacts.get(worker.workerNo) ?? NO_TAX_RECORD), paid: paid.get(worker.workerNo) ?? [] };
      return [{ facts: worker, record: recordOfMonth(worker.workerNo), tax, due }];
    });
  }

  /** What keeps this worker out of the run before anything is calculated; undefined when what is known suffices. */
  missing(context: PayContext, worker: DueMonth): ExclusionRecord | undefined {
    return exclusionOf(worker, () => void buildInput(context.month, worker, worker.due));
  }

  /** One worker's bad data never stops the others. */
  private one(context: PayContext, worker: DueMonth, result: Calculated): void {
    const left = exclusionOf(worker, () => {
      const { agencyId, input } = buildInput(context.month, worker, worker.due);
      const slip = context.engine.calculate(input);
      const claims = [{ period: context.period, source: regularClaim(agencyId) }];
      result.slips.push({ ...recordOf(agencyId, input, slip), claims });
    });
    if (left) result.exclusions.push(left);
  }

  /** A supplementary run pays what nobody has claimed yet; for a regular one the claim decides at submission. */
  private async claimedElsewhere({ kind, period }: PayContext, range: WorkerRange): Promise<Map<number, Id[]>> {
    return kind === 'supplementary' ? this.slips.claimedAgencies(period, range) : NOBODY;
  }
}

const NOBODY: Map<number, Id[]> = new Map();

/** The agency whose part of the month is paid next: one slip holds one agency, the last of the month goes first. */
const duePart = (agencies: readonly Id[], claimed: readonly Id[] = []): Id | undefined =>
  agencies.findLast((id) => !claimed.includes(id));

/** An error that users can mend is a reason to leave the worker out; any other is thrown on. */
function exclusionOf({ facts }: WorkerMonth, work: () => void): ExclusionRecord | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError) || ERRORS[error.code]?.kind !== 'user') throw error;
    return { workerNo: facts.workerNo, code: error.code, params: error.params };
  }
}

/** Numbers are positive 32-bit integers. */
export const EVERYONE: WorkerRange = { fromNo: 0, toNo: 2_147_483_647 };

/** The slip as it is stored and hashed. */
export function recordOf(agencyId: string, input: WorkerInput, slip: PayslipResult): Omit<SlipRecord, 'claims'> {
  const { workerNo, totals, lines, derivation } = slip;
  const record = { workerNo, agencyId, totals, taxAdded: taxAdded(input.tax, slip), lines, derivation };
  // `buildInput` always gives the members in the same order, so equal inputs are equal texts.
  return { ...record, input: JSON.stringify(input), hash: slipHash(record) };
}

/** What this slip adds to the year to date: after less before. */
export function taxAdded({ before }: TaxInput, { taxAfter }: PayslipResult): TaxSums {
  return {
    income: taxAfter.income - before.income,
    exempt: taxAfter.exempt - before.exempt,
    special: taxAfter.special - before.special,
    other: taxAfter.other - before.other,
    relief: taxAfter.relief - before.relief,
    tax: taxAfter.tax - before.tax,
  };
}
