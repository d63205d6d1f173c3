import type { Language } from '@gridstaff/contracts';
import { type Cell, type WorkbookColumn, type WorkbookSheet } from '@gridstaff/exchange';
import type { ReportColumn, ReportRow, ReportTable } from '../../domain/people/report-table';

const KINDS = { whole: 'int', mean: 'decimal', percent: 'decimal', yuan: 'yuan' } as const;
const MARK = { zh: '提示', en: 'Note' } as const;
const TOTAL = { zh: '合计', en: 'Total' } as const;

/** A table of a report as a sheet; `lines` stand under it: what was asked, who made the file and when. */
export function reportSheet(
  name: string,
  table: ReportTable,
  lines: readonly string[],
  language: Language,
): WorkbookSheet {
  const text = (header: string): WorkbookColumn => ({ header, kind: 'text', width: 28 });
  const head = ({ kind, ...words }: ReportColumn): string =>
    words[language] + (kind === 'percent' ? (language === 'zh' ? '（%）' : ' (%)') : '');
  return {
    name,
    columns: [
      text(table.label[language]),
      ...(table.also ? [text(table.also[language])] : []),
      ...table.columns.map((column) => ({ header: head(column), kind: KINDS[column.kind], width: 14 })),
      ...(hasMarks(table) ? [text(MARK[language])] : []),
    ],
    rows: rowsOf(table, lines, language),
  };
}

const hasMarks = ({ rows }: ReportTable): boolean => rows.some(({ mark }) => mark);

function* rowsOf(table: ReportTable, lines: readonly string[], language: Language): Generator<readonly Cell[]> {
  const figures = (values: ReportRow['values']): Cell[] => table.columns.map(({ key }) => values[key] ?? null);
  const marked = hasMarks(table);
  for (const { name, also, values, mark } of table.rows)
    yield [
      ...[name[language], ...(table.also ? [also?.[language] ?? null] : []), ...figures(values)],
      ...(marked ? [mark?.[language] ?? null] : []),
    ];
  if (table.total) yield [TOTAL[language], ...(table.also ? [null] : []), ...figures(table.total)];
  for (const line of lines) yield [line];
}
