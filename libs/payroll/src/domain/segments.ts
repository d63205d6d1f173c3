import {
  addDays,
  cutAt,
  type DateRange,
  DomainError,
  type Fen,
  type Id,
  intersect,
  type LocalDate,
  overlaps,
  rangeDays,
  splitByLargestRemainder,
  wholeYears,
} from '@gridstaff/kernel';
import type { AbsenceKind, SegmentInput } from '@gridstaff/pay-engine';
import type { MonthRecord, Piece, WorkerFacts } from './pay-facts';
import { pieceOn, type RateBook } from './rate-book';

/** Scheduled days (workdays and statutory holidays) of a range; the work calendar is one. */
export interface DayCounter {
  scheduledDays(range: DateRange): number;
}

/** A piece of the month in which nothing that pay depends on changes. */
export interface PaySegment extends DateRange {
  readonly agencyId: Id;
  readonly scheduledDays: number;
  readonly calendarDays: number;
  readonly values: SegmentValues;
  readonly probation?: SegmentInput['probation'];
}

/** Inputs of formulas that may change inside a month: fen a month, and whole years. */
export interface SegmentValues {
  readonly [name: string]: number;
  readonly grade_base: Fen;
  readonly grade_post: Fen;
  readonly grade_performance: Fen;
  readonly certificate_allowance: Fen;
  /** Of this engagement, as of the first day of the month: a year completed inside the month counts from the next one. */
  readonly years_of_service: number;
}

/**
 * Agencies at which the worker has paid days in the month, in the order of the last such day; those of a month of nothing but suspension
 * where there are no paid days. The last one carries what belongs to the month as a whole.
 */
export function agenciesOf(month: DateRange, facts: Pick<WorkerFacts, 'engagements'>): Id[] {
  const here = facts.engagements.filter((e) => overlaps(e, month));
  const paid = here.filter((e) => e.status !== 'suspended');
  const agencies = new Set<Id>();
  for (const { agencyId } of paid.length > 0 ? paid : here) {
    agencies.delete(agencyId);
    agencies.add(agencyId);
  }
  return [...agencies];
}

/** When the worker is in post at one agency; suspended days are not. */
export const postsAt = ({ engagements }: Pick<WorkerFacts, 'engagements'>, agencyId: Id): readonly Piece[] =>
  engagements.filter((e) => e.agencyId === agencyId && e.status !== 'suspended');

/**
 * Splits the days in post of the month at every dated change of engagement, assignment, grade, certificate and of their standards, and where
 * a table of the scheme changes.
 * Suspended days are in no segment: they are unpaid.
 * @throws DomainError ALL_SUSPENDED, NO_ASSIGNMENT, NO_GRADE, NO_GRADE_STANDARD
 */
export function cutMonth(
  month: DateRange,
  facts: WorkerFacts,
  rates: RateBook,
  days: DayCounter,
  tableChanges: readonly LocalDate[],
): PaySegment[] {
  const posts: Post[] = [];
  for (const { from, to, status, agencyId, joinedOn, probation } of facts.engagements) {
    const range = status === 'suspended' ? undefined : intersect({ from, to }, month);
    if (range) posts.push({ from: range.from, to: range.to, agencyId, joinedOn, probation });
  }
  if (posts.length === 0) {
    const suspended = facts.engagements.flatMap((e) => intersect(e, month) ?? []);
    throw new DomainError('ALL_SUSPENDED', { days: daysText(suspended) });
  }
  const idle: DateRange[] = [];
  for (const post of posts) idle.push(...without(post, facts.assignments));
  if (idle.length > 0) throw new DomainError('NO_ASSIGNMENT', { days: daysText(idle) });
  const own = cutDates(month, facts, rates);
  const cuts = tableChanges.length > 0 ? [...new Set([...own, ...tableChanges])].sort() : own;
  const segments: PaySegment[] = [];
  for (const post of posts) {
    const parts = cuts.length > 0 ? cutAt(post, cuts) : [post];
    for (const { from, to } of parts) segments.push(segmentOf(month, post, { from, to }, facts, rates, days));
  }
  return segments;
}

/** The parts of `range` that no piece covers. */
function without(range: DateRange, pieces: readonly Piece[]): DateRange[] {
  const rest: DateRange[] = [];
  let { from } = range;
  for (const piece of pieces) {
    if (piece.to <= from || piece.from >= range.to) continue;
    if (piece.from > from) rest.push({ from, to: piece.from });
    from = piece.to;
  }
  if (from < range.to) rest.push({ from, to: range.to });
  return rest;
}

