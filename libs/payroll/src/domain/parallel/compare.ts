import type { Fen } from '@gridstaff/kernel';
import type { ItemKind, PayItemDefinition } from '@gridstaff/pay-engine';
import type { Totals } from '../run';
import type { Target } from './targets';

/** What a difference comes from, the gravest first. */
export const DIFFERENCE_CLASSES = [
  'missing_person',
  'extra_person',
  'unreadable',
  'item_missing',
  'other',
  'base',
  'proration',
  'tax',
  'follows',
  'rounding',
] as const;
export type DifferenceClass = (typeof DIFFERENCE_CLASSES)[number];

/** A rounding at each of a few steps comes to no more, fen. */
export const ROUNDING: Fen = 5;

/** One person's row of the other sheet; amounts by column, null where the cell is no amount. */
export interface TheirRow {
  row: number;
  workerNo: number | null;
  name: string;
  amounts: ReadonlyMap<number, Fen | null>;
}

export interface OurSlip {
  workerNo: number;
  totals: Totals;
  items: ReadonlyMap<number, Fen>;
  /** Away or in post for a part of the month. */
  partMonth: boolean;
  /** What the items would be by another method of sharing a month, by the method's name. */
  otherMethods: ReadonlyMap<string, ReadonlyMap<number, Fen>>;
}

export interface Difference {
  class: DifferenceClass;
  workerNo: number | null;
  name: string;
  /** Of the other sheet; null where the person is not in it. */
  row: number | null;
  column: number | null;
  target: Target | null;
  theirs: Fen | null;
  ours: Fen | null;
  /** The method of sharing a month that gives their amount. */
  method: string | null;
}

export interface Comparison {
  differences: Difference[];
  /** People in both. */
  matched: number;
  /** Of them, without a difference beyond rounding. */
  equal: number;
}

export interface Columns {
  readonly items: readonly PayItemDefinition[];
  /** Target by column of their sheet; several columns of one target are added up. */
  readonly targets: ReadonlyMap<number, Target>;
}

/** Person by person and item by item. Rows must name each worker at most once. */
export function compareSheets(
  rows: readonly TheirRow[],
  ours: ReadonlyMap<number, OurSlip>,
  columns: Columns,
): Comparison {
  const differences: Difference[] = [];
  const seen = new Set<number>();
  let equal = 0;
  for (const row of rows) {
    const slip = row.workerNo === null ? undefined : ours.get(row.workerNo);
    if (!slip || seen.has(slip.workerNo)) {
      differences.push(person('extra_person', row.workerNo, row.name, row.row));
      continue;
    }
    seen.add(slip.workerNo);
    const own = compareRow(row, slip, columns);
    differences.push(...own);
    if (own.every((d) => d.class === 'rounding')) equal += 1;
  }
  for (const no of ours.keys()) if (!seen.has(no)) differences.push(person('missing_person', no, '', null));
  return { differences, matched: seen.size, equal };
}

const person = (kind: DifferenceClass, workerNo: number | null, name: string, row: number | null): Difference => ({
  ...{ class: kind, workerNo, name, row, column: null, target: null, theirs: null, ours: null, method: null },
});

function compareRow(row: TheirRow, slip: OurSlip, { items, targets }: Columns): Difference[] {
  const found: Difference[] = [];
  const amounts = new Map<Target, { column: number; theirs: Fen }>();
  for (const [column, target] of targets) {
    const theirs = row.amounts.get(column);
    if (theirs === undefined) continue;
    if (theirs === null) found.push({ ...person('unreadable', slip.workerNo, row.name, row.row), column, target });
    else amounts.set(target, { column, theirs: theirs + (amounts.get(target)?.theirs ?? 0) });
  }
  const byNo = new Map(items.map((item) => [`item:${item.no}` as Target, item]));
  for (const [target, { column, theirs }] of amounts) {
    const item = byNo.get(target);
    // A sheet writes what is taken off for absence as a plain amount.
    const ours = item ? (slip.items.get(item.no) ?? 0) : slip.totals[target as keyof Totals];
    const signed = item?.rule === 'absence' ? -Math.abs(theirs) : theirs;
    if (signed === ours) continue;
    const [kind, method] = item ? classOf(item, signed, ours, slip) : (['other', null] as const);
    const about = person(kind, slip.workerNo, row.name, row.row);
    found.push({ ...about, column, target, theirs: signed, ours, method });
  }
  return withTotals(found, byNo);
}

function classOf(item: PayItemDefinition, theirs: Fen, ours: Fen, slip: OurSlip): [DifferenceClass, string | null] {
  if (Math.abs(theirs - ours) <= ROUNDING) return ['rounding', null];
  const rule = item.rule ?? '';
  if (/^(?:insurance|housing_fund)\./.test(rule)) return ['base', null];
  if (rule === 'income_tax' || rule === 'bonus.tax') return ['tax', null];
  if (!slip.items.has(item.no)) return ['item_missing', null];
  for (const [method, amounts] of slip.otherMethods)
    if (Math.abs((amounts.get(item.no) ?? 0) - theirs) <= ROUNDING) return ['proration', method];
  if (slip.partMonth && (item.reducedByAbsence || rule === 'absence')) return ['proration', null];
  return ['other', null];
}

/** Which items each total adds up, with their sign in net. */
const PART_OF: Readonly<Partial<Record<keyof Totals, (item: PayItemDefinition) => number>>> = {
  gross: ({ kind }) => (kind === 'earning' ? 1 : 0),
  net: ({ kind }) => SIGN[kind],
  employeeInsurance: ({ rule }) => (rule?.startsWith('insurance.employee.') ? 1 : 0),
  employeeFund: ({ rule }) => (rule === 'housing_fund.employee' ? 1 : 0),
  tax: ({ rule }) => (rule === 'income_tax' || rule === 'bonus.tax' ? 1 : 0),
  employerInsurance: ({ rule }) => (rule?.startsWith('insurance.employer.') ? 1 : 0),
  employerFund: ({ rule }) => (rule === 'housing_fund.employer' ? 1 : 0),
  fee: ({ rule }) => (rule === 'agency_fee' ? 1 : 0),
};
const SIGN: Readonly<Record<ItemKind, number>> = { earning: 1, deduction: -1, employer_cost: 0, information: 0 };

const CLASS_OF_TOTAL: Readonly<Partial<Record<keyof Totals, DifferenceClass>>> = {
  ...{ employeeInsurance: 'base', employeeFund: 'base', employerInsurance: 'base', employerFund: 'base', tax: 'tax' },
};

/** A total that differs by what its items differ follows from them; where the sheet shows no items it is judged by itself. */
function withTotals(found: readonly Difference[], byNo: ReadonlyMap<Target, PayItemDefinition>): Difference[] {
  const change = (d: Difference): Fen => (d.theirs ?? 0) - (d.ours ?? 0);
  const items = found.filter(({ target }) => target !== null && byNo.has(target));
  return found.map((one) => {
    if (one.target === null || byNo.has(one.target) || one.theirs === null) return one;
    if (Math.abs(change(one)) <= ROUNDING) return { ...one, class: 'rounding' };
    const total = one.target as keyof Totals;
    const share = PART_OF[total];
    const sum = items.reduce(
      (n, d) => n + change(d) * (share?.(byNo.get(d.target as Target) as PayItemDefinition) ?? 0),
      0,
    );
    if (items.length > 0 && Math.abs(sum - change(one)) <= ROUNDING) return { ...one, class: 'follows' };
    return { ...one, class: CLASS_OF_TOTAL[total] ?? 'other' };
  });
}
