import { splitByLargestRemainder } from '@gridstaff/kernel';
import type { InputValues, SegmentInput, WorkerInput } from '@gridstaff/pay-engine';
import { causeOfValue, causesOfMembers, INPUT_CAUSES, type InputCause } from './causes';
import { type DaySpan, MonthFrame, spanOf } from './month-frame';

/** Which of the two months a group of inputs is taken from. */
type Pick = (cause: InputCause) => Side;

interface Side {
  readonly input: WorkerInput;
  readonly frame: MonthFrame;
  /** Those that this slip pays. */
  readonly segments: readonly SegmentInput[];
}

const sideOf = (input: WorkerInput, other: WorkerInput): Side => ({
  input,
  frame: new MonthFrame(input, other),
  segments: input.segments.filter(({ elsewhere }) => elsewhere !== true),
});

type Absences = SegmentInput['absences'];

/** What may differ between the segments of a month. */
const SEGMENT_CAUSES = [
  ...['grade', 'certificate', 'seniority', 'probation', 'performance', 'award', 'other_input', 'absence', 'heat'],
] as readonly InputCause[];

/**
 * Inputs between two months of one worker: the first `replaced` causes are of the second month, the rest of the first. A value that only one
 * month has is taken from it, so every mixture is complete.
 */
export class InputMixer {
  private readonly before: Side;
  private readonly after: Side;
  private readonly members: ReadonlyMap<string, InputCause>;

  constructor(before: WorkerInput, after: WorkerInput) {
    this.before = sideOf(before, after);
    this.after = sideOf(after, before);
    this.members = causesOfMembers(before, after);
  }

  mix(replaced: number): WorkerInput {
    const taken = new Set<InputCause>(INPUT_CAUSES.slice(0, replaced));
    const pick: Pick = (cause) => (taken.has(cause) ? this.after : this.before);
    const { frame } = pick('calendar');
    const mixed: Record<string, unknown> = {
      workerNo: this.after.input.workerNo,
      scheduledDays: frame.scheduledDays,
      calendarDays: frame.days,
      segments: this.segments(pick, frame),
      values: this.values(this.before.input.values, this.after.input.values, pick),
    };
    for (const [name, cause] of this.members) {
      const value = (pick(cause).input as unknown as Record<string, unknown>)[name];
      if (value !== undefined) mixed[name] = value;
    }
    return mixed as unknown as WorkerInput;
  }

  /** Whether a group says the same in both months; `policy` and `scheme` are the caller's to compare. */
  same(cause: InputCause): boolean {
    const { before, after } = this;
    const whole = isWhole(before) && isWhole(after);
    const size = ({ frame }: Side): number[] => [frame.days, frame.scheduledDays];
    if (cause === 'calendar') return whole && sameText(size(before), size(after));
    // A whole month is the same in a month of any length.
    if (cause === 'days_in_post')
      return whole || sameText([size(before), inPost(before)], [size(after), inPost(after)]);
    if (cause === 'absence') return absenceText(before) === absenceText(after);
    if (cause === 'heat') return sameText(heatDaysOf(before), heatDaysOf(after));
    if (cause === 'probation') return sameText(steps(before.segments, probationOf), steps(after.segments, probationOf));
    const members = [...this.members].flatMap(([name, of]) => (of === cause ? [name] : []));
    const content = ({ input, segments }: Side): unknown[] => [
      valuesOf(input.values, cause),
      steps(segments, (segment) => valuesOf(segment.values, cause)),
      members.map((name) => (input as unknown as Record<string, unknown>)[name]),
    ];
    return sameText(content(before), content(after));
  }

  private segments(pick: Pick, frame: MonthFrame): SegmentInput[] {
    const posts = pick('days_in_post');
    const spans = inPost(posts).map((span) => posts.frame.carry(span, frame));
    const inMonth = spans.filter(({ from, to }) => to > from);
    // Somebody in post only on the last days of a longer month.
    if (inMonth.length === 0) inMonth.push({ from: frame.days - 1, to: frame.days });
    const cuts = this.cuts(pick, frame);
    const pieces = inMonth.flatMap((span) => cut(span, cuts));
    const absences = spread(pick('absence'), frame, pieces);
    const heatDays =
      saysHeatDays(this.before) || saysHeatDays(this.after) ? heatOn(pick('heat'), frame, pieces) : undefined;
    const [before, after] = [segmentAt(this.before, frame), segmentAt(this.after, frame)];
    const inProbation = pick('probation') === this.before ? before : after;
    return pieces.map((span, i) => ({
      from: frame.dateOf(span.from),
      to: frame.dateOf(span.to),
      scheduledDays: frame.scheduledIn(span),
      calendarDays: span.to - span.from,
      values: this.values(before(span.from).values, after(span.from).values, pick),
      absences: absences[i] as Absences,
      ...probationOf(inProbation(span.from)),
      ...(heatDays && { heatDays: heatDays[i] as number }),
    }));
  }

