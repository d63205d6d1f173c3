import { addDays, DomainError, type Fen, type Id, invariant, type LocalDate, overlaps } from '@gridstaff/kernel';
import type { SegmentInput, WorkerInput } from '@gridstaff/pay-engine';
import { tierPrice } from './fee-heads';
import type { OneOffInput } from './one-off';
import type { MonthRecord, TaxRecord, WorkerFacts } from './pay-facts';
import type { PayMonth } from './pay-month';
import { pieceOn, type RateBook } from './rate-book';
import { agenciesOf, cutMonth, type PaySegment, spreadAbsences, spreadHeatDays } from './segments';
import { taxInput } from './tax-input';

export interface WorkerMonth {
  readonly facts: WorkerFacts;
  readonly record: MonthRecord;
  readonly tax: TaxRecord;
}

/** What a slip carries beside the month itself, fen. */
export interface Further {
  /** Signed sums of the differences of earlier months. */
  readonly retro?: WorkerInput['retro'];
  /** Owed by the worker from earlier slips. */
  readonly debt?: Fen;
  /** What is given once. */
  readonly oneOffs?: OneOffInput;
}

export interface BuiltInput {
  readonly agencyId: Id;
  readonly input: WorkerInput;
}

/**
 * Turns what is known of one worker into the input of the engine: the slip at one agency, by default the last of the month. The month is
 * split first, absence is spread afterwards. What belongs to the month as a whole stands on the slip of the last agency alone: contributions and a fee per
 * head as they hold on the last day employed, overtime and award; a fee by rate follows what passes through each agency.
 * @throws DomainError when this worker cannot be calculated: the run records it as an exclusion
 */
export function buildInput(month: PayMonth, worker: WorkerMonth, agency?: Id, further?: Further): BuiltInput {
  const { facts, record, tax } = worker;
  const { range } = month;
  const here = facts.engagements.filter((e) => overlaps(e, range));
  const main = agenciesOf(range, facts).at(-1);
  invariant(main, 'a worker of the run has an engagement in its month');
  const agencyId = agency ?? main;
  const whole = agencyId === main;
  const all = cutMonth(range, facts, month.rates, month.days, month.tableChanges);
  const absences = spreadAbsences(all, record.absences, month.days);
  const heatDays = month.heat ? spreadHeatDays(all, record.heatDays) : undefined;
  const lastDay = lastDayOf(month, whole ? here : here.filter((e) => e.agencyId === agencyId));
  const fee = feeOf(month.rates, agencyId, lastDay, facts.workerNo);
  return {
    agencyId,
    input: {
      workerNo: facts.workerNo,
      scheduledDays: month.scheduledDays,
      calendarDays: month.calendarDays,
      segments: all.map((segment, i) => segmentInput(segment, absences[i] ?? [], agencyId, heatDays?.[i])),
      values: {
        coefficient: coefficientOf(record, all),
        award: whole ? record.award : 0,
      },
      overtimeHours: whole ? overtimeOf(record) : NO_OVERTIME,
      ...(whole ? contributionsOf(month, here, facts, lastDay) : NO_CONTRIBUTIONS),
      tax: taxInput(facts, tax, agencyId, month.taxMonths),
      fee: whole || fee.kind === 'rate' ? fee : { kind: 'none' },
      ...furtherInput(further),
    },
  };
}

/**
 * A slip without wages of the month: differences of earlier months, and what is given once, for somebody who has left or is in a correction.
 * A fee by rate follows what is given once, which passes through the agency.
 * @throws DomainError NO_AGENCY_FEE, TAX_MODE_NOT_QUALIFIED
 */
export function buildLateInput(
  month: PayMonth,
  { facts, tax }: Pick<WorkerMonth, 'facts' | 'tax'>,
  agencyId: Id,
  further: Further,
): WorkerInput {
  return {
    workerNo: facts.workerNo,
    scheduledDays: month.scheduledDays,
    calendarDays: month.calendarDays,
    segments: [],
    values: {},
    overtimeHours: NO_OVERTIME,
    ...NO_CONTRIBUTIONS,
    tax: taxInput(facts, tax, agencyId, month.taxMonths),
    fee: further.oneOffs ? rateOnly(feeOf(month.rates, agencyId, month.lastDay, facts.workerNo)) : { kind: 'none' },
    ...furtherInput(further),
  };
}

const rateOnly = (fee: WorkerInput['fee']): WorkerInput['fee'] => (fee.kind === 'rate' ? fee : { kind: 'none' });

