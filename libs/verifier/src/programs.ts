import { isWhole, order, parseExact, show, whole, type Exact } from './exact';

/** The part of a stored program table that a slip is re-checked from. Read defensively: it may have been tampered with. */
export interface Programs {
  taxMonth: string;
  month: readonly string[];
  segment: readonly string[];
  constants: readonly Constant[];
  tables: readonly Table[];
  lines: readonly Line[];
}

export interface Constant {
  key: string;
  value: Exact;
  literal: boolean;
}

export interface Table {
  key: string;
  /** A table of the scheme, no parameter. */
  literal: boolean;
  rows: readonly { upTo: Exact | null; rate: Exact; quick: Exact }[];
}

export type Step = readonly [string, ...unknown[]];

export interface Line {
  item: number;
  total: string | null;
  when: number | null;
  /** The value of `when` must be other than zero, not only there. */
  nonZero: boolean;
  each: readonly Step[];
  steps: readonly Step[];
  result: number;
  standard: number;
  split: number | null;
  /** What of the result a slip pays that does not pay every segment. */
  pays: Pays;
  recovers: boolean;
}

const PAYS = ['all', 'own', 'last'] as const;
export type Pays = (typeof PAYS)[number];
/** The segment value that is 1 where the slip pays the segment, 0 where another slip does. */
export const HERE = 'segment.here';

export class Unreadable extends Error {}

export function need(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Unreadable(what);
}

const isIndex = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
export const TOTALS = [
  'gross',
  'employeeInsurance',
  'employeeFund',
  'tax',
  'otherDeductions',
  'net',
  'receivable',
  'employerInsurance',
  'employerFund',
  'fee',
] as const;
export type TotalName = (typeof TOTALS)[number];

/** @throws Unreadable when the text is not a program table */
export function readPrograms(text: string): Programs {
  const table = object(parse(text));
  return {
    taxMonth: string(table.taxMonth),
    month: list(table.month).map(string),
    segment: list(table.segment).map(string),
    constants: list(table.constants).map(constant),
    tables: list(table.tables).map(bracketTable),
    lines: list(table.lines).map(line),
  };
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unreadable('not JSON');
  }
}

export function object(value: unknown): Record<string, unknown> {
  need(typeof value === 'object' && value !== null && !Array.isArray(value), 'an object is expected');
  return value as Record<string, unknown>;
}

export function list(value: unknown): readonly unknown[] {
  need(Array.isArray(value), 'a list is expected');
  return value;
}

export function string(value: unknown): string {
  need(typeof value === 'string', 'a text is expected');
  return value;
}

export function integer(value: unknown): number {
  need(typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0), 'a whole number is expected');
  return value;
}

function number(text: unknown): Exact {
  const value = parseExact(string(text));
  need(value, 'an exact number is expected');
  return value;
}

function constant(value: unknown): Constant {
  const entry = object(value);
  const key = string(entry.key);
  const literal = entry.confidence === 'literal';
  need(literal === key.startsWith('literal.'), `constant ${key} is marked wrongly`);
  need(!literal || key === `literal.${string(entry.value)}`, `literal ${key} has another value`);
  return { key, value: number(entry.value), literal };
}

function bracketTable(value: unknown): Table {
  const entry = object(value);
  const rows = list(entry.rows).map((row) => {
    const [upTo, rate, quick] = list(row);
    return {
      upTo: upTo === null ? null : edge(upTo),
      rate: number(rate),
      quick: number(String(integer(quick))),
    };
  });
  need(rows.length > 0 && rows[rows.length - 1]?.upTo === null, 'a table ends with an open row');
  need(
    rows.every(({ upTo }, i) => {
      const before = rows[i - 1]?.upTo;
      return i === rows.length - 1 || (upTo !== null && (!before || order(before, upTo) < 0));
    }),
    'rows ascend',
  );
  const key = string(entry.key);
  const literal = entry.confidence === 'literal';
  need(literal === key.startsWith('scheme.'), `table ${key} is marked wrongly`);
  return { key, literal, rows };
}

/** A whole number, or the reduced text of a fraction. */
function edge(value: unknown): Exact {
  if (typeof value === 'number') return whole(integer(value));
  const read = number(value);
  need(!isWhole(read) && show(read) === value, 'the edge of a row is not canonical');
  return read;
}

function line(value: unknown): Line {
  const entry = object(value);
  const index = (member: unknown): number => {
    need(isIndex(member), 'an index is expected');
    return member;
  };
  const total = entry.total === null ? null : string(entry.total);
  need(total === null || (TOTALS as readonly string[]).includes(total), 'an unknown total');
  const step = (s: unknown): Step => {
    const [op, ...rest] = list(s);
    return [string(op), ...rest];
  };
  return {
    item: index(entry.item),
    total,
    when: entry.when === null ? null : index(entry.when),
    each: list(entry.each).map(step),
    steps: list(entry.steps).map(step),
    result: index(entry.result),
    standard: index(entry.standard),
    split: entry.split === null ? null : index(entry.split),
    ...sinceTwo(entry),
  };
}

/** What programs have since version 2 of the engine; those of version 1 pay every segment and recover nothing. */
function sinceTwo(entry: Record<string, unknown>): Pick<Line, 'pays' | 'recovers' | 'nonZero'> {
  const { gate } = entry;
  if (entry.pays === undefined && entry.recovers === undefined && gate === undefined)
    return { pays: 'all', recovers: false, nonZero: false };
  need(gate === 'present' || gate === 'nonzero', 'the gate of the line is not readable');
  const pays = PAYS.find((one) => one === entry.pays);
  need(pays && typeof entry.recovers === 'boolean', 'what the line pays is not readable');
  need(pays !== 'own' || entry.split !== null, 'shares without weights');
  return { pays, recovers: entry.recovers, nonZero: gate === 'nonzero' };
}
