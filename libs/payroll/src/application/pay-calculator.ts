import { DomainError, endOfPeriod, firstDay, type Id, overlaps, rangeOfPeriod, yearOf } from '@gridstaff/kernel';
import { PayFactsReader, type WorkerPayFacts } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import {
  agenciesOf,
  buildInput,
  buildLateInput,
  type Calculated,
  carried,
  type DueOneOff,
  type ExclusionRecord,
  type MonthRecord,
  ONE_OFF_RULE,
  oneOffClaim,
  oneOffInput,
  paidParts,
  type PayMonth,
  regularClaim,
  retroClaim,
  type RetroMonth,
  retroSums,
  type RunNote,
  type SlipClaim,
  type SlipRecord,
  SlipStore,
  type WorkerFacts,
  type WorkerMonth,
  type WorkerRange,
} from '../domain';
import { BonusCalculator } from './bonus/bonus-calculator';
import { type Charge, SlipCharges } from './charges/slip-charges';
import { supposedRecord } from './forecast/change-set';
import { MonthRecords, NO_RECORD } from './month-records';
import { DueOneOffs, type DueParts, Notes } from './one-off/due-one-offs';
import type { PayContext } from './pay-contexts';
import { RetroCalculator, type RetroResult } from './retro/retro-calculator';
import type { RetroPlan } from './retro/retro-plans';
import { RunClock } from './run-clock';
import { exclusionOf, recordOf } from './slip-record';
import { TaxToDate } from './tax-to-date';

interface Snapshot {
  readonly months: readonly DueMonth[];
  /** Whom only differences of earlier months concern. */
  readonly others: readonly WorkerMonth[];
  readonly retro: RetroResult;
  readonly charge: Charge;
  readonly oneOffs: DueParts;
}

/** The month of one worker with all that the roster knows of it, and the agency whose part is due. */
export interface DueMonth extends WorkerMonth {
  readonly facts: WorkerPayFacts;
  readonly due: Id;
}

/**
 * Calculates the workers of a number range: the same function for the run, its preview and every repeat. It reads in a constant number of
 * statements, whatever the number of workers, and ends with a slip or an exclusion for each one in post in the month, and with a slip for
 * everybody else whom differences of earlier months concern.
 */
@Injectable()
export class PayCalculator {
  constructor(
    private readonly roster: PayFactsReader,
    private readonly records: MonthRecords,
    private readonly taxes: TaxToDate,
    private readonly slips: SlipStore,
    private readonly late: RetroCalculator,
    private readonly bonuses: BonusCalculator,
    private readonly charges: SlipCharges,
    private readonly oneOffs: DueOneOffs,
    private readonly clock: RunClock,
  ) {}

  /** Numbers of the workers that the run is about, ascending: those in post in the month, in a supplementary run those not yet paid for it or given something once, in one of bonuses those with one. */
  async workers(context: PayContext, range: WorkerRange = EVERYONE): Promise<number[]> {
    if (context.kind === 'bonus') return this.bonuses.workers(context, range);
    const month = { ...context.window, from: firstDay(context.period), to: endOfPeriod(context.period) };
    const within = (no: number): boolean => no >= range.fromNo && no <= range.toNo;
    if (context.kind !== 'supplementary') return (await this.roster.workersInPost(month)).filter(within);
    const claimed = await this.slips.claimedAgencies(context.period, range);
    const posts = (await this.roster.postsOf(month)).filter(({ workerNo }) => within(workerNo));
    const unpaid = posts
      .filter((post) => duePart(agenciesOf(month, post), claimed.get(post.workerNo)) !== undefined)
      .map((post) => post.workerNo);
    const { due } = await this.oneOffs.of(context, range);
    return [...new Set([...unpaid, ...due.keys()])].sort((a, b) => a - b);
  }

  /** @param plan earlier months that this run puts right; none without */
  async calculate(context: PayContext, range: WorkerRange, plan?: RetroPlan): Promise<Calculated> {
    if (context.kind === 'bonus') return { ...(await this.bonuses.calculate(context, range)), notes: [] };
    const { months, others, ...further } = await this.clock.lap('snapshot', () => this.snapshot(context, range, plan));
    const result: Calculated = { slips: [], exclusions: [], notes: [...further.retro.notes, ...further.oneOffs.notes] };
    const workers = [...months, ...others];
    for (let at = 0; at < workers.length; at += AT_A_TIME) {
      await yieldToOthers();
      this.clock.lapSync('calculate', () => {
        for (const worker of workers.slice(at, at + AT_A_TIME)) this.one(context, worker, further, result);
      });
    }
    result.slips.sort((a, b) => a.workerNo - b.workerNo);
    return result;
  }

