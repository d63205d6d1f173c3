import { formatYuan, isPeriod, type Period, sumFen } from '@gridstaff/kernel';
import { Button, Card, Table } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Settlement } from '../../shared/api';
import { MonthInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { fenOf, Money } from '../../shared/money';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import type { Column } from '../../shared/table/columns';
import { DataTable, useColumns } from '../../shared/table/data-table';
import { useAgencyNames } from '../runs/queries';
import { useSettlements } from './queries';
import { SettlementTag } from './settlement-tag';

const AMOUNTS = ['passThrough', 'fee', 'total', 'paid'] as const;

/** What the centre owes its agencies; the month stands in the address, so that a run leads here. */
export default function SettlementsPage(): ReactElement {
  const { t } = useTranslation('settlements');
  const [search, setSearch] = useSearchParams();
  const asked = search.get('period');
  const period = isPeriod(asked) ? asked : undefined;
  const settlements = useSettlements(period);
  const { shown, chooser } = useColumns('settlements', useSettlementColumns());
  const choose = (month: Period | undefined): void => setSearch(month ? { period: month } : {}, { replace: true });
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      actions={
        <>
          <Button
            icon={<Icon name="print" />}
            aria-label={t('common:action.print')}
            title={t('common:action.print')}
            onClick={() => window.print()}
          />
          <Button
            icon={<Icon name="refresh" />}
            aria-label={t('common:action.refresh')}
            onClick={() => void settlements.refetch()}
          />
          {chooser}
        </>
      }
    >
      <Card size="small">
        <div className="filter-row" role="search">
          <MonthInput value={period} onChange={choose} placeholder={t('period')} aria-label={t('period')} />
        </div>
        <QueryView query={settlements} inline>
          {(rows) => (
            <DataTable<Settlement>
              name="settlements"
              label={t('title')}
              columns={shown}
              rows={rows}
              rowKey={({ id }) => id}
              empty={<EmptyHint icon="settle" title={t('none')} text={t('noneText')} />}
              summary={() => <Sums rows={rows} columns={shown} />}
            />
          )}
        </QueryView>
      </Card>
    </Page>
  );
}

function Sums({
  rows,
  columns,
}: {
  rows: readonly Settlement[];
  columns: readonly Column<Settlement>[];
}): ReactElement {
  const { t } = useTranslation('settlements');
  return (
    <Table.Summary.Row>
      {columns.map(({ key }, i) => {
        const amount = AMOUNTS.find((name) => name === key);
        return (
          <Table.Summary.Cell key={key} index={i} align={amount ? 'right' : 'left'}>
            {i === 0 ? (
              <strong>{t('sum')}</strong>
            ) : amount ? (
              <Money value={formatYuan(sumFen(rows.map((row) => fenOf(row[amount]))))} strong />
            ) : null}
          </Table.Summary.Cell>
        );
      })}
    </Table.Summary.Row>
  );
}

function useSettlementColumns(): Column<Settlement>[] {
  const { t } = useTranslation('settlements');
  const agencyName = useAgencyNames();
  return [
    { key: 'period', title: t('period'), width: 96, dataIndex: 'period' },
    {
      key: 'agency',
      title: t('agency'),
      width: 230,
      always: true,
      render: (_, { id, agencyId }) => <Link to={`/settlements/${id}`}>{agencyName(agencyId)}</Link>,
    },
    {
      key: 'run',
      title: t('run'),
      width: 64,
      render: (_, { runId, runNo }) => <Link to={`/runs/${runId}`}>{runNo}</Link>,
    },
    { key: 'status', title: t('state'), width: 86, render: (_, { status }) => <SettlementTag status={status} /> },
    { key: 'people', title: t('people'), width: 64, figures: true, dataIndex: 'people' },
    ...AMOUNTS.map((key): Column<Settlement> => ({
      ...{ key, title: t(`amount.${key}`), unit: `(${t('common:yuan')})`, width: 128, figures: true },
      render: (_, row) => <Money value={row[key]} strong={key === 'total'} />,
    })),
  ];
}
