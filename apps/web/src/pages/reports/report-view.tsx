import { Button, Skeleton } from 'antd';
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReportRow, ReportTable } from '../../shared/api';
import { EmptyHint } from '../../shared/empty';
import { grouped } from '../../shared/money';
import type { Column } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { useUnits } from '../roster/queries';
import { MOST_CHARTED, seriesOf } from './series';

const Chart = lazy(() => import('./report-chart'));

interface Props {
  /** Of the table, in what is remembered of it. */
  name: string;
  table: ReportTable;
  title: string;
  unit: string | undefined;
  /** Why there is nothing, where it is no matter of the filters. */
  nothing?: { title: string; text: string };
  /** Left out where the rows are no units. */
  onUnit?: (unit: string | undefined) => void;
}

type Say = (words: { name_zh: string; name_en: string }) => string;

/** A report as a picture and as a table; the table says everything that the picture does. */
export function ReportView({ name, table, title, unit, nothing, onUnit }: Props): ReactElement {
  const { t, i18n } = useTranslation('reports');
  const zh = i18n.language.startsWith('zh');
  const say: Say = (words) => (zh ? words.name_zh : words.name_en);
  const { charted, left } = seriesOf(table, zh);
  const rows: ReportRow[] = table.rows;
  const empty = rows.every(({ figures }) => figures.every((figure) => figure === null || Number(figure) === 0));
  return (
    <>
      {onUnit && unit !== undefined && <Way unit={unit} onUnit={onUnit} />}
      {!empty && (
        <>
          <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 5 }} />}>
            <Chart kind={table.chart.kind} label={t('chart', { title })} series={charted} />
          </Suspense>
          {left && <p className="soft">{t('firstRows', { count: MOST_CHARTED })}</p>}
        </>
      )}
      <DataTable<ReportRow>
        name={`report-${name}`}
        label={title}
        size="small"
        rows={empty ? [] : rows}
        rowKey={({ key }) => key}
        empty={<EmptyHint icon="list" title={nothing?.title ?? t('none')} text={nothing?.text ?? t('noneText')} />}
        columns={columnsOf(table, zh, say, onUnit, t)}
        summary={table.total ? () => <Total table={table} label={t('total')} /> : undefined}
      />
    </>
  );
}

function columnsOf(
  table: ReportTable,
  zh: boolean,
  say: Say,
  onUnit: Props['onUnit'],
  t: (key: 'mark' | 'people' | 'yuan') => string,
): Column<ReportRow>[] {
  const second: Column<ReportRow>[] =
    table.also_zh === null
      ? []
      : [
          {
            key: 'also',
            title: (zh ? table.also_zh : table.also_en) ?? '',
            width: 150,
            render: (_, row) => (zh ? row.also_zh : row.also_en),
          },
        ];
  const marks: Column<ReportRow>[] = table.rows.some(({ mark_zh: mark }) => mark !== null)
    ? [
        {
          ...{ key: 'mark', title: t('mark'), width: 150 },
          render: (_, { mark_zh: chinese, mark_en: english }) =>
            chinese !== null && (
              <Tag tone="warn" icon="warn">
                {zh ? chinese : english}
              </Tag>
            ),
        },
      ]
    : [];
  return [
    {
      ...{ key: 'label', title: zh ? table.label_zh : table.label_en, width: 190 },
      render: (_, row) =>
        row.part ? null : row.within !== null && onUnit ? (
          <Button type="link" size="small" className="into" onClick={() => onUnit(row.within ?? undefined)}>
            {say(row)}
          </Button>
        ) : (
          say(row)
        ),
    },
    ...second,
    ...marks,
    ...table.columns.map((column, i): Column<ReportRow> => ({
      ...{
        key: column.key,
        title: say(column),
        unit: column.kind === 'percent' ? '%' : column.kind === 'yuan' ? t('yuan') : undefined,
        width: 104,
        figures: true,
      },
      render: (_, row) => {
        const given = row.figures[i] ?? null;
        const figure = given === null ? '–' : column.kind === 'yuan' ? grouped(given) : given;
        return column.key === 'people' && row.roster && Number(figure) > 0 ? (
          <Link
            to={`/roster?${new URLSearchParams(row.roster).toString()}`}
            aria-label={`${say(row)} ${figure} ${t('people')}`}
          >
            {figure}
          </Link>
        ) : (
          <span className="number">{figure}</span>
        );
      },
    })),
  ];
}

function Total({ table, label }: { table: ReportTable; label: string }): ReactElement {
  const marked = table.rows.some(({ mark_zh: mark }) => mark !== null);
  const before = 1 + Number(table.also_zh !== null) + Number(marked);
  return (
    <tr className="report-total">
      <th scope="row" colSpan={before} className="ant-table-cell">
        {label}
      </th>
      {table.columns.map(({ key }, i) => (
        <td key={key} className="ant-table-cell number">
          {table.total?.[i] ?? '–'}
        </td>
      ))}
    </tr>
  );
}

/** The units above the shown one; each leads back to its level. */
function Way({ unit, onUnit }: { unit: string; onUnit: (unit: string | undefined) => void }): ReactElement {
  const { t } = useTranslation('reports');
  const units = useUnits();
  const byCode = new Map(units.data?.map((one) => [one.code, one]));
  const byId = new Map(units.data?.map((one) => [one.id, one]));
  const way: { code: string; name: string }[] = [];
  for (let at = byCode.get(unit); at; at = at.parentId === null ? undefined : byId.get(at.parentId)) way.unshift(at);
  return (
    <nav className="report-way" aria-label={t('unit')}>
      <Button type="link" size="small" onClick={() => onUnit(undefined)}>
        {t('top')}
      </Button>
      {way.map(({ code, name }) => (
        <span key={code}>
          /{' '}
          <Button
            type="link"
            size="small"
            aria-current={code === unit ? 'page' : undefined}
            onClick={() => onUnit(code)}
          >
            {name}
          </Button>
        </span>
      ))}
    </nav>
  );
}
