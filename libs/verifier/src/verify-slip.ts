import type { Fen } from '@gridstaff/kernel';
import { crc32 } from './crc32';
import { isWhole, order, parseExact, show, whole, type Exact, type Maybe } from './exact';
import { execute, type Taken } from './execute';
import {
  HERE,
  integer,
  list,
  need,
  object,
  parse,
  readPrograms,
  string,
  TOTALS,
  Unreadable,
  type Programs,
  type TotalName,
} from './programs';

/** A stored payslip as exported; nothing in it is trusted. */
export interface StoredSlip {
  workerNo: number;
  lines: readonly { itemNo: number; amount: Fen }[];
  /** `recovered`, a part of `otherDeductions`, is checked where it is given. */
  totals: Readonly<Record<TotalName, Fen> & { recovered?: Fen }>;
  derivation: string;
}

/**
 * Values of the parameters as the policy packs state them: key → exact or decimal text ("0.08", "500000" fen), or the rows of a table
 * [upTo fen or null, rate text, quick fen].
 */
export type ExpectedParameters = Readonly<
  Record<string, string | readonly (readonly [number | null, string, number])[]>
>;

export type ViolationCode =
  | 'PROGRAMS_UNREADABLE'
  | 'PARAMETER_UNKNOWN'
  | 'PARAMETER_DIFFERS'
  | 'SLIP_UNREADABLE'
  | 'CHECK_DIFFERS'
  | 'VALUES_WRONG'
  | 'LINE_DIFFERS'
  | 'LINE_MISSING'
  | 'LINE_UNKNOWN'
  | 'TOTAL_DIFFERS';

export interface Violation {
  code: ViolationCode;
  /** Null: of the programs, which every slip of the run shares. */
  workerNo: number | null;
  /** What it is about: an item number, the name of a total or parameter. */
  what: string;
  expected: string;
  found: string;
}

export interface SlipVerifier {
  /** Findings about the programs themselves. */
  readonly programs: readonly Violation[];
  /** Findings about one slip; empty when every figure follows from the values taken. */
  verify(slip: StoredSlip): Violation[];
}

/** Prepares the check of many slips of one run. */
export function createSlipVerifier(programsText: string, expected?: ExpectedParameters): SlipVerifier {
  try {
    const programs = readPrograms(programsText);
    const seed = crc32(programsText);
    return {
      programs: expected ? checkParameters(programs, expected) : [],
      verify: (slip) => verify(programs, seed, slip),
    };
  } catch (error) {
    const finding = {
      code: 'PROGRAMS_UNREADABLE',
      workerNo: null,
      what: 'programs',
      expected: '',
      found: reason(error),
    } as const;
    return { programs: [finding], verify: () => [finding] };
  }
}

/** Re-checks one slip from the run's programs and its own derivation alone: arithmetic, lines, totals, and parameters when given. */
export function verifySlip(programsText: string, slip: StoredSlip, expected?: ExpectedParameters): Violation[] {
  const verifier = createSlipVerifier(programsText, expected);
  const own = verifier.verify(slip);
  return [...new Set([...verifier.programs, ...own])];
}

function reason(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  return error instanceof RangeError ? 'too large to read' : 'not readable';
}

function checkParameters(programs: Programs, expected: ExpectedParameters): Violation[] {
  const found: Violation[] = [];
  const report = (code: ViolationCode, what: string, wanted: string, is: string): void => {
    found.push({ code, workerNo: null, what, expected: wanted, found: is });
  };
  const lookUp = (key: string): ExpectedParameters[string] | undefined =>
    Object.hasOwn(expected, key) ? expected[key] : undefined;
  for (const { key, value, literal } of programs.constants) {
    if (literal) continue;
    const wanted = lookUp(key);
    const exactly = typeof wanted === 'string' ? parseExact(wanted) : undefined;
    if (typeof wanted !== 'string') report('PARAMETER_UNKNOWN', key, '', show(value));
    else if (!exactly || order(exactly, value) !== 0) report('PARAMETER_DIFFERS', key, wanted, show(value));
  }
  for (const { key, rows, literal } of programs.tables) {
    if (literal) continue;
    const wanted = lookUp(key);
    const text = JSON.stringify(
      rows.map(({ upTo, rate, quick }) => [upTo === null ? null : show(upTo), show(rate), show(quick)]),
    );
    if (wanted === undefined || typeof wanted === 'string') report('PARAMETER_UNKNOWN', key, '', text);
    else {
      const rate = (r: string): string => show(parseExact(r) ?? whole(-1));
      const same = JSON.stringify(
        wanted.map(([upTo, r, quick]) => [upTo === null ? null : String(upTo), rate(r), String(quick)]),
      );
      if (same !== text) report('PARAMETER_DIFFERS', key, same, text);
    }
  }
  return found;
}

