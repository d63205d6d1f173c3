import { formatYuan } from '@gridstaff/kernel';
import type { ReportTable } from '@gridstaff/reporting';

type Figures = Readonly<Record<string, number | null>>;

/** Figures in the order of the columns, as text: amounts in yuan, means and shares with one decimal. */
export function reportView({ label, also, columns, rows, total, chart }: ReportTable): object {
  const figures = (values: Figures): (string | null)[] =>
    columns.map(({ key, kind }) => {
      const value = values[key] ?? null;
      if (value === null) return null;
      return kind === 'yuan' ? formatYuan(value) : kind === 'whole' ? String(value) : value.toFixed(1);
    });
  return {
    ...{ label_zh: label.zh, label_en: label.en, also_zh: also?.zh ?? null, also_en: also?.en ?? null },
    columns: columns.map(({ key, zh, en, kind }) => ({ key, name_zh: zh, name_en: en, kind })),
    rows: rows.map(({ key, name, also: second, values, roster, within, part = false, mark }) => ({
      ...{ key, name_zh: name.zh, name_en: name.en, also_zh: second?.zh ?? null, also_en: second?.en ?? null },
      ...{ figures: figures(values), part, mark_zh: mark?.zh ?? null, mark_en: mark?.en ?? null, roster, within },
    })),
    total: total && figures(total),
    chart,
  };
}
