import type { LocalDate } from '@gridstaff/kernel';

export interface Words {
  zh: string;
  en: string;
}

/** `whole` people or seats, `mean` with one decimal, `percent` of a hundred with one decimal, `yuan` in fen. */
export type FigureKind = 'whole' | 'mean' | 'percent' | 'yuan';

export interface ReportColumn extends Words {
  key: string;
  kind: FigureKind;
}

/** Filters of the roster page that list the people whom a row counts. */
export interface RosterFilter {
  on: LocalDate;
  unit?: string;
  agency?: string;
  post?: string;
}

export interface ReportRow {
  key: string;
  name: Words;
  /** Second label, where the table has one. */
  also: Words | null;
  /** By key of the column; null where there is nothing to say. */
  values: Readonly<Record<string, number | null>>;
  /** Null where the roster page has no such filter. */
  roster: RosterFilter | null;
  /** What somebody should look at, in words. */
  mark?: Words | null;
  /** A part of the row before it, which it does not add to: left out of the picture. */
  part?: boolean;
  /** Code of the unit whose parts stand in a table of their own; null where it has none. */
  within: string | null;
}

/** One report, the same on the screen, in its picture and in Excel. Holds counts and amounts, never anybody's name. */
export interface ReportTable {
  label: Words;
  /** Head of the second labels; null without any. */
  also: Words | null;
  columns: readonly ReportColumn[];
  rows: readonly ReportRow[];
  /** By key of the column; null where a sum would say nothing. */
  total: Readonly<Record<string, number | null>> | null;
  /** What the picture shows: keys of columns, bars beside or on top of each other, or lines. */
  chart: { kind: 'bars' | 'stacked' | 'lines'; columns: readonly string[] };
}

/** Rounded half up to one decimal; null where there is nothing to divide by. */
export const tenths = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : Math.round((numerator * 10) / denominator) / 10;

export const percent = (part: number, whole: number): number | null => tenths(part * 100, whole);

export const same = (text: string): Words => ({ zh: text, en: text });
export const NOT_RECORDED: Words = { zh: '未登记', en: 'not recorded' };

/** A row at a time, what is the same is added up. */
export function summed<K extends string>(
  rows: readonly Readonly<Record<K, number>>[],
  keys: readonly K[],
): Record<K, number> {
  const sum = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const row of rows) for (const key of keys) sum[key] += row[key];
  return sum;
}
