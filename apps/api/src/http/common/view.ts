import { type Fen, formatYuan } from '@gridstaff/kernel';

type Amounts<T> = { [K in keyof T]-?: T[K] extends Fen | null ? K : never }[keyof T];
type InYuan<T, K extends keyof T> = Omit<T, K> & { [P in K]: null extends T[P] ? string | null : string };

/** The same row with its amounts as decimal yuan text: a number would pass through a float in the reader's language. */
export function inYuan<T extends object, K extends Amounts<T>>(row: T, amounts: readonly K[]): InYuan<T, K> {
  const texts = amounts.map((name) => [name, row[name] === null ? null : formatYuan(row[name] as Fen)]);
  return { ...row, ...(Object.fromEntries(texts) as object) } as InYuan<T, K>;
}

/** Instants leave as ISO 8601 in UTC; they are stored as epoch milliseconds. */
export const isoInstant = (millis: number | null): string | null =>
  millis === null ? null : new Date(millis).toISOString();
