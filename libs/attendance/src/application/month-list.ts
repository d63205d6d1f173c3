import { type CellError, type ColumnSpec, type ParsedRow } from '@gridstaff/exchange';
import { DomainError, type Id, parseYuan } from '@gridstaff/kernel';
import { nameKey, Workforce } from './workforce';

/** The columns by which every month list names its people. */
export const PERSON_COLUMNS: readonly ColumnSpec[] = [
  {
    ...{ key: 'workerNo', zh: '工号', en: 'Worker no', type: 'int', required: false, sample: '1' },
    ...{ noteZh: '工号和证件号码至少填一项。', noteEn: 'Worker number or ID number, at least one.' },
  },
  {
    ...{ key: 'idNumber', zh: '证件号码', en: 'ID number', type: 'digits', required: false, sample: '' },
    ...{ noteZh: '必须是文本单元格；两项都填时须为同一人。', noteEn: 'A text cell; when both are given they must be of one person.' },
  },
  {
    ...{ key: 'name', zh: '姓名', en: 'Name', type: 'text', required: false, sample: '' },
    ...{ noteZh: '可不填；填写时与花名册核对。', noteEn: 'Optional; compared with the roster when given.' },
  },
];

/** Decimal text with at most two decimals → hundredths. @throws DomainError TOO_MANY_DECIMALS, NOT_A_NUMBER */
export const hundredths = (value: string | number | undefined, field: string): number => parseYuan(String(value ?? '0'), field);

/** An error at a cell of a list; the value is shortened, and an ID number never shown. */
export function cellError(row: ParsedRow, columns: readonly ColumnSpec[], error: DomainError, key = error.place.field ?? ''): CellError {
  const column = columns.find((c) => c.key === key);
  const value = column && column.type !== 'digits' && column.key !== 'name' ? String(row.values[column.key] ?? '').slice(0, 40) : '';
  const params = Object.entries(error.params).flatMap(([name, p]) => (typeof p === 'string' || typeof p === 'number' ? [[name, p] as const] : []));
  return { sheet: row.sheet, row: row.row, column: column?.zh ?? '', value, code: error.code, params: Object.fromEntries(params) };
}

/** The worker number of each row; rows that name nobody are reported and left out. */
export async function workersOf(workforce: Workforce, centreId: Id, rows: readonly ParsedRow[], report: (row: ParsedRow, error: DomainError) => void): Promise<Map<ParsedRow, number>> {
  const named = rows.map(({ values }) => ({
    workerNo: values.workerNo as number | undefined,
    idNumber: values.idNumber as string | undefined,
    name: values.name as string | undefined,
  }));
  const found = await workforce.find(centreId, named);
  const numbers = new Map<ParsedRow, number>();
  rows.forEach((row, i) => {
    const worker = found[i];
    if (worker && 'workerNo' in worker) numbers.set(row, worker.workerNo);
    else if (worker) report(row, new DomainError(worker.wrong, {}, { field: worker.field }));
  });
  return numbers;
}

/** Rows that give a name alone, with the number of the only person of that name among these; the others are reported and left out. */
export function withNamesAlone(rows: readonly ParsedRow[], names: ReadonlyMap<number, string>, report: (row: ParsedRow, error: DomainError) => void): ParsedRow[] {
  const byName = new Map<string, number[]>();
  for (const [workerNo, name] of names) byName.set(nameKey(name), [...(byName.get(nameKey(name)) ?? []), workerNo]);
  return rows.flatMap((row): ParsedRow[] => {
    const { workerNo, idNumber, name } = row.values;
    if (workerNo !== undefined || idNumber !== undefined || typeof name !== 'string') return [row];
    const [only, ...others] = byName.get(nameKey(name)) ?? [];
    if (only !== undefined && others.length === 0) return [{ ...row, values: { ...row.values, workerNo: only } }];
    report(row, new DomainError(only === undefined ? 'NAME_UNKNOWN' : 'NAME_NOT_UNIQUE', { count: others.length + 1 }, { field: 'name' }));
    return [];
  });
}

/** DUPLICATE_ROW counts positions in a list; people count rows of the sheet. */
export const withSheetRow = (error: DomainError, rows: readonly ParsedRow[]): DomainError =>
  error.code === 'DUPLICATE_ROW' ? new DomainError(error.code, { row: rows[Number(error.params.row) - 1]?.row ?? 0 }, error.place) : error;
