import { formatYuan, sumFen } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, InputNumber, Table } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api, type Balances, type Budget, type Fund } from '../../shared/api';
import { thisYear } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { StandingTag } from '../../shared/fund-bar';
import { Icon } from '../../shared/icons';
import { fenOf, Money } from '../../shared/money';
import { Page } from '../../shared/page';
import { PrintFoot } from '../../shared/print-foot';
import { QueryView } from '../../shared/query-view';
import { useCentre } from '../../shared/session';
import type { Column } from '../../shared/table/columns';
import { DataTable, useColumns } from '../../shared/table/data-table';
import { useFunds } from '../../shared/funds';

const BALANCES = ['granted', 'paid', 'reserved', 'available'] as const;

export default function FundsPage(): ReactElement {
  const { t } = useTranslation('funds');
  const centre = useCentre();
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('year')) || undefined;
  const funds = useFunds(centre.id, asked);
  const year = asked ?? funds.data?.[0]?.fiscalYear ?? thisYear();
  const budget = useQuery({
    queryKey: ['budget', centre.id, year],
    queryFn: () => api.funds.budget(centre.id, year),
    enabled: (funds.data?.length ?? 0) > 0,
  });
  const { shown, chooser } = useColumns('funds', useFundColumns());
  const choose = (next: number | null): void => setSearch(next ? { year: String(next) } : {}, { replace: true });
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      sub={
        <label>
          {t('year')}{' '}
          <InputNumber
            min={2000}
            max={2100}
            value={funds.isPending ? asked : year}
            onChange={choose}
            style={{ width: 90 }}
            controls
          />
        </label>
      }
      actions={
        <>
          <Button
            icon={<Icon name="print" />}
            aria-label={t('common:action.print')}
            title={t('common:action.print')}
            onClick={() => window.print()}
          />
          {chooser}
        </>
      }
    >
      <div className="stack">
        {budget.data && <Published budget={budget.data} />}
        <Card size="small" title={t('list')}>
          <QueryView query={funds} inline>
            {(rows) => (
              <DataTable<Fund>
                name="funds"
                label={t('list')}
                columns={shown}
                rows={rows}
                rowKey={({ id }) => id}
                empty={<EmptyHint icon="fund" title={t('none', { year })} text={t('first')} />}
                summary={() => <Sums rows={rows} columns={shown} />}
              />
            )}
          </QueryView>
        </Card>
        <PrintFoot />
      </div>
    </Page>
  );
}

function Published({ budget }: { budget: Budget }): ReactElement {
  const { t } = useTranslation('funds');
  return (
    <Card size="small">
      <dl className="figures small">
        <div>
          <dt>
            {t('published')} <small>{t('common:yuan')}</small>
          </dt>
          <dd>
            <Money value={budget.total} />
          </dd>
        </div>
        <div>
          <dt>
            {t('previous')} <small>{t('common:yuan')}</small>
          </dt>
          <dd>
            <Money value={budget.previousTotal} />
          </dd>
        </div>
        <div>
          <dt>{t('posts')}</dt>
          <dd>{budget.posts ?? '–'}</dd>
        </div>
        <div>
          <dt>{t('filled')}</dt>
          <dd>{budget.filled ?? '–'}</dd>
        </div>
        <div>
          <dt>{t('source')}</dt>
          <dd>{budget.source}</dd>
        </div>
      </dl>
    </Card>
  );
}

const total = (rows: readonly Fund[], name: keyof Balances): string =>
  formatYuan(sumFen(rows.map(({ balances }) => fenOf(balances[name]))));

function Sums({ rows, columns }: { rows: readonly Fund[]; columns: readonly Column<Fund>[] }): ReactElement {
  const { t } = useTranslation('funds');
  return (
    <Table.Summary.Row>
      {columns.map(({ key }, i) => {
        const balance = BALANCES.find((name) => name === key);
        return (
          <Table.Summary.Cell key={key} index={i} align={balance ? 'right' : 'left'}>
            {key === 'name' ? (
              <strong>{t('total')}</strong>
            ) : balance ? (
              <Money value={total(rows, balance)} strong />
            ) : null}
          </Table.Summary.Cell>
        );
      })}
    </Table.Summary.Row>
  );
}

function useFundColumns(): Column<Fund>[] {
  const { t } = useTranslation('funds');
  return [
    { key: 'no', title: t('column.no'), width: 60, dataIndex: 'no', figures: true },
    {
      key: 'name',
      title: t('column.name'),
      width: 230,
      always: true,
      render: (_, { id, fiscalYear, name }) => <Link to={`/funds/${id}?year=${fiscalYear}`}>{name}</Link>,
    },
    {
      key: 'kind',
      title: t('column.kind'),
      width: 90,
      render: (_, { kind }) => t(`kind.${kind}`, { defaultValue: kind }),
    },
    { key: 'purpose', title: t('purpose'), width: 220, dataIndex: 'purpose', optional: true },
    ...BALANCES.map((key): Column<Fund> => ({
      ...{ key, title: t(`balance.${key}`), unit: `(${t('common:yuan')})`, width: 132, figures: true },
      render: (_, { balances }) => <Money value={balances[key]} />,
    })),
    {
      key: 'progress',
      title: t('column.progress'),
      width: 84,
      figures: true,
      render: (_, { progressPct }) => <span className="number">{progressPct}%</span>,
    },
    {
      key: 'time',
      title: t('column.time'),
      width: 84,
      figures: true,
      optional: true,
      render: (_, { timeProgressPct }) => <span className="number">{timeProgressPct}%</span>,
    },
    { key: 'standing', title: t('column.standing'), width: 116, render: (_, fund) => <StandingTag fund={fund} /> },
  ];
}
