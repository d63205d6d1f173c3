import { type Cell, escapeText } from '../workbook-writer';

const QUOTED = /[",\r\n]/;

/** A number is no text: a minus in front of it runs nothing. */
const cell = (value: Cell): string => {
  const safe = typeof value === 'number' ? String(value) : escapeText(value ?? '');
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvLine = (row: readonly Cell[]): string => `${row.map(cell).join(',')}\r\n`;

/** UTF-8 with a byte order mark, so that spreadsheets read Chinese; lines end in CR LF; formulas are escaped. */
export const csvOf = (rows: Iterable<readonly string[]>): Buffer =>
  Buffer.from(`\ufeff${[...rows].map(csvLine).join('')}`, 'utf8');
