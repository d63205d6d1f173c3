import { DomainError, isPeriod, ratio, type Fen, type Period, type Rational } from '@gridstaff/kernel';

const DECIMAL = /^[+-]?\d+(?:\.(\d+))?$/;
const LIMIT = ratio.rational(Number.MAX_SAFE_INTEGER, 1_000);

/** Most names in a free `{name: value}`. */
const MOST_NAMES = 200;

const shown = (value: unknown): string => (typeof value === 'object' ? 'object' : String(value).slice(0, 40));

export const fail = (code: string, path: string, params: Record<string, string> = {}): DomainError =>
  new DomainError(code, params, { path });

/**
 * Strict reading of one JSON object: unknown and missing fields are refused first, then each value by its meaning.
 * Every error carries the path of the field, such as `input.months[2].income`.
 */
export class Fields {
  private readonly record: Readonly<Record<string, unknown>>;

  constructor(
    value: unknown,
    readonly path: string,
    required: readonly string[],
    optional: readonly string[] = [],
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw fail('MISSING_FIELD', path, { name: path });
    this.record = value as Record<string, unknown>;
    for (const name of Object.keys(value)) {
      if (!required.includes(name) && !optional.includes(name))
        throw fail('UNKNOWN_FIELD', this.at(name), { name: name.slice(0, 40) });
    }
    for (const name of required) this.need(name);
  }

  at(name: string): string {
    return `${this.path}.${name}`;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.record, name) && this.record[name] !== undefined;
  }

  raw(name: string): unknown {
    return this.has(name) ? this.record[name] : undefined;
  }

  /** @throws DomainError MISSING_FIELD */
  need(name: string): void {
    if (!this.has(name)) throw fail('MISSING_FIELD', this.at(name), { name });
  }

  /** Amount in yuan as fen, never negative; 0 when left out. @throws NOT_A_NUMBER, TOO_MANY_DECIMALS, NEGATIVE_AMOUNT, OUT_OF_RANGE */
  money(name: string): Fen {
    return this.has(name) ? readMoney(this.record[name], this.at(name)) : 0;
  }

  /** Share from 0 to 1. */
  rate(name: string): string {
    return readRate(this.record[name], this.at(name));
  }

  /** Hours or days that may have a fraction: decimal text or whole JSON number, never negative; 0 when left out. */
  quantity(name: string, places: number, most?: number): Rational {
    if (!this.has(name)) return ratio.ZERO;
    const value = readCount(this.record[name], this.at(name), places);
    if (most !== undefined && ratio.compare(value, ratio.rational(most)) > 0) throw this.outOfRange(name);
    return value;
  }

  /** Whole number from `least` to `most`. */
  count(name: string, most = 1_000_000_000, least = 0): number {
    const value = ratio.round(readCount(this.record[name], this.at(name), 0));
    if (value < least || value > most) throw this.outOfRange(name);
    return value;
  }

  /** Month number 1 to 12. */
  month(name: string, fallback: number): number {
    if (!this.has(name)) return fallback;
    const value = this.record[name];
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && /^[+-]?\d+$/.test(text)) {
      const month = Number(text);
      if (month < 1 || month > 12) throw this.outOfRange(name);
      return month;
    }
    throw fail('NOT_A_NUMBER', this.at(name), { value: shown(value) });
  }

  period(name: string): Period {
    const value = this.record[name];
    if (!isPeriod(value)) throw this.outOfRange(name);
    return value;
  }

  choice<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    if (!this.has(name)) return fallback;
    const value = this.record[name];
    const found = allowed.find((choice) => choice === value);
    if (found === undefined) throw this.outOfRange(name);
    return found;
  }

  flag(name: string): boolean {
    const value = this.has(name) ? this.record[name] : false;
    if (typeof value !== 'boolean') throw this.outOfRange(name);
    return value;
  }

  text(name: string): string {
    const value = this.record[name];
    if (typeof value !== 'string' || value === '') throw this.outOfRange(name);
    return value;
  }

  list(name: string): readonly unknown[] {
    const value = this.record[name];
    if (!Array.isArray(value)) throw fail('MISSING_FIELD', this.at(name), { name });
    if (value.length === 0) throw fail('MISSING_FIELD', `${this.at(name)}[0]`, { name: `${name}[0]` });
    return value;
  }

  /** `{name: value}` with free names, in the order given; empty when left out. */
  private entries(name: string): [string, unknown][] {
    const value = this.has(name) ? this.record[name] : {};
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw fail('MISSING_FIELD', this.at(name), { name });
    const entries = Object.entries(value);
    if (entries.length > MOST_NAMES) throw this.outOfRange(name);
    return entries;
  }

  amounts(name: string): [string, Fen][] {
    return this.entries(name).map(([key, value]) => [key, readMoney(value, `${this.at(name)}.${key}`)]);
  }

  rates(name: string): [string, string][] {
    return this.entries(name).map(([key, value]) => [key, readRate(value, `${this.at(name)}.${key}`)]);
  }

  outOfRange(name: string): DomainError {
    return fail('OUT_OF_RANGE', this.at(name), { value: shown(this.record[name]) });
  }
}

function readMoney(value: unknown, path: string): Fen {
  if (typeof value !== 'string') throw fail('NOT_A_NUMBER', path, { value: shown(value) });
  const amount = ratio.multiply(decimal(value, path, 2), ratio.rational(100));
  return ratio.round(amount);
}

function readRate(value: unknown, path: string): string {
  if (typeof value !== 'string') throw fail('NOT_A_NUMBER', path, { value: shown(value) });
  if (ratio.compare(decimal(value, path, 10, 'OUT_OF_RANGE'), ratio.ONE) > 0)
    throw fail('OUT_OF_RANGE', path, { value: shown(value) });
  return value;
}

function readCount(value: unknown, path: string, places: number): Rational {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string') throw fail('NOT_A_NUMBER', path, { value: shown(value) });
  return decimal(text, path, places);
}

/** Decimal text, not negative, with at most `places` decimals and within what can be calculated exactly. */
function decimal(text: string, path: string, places: number, tooMany = 'TOO_MANY_DECIMALS'): Rational {
  const match = DECIMAL.exec(text);
  if (!match) throw fail('NOT_A_NUMBER', path, { value: shown(text) });
  if ((match[1] ?? '').length > places) throw fail(tooMany, path, { value: shown(text) });
  if (text.length > 28) throw fail('OUT_OF_RANGE', path, { value: shown(text) });
  const value = ratio.parseDecimal(text);
  if (ratio.isNegative(value)) throw fail('NEGATIVE_AMOUNT', path);
  if (ratio.compare(value, LIMIT) > 0) throw fail('OUT_OF_RANGE', path, { value: shown(text) });
  return value;
}