/** First and last days as people read them: "2023-03-20…2023-03-31, …". */
const daysText = (ranges: readonly DateRange[]): string =>
  ranges.map(({ from, to }) => (addDays(from, 1) === to ? from : `${from}…${addDays(to, -1)}`)).join(', ');

/** Sorted, each once; most workers have none inside the month. */
function cutDates(month: DateRange, facts: WorkerFacts, rates: RateBook): LocalDate[] {
  const dates: LocalDate[] = [];
  const add = (pieces: readonly Piece[]): void => {
    for (const { from, to } of pieces) {
      if (from > month.from && from < month.to) dates.push(from);
      if (to > month.from && to < month.to) dates.push(to);
    }
  };
  add(facts.assignments);
  add(facts.grades);
  add(facts.certificates);
  for (const { gradeCode } of facts.grades) add(rates.gradePieces(gradeCode));
  for (const { code } of facts.certificates) add(rates.certificatePieces(code));
  return dates.length > 1 ? [...new Set(dates)].sort() : dates;
}

/** An engagement, as far as it lies in the month. */
type Post = Pick<WorkerFacts['engagements'][number], 'from' | 'to' | 'agencyId' | 'joinedOn' | 'probation'>;

function segmentOf(
  month: DateRange,
  post: Post,
  range: DateRange,
  facts: WorkerFacts,
  rates: RateBook,
  days: DayCounter,
): PaySegment {
  const { from, to } = range;
  const grade = pieceOn(facts.grades, from);
  if (!grade) throw new DomainError('NO_GRADE', { from, to });
  const standard = pieceOn(rates.gradePieces(grade.gradeCode), from);
  if (!standard) throw new DomainError('NO_GRADE_STANDARD', { grade: grade.gradeCode, on: from });
  const segment = {
    from,
    to,
    agencyId: post.agencyId,
    scheduledDays: days.scheduledDays(range),
    calendarDays: rangeDays(range),
    values: {
      grade_base: standard.base,
      grade_post: standard.post,
      grade_performance: standard.performance,
      certificate_allowance: allowance(facts, rates, from),
      years_of_service: Math.max(wholeYears(post.joinedOn, month.from), 0),
    },
  };
  return post.probation ? { ...segment, probation: post.probation } : segment;
}

/** A kind of certificate without a standard carries no pay. */
function allowance(facts: WorkerFacts, rates: RateBook, day: LocalDate): Fen {
  let sum = 0;
  for (const held of facts.certificates) {
    if (held.from <= day && day < held.to) sum += pieceOn(rates.certificatePieces(held.code), day)?.amount ?? 0;
  }
  return sum;
}

/**
 * Spreads each absence over the segments it touches by what they have left of scheduled days in it, by largest remainder in hundredths of a
 * day, so that no segment gets more absence than days and the parts sum to what attendance recorded.
 * @throws DomainError PAY_ABSENCE_TOO_LONG when there is more absence than scheduled days in post
 */
export function spreadAbsences(
  segments: readonly PaySegment[],
  absences: MonthRecord['absences'],
  counter: DayCounter,
): SegmentInput['absences'][] {
  const left = segments.map((s) => s.scheduledDays * 100);
  const parts = segments.map((): { kind: AbsenceKind; days: number }[] => []);
  for (const { kind, days, from, to } of absences) {
    if (days <= 0) continue;
    const free = segments.map((segment, i) => {
      const overlap = intersect(segment, { from, to });
      return overlap ? Math.min(left[i] as number, counter.scheduledDays(overlap) * 100) : 0;
    });
    const limit = free.reduce((a, b) => a + b, 0);
    if (days > limit)
      throw new DomainError('PAY_ABSENCE_TOO_LONG', { from, to, days: String(days / 100), limit: limit / 100 });
    splitByLargestRemainder(days, free).forEach((share, i) => {
      if (share === 0) return;
      (parts[i] as { kind: AbsenceKind; days: number }[]).push({ kind, days: share });
      left[i] = (left[i] as number) - share;
    });
  }
  return parts;
}

/**
 * Spreads the days in heat over the segments by scheduled days, by largest remainder in hundredths of a day.
 * @throws DomainError PAY_HEAT_TOO_LONG when there are more of them than scheduled days in post
 */
export function spreadHeatDays(segments: readonly PaySegment[], heatDays: number): readonly number[] {
  const free = segments.map((s) => s.scheduledDays * 100);
  if (heatDays === 0) return free.map(() => 0);
  const limit = free.reduce((a, b) => a + b, 0);
  if (heatDays > limit)
    throw new DomainError('PAY_HEAT_TOO_LONG', { days: String(heatDays / 100), limit: limit / 100 });
  return splitByLargestRemainder(heatDays, free);
}
