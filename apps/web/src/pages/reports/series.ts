import type { ReportTable } from '../../shared/api';

/** More rows would be no picture any more. */
export const MOST_CHARTED = 30;

export interface Series {
  categories: string[];
  lines: { name: string; values: (number | null)[] }[];
}

/** What of a table its picture shows: the named columns of the rows that are no part of another. */
export function seriesOf({ rows, columns, chart }: ReportTable, zh: boolean): { charted: Series; left: boolean } {
  const whole = rows.filter(({ part }) => !part);
  const shown = whole.slice(0, MOST_CHARTED);
  const several = shown.some(({ also_zh: also }, i) => also !== shown[0]?.also_zh && i > 0);
  return {
    charted: {
      categories: shown.map((row) => {
        const [name, also] = zh ? [row.name_zh, row.also_zh] : [row.name_en, row.also_en];
        return several && also !== null ? `${name} ${also}` : name;
      }),
      lines: chart.columns.flatMap((key) => {
        const at = columns.findIndex((column) => column.key === key);
        const column = columns[at];
        if (!column) return [];
        const values = shown.map(({ figures }) =>
          figures[at] === null || figures[at] === undefined ? null : Number(figures[at]),
        );
        if (values.every((value) => value === null)) return [];
        return [{ name: zh ? column.name_zh : column.name_en, values }];
      }),
    },
    left: whole.length > shown.length,
  };
}
