import { canonicalJson, type Json, type RoundingMode } from '@gridstaff/kernel';

/** Index of a step inside its line program: first the steps of `each`, then those of `steps`. */
export type Ref = number;
export type Comparison = '<' | '<=' | '=' | '<>' | '>=' | '>';
/** `value`: of a table of the scheme, which has no quick deduction. */
export type Column = 'rate' | 'quick' | 'value';
/** How a value is printed: money is fen shown as yuan, number as it is. */
export type Unit = 'money' | 'number';

/**
 * The elementary steps. A step only refers to earlier steps, so a program is a straight line; the README has one row per step.
 * A division by zero yields "no value", which spreads; a line that ends without a value is refused, a branch not chosen does no harm.
 */
export type Step =
  | readonly ['take', number]
  | readonly ['take_each', number]
  | readonly ['constant', number]
  | readonly ['line', number]
  | readonly ['share', number]
  | readonly ['standard', number]
  | readonly ['add', readonly Ref[], readonly Ref[]]
  | readonly ['multiply', Ref, Ref]
  | readonly ['divide', Ref, Ref]
  | readonly ['clamp', Ref, Ref | null, Ref | null]
  | readonly ['look_up', Ref, number, Column]
  | readonly ['round', Ref, RoundingMode, number]
  | readonly ['choose', Comparison, Ref, Ref, Ref, Ref]
  | readonly ['sum', Ref]
  | readonly ['last', Ref];

/** The total of a slip that a line is added to. */
export type TotalName =
  | 'gross'
  | 'employeeInsurance'
  | 'employeeFund'
  | 'tax'
  | 'otherDeductions'
  | 'employerInsurance'
  | 'employerFund'
  | 'fee';

export type Gate = 'present' | 'nonzero';
export const PAYS = ['all', 'own', 'last'] as const;
export type Pays = (typeof PAYS)[number];
/** The segment value that is 1 where this slip pays the segment, 0 where another one does. */
export const HERE = 'segment.here';

export interface LineProgram {
  item: number;
  code: string;
  zh: string;
  en: string;
  kind: string;
  /** Null: for information only. */
  total: TotalName | null;
  /** Also part of `recovered`. */
  recovers: boolean;
  /** Part of the income that is taxed. */
  taxable: boolean;
  /** Deducted before income tax (employee insurance and fund). */
  special: boolean;
  /** Number of the month value on which the line's existence hangs; null: it always exists. */
  when: number | null;
  /** Whether that value must be other than zero, or only be there. */
  gate: Gate;
  /** Run once per segment, in date order. */
  each: readonly Step[];
  /** Run once, after `each`. */
  steps: readonly Step[];
  result: Ref;
  /** The item's full-month value: a step of `each` (per segment) or of `steps`. */
  standard: Ref;
  /** Step of `each` whose values are the weights by which the line's amount is shared among the segments. */
  split: Ref | null;
  /**
   * What of the result the slip pays when it does not pay every segment: all of it, the shares of its own segments, or all of it when the
   * last segment is its own.
   */
  pays: Pays;
  /** Steps that an explanation names: [step, text key], in step order. */
  labels: readonly (readonly [Ref, string])[];
}

export interface ConstantEntry {
  key: string;
  /** Exact: an integer "5" or a fraction "3/100"; money in fen. */
  value: string;
  unit: Unit;
  /** Key of the text that names it in explanations. */
  text: string;
  source: string;
  /** `literal`: written in a formula or in a rule's own text, not a dated parameter. */
  confidence: 'confirmed' | 'unconfirmed' | 'literal';
}

export interface TableEntry {
  key: string;
  source: string;
  /** `literal`: a table of the scheme, no dated parameter. */
  confidence: 'confirmed' | 'unconfirmed' | 'literal';
  /**
   * [upTo or null, rate or value as exact text, quick deduction fen]; a row holds up to and including upTo, which is a whole number or,
   * in tables of a scheme, the exact text of a fraction.
   */
  rows: readonly (readonly [number | string | null, string, number])[];
}

export interface TextEntry {
  zh: string;
  en: string;
  unit: Unit;
  /** Legal source of a rule step. */
  source?: string;
}

/** Everything that explains and re-checks the slips of a run, stored once per run. */
export interface ProgramTable {
  engine: string;
  scheme: string;
  region: string;
  period: string;
  taxMonth: string;
  fingerprint: string;
  /** Names of the month values and of the values of each segment, in the order a derivation lists them. */
  month: readonly string[];
  segment: readonly string[];
  constants: readonly ConstantEntry[];
  tables: readonly TableEntry[];
  texts: Readonly<Record<string, TextEntry>>;
  /** In the order they are calculated. */
  lines: readonly LineProgram[];
}

export const tableText = (table: ProgramTable): string => canonicalJson(table as unknown as Json);
/** Reads back what `tableText` wrote (our own stored text, not user input). */
export const readTable = (text: string): ProgramTable => JSON.parse(text) as ProgramTable;
