import { escapeText } from '../workbook-writer';

const QUOTED = /[",\r\n]/;

const cell = (text: string): string => {
  const safe = escapeText(text);
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** UTF-8 with a byte order mark, so that spreadsheets read Chinese; lines end in CR LF; formulas are escaped. */
export const csvOf = (rows: Iterable<readonly string[]>): Buffer =>
  Buffer.from(`\ufeff${[...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`, 'utf8');
