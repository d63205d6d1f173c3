import type { ColumnSpec, SheetSpec } from '../import-handler';
import { parseCell } from '../parse-cell';
import { cellText, type RawCell, type RawRow } from '../raw-cell';
import { headerKey } from '../sheet-layout';
import { type FreeHead, type Head, isAdded } from './free-head';

/** How a column was recognised: as somebody said before, by the name the template gives it, by another usual name, or by what stands in it. */
export type FoundBy = 'remembered' | 'name' | 'synonym' | 'content';

export interface MappedColumn {
  /** 1-based. */
  at: number;
  head: Head;
  /** Column of ours; null: it is not read. */
  key: string | null;
  by: FoundBy | null;
}

/** What somebody said of a layout: by the head's key the column of ours, '' for a head that is not read. */
export type SaidColumns = Readonly<Record<string, string>>;

/** Names by which people call a column besides those of the template. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  workerNo: ['员工编号', '人员编号', '员工号', '编号', '登记号码', '考勤号码', '考勤编号', '用户编号', 'no', 'workerid', 'employeeno', 'employeeid', 'staffno', 'userid'],
  idNumber: ['身份证号', '身份证号码', '身份证', '公民身份号码', '证件号', 'idcard', 'idno', 'citizenid'],
  name: ['员工姓名', '人员姓名', '名字', '网格员姓名', '网格员', 'fullname', 'employee', 'staffname'],
  phone: ['手机', '手机号码', '联系电话', '电话', '联系方式', 'mobile', 'telephone'],
  gridCode: ['网格', '所属网格', '网格编号', 'grid'],
  agency: ['劳务公司', '派遣单位', '用人单位'],
  bankCard: ['银行卡', '卡号', '银行账号', '工资卡号'],
  joinedOn: ['入职时间', '到岗日期', '参加工作日期'],
};

export const namesOfColumn = (column: ColumnSpec): { own: string[]; others: string[] } => ({
  own: [headerKey(column.zh), headerKey(column.en)],
  others: [...(column.also ?? []), ...(COMMON[column.key] ?? [])].map(headerKey),
});

/** Each head with the column of ours that it most likely is; a column of ours is given to one head only. */
export function propose(spec: SheetSpec, { heads, samples }: FreeHead, said?: SaidColumns): MappedColumn[] {
  const open = new Set(spec.columns);
  const columns = [...heads].filter(([, head]) => !isAdded(head)).map(([at, head]): MappedColumn => ({ at, head, key: null, by: null }));
  const give = (mapped: MappedColumn, column: ColumnSpec, by: FoundBy): void => {
    if (!open.delete(column)) return;
    mapped.key = column.key;
    mapped.by = by;
  };
  for (const mapped of columns) {
    const known = said?.[headerKey(mapped.head.text)];
    if (known === undefined) continue;
    const column = spec.columns.find(({ key }) => key === known);
    if (column) give(mapped, column, 'remembered');
    else if (known === '') mapped.by = 'remembered';
  }
  const named = new Map(spec.columns.map((column) => [column, namesOfColumn(column)]));
  for (const [which, by] of [['own', 'name'], ['others', 'synonym']] as const) {
    for (const mapped of columns.filter((one) => one.by === null)) {
      // The nearest name of the head decides before a further one of another column.
      for (const name of mapped.head.names) {
        const column = [...open].find((one) => named.get(one)?.[which].includes(name));
        if (!column) continue;
        give(mapped, column, by);
        break;
      }
    }
  }
  // What a person said of the whole layout leaves nothing to guess.
  if (!said) byContent(columns, open, samples, give);
  return columns;
}

function byContent(columns: readonly MappedColumn[], open: ReadonlySet<ColumnSpec>, samples: readonly RawRow[], give: (mapped: MappedColumn, column: ColumnSpec, by: FoundBy) => void): void {
  const pairs = columns
    .filter(({ by }) => by === null)
    .flatMap((mapped) => {
      const all = [...open].filter((column) => looksLike(column, mapped.at, samples));
      // Of several that it may be, the one without which no row could be imported.
      const like = all.length > 1 ? all.filter(({ required }) => required) : all;
      return like.length === 1 ? [{ mapped, column: like[0] as ColumnSpec }] : [];
    });
  for (const { mapped, column } of pairs) if (pairs.filter((pair) => pair.column === column).length === 1) give(mapped, column, 'content');
}

const SHAPES: Readonly<Record<string, RegExp>> = { idNumber: /^\d{17}[\dXx]$/, phone: /^1[3-9]\d{9}$/, bankCard: /^62\d{14,17}$/ };

/** Only content that hardly means anything else: numbers of persons, phones and cards, dates, words of a list. Single wrong cells do not hide it. */
function looksLike(column: ColumnSpec, at: number, samples: readonly RawRow[]): boolean {
  const cells = samples.flatMap(({ cells: row }) => row.get(at) ?? []);
  if (cells.length === 0) return false;
  const shape = SHAPES[column.key];
  if (!shape && column.type !== 'date' && !column.choices) return false;
  const fitting = cells.filter((cell) => (shape ? shape.test(cellText(cell).trim()) : isReadable(column, cell)));
  return fitting.length * 2 >= cells.length;
}

function isReadable(column: ColumnSpec, cell: RawCell): boolean {
  try {
    return parseCell(column, cell) !== undefined;
  } catch {
    return false;
  }
}

/** Required columns that no head is mapped to. */
export const missingIn = (spec: SheetSpec, columns: readonly MappedColumn[]): ColumnSpec[] =>
  spec.columns.filter(({ key, required }) => required && columns.every((mapped) => mapped.key !== key));

/** The sheet of ours that a free sheet most likely is: the one with its name, else the one of which most columns are found and fewest missing. */
export function likeliest(specs: readonly SheetSpec[], name: string, head: FreeHead): { spec: SheetSpec; columns: MappedColumn[] } {
  const rated = specs.map((spec) => {
    const columns = propose(spec, head);
    const found = columns.filter(({ key }) => key !== null).length;
    const named = headerKey(spec.zh) === headerKey(name) || headerKey(spec.en) === headerKey(name);
    return { spec, columns, rank: (named ? 1000 : 0) + found - 10 * missingIn(spec, columns).length };
  });
  return rated.reduce((best, one) => (one.rank > best.rank ? one : best));
}