function verify(programs: Programs, seed: number, slip: StoredSlip): Violation[] {
  try {
    return new SlipCheck(programs, seed, readSlip(slip)).run();
  } catch (error) {
    const workerNo = typeof slip?.workerNo === 'number' ? slip.workerNo : null;
    return [{ code: 'SLIP_UNREADABLE', workerNo, what: 'slip', expected: '', found: reason(error) }];
  }
}

/** Takes nothing for granted, whatever its type says. */
function readSlip(slip: StoredSlip): StoredSlip {
  const from = object(slip);
  const totals = object(from.totals);
  const read: Partial<Record<TotalName, Fen>> = {};
  for (const name of TOTALS) read[name] = integer(totals[name]);
  const known: readonly string[] = [...TOTALS, 'recovered'];
  need(
    Object.keys(totals).every((name) => known.includes(name)),
    'an unknown total',
  );
  const recovered = totals.recovered === undefined ? {} : { recovered: integer(totals.recovered) };
  const lines = list(from.lines).map((line) => ({
    itemNo: integer(object(line).itemNo),
    amount: integer(object(line).amount),
  }));
  const ascending = lines.every((line, i) => i === 0 || line.itemNo > (lines[i - 1]?.itemNo ?? 0));
  need(ascending, 'lines are not in order of their items');
  return {
    workerNo: integer(from.workerNo),
    lines,
    totals: { ...(read as Record<TotalName, Fen>), ...recovered },
    derivation: string(from.derivation),
  };
}

class SlipCheck {
  private readonly found: Violation[] = [];

  constructor(
    private readonly programs: Programs,
    private readonly seed: number,
    private readonly slip: StoredSlip,
  ) {}

  run(): Violation[] {
    const values = this.readDerivation();
    const taken = this.take(values);
    const amounts = execute(this.programs, taken);
    this.checkLines(amounts);
    this.checkTotals(amounts);
    return this.found;
  }

  private report(code: ViolationCode, what: string, expected: string, found: string): void {
    this.found.push({ code, workerNo: this.slip.workerNo, what, expected, found });
  }

  /** The derivation is its own canonical text, and its check figure covers programs, values, lines and totals. */
  private readDerivation(): readonly unknown[] {
    const { derivation, workerNo, lines, totals } = this.slip;
    const [check, ...values] = list(parse(derivation));
    need(JSON.stringify([check, ...values]) === derivation, 'the derivation is not in its canonical form');
    const body = JSON.stringify(values).slice(1, -1);
    const listed = lines.map(({ itemNo, amount }) => `${itemNo}:${amount},`).join('');
    const sums = TOTALS.map((name) => `;${totals[name]}`).join('');
    const expected = crc32(`${workerNo};${body};${listed}${sums}`, this.seed);
    if (check !== expected) this.report('CHECK_DIFFERS', 'derivation', String(expected), String(check));
    return values;
  }

  private take([count, ...values]: readonly unknown[]): Taken {
    const { month, segment } = this.programs;
    const segments = integer(count);
    need(segments >= 0 && segments <= 31, 'a wrong number of segments');
    need(values.length === month.length + segments * segment.length, 'a wrong number of values');
    const read = values.map((value): Maybe => {
      if (value === null) return undefined;
      const text = typeof value === 'number' ? String(integer(value)) : string(value);
      const parsed = parseExact(text);
      need(
        parsed && show(parsed) === text && (typeof value === 'number') === isWhole(parsed),
        `the value ${text} is not canonical`,
      );
      return parsed;
    });
    const taken = {
      month: read.slice(0, month.length),
      segments: Array.from({ length: segments }, (_, s) => {
        const from = month.length + s * segment.length;
        return read.slice(from, from + segment.length);
      }),
    };
    this.checkValues(taken);
    return taken;
  }

