import { below, exact, minus, order, over, plus, rounded, times, whole, ZERO, type Exact, type Maybe } from './exact';
import { HERE, need, type Line, type Programs, type Step } from './programs';

/** Values taken: those of the month and those of each segment, in the order of the program table; undefined is a missing one. */
export interface Taken {
  month: readonly Maybe[];
  segments: readonly (readonly Maybe[])[];
}

interface Done {
  line: Line;
  amount: Exact;
  /** Per segment: values of the steps of `each`. */
  each: readonly (readonly Maybe[])[];
  /** Values of the steps that ran once, by their own index. */
  once: readonly Maybe[];
  shares: readonly Exact[];
  ran: boolean;
}

/** Re-executes every line program in order, on big integers only. @returns amount per item; undefined where the line does not exist */
export function execute(programs: Programs, taken: Taken): Map<number, Exact | undefined> {
  const run = new Run(programs, taken);
  for (const line of programs.lines) run.line(line);
  return run.amounts();
}

class Run {
  private readonly done = new Map<number, Done>();
  /** By segment: whether this slip pays it. */
  private readonly here: readonly boolean[];

  constructor(
    private readonly programs: Programs,
    private readonly taken: Taken,
  ) {
    const at = programs.segment.indexOf(HERE);
    this.here = taken.segments.map((values) => at < 0 || values[at]?.n === 1n);
  }

  amounts(): Map<number, Exact | undefined> {
    return new Map([...this.done.values()].map(({ line, amount, ran }) => [line.item, ran ? amount : undefined]));
  }

  line(line: Line): void {
    need(!this.done.has(line.item), `line ${line.item} stands twice`);
    const { segments, month } = this.taken;
    if (!isOpen(line, month)) {
      this.done.set(line.item, {
        line,
        amount: ZERO,
        each: [],
        once: [],
        shares: segments.map(() => ZERO),
        ran: false,
      });
      return;
    }
    const each = segments.map((_, s) => this.steps(line.each, [], s, null));
    const once = this.steps(line.steps, new Array<Maybe>(line.each.length).fill(undefined), null, each);
    const last = each[each.length - 1] ?? [];
    const read = (ref: number): Maybe => (ref < line.each.length ? last[ref] : once[ref]);
    const whole = read(line.result);
    need(whole, `line ${line.item} has no value`);
    const weights = line.split;
    const shares =
      weights === null
        ? []
        : split(
            whole,
            each.map((values) => values[weights] ?? ZERO),
          );
    this.done.set(line.item, { line, amount: this.paid(line, whole, shares), each, once, shares, ran: true });
  }

  private paid({ pays }: Line, whole: Exact, shares: readonly Exact[]): Exact {
    if (pays === 'all' || this.here.every(Boolean)) return whole;
    if (pays === 'last') return this.here[this.here.length - 1] ? whole : ZERO;
    return shares.reduce((sum, share, s) => (this.here[s] ? plus(sum, share) : sum), ZERO);
  }

  /** `values` holds what came before; `segment` is null in the part that runs once, where `each` holds the segments' values. */
  private steps(
    steps: readonly Step[],
    before: readonly Maybe[],
    segment: number | null,
    each: readonly (readonly Maybe[])[] | null,
  ): Maybe[] {
    const values = [...before];
    for (const step of steps) {
      const at = (ref: unknown): Maybe => {
        need(
          typeof ref === 'number' &&
            Number.isInteger(ref) &&
            ref >= (segment === null ? before.length : 0) &&
            ref < values.length,
          'a wrong reference',
        );
        return values[ref];
      };
      values.push(this.step(step, at, segment, each));
    }
    return values;
  }