  private async snapshot(context: PayContext, range: WorkerRange, plan?: RetroPlan): Promise<Snapshot> {
    const months = context.kind === 'correction' ? [] : await this.read(context, range);
    await yieldToOthers();
    const retro = await this.late.read(context, range, plan);
    const oneOffs = await this.oneOffs.of(context, range);
    const wanted = new Set([...retro.months.keys(), ...oneOffs.due.keys()]);
    const others = await this.notInPost(context, wanted, months);
    return { months, others, retro, oneOffs, charge: await this.charges.of(context, range, plan) };
  }

  /** Those whom only differences of earlier months or something given once concern: they have left, or the run is a correction. */
  private async notInPost(
    context: PayContext,
    concerned: ReadonlySet<number>,
    months: readonly DueMonth[],
  ): Promise<WorkerMonth[]> {
    const due = new Set(months.map((m) => m.facts.workerNo));
    const wanted = new Set([...concerned].filter((no) => !due.has(no)));
    if (wanted.size === 0) return [];
    const range = { fromNo: Math.min(...wanted), toNo: Math.max(...wanted) };
    const facts = await this.roster.payFacts(context.window, range.fromNo, range.toNo);
    const taxOf = await this.taxes.of(context, range);
    return facts
      .filter(({ workerNo }) => wanted.has(workerNo))
      .map((worker) => ({ facts: worker, record: NO_RECORD, tax: taxOf(worker.workerNo) }));
  }

  /** Everything known about those of the range who are to be paid for the month, with the agency whose part is due. */
  async read(context: PayContext, range: WorkerRange): Promise<DueMonth[]> {
    const { centreId, period, knownAt, ignored } = context;
    const facts = await this.roster.payFacts(context.window, range.fromNo, range.toNo);
    const records = await this.records.load({ centreId, period, knownAt, ignored }, range);
    const taxOf = await this.taxes.of(context, range);
    const claimed = await this.claimedElsewhere(context, range);
    const month = rangeOfPeriod(period);
    const supposed = context.supposed?.months ?? [];
    const recordOfMonth = (no: number): MonthRecord =>
      supposedRecord(records.get(no) ?? NO_RECORD, no, period, supposed);
    return facts.flatMap((worker): DueMonth[] => {
      if (!worker.engagements.some((e) => overlaps(e, month))) return [];
      const due = duePart(agenciesOf(month, worker), claimed.get(worker.workerNo));
      if (due === undefined) return [];
      return [{ facts: worker, record: recordOfMonth(worker.workerNo), tax: taxOf(worker.workerNo), due }];
    });
  }

  /** What keeps this worker out of the run before anything is calculated; undefined when what is known suffices. */
  missing(context: PayContext, worker: DueMonth): ExclusionRecord | undefined {
    return exclusionOf(worker.facts.workerNo, () => void buildInput(context.month, worker, worker.due));
  }

  /** One worker's bad data never stops the others. */
  private one(context: PayContext, worker: WorkerMonth & { due?: Id }, extra: Extra, result: Calculated): void {
    const { workerNo } = worker.facts;
    const months = extra.retro.months.get(workerNo) ?? [];
    const entries = extra.oneOffs.due.get(workerNo) ?? [];
    // A month of nothing but suspension pays nothing, which must not hold back what is owed beside it.
    const beside = months.length > 0 || entries.length > 0;
    const due = beside && isSuspended(context.month, worker.facts) ? undefined : worker.due;
    const { taken, waiting } = carried(entries, due !== undefined);
    if (due === undefined && months.length === 0 && taken.length === 0) return;
    const left = exclusionOf(workerNo, () => {
      const last = lastAgency(context.month, worker.facts);
      const agencyId = due ?? months.at(-1)?.agencyId ?? last;
      if (agencyId === undefined) throw new DomainError('NOT_EMPLOYED', { year: yearOf(context.period) });
      // What is given once stands on the slip of the last agency, as everything that belongs to the month as a whole.
      const own = months.filter((m) => m.agencyId === agencyId);
      const slip = this.slip(context, worker, { agencyId, due, own, taken: agencyId === last ? taken : [] }, extra);
      if (slip) result.slips.push(slip);
      result.notes.push(...notesOf(context, worker, agencyId, months), ...waitingNotes(workerNo, waiting));
    });
    if (left) result.exclusions.push(left);
  }

