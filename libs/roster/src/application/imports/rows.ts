import type { CellError, ParsedRow, SheetSpec } from '@gridstaff/exchange';
import type { Problems } from '../problems';
import type { ContributionPatch } from '../../domain/contribution';

/** Columns whose values stand nowhere in full. */
const PERSONAL = new Set([
  ...['idNumber', 'phone', 'bankCard', 'otherPhone', 'contactName', 'contactPhone', 'householdAddress'],
  'residenceAddress',
]);

function shown(row: ParsedRow, key: string): string {
  const value = row.values[key];
  if (value === undefined) return '';
  const text = String(value);
  if (PERSONAL.has(key)) return text.length > 4 ? `***${text.slice(-4)}` : '***';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Problems of a batch as errors of the cells its rows came from. */
export function cellErrors(problems: Problems, rows: readonly ParsedRow[], sheet: SheetSpec): CellError[] {
  const headers = new Map(sheet.columns.map((column) => [column.key, column.zh]));
  return problems.list.map(({ index, field, code, params }) => {
    const row = rows[index] as ParsedRow;
    const values = Object.entries(params).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    );
    const shownParams: Record<string, string | number> = Object.fromEntries(values);
    // A batch counts its rows from 1; the reader of the report looks for the row of the file.
    if (code === 'ROSTER_DUPLICATE_ROW') shownParams.row = rows[Number(params.row) - 1]?.row ?? 0;
    if (code === 'MISSING_FIELD') shownParams.name = headers.get(String(params.name)) ?? String(params.name);
    return {
      sheet: row.sheet,
      row: row.row,
      column: headers.get(field) ?? '',
      value: shown(row, field),
      code,
      params: shownParams,
    };
  });
}

export const textOf = (row: ParsedRow, key: string): string | undefined => row.values[key] as string | undefined;
export const numberOf = (row: ParsedRow, key: string): number | undefined => row.values[key] as number | undefined;

export function chosen<T>(row: ParsedRow, key: string, choices: Readonly<Record<string, T>>): T | undefined {
  const text = textOf(row, key);
  return text === undefined ? undefined : choices[text];
}

export function yesNo(row: ParsedRow, key: string): boolean | undefined {
  const text = textOf(row, key);
  return text === undefined ? undefined : text === '是' || text === 'yes';
}

export const contributionOf = (row: ParsedRow): ContributionPatch => ({
  insured: yesNo(row, 'insured'),
  insuranceBase: numberOf(row, 'insuranceBase'),
  fundMember: yesNo(row, 'fundMember'),
  fundBase: numberOf(row, 'fundBase'),
  fundEmployerRate: textOf(row, 'fundEmployerRate'),
  fundEmployeeRate: textOf(row, 'fundEmployeeRate'),
});