  private step(
    [op, a, b, c, d, e]: Step,
    at: (ref: unknown) => Maybe,
    segment: number | null,
    each: readonly (readonly Maybe[])[] | null,
  ): Maybe {
    switch (op) {
      case 'take':
        return member(this.taken.month, a);
      case 'take_each':
        need(segment !== null, 'take_each outside of a segment');
        return member(this.taken.segments[segment] ?? [], a);
      case 'constant':
        return member(this.programs.constants, a).value;
      case 'line':
        return this.other(a).amount;
      case 'share':
        need(segment !== null, 'share outside of a segment');
        return member(this.other(a).shares, segment);
      case 'standard':
        return this.standard(this.other(a), segment ?? this.taken.segments.length - 1);
      case 'add':
        return sum(refs(a).map(at), refs(b).map(at));
      case 'multiply':
        return both(at(a), at(b), times);
      case 'divide':
        return both(at(a), at(b), over);
      case 'clamp':
        return clamp(at(a), b === null ? null : at(b), c === null ? null : at(c));
      case 'look_up':
        return this.lookUp(at(a), b, c);
      case 'round': {
        need(typeof c === 'number' && Number.isSafeInteger(c) && c > 0, 'a wrong unit');
        const x = at(a);
        return x && rounded(x, String(b), BigInt(c));
      }
      case 'choose': {
        const [x, y] = [at(b), at(c)];
        return x && y && at(holds(String(a), order(x, y)) ? d : e);
      }
      case 'sum':
        need(each, 'sum inside of a segment');
        return sum(
          each.map((values) => member(values, a)),
          [],
        );
      case 'last':
        need(each, 'last inside of a segment');
        return member(each[each.length - 1] ?? [], a);
      default:
        need(false, 'an unknown step');
    }
  }

  private other(item: unknown): Done {
    const found = typeof item === 'number' ? this.done.get(item) : undefined;
    need(found, `line ${String(item)} is read before it is calculated`);
    return found;
  }

  private standard({ line, each, once, ran }: Done, segment: number): Maybe {
    if (!ran) return ZERO;
    return line.standard < line.each.length ? member(each[segment] ?? [], line.standard) : member(once, line.standard);
  }

  private lookUp(x: Maybe, table: unknown, column: unknown): Maybe {
    const { rows } = member(this.programs.tables, table);
    need(column === 'rate' || column === 'quick' || column === 'value', 'a wrong column');
    if (!x) return undefined;
    const row = rows.find(({ upTo }) => upTo === null || order(x, upTo) <= 0);
    return column === 'quick' ? row?.quick : row?.rate;
  }
}

function isOpen({ when, nonZero }: Line, month: readonly Maybe[]): boolean {
  if (when === null) return true;
  const value = member(month, when);
  return value !== undefined && !(nonZero && value.n === 0n);
}

function member<T>(values: readonly T[], index: unknown): T {
  need(
    typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < values.length,
    'a wrong reference',
  );
  return values[index] as T;
}

function refs(value: unknown): readonly unknown[] {
  need(Array.isArray(value), 'a list of references is expected');
  return value;
}

const both = (a: Maybe, b: Maybe, f: (a: Exact, b: Exact) => Maybe): Maybe => a && b && f(a, b);

function sum(added: readonly Maybe[], subtracted: readonly Maybe[]): Maybe {
  let total: Maybe = ZERO;
  for (const x of added) total = both(total, x, plus);
  for (const x of subtracted) total = both(total, x, minus);
  return total;
}

/** A null bound is none; a bound without a value leaves no value. The lower bound wins over the upper one. */
function clamp(x: Maybe, lower: Maybe | null, upper: Maybe | null): Maybe {
  if (x === undefined || lower === undefined || upper === undefined) return undefined;
  const capped = upper !== null && order(x, upper) > 0 ? upper : x;
  return lower !== null && order(capped, lower) < 0 ? lower : capped;
}

function holds(comparison: string, sign: number): boolean {
  if (comparison === '<') return sign < 0;
  if (comparison === '<=') return sign <= 0;
  if (comparison === '=') return sign === 0;
  if (comparison === '<>') return sign !== 0;
  if (comparison === '>=') return sign >= 0;
  need(comparison === '>', 'an unknown comparison');
  return sign > 0;
}

/** Largest remainder: parts rounded down, the rest one by one to the largest remainders, the earlier on a tie; no weight, all to the last. */
function split(amount: Exact, weights: readonly Exact[]): Exact[] {
  const all = weights.reduce(plus, ZERO);
  if (all.n === 0n) return weights.map((_, s) => (s === weights.length - 1 ? amount : ZERO));
  const negative = amount.n < 0n;
  const size = negative ? exact(-amount.n, amount.d) : amount;
  const parts = weights.map((weight, index) => {
    const part = over(times(size, weight), all) ?? ZERO;
    const floor = below(part);
    return { index, floor, rest: minus(part, { n: floor, d: 1n }) };
  });
  let left = below(size) - parts.reduce((total, part) => total + part.floor, 0n);
  for (const part of [...parts].sort((a, b) => order(b.rest, a.rest) || a.index - b.index)) {
    if (left <= 0n) break;
    part.floor += 1n;
    left -= 1n;
  }
  return parts.map(({ floor }) => whole(negative ? -floor : floor));
}