  /** Undefined where the slip would hold nothing. */
  private slip(
    context: PayContext,
    worker: WorkerMonth,
    { agencyId, due, own, taken }: { agencyId: Id; due?: Id; own: readonly RetroMonth[]; taken: readonly DueOneOff[] },
    { retro, charge }: Extra,
  ): SlipRecord | undefined {
    const { month, engine, period, scheme } = context;
    if (due === undefined && own.length === 0 && taken.length === 0) return undefined;
    const deltas = own.flatMap((m) => m.deltas);
    const debt = retro.debts.get(worker.facts.workerNo)?.get(agencyId);
    const further = {
      ...{ retro: retroSums(deltas), debt },
      ...(taken.length > 0 && { oneOffs: oneOffInput(taken) }),
    };
    const input =
      due === undefined
        ? buildLateInput(month, worker, agencyId, further)
        : buildInput(month, worker, agencyId, further).input;
    const calculated = engine.calculate(input);
    const loss = scheme.definition.items.find(({ rule }) => rule === ONE_OFF_RULE.loss)?.no;
    const parts = paidParts(taken, calculated.lines.find(({ itemNo }) => itemNo === loss)?.amount ?? 0);
    const regular = { period, source: regularClaim(agencyId) };
    const claims = [...(due === undefined ? [] : [regular]), ...own.flatMap(retroClaims), ...parts.map(oneOffClaim)];
    const oneOffs = parts.map(({ period: of, kind, quantity }) => ({ period: of, kind, quantity }));
    const funds = charge({ facts: worker.facts, agencyId, slip: calculated, late: own });
    return { ...recordOf(agencyId, input, calculated, deltas, funds), claims, oneOffs };
  }

  /** A supplementary run pays what nobody has claimed yet; for a regular one the claim decides at submission. */
  private async claimedElsewhere({ kind, period }: PayContext, range: WorkerRange): Promise<Map<number, Id[]>> {
    return kind === 'supplementary' ? this.slips.claimedAgencies(period, range) : NOBODY;
  }
}

/** Workers calculated before others get their turn. */
const AT_A_TIME = 50;

/** What a slip may carry beside the month, and what bears it. */
type Extra = Pick<Snapshot, 'retro' | 'oneOffs' | 'charge'>;

const NOBODY: Map<number, Id[]> = new Map();

/** The agency whose part of the month is paid next: one slip holds one agency, the last of the month goes first. */
const duePart = (agencies: readonly Id[], claimed: readonly Id[] = []): Id | undefined =>
  agencies.findLast((id) => !claimed.includes(id));

/** Numbers are positive 32-bit integers. */
export const EVERYONE: WorkerRange = { fromNo: 0, toNo: 2_147_483_647 };

const retroClaims = ({ period, agencyId, before, unpaid }: RetroMonth): SlipClaim[] => [
  { period, source: retroClaim(agencyId, before + 1) },
  ...(unpaid ? [{ period, source: regularClaim(agencyId) }] : []),
];

const isSuspended = ({ range }: PayMonth, { engagements }: WorkerFacts): boolean =>
  engagements.every((e) => e.status === 'suspended' || !overlaps(e, range));

/** The agency of the month, and of somebody who has left the one before it. */
const lastAgency = (month: PayMonth, facts: WorkerFacts): Id | undefined =>
  agenciesOf(month.range, facts).at(-1) ?? facts.engagements.findLast((e) => e.from < month.range.to)?.agencyId;

const waitingNotes = (workerNo: number, waiting: readonly DueOneOff[]): RunNote[] => {
  const notes = new Notes();
  for (const { period } of waiting) notes.add(workerNo, period, 'ONE_OFF_WAITS', {});
  return notes.list;
};

/** What a slip cannot pay because it holds one agency. */
function notesOf(
  { kind, period, month }: PayContext,
  { facts }: WorkerMonth,
  agencyId: Id,
  months: readonly RetroMonth[],
): RunNote[] {
  const { workerNo } = facts;
  const parts = kind === 'regular' ? agenciesOf(month.range, facts).filter((id) => id !== agencyId) : [];
  const late = new Set(months.filter((m) => m.agencyId !== agencyId).map((m) => m.period));
  return [
    ...(parts.length > 0 ? [{ workerNo, period, code: 'PART_AT_OTHER_AGENCY', params: { period } }] : []),
    ...[...late].map((p) => ({ workerNo, period: p, code: 'RETRO_AT_OTHER_AGENCY', params: { period: p } })),
  ];
}