  /** Where the segments of those months end whose values are used. */
  private cuts(pick: Pick, frame: MonthFrame): number[] {
    const used = new Set([...SEGMENT_CAUSES.map(pick)]);
    return [...used].flatMap((side) =>
      side.segments.flatMap((segment) => {
        const { from, to } = side.frame.carry(spanOf(segment), frame);
        return [from, to];
      }),
    );
  }

  private values(before: InputValues, after: InputValues, pick: Pick): InputValues {
    const mixed: Record<string, number | string> = {};
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [first, second] = pick(causeOfValue(name)) === this.before ? [before, after] : [after, before];
      mixed[name] = (first[name] ?? second[name]) as number | string;
    }
    return mixed;
  }
}

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Neighbouring segments are one stay. */
function inPost({ segments }: Side): DaySpan[] {
  const spans: DaySpan[] = [];
  for (const span of segments.map(spanOf)) {
    const last = spans.at(-1);
    if (last?.to === span.from) spans[spans.length - 1] = { from: last.from, to: span.to };
    else spans.push(span);
  }
  return spans;
}

const isWhole = ({ segments, frame }: Side): boolean =>
  segments.reduce((sum, s) => sum + s.calendarDays, 0) === frame.days;

function cut({ from, to }: DaySpan, cuts: readonly number[]): DaySpan[] {
  const inside = [...new Set(cuts)].filter((day) => day > from && day < to).sort((a, b) => a - b);
  const edges = [from, ...inside, to];
  return edges.slice(1).map((end, i) => ({ from: edges[i] as number, to: end }));
}

/** The segment of a day: the one that began last, or the first one. */
function segmentAt({ segments, frame }: Side, target: MonthFrame): (day: number) => SegmentInput {
  const starts = segments.map((segment) => ({ from: frame.carry(spanOf(segment), target).from, segment }));
  return (day) => (starts.findLast(({ from }) => from <= day) ?? (starts[0] as (typeof starts)[number])).segment;
}

const probationOf = ({ probation }: SegmentInput): Partial<SegmentInput> => (probation ? { probation } : {});

/** A month without a heat allowance says nothing of days in heat and has none. */
const heatDaysOf = ({ segments }: Side): number => segments.reduce((sum, s) => sum + (s.heatDays ?? 0), 0);
const saysHeatDays = ({ segments }: Side): boolean => segments.some((s) => s.heatDays !== undefined);

/** The days in heat of a month on the pieces of another, as far as these have scheduled days. */
function heatOn(side: Side, target: MonthFrame, pieces: readonly DaySpan[]): readonly number[] {
  const days = heatDaysOf(side);
  const free = pieces.map((piece) => target.scheduledIn(piece) * 100);
  const limit = free.reduce((a, b) => a + b, 0);
  return limit === 0 || days === 0 ? free.map(() => 0) : splitByLargestRemainder(Math.min(days, limit), free);
}

/** The absences of a month on the pieces of another: on those they touch, as far as these have scheduled days left. */
function spread({ segments, frame }: Side, target: MonthFrame, pieces: readonly DaySpan[]): Absences[] {
  const left = pieces.map((piece) => target.scheduledIn(piece) * 100);
  const parts = pieces.map((): { kind: Absences[number]['kind']; days: number }[] => []);
  for (const segment of segments) {
    const span = frame.carry(spanOf(segment), target);
    const touched = pieces.map((piece) => piece.from < span.to && span.from < piece.to);
    const anywhere = !touched.includes(true);
    for (const { kind, days } of segment.absences) {
      const free = left.map((rest, i) => (anywhere || touched[i] ? rest : 0));
      const limit = free.reduce((a, b) => a + b, 0);
      if (limit === 0 || days === 0) continue;
      splitByLargestRemainder(Math.min(days, limit), free).forEach((share, i) => {
        if (share === 0) return;
        (parts[i] as { kind: typeof kind; days: number }[]).push({ kind, days: share });
        left[i] = (left[i] as number) - share;
      });
    }
  }
  return parts;
}

const absenceText = ({ segments }: Side): string =>
  JSON.stringify(segments.some((s) => s.absences.length > 0) ? segments.map((s) => [spanOf(s), s.absences]) : []);

const valuesOf = (values: InputValues, cause: InputCause): [string, unknown][] =>
  Object.entries(values)
    .filter(([name]) => causeOfValue(name) === cause)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** What the segments say where it changes; a month without a change is one step whatever its cuts are. */
function steps(segments: Side['segments'], read: (segment: SegmentInput) => unknown): unknown[] {
  const found: { text: string; from: number }[] = [];
  for (const segment of segments) {
    const text = JSON.stringify(read(segment));
    if (found.at(-1)?.text !== text) found.push({ text, from: found.length === 0 ? 0 : spanOf(segment).from });
  }
  return found;
}
