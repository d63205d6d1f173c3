import { addDays, DomainError, type Id, invariant, type LocalDate, overlaps, wholeYears } from '@gridstaff/kernel';
import type { WorkerInput } from '@gridstaff/pay-engine';
import type { MonthRecord, TaxRecord, WorkerFacts } from './pay-facts';
import type { PayMonth } from './pay-month';
import { pieceOn, type RateBook } from './rate-book';
import { cutMonth, type PaySegment, spreadAbsences } from './segments';
import { taxInput } from './tax-input';

export interface WorkerMonth {
  readonly facts: WorkerFacts;
  readonly record: MonthRecord;
  readonly tax: TaxRecord;
}

export interface BuiltInput {
  readonly agencyId: Id;
  readonly input: WorkerInput;
}

/**
 * Turns what is known of one worker into the input of the engine. The month is split first, absence is spread afterwards; contributions,
 * fee and years of service are whole-month facts: the first two as they hold on the last day employed, service as of the first day of the
 * month (a year completed inside the month counts from the next one).
 * @throws DomainError when this worker cannot be calculated: the run records it as an exclusion
 */
export function buildInput(month: PayMonth, { facts, record, tax }: WorkerMonth): BuiltInput {
  const { range } = month;
  const here = facts.engagements.filter((e) => overlaps(e, range));
  const [first, last] = [here[0], here.at(-1)];
  invariant(first && last, 'a worker of the run has an engagement in its month');
  const agencyId = last.agencyId;
  if (here.some((e) => e.agencyId !== agencyId)) throw new DomainError('TWO_AGENCIES');
  const segments = cutMonth(range, facts, month.rates, month.days);
  const absences = spreadAbsences(segments, record.absences, month.days);
  const lastDay = last.to < range.to ? addDays(last.to, -1) : month.lastDay;
  const contribution = contributionsOf(month, here, facts, lastDay);
  return {
    agencyId,
    input: {
      workerNo: facts.workerNo,
      scheduledDays: month.scheduledDays,
      calendarDays: month.calendarDays,
      segments: segments.map((segment, i) => ({ ...segment, absences: absences[i] ?? [] })),
      values: {
        coefficient: coefficientOf(record, segments),
        years_of_service: Math.max(wholeYears(last.joinedOn, range.from), 0),
        award: record.award,
      },
      overtimeHours: record.overtime,
      ...contribution,
      tax: taxInput(facts, tax, agencyId, month.taxMonths),
      fee: feeOf(month.rates, agencyId, lastDay),
    },
  };
}

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
function feeOf(rates: RateBook, agencyId: Id, day: LocalDate): WorkerInput['fee'] {
  const fee = rates.feeOn(agencyId, day);
  if (!fee) throw new DomainError('NO_AGENCY_FEE', { on: day });
  return fee.kind === 'per_head' ? { kind: 'per_head', amount: fee.amount } : { kind: 'rate', rate: fee.rate };
}