  /** What values owe each other: days in order and inside the month, days of segments within those of the month. */
  private checkValues(taken: Taken): void {
    const { programs } = this;
    const monthValue = (name: string): Maybe => taken.month[programs.month.indexOf(name)];
    const segmentValue = (s: number, name: string): Maybe => taken.segments[s]?.[programs.segment.indexOf(name)];
    const differs = (what: string, expected: string, found: Maybe): void =>
      this.report('VALUES_WRONG', what, expected, found ? show(found) : 'null');
    const number = monthValue('tax.month_number');
    const taxMonth = whole(Number(programs.taxMonth.slice(5, 7)));
    if (number && order(number, taxMonth) !== 0) differs('tax.month_number', show(taxMonth), number);
    const scheduled = monthValue('month.scheduled_days');
    // A slip without segments has no days and no wages of the month.
    if (taken.segments.length === 0 && scheduled) differs('month.scheduled_days', 'null', scheduled);
    let reached = whole(1);
    let days = 0n;
    for (let s = 0; s < taken.segments.length; s++) {
      const from = segmentValue(s, 'segment.from_day');
      const to = segmentValue(s, 'segment.to_day');
      if (!from || !to || order(from, reached) < 0 || order(to, from) <= 0)
        differs('segment.from_day', `≥ ${show(reached)}`, from);
      const here = segmentValue(s, HERE);
      if (programs.segment.includes(HERE) && !(here && here.d === 1n && (here.n === 0n || here.n === 1n)))
        differs(HERE, '0 or 1', here);
      const calendar = segmentValue(s, 'segment.calendar_days');
      if (from && to && calendar && calendar.n !== to.n - from.n)
        differs('segment.calendar_days', String(to.n - from.n), calendar);
      days += segmentValue(s, 'segment.scheduled_days')?.n ?? 0n;
      reached = to ?? reached;
    }
    if (order(reached, whole(32)) > 0) differs('segment.to_day', '≤ 32', reached);
    if (scheduled && days > scheduled.n) differs('segment.scheduled_days', `≤ ${show(scheduled)}`, whole(days));
  }

  private checkLines(amounts: ReadonlyMap<number, Exact | undefined>): void {
    const listed = new Map(this.slip.lines.map((line) => [line.itemNo, line.amount]));
    for (const [item, amount] of amounts) {
      const found = listed.get(item);
      if (found === undefined) {
        if (amount && amount.n !== 0n) this.report('LINE_MISSING', String(item), show(amount), '');
      } else if (!amount) this.report('LINE_UNKNOWN', String(item), '', String(found));
      else if (order(amount, whole(found)) !== 0)
        this.report('LINE_DIFFERS', String(item), show(amount), String(found));
    }
    for (const item of listed.keys())
      if (!amounts.has(item)) this.report('LINE_UNKNOWN', String(item), '', String(listed.get(item)));
  }

  private checkTotals(amounts: ReadonlyMap<number, Exact | undefined>): void {
    const sums = new Map<string, bigint>(TOTALS.map((name) => [name, 0n]));
    let recovered = 0n;
    for (const { item, total, recovers } of this.programs.lines) {
      const amount = amounts.get(item);
      if (total !== null && amount) sums.set(total, (sums.get(total) ?? 0n) + amount.n);
      if (recovers && amount) recovered += amount.n;
    }
    const sum = (name: TotalName): bigint => sums.get(name) ?? 0n;
    const rest = sum('gross') - sum('employeeInsurance') - sum('employeeFund') - sum('tax') - sum('otherDeductions');
    sums.set('net', rest > 0n ? rest : 0n);
    sums.set('receivable', rest < 0n ? -rest : 0n);
    for (const name of TOTALS) {
      if (sum(name) !== BigInt(this.slip.totals[name]))
        this.report('TOTAL_DIFFERS', name, String(sum(name)), String(this.slip.totals[name]));
    }
    const given = this.slip.totals.recovered;
    if (given !== undefined && BigInt(given) !== recovered)
      this.report('TOTAL_DIFFERS', 'recovered', String(recovered), String(given));
  }
}
