import { DomainError, isLocalDate, isPeriod, parseYuan } from '@gridstaff/kernel';
import type { CellType, ColumnSpec } from './import-handler';
import { cellText, type RawCell } from './raw-cell';

const MAX_TEXT = 500;
const MAX_DIGITS = 40;

/** Full-width digits, letters and signs (U+FF01…FF5E) and the ideographic space, as typed with a Chinese keyboard. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

/** Only digits and letters: Chinese punctuation belongs in a text. */
const halfWidthWords = (text: string): string =>
  text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

/** Control characters (line ends and tabs inside a text aside), direction marks and halves of a surrogate pair. */
const BAD_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u;

/**
 * Reads a cell for its column. An empty cell is `undefined`.
 * @throws DomainError NUMERIC_ID_CELL, NOT_DIGITS, NOT_A_NUMBER, TOO_MANY_DECIMALS, NOT_A_DATE, NOT_A_PERIOD, NOT_AN_INTEGER, NOT_A_CHOICE,
 * FORMULA_TEXT, TEXT_TOO_LONG, BAD_CHARACTER, CELL_ERROR, FORMULA_WITHOUT_RESULT
 */
export function parseCell(column: Pick<ColumnSpec, 'type' | 'choices'>, cell: RawCell | undefined): string | number | undefined {
  if (!cell) return undefined;
  if (cell.kind === 'error') throw new DomainError('CELL_ERROR', { value: cell.text });
  if (cell.kind === 'no-result') throw new DomainError('FORMULA_WITHOUT_RESULT');
  const value = READERS[column.type](cell);
  if (value !== undefined && column.choices && !column.choices.includes(String(value))) {
    throw new DomainError('NOT_A_CHOICE', { value: shorten(String(value)), choices: column.choices.join('、') });
  }
  return value;
}

/** What may be shown of a value in a report: numbers of persons, cards and phones lose all but their last four characters. */
export function shownValue(type: CellType | undefined, cell: RawCell | undefined): string {
  const text = cellText(cell).trim();
  if (type === 'digits' || (text.match(/\d/g)?.length ?? 0) >= 11) return text.length > 4 ? `***${text.slice(-4)}` : text;
  return shorten(text);
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

type Reader = (cell: RawCell) => string | number | undefined;

const trimmed = (cell: RawCell): string => halfWidth(cellText(cell)).trim();

const READERS: Readonly<Record<CellType, Reader>> = {
  text: (cell) => {
    const text = halfWidthWords(cellText(cell)).trim();
    if (BAD_CHARACTER.test(text)) throw new DomainError('BAD_CHARACTER');
    if (text.length > MAX_TEXT) throw new DomainError('TEXT_TOO_LONG', { length: text.length, limit: MAX_TEXT });
    // A text that a spreadsheet would run as a formula when the list is exported again.
    if (cell.kind === 'text' && /^[=+\-@\t]/.test(halfWidth(text))) throw new DomainError('FORMULA_TEXT', { value: shorten(text) });
    return text === '' ? undefined : text;
  },

  digits: (cell) => {
    if (cell.kind !== 'text') throw new DomainError('NUMERIC_ID_CELL');
    const text = halfWidth(cell.text).replace(/\s/g, '').toUpperCase();
    if (text === '') return undefined;
    if (text.length > MAX_DIGITS || !/^\d+X?$/.test(text)) throw new DomainError('NOT_DIGITS');
    return text;
  },

  yuan: (cell) => {
    const text = trimmed(cell);
    return text === '' ? undefined : parseYuan(text);
  },

  date: (cell) => {
    const text = trimmed(cell);
    if (text === '') return undefined;
    const match = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))$/.exec(text);
    const [year, month, day] = (match?.slice(1) ?? []).filter((part) => part !== undefined);
    const date = match ? `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}` : '';
    if (!isLocalDate(date)) throw new DomainError('NOT_A_DATE', { value: shorten(text) });
    return date;
  },

  period: (cell) => {
    const text = trimmed(cell);
    if (text === '') return undefined;
    if (cell.kind === 'date' && isLocalDate(text)) return text.slice(0, 7);
    const match = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月|(\d{2}))$/.exec(text);
    const month = match?.slice(2).find((part) => part !== undefined) ?? '';
    const period = match ? `${match[1]}-${month.padStart(2, '0')}` : '';
    if (!isPeriod(period)) throw new DomainError('NOT_A_PERIOD', { value: shorten(text) });
    return period;
  },

  int: (cell) => {
    const text = trimmed(cell);
    if (text === '') return undefined;
    if (cell.kind === 'date' || !/^[+-]?\d{1,15}$/.test(text)) throw new DomainError('NOT_AN_INTEGER', { value: shorten(text) });
    return Number(text) === 0 ? 0 : Number(text);
  },

  // In its shortest form ("0.90" → "0.9"), so that equal values are equal texts.
  decimal: (cell) => {
    const text = trimmed(cell);
    if (text === '') return undefined;
    const match = /^([+-]?)0*(\d{1,15})(?:\.(\d{1,10}))?$/.exec(text);
    if (cell.kind === 'date' || !match) throw new DomainError('NOT_A_NUMBER', { value: shorten(text) });
    const fraction = (match[3] ?? '').replace(/0+$/, '');
    const plain = fraction === '' ? (match[2] as string) : `${match[2]}.${fraction}`;
    return match[1] === '-' && plain !== '0' ? `-${plain}` : plain;
  },
};
