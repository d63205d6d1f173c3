import { DomainError, type Fen, isLocalDate, isPeriod, type LocalDate, parseYuan, ratio } from '@gridstaff/kernel';

import type { Bracket, HeatAllowance, InsuranceName, InsuranceScheme, LabourCost, OvertimeRates } from '../types';
import type { Spot } from './findings';

/** Turns what YAML holds into the typed value; reports at the spot and gives undefined where it cannot. */
export type Decoder<T> = (value: unknown, spot: Spot) => T | undefined;

const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** The fields of a mapping, after unknown ones were reported. */
export function fields(value: unknown, spot: Spot, allowed: readonly string[]): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return spot.wrongType(value, 'mapping');
  const record = value as Record<string, unknown>;
  for (const name of Object.keys(record))
    if (!allowed.includes(name)) spot.at(name).fail('UNKNOWN_FIELD', { name: name.slice(0, 40) });
  return record;
}

export const text: Decoder<string> = (value, spot) => {
  if (typeof value !== 'string') return spot.wrongType(value, 'text');
  return value.trim() === '' ? spot.missing() : value;
};

const MAX_LINE = 1000;

/** What people read beside a value: no control characters, no endless text. */
export const line: Decoder<string> = (value, spot) => {
  const said = text(value, spot);
  if (said === undefined) return undefined;
  return said.length > MAX_LINE || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(said.trimEnd())
    ? spot.fail('POLICY_TEXT', { max: MAX_LINE })
    : said.trimEnd();
};

/** Non-negative decimal, kept as text: a float would already have lost what was written. */
const decimalText: Decoder<string> = (value, spot) => {
  if (typeof value === 'number') return spot.fail('POLICY_UNQUOTED', { value });
  if (typeof value !== 'string') return spot.wrongType(value, 'quoted decimal');
  if (DECIMAL.test(value)) return value;
  return value.startsWith('-') && NUMBER.test(value)
    ? spot.fail('NEGATIVE_AMOUNT', { value })
    : spot.fail('NOT_A_NUMBER', { value: value.slice(0, 40) });
};

/** Yuan with at most two decimals → fen. */
export const amount: Decoder<Fen> = (value, spot) => {
  const decimal = decimalText(value, spot);
  if (decimal === undefined) return undefined;
  try {
    return parseYuan(decimal);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return spot.fail(error.code, error.params);
  }
};

/** 0 to 1, both included. */
export const rate: Decoder<string> = (value, spot) => {
  const decimal = decimalText(value, spot);
  if (decimal === undefined) return undefined;
  return ratio.compare(ratio.parseDecimal(decimal), ratio.ONE) > 0
    ? spot.fail('OUT_OF_RANGE', { value: decimal })
    : decimal;
};

/** Above zero. */
export const positive: Decoder<string> = (value, spot) => {
  const decimal = decimalText(value, spot);
  if (decimal === undefined) return undefined;
  return ratio.equals(ratio.parseDecimal(decimal), ratio.ZERO)
    ? spot.fail('OUT_OF_RANGE', { value: decimal })
    : decimal;
};

export const flag: Decoder<boolean> = (value, spot) =>
  typeof value === 'boolean' ? value : spot.wrongType(value, 'true or false');

export const date: Decoder<LocalDate> = (value, spot) => {
  if (isLocalDate(value)) return value;
  return value === undefined || value === null
    ? spot.missing()
    : spot.fail('NOT_A_DATE', { value: String(value).slice(0, 40) });
};

/** A month counts from its first day. */
export const monthOrDate: Decoder<LocalDate> = (value, spot) => (isPeriod(value) ? `${value}-01` : date(value, spot));

export const choice =
  <T extends string>(options: readonly T[]): Decoder<T> =>
  (value, spot) =>
    options.find((option) => option === value) ?? spot.wrongType(value, options.join('|'));

const optional =
  <T>(decode: Decoder<T>): Decoder<T> =>
  (value, spot) =>
    value === undefined ? undefined : decode(value, spot);

/**
 * A progressive table: edges and rates rise, only the last row is open, and each quick deduction joins its row to the one before
 * (quick = quick before + edge × rise of the rate), which finds a mistyped figure of any column.
 */
export const brackets: Decoder<readonly Bracket[]> = (value, spot) => {
  if (!Array.isArray(value)) return spot.wrongType(value, 'list');
  const rows = value.map((item, i) => bracket(item, spot.at(i), i === value.length - 1));
  if (rows.length === 0) return spot.missing();
  if (rows.some((row) => row === undefined)) return undefined;
  const table = rows as Bracket[];
  let sound = true;
  table.forEach((row, i) => {
    const before = i === 0 ? undefined : (table[i - 1] as Bracket);
    if (!joins(row, before, spot.at(i))) sound = false;
  });
  return sound ? table : undefined;
};