/**
 * A slip with an annual bonus alone: no wages of the month, contributions or overtime. A fee by rate follows the bonus, which passes through
 * the agency; a fee per head is on the slip of the month.
 * @throws DomainError NO_AGENCY_FEE, TAX_MODE_NOT_QUALIFIED
 */
export function buildBonusInput(
  month: PayMonth,
  worker: Pick<WorkerMonth, 'facts' | 'tax'>,
  agencyId: Id,
  bonus: NonNullable<WorkerInput['bonus']>,
): WorkerInput {
  const fee = feeOf(month.rates, agencyId, month.lastDay, worker.facts.workerNo);
  return {
    ...buildLateInput(month, worker, agencyId, {}),
    fee: rateOnly(fee),
    bonus,
  };
}

const furtherInput = ({ retro, debt = 0, oneOffs }: Further = {}): Partial<WorkerInput> => ({
  ...(retro && { retro }),
  ...(debt > 0 && { receivableBefore: debt }),
  ...oneOffs,
});

const NO_OVERTIME = { weekday: 0, restday: 0, holiday: 0 };
const NO_CONTRIBUTIONS = { insurance: null, housingFund: null };

function lastDayOf({ range, lastDay }: PayMonth, engagements: WorkerFacts['engagements']): LocalDate {
  const end = engagements.at(-1)?.to ?? range.to;
  return end < range.to ? addDays(end, -1) : lastDay;
}

/** Days at another agency count in the split of the month, so that the slips sum to it; the slip there pays them. */
const segmentInput = (
  segment: PaySegment,
  absences: SegmentInput['absences'],
  agencyId: Id,
  heatDays?: number,
): SegmentInput => {
  const { from, to, scheduledDays, calendarDays, values, probation } = segment;
  const own = { from, to, scheduledDays, calendarDays, values, absences, ...(heatDays !== undefined && { heatDays }), ...(probation && { probation }) };
  return segment.agencyId === agencyId ? own : { ...own, elsewhere: true };
};

const overtimeOf = ({ overtime: { restdayOff, ...hours } }: MonthRecord): WorkerInput['overtimeHours'] =>
  restdayOff > 0 ? { ...hours, restdayTimeOff: restdayOff } : hours;

/** @throws DomainError NO_COEFFICIENT when the grade has performance pay and nobody gave a coefficient */
function coefficientOf(record: MonthRecord, segments: readonly PaySegment[]): string {
  if (record.coefficient !== null) return record.coefficient;
  if (segments.some((s) => s.values.grade_performance !== 0)) throw new DomainError('NO_COEFFICIENT');
  return '0';
}

/** @throws DomainError NO_CONTRIBUTION */
function contributionsOf(
  month: PayMonth,
  here: WorkerFacts['engagements'],
  facts: WorkerFacts,
  lastDay: LocalDate,
): Pick<WorkerInput, 'insurance' | 'housingFund'> {
  const { range } = month;
  const piece = pieceOn(facts.contributions, lastDay);
  if (!piece) throw new DomainError('NO_CONTRIBUTION', { on: lastDay });
  const joins = here.some((e) => e.joinedOn >= range.from && e.joinedOn < range.to);
  const leaves = here.every((e) => e.to < range.to);
  const owed = (!joins || month.insuredWhenJoining) && (!leaves || month.insuredWhenLeaving);
  return {
    insurance: piece.insured && owed ? { base: piece.insuranceBase } : null,
    housingFund: piece.fundMember
      ? { base: piece.fundBase, employerRate: piece.fundEmployerRate, employeeRate: piece.fundEmployeeRate }
      : null,
  };
}

/** @throws DomainError NO_AGENCY_FEE */
function feeOf(rates: RateBook, agencyId: Id, day: LocalDate, workerNo: number): WorkerInput['fee'] {
  const fee = rates.feeOn(agencyId, day);
  if (!fee) throw new DomainError('NO_AGENCY_FEE', { on: day });
  if (fee.tiers) {
    invariant(rates.heads, 'heads are counted where a fee has tiers');
    const { amount, rate, tier } = tierPrice({ agencyId, tiers: fee.tiers }, rates.heads, workerNo);
    return fee.kind === 'per_head' ? { kind: 'per_head', amount, tier } : { kind: 'rate', rate, tier };
  }
  return fee.kind === 'per_head' ? { kind: 'per_head', amount: fee.amount } : { kind: 'rate', rate: fee.rate };
}
