import { type CellError, column, type ColumnSpec, type ParsedRow, type SheetSpec } from '@gridstaff/exchange';
import { DomainError, type Id } from '@gridstaff/kernel';
import { WorkerDirectory } from '@gridstaff/roster';

/** A row of a sheet and the worker it is about. */
export interface WorkerRow {
  row: ParsedRow;
  workerNo: number;
}

export const text = (row: ParsedRow, key: string): string | undefined => row.values[key] as string | undefined;
export const number = (row: ParsedRow, key: string): number | undefined => row.values[key] as number | undefined;

/** The two natural keys of a worker in a sheet. */
export const WORKER_COLUMNS: readonly ColumnSpec[] = [
  column('workerNo', ['工号', 'Worker number'], 'int', '', [
    '系统编号；与证件号码至少填一项。',
    'The system’s number; this or the ID number.',
  ]),
  column('idNumber', ['证件号码', 'ID number'], 'digits', '430204199003071523', [
    '须为文本格式的单元格。',
    'The cell must be text.',
  ]),
];

/** Errors of cells; an ID number is shown by its last four characters. */
export class RowErrors {
  readonly list: CellError[] = [];

  constructor(private readonly sheet: SheetSpec) {}

  add(row: ParsedRow, key: string, code: string, params: Record<string, string | number> = {}): void {
    const header = this.sheet.columns.find((c) => c.key === key)?.zh ?? '';
    const value = row.values[key];
    const shown =
      value === undefined ? '' : key === 'idNumber' ? `***${String(value).slice(-4)}` : String(value).slice(0, 40);
    this.list.push({ sheet: row.sheet, row: row.row, column: header, value: shown, code, params });
  }

  /** Runs a check that throws DomainErrors and puts what it says into the row. @returns undefined when it did */
  attempt<T>(row: ParsedRow, check: () => T): T | undefined {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const params = Object.entries(error.params).filter(
        (p): p is [string, string | number] => typeof p[1] === 'string' || typeof p[1] === 'number',
      );
      this.add(row, error.place.field ?? '', error.code, Object.fromEntries(params));
      return undefined;
    }
  }
}

/** Who each row is about, in a few statements; unknown, contradicting and repeated workers become errors. */
export async function workersOf(
  directory: WorkerDirectory,
  centreId: Id,
  rows: readonly ParsedRow[],
  errors: RowErrors,
  keyOf: (row: ParsedRow, workerNo: number) => string = (_, workerNo) => String(workerNo),
): Promise<WorkerRow[]> {
  const resolved = await directory.resolve(
    centreId,
    rows.map((row) => ({ workerNo: number(row, 'workerNo'), idNumber: text(row, 'idNumber') })),
  );
  const seen = new Set<string>();
  return rows.flatMap((row, i) => {
    const found = resolved[i];
    if (!found || 'wrong' in found) {
      const named = text(row, 'idNumber') !== undefined || number(row, 'workerNo') !== undefined;
      if (named) errors.add(row, found?.field ?? 'workerNo', found?.wrong ?? 'UNKNOWN_WORKER');
      else errors.add(row, 'idNumber', 'MISSING_FIELD', { name: '证件号码' });
      return [];
    }
    const workerNo = found.worker.no;
    const key = keyOf(row, workerNo);
    if (seen.has(key)) {
      errors.add(row, 'workerNo', 'DUPLICATE', { what: `工号 ${workerNo}` });
      return [];
    }
    seen.add(key);
    return [{ row, workerNo }];
  });
}