function bracket(item: unknown, spot: Spot, last: boolean): Bracket | undefined {
  const row = fields(item, spot, ['up_to', 'rate', 'quick']);
  if (!row) return undefined;
  const open = row.up_to === null;
  const upTo = open ? null : amount(row.up_to, spot.at('up_to'));
  const rowRate = rate(row.rate, spot.at('rate'));
  const quick = amount(row.quick, spot.at('quick'));
  if (upTo === undefined || rowRate === undefined || quick === undefined) return undefined;
  if (open !== last) return spot.at('up_to').fail('POLICY_NOT_ASCENDING', { value: open ? null : String(row.up_to) });
  return { upTo, rate: rowRate, quick };
}

function joins(row: Bracket, before: Bracket | undefined, spot: Spot): boolean {
  const edge = before?.upTo ?? 0;
  const rise = ratio.subtract(ratio.parseDecimal(row.rate), ratio.parseDecimal(before?.rate ?? row.rate));
  if (row.upTo !== null && row.upTo <= edge) {
    spot.at('up_to').fail('POLICY_NOT_ASCENDING', { value: row.upTo / 100 });
    return false;
  }
  if (before && ratio.compare(rise, ratio.ZERO) <= 0) {
    spot.at('rate').fail('POLICY_NOT_ASCENDING', { value: row.rate });
    return false;
  }
  const expected = ratio.add(ratio.ofFen(before?.quick ?? 0), ratio.multiply(ratio.ofFen(edge), rise));
  if (ratio.equals(expected, ratio.ofFen(row.quick))) return true;
  const yuan = (x: typeof expected): string => ratio.formatDecimal(ratio.divide(x, ratio.rational(100)), 2);
  spot.at('quick').fail('POLICY_QUICK_DEDUCTION', { value: yuan(ratio.ofFen(row.quick)), expected: yuan(expected) });
  return false;
}

export const labourCost: Decoder<LabourCost> = (value, spot) => {
  const row = fields(value, spot, ['fixed', 'fixed_up_to', 'ratio']);
  if (!row) return undefined;
  const fixed = amount(row.fixed, spot.at('fixed'));
  const fixedUpTo = amount(row.fixed_up_to, spot.at('fixed_up_to'));
  const share = rate(row.ratio, spot.at('ratio'));
  if (fixed === undefined || fixedUpTo === undefined || share === undefined) return undefined;
  return { fixed, fixedUpTo, ratio: share };
};

export const overtimeRates: Decoder<OvertimeRates> = (value, spot) => {
  const row = fields(value, spot, ['weekday', 'restday', 'holiday']);
  if (!row) return undefined;
  const weekday = positive(row.weekday, spot.at('weekday'));
  const restday = positive(row.restday, spot.at('restday'));
  const holiday = positive(row.holiday, spot.at('holiday'));
  if (weekday === undefined || restday === undefined || holiday === undefined) return undefined;
  return { weekday, restday, holiday };
};

/** Months ascend, each once. */
export const heatAllowance: Decoder<HeatAllowance> = (value, spot) => {
  const row = fields(value, spot, ['months', 'amount']);
  if (!row) return undefined;
  const paid = amount(row.amount, spot.at('amount'));
  if (!Array.isArray(row.months)) return spot.at('months').wrongType(row.months, 'list');
  if (row.months.length === 0) return spot.at('months').missing();
  let before = 0;
  for (const [i, month] of row.months.entries()) {
    const whole = Number.isInteger(month) && (month as number) >= 1 && (month as number) <= 12;
    if (!whole)
      return spot
        .at('months')
        .at(i)
        .fail('OUT_OF_RANGE', { value: String(month).slice(0, 40) });
    if ((month as number) <= before)
      return spot
        .at('months')
        .at(i)
        .fail('POLICY_NOT_ASCENDING', { value: month as number });
    before = month as number;
  }
  return paid === undefined ? undefined : { months: row.months as number[], amount: paid };
};

/** At least one of the three shares must be stated; `none`, in so many letters, says that the region does not have it. */
export const insuranceScheme =
  (name: InsuranceName): Decoder<InsuranceScheme | null> =>
  (value, spot) => {
    if (value === 'none') return null;
    const row = fields(value, spot, ['employer_rate', 'employee_rate', 'employee_fixed', 'deductible']);
    if (!row) return undefined;
    const employerRate = optional(rate)(row.employer_rate, spot.at('employer_rate'));
    const employeeRate = optional(rate)(row.employee_rate, spot.at('employee_rate'));
    const employeeFixed = optional(amount)(row.employee_fixed, spot.at('employee_fixed'));
    const deductible = flag(row.deductible, spot.at('deductible'));
    const stated = [row.employer_rate, row.employee_rate, row.employee_fixed].some((share) => share !== undefined);
    if (!stated) return spot.at('employer_rate').missing();
    if (deductible === undefined) return undefined;
    return {
      name,
      ...(employerRate !== undefined && { employerRate }),
      ...(employeeRate !== undefined && { employeeRate }),
      ...(employeeFixed !== undefined && { employeeFixed }),
      deductible,
    };
  };
