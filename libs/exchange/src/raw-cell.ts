import { dateOfDayNumber, dayNumber } from '@gridstaff/kernel';

/** A cell as the file holds it, before anything is known about its column. */
export type RawCell =
  | { kind: 'text'; text: string }
  /** `text` is the number as the spreadsheet shows it: at most 15 significant digits, e.g. "3285.6", "1e+21". */
  | { kind: 'number'; text: string }
  /** Civil date `YYYY-MM-DD` (a time of day is dropped), or the serial number where it is no date of the calendar. */
  | { kind: 'date'; text: string }
  /** `#N/A` and its like. */
  | { kind: 'error'; text: string }
  /** A formula whose result the program that wrote the file did not store. */
  | { kind: 'no-result'; text: '' };

export interface RawRow {
  /** 1-based, as the spreadsheet shows it. */
  row: number;
  /** By 1-based column; empty cells are absent. */
  cells: ReadonlyMap<number, RawCell>;
}

/** What a person would read in the cell. */
export const cellText = (cell: RawCell | undefined): string => cell?.text ?? '';

/** The number in a `<v>` element: computed values carry binary noise (3285.6000000000004) that no spreadsheet shows. */
export function numberText(stored: string): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  const shown = Number(value.toPrecision(15));
  return String(shown === 0 ? 0 : shown);
}

const EPOCH_1900 = dayNumber('1899-12-30');
const EPOCH_1904 = dayNumber('1904-01-01');
/** 9999-12-31 in the 1900 system. */
const LAST_SERIAL = 2_958_465;

/** Serial day number of a spreadsheet → civil date, no zone. Before 1 March 1900 Excel counts a day that never was: left as a number. */
export function serialDate(stored: string, date1904: boolean): string {
  const serial = Math.floor(Number(stored));
  if (!Number.isFinite(serial) || serial > LAST_SERIAL || serial < (date1904 ? 0 : 61)) return numberText(stored);
  return dateOfDayNumber(serial + (date1904 ? EPOCH_1904 : EPOCH_1900));
}

/** Number formats that show a date: built-in ones (Chinese and Japanese locales use 27–36 and 50–58) and custom codes with y, m or d; not hours and minutes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  if (/\[[hms]+\]/i.test(code)) return false;
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')[0] as string;
  return /[yd]/i.test(bare) || /m/i.test(bare.replace(/h{1,2}[:：]?m{1,2}|m{1,2}[:：]?s{1,2}/gi, ''));
}
