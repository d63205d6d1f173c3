import {
  type DateRange,
  DomainError,
  type Fen,
  intersect,
  type LocalDate,
  rangeDays,
  splitByLargestRemainder,
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
  readonly scheduledDays: number;
  readonly calendarDays: number;
  readonly values: SegmentValues;
}

/** Inputs of formulas that may change inside a month, fen a month. */
export interface SegmentValues {
  readonly [name: string]: Fen;
  readonly grade_base: Fen;
  readonly grade_post: Fen;
  readonly grade_performance: Fen;
  readonly certificate_allowance: Fen;
}

/**
 * Splits the days in post of the month at every dated change of engagement, assignment, grade, certificate and of their standards.
 * Suspended days are in no segment: they are unpaid.
 * @throws DomainError ALL_SUSPENDED, NO_ASSIGNMENT, NO_GRADE, NO_GRADE_STANDARD
 */
export function cutMonth(month: DateRange, facts: WorkerFacts, rates: RateBook, days: DayCounter): PaySegment[] {
  const posts = facts.engagements.filter((e) => e.status !== 'suspended').flatMap((e) => intersect(e, month) ?? []);
  if (posts.length === 0) throw new DomainError('ALL_SUSPENDED');
  const cuts = cutDates(month, facts, rates);
  const segments: PaySegment[] = [];
  for (const post of posts) {
    const inside = cuts.filter((date) => date > post.from && date < post.to);
    const edges = [post.from, ...inside, post.to];
    for (let i = 0; i + 1 < edges.length; i++) {
      const range = { from: edges[i] as LocalDate, to: edges[i + 1] as LocalDate };
      segments.push(segmentOf(range, facts, rates, days));
    }
  }
  return segments;
}

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

function segmentOf(range: DateRange, facts: WorkerFacts, rates: RateBook, days: DayCounter): PaySegment {
  const { from } = range;
  if (!pieceOn(facts.assignments, from)) throw new DomainError('NO_ASSIGNMENT', { from, to: range.to });
  const grade = pieceOn(facts.grades, from);
  if (!grade) throw new DomainError('NO_GRADE', { from, to: range.to });
  const standard = pieceOn(rates.gradePieces(grade.gradeCode), from);
  if (!standard) throw new DomainError('NO_GRADE_STANDARD', { grade: grade.gradeCode, on: from });
  return {
    ...range,
    scheduledDays: days.scheduledDays(range),
    calendarDays: rangeDays(range),
    values: {
      grade_base: standard.base,
      grade_post: standard.post,
      grade_performance: standard.performance,
      certificate_allowance: allowance(facts, rates, from),
    },
  };
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
