import { addDays, type LocalDate, splitByLargestRemainder } from '@gridstaff/kernel';
import type { SegmentInput, WorkerInput } from '@gridstaff/pay-engine';

/** Days of a month counted from 0, [from, to). */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

export const spanOf = ({ from, calendarDays }: SegmentInput): DaySpan => {
  const first = Number(from.slice(8)) - 1;
  return { from: first, to: first + calendarDays };
};

/** So many scheduled days lie before a day. */
interface Edge {
  readonly day: number;
  readonly before: number;
}

/**
 * The days of one month as far as a worker's stored input tells: how many scheduled days lie before each day. What the input leaves open, inside
 * a segment and in the days outside all of them, is shared as the other month shares it: a result depends on the two stored inputs alone and on
 * no calendar of today.
 */
export class MonthFrame {
  readonly days: number;
  readonly scheduledDays: number;
  private readonly start: LocalDate;
  private readonly before: readonly number[];

  constructor(input: WorkerInput, other: WorkerInput) {
    this.days = input.calendarDays;
    this.scheduledDays = input.scheduledDays;
    this.start = `${(input.segments[0] as SegmentInput).from.slice(0, 8)}01`;
    const shape = edgesOf(other);
    this.before = beforeEachDay(edgesOf(input), (day) => evenly(shape, carried(day, this.days, other.calendarDays)));
  }

  scheduledIn({ from, to }: DaySpan): number {
    return (this.before[to] as number) - (this.before[from] as number);
  }

  dateOf(day: number): LocalDate {
    return addDays(this.start, day);
  }

  /** The same days of another month; the end of a month is the end of the other. */
  carry({ from, to }: DaySpan, target: MonthFrame): DaySpan {
    return { from: carried(from, this.days, target.days), to: carried(to, this.days, target.days) };
  }
}

const carried = (day: number, days: number, target: number): number => (day === days ? target : Math.min(day, target));

/** Scheduled days before a day when each piece has them spread evenly. */
function evenly(edges: readonly Edge[], day: number): number {
  const at = edges.findIndex((edge) => edge.day >= day);
  const right = edges[at] as Edge;
  if (right.day === day) return right.before;
  const left = edges[at - 1] as Edge;
  return left.before + ((right.before - left.before) * (day - left.day)) / (right.day - left.day);
}

/** Whole numbers that meet the edges, follow the shape between them, and never give a day more than one. */
function beforeEachDay(edges: readonly Edge[], shape: (day: number) => number): number[] {
  const before = [0];
  edges.slice(1).forEach((right, i) => {
    const left = edges[i] as Edge;
    const [low, high] = [shape(left.day), shape(right.day)];
    for (let day = left.day + 1; day <= right.day; day++) {
      const share = high > low ? (shape(day) - low) / (high - low) : (day - left.day) / (right.day - left.day);
      const wanted = left.before + Math.round((right.before - left.before) * share);
      const reached = before[day - 1] as number;
      const least = Math.max(reached, right.before - (right.day - day));
      before.push(Math.min(Math.max(wanted, least), reached + 1));
    }
  });
  return before;
}

function edgesOf({ segments, scheduledDays, calendarDays }: WorkerInput): Edge[] {
  const spans = segments.map(spanOf);
  const gaps = gapsBetween(spans, calendarDays);
  const rest = scheduledDays - segments.reduce((sum, s) => sum + s.scheduledDays, 0);
  const inGaps =
    gaps.length === 0
      ? []
      : splitByLargestRemainder(
          rest,
          gaps.map(({ from, to }) => to - from),
        );
  const pieces = [
    ...spans.map((span, i) => ({ ...span, days: (segments[i] as SegmentInput).scheduledDays })),
    ...gaps.map((gap, i) => ({ ...gap, days: inGaps[i] as number })),
  ].sort((a, b) => a.from - b.from);
  const edges: Edge[] = [{ day: 0, before: 0 }];
  let before = 0;
  for (const piece of pieces) edges.push({ day: piece.to, before: (before += piece.days) });
  return edges;
}

function gapsBetween(spans: readonly DaySpan[], days: number): DaySpan[] {
  const gaps: DaySpan[] = [];
  let at = 0;
  for (const span of [...spans, { from: days, to: days }]) {
    if (span.from > at) gaps.push({ from: at, to: span.from });
    at = span.to;
  }
  return gaps;
}
