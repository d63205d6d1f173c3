import { formatYuan, sumFen } from '@gridstaff/kernel';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { api, type Appropriation, type Fund, type LedgerEntry } from '../../shared/api';
import { formatInstant } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { FundBar, StandingTag } from '../../shared/fund-bar';
import type { Forecast } from '../../shared/fund-standing';
import { useForecast, useFunds } from '../../shared/funds';
import { Icon } from '../../shared/icons';
import { MoreRows } from '../../shared/list';
import { fenOf, Money } from '../../shared/money';
import { Page } from '../../shared/page';
import { ProblemAlert } from '../../shared/problem-view';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tabs } from '../../shared/tabs';
import { Who } from '../../shared/who';
import { AppropriationDialog } from './appropriation-dialog';

/** One fund: how it stands, what granted it, and everything that moved it. */
export default function FundPage(): ReactElement {
  const { t } = useTranslation('funds');
  const id = useParams().id ?? '';
  const [search] = useSearchParams();
  const asked = Number(search.get('year')) || undefined;
  const centre = useCentre();
  const { can } = useSession();
  const [adding, setAdding] = useState(false);
  const funds = useFunds(centre.id, asked);
  const fund = funds.data?.find((one) => one.id === id);
  const forecast = useForecast(fund);
  const name = fund?.name ?? t('title');
  return (
    <Page
      tabTitle={name}
      title={name}
      sub={fund && <StandingTag fund={fund} forecast={forecast} />}
      actions={
        fund && can('fund:manage') ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t('appropriation.add')}
          </Button>
        ) : undefined
      }
    >
      <QueryView query={funds}>
        {() =>
          fund ? (
            <Body fund={fund} forecast={forecast} />
          ) : (
            <EmptyHint icon="fund" title={t('gone')} text={t('goneText')} />
          )
        }
      </QueryView>
      {fund && <AppropriationDialog fund={fund} open={adding} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Body({ fund, forecast }: { fund: Fund; forecast: Forecast }): ReactElement {
  const { t } = useTranslation('funds');
  return (
    <div className="stack">
      <Card size="small">
        {fund.purpose && <p style={{ marginTop: 0 }}>{fund.purpose}</p>}
        <FundBar fund={fund} forecast={forecast} />
      </Card>
      <Card size="small">
        <Tabs
          label={fund.name}
          items={[
            { key: 'movements', label: t('movements'), children: <Movements fund={fund} /> },
            { key: 'appropriations', label: t('appropriations'), children: <Appropriations fund={fund} /> },
          ]}
        />
      </Card>
    </div>
  );
}

function Appropriations({ fund }: { fund: Fund }): ReactElement {
  const { t } = useTranslation('funds');
  const rows = useQuery({
    queryKey: ['funds', 'appropriations', fund.id],
    queryFn: () => api.funds.appropriations(fund.id),
  });
  return (
    <QueryView query={rows} inline>
      {(list) => (
        <DataTable<Appropriation>
          name="appropriations"
          label={t('appropriations')}
          size="small"
          rows={list}
          rowKey={({ id }) => id}
          empty={<EmptyHint title={t('appropriation.none')} />}
          columns={[
            { key: 'on', title: t('appropriation.effectiveOn'), width: 120, dataIndex: 'effectiveOn' },
            {
              key: 'kind',
              title: t('appropriation.kind'),
              width: 90,
              render: (_, { kind }) => t(`appropriationKind.${kind}`),
            },
            {
              key: 'amount',
              title: t('appropriation.amount'),
              unit: `(${t('common:yuan')})`,
              width: 150,
              figures: true,
              render: (_, { amount }) => <Money value={amount} />,
            },
            { key: 'document', title: t('appropriation.documentNo'), width: 200, dataIndex: 'documentNo' },
            { key: 'reason', title: t('appropriation.reason'), width: 200, dataIndex: 'reason' },
            {
              key: 'by',
              title: t('appropriation.recorded'),
              width: 230,
              render: (_, { recordedBy, recordedAt }) => (
                <>
                  <Who id={recordedBy} /> <span className="soft">{formatInstant(recordedAt)}</span>
                </>
              ),
            },
          ]}
        />
      )}
    </QueryView>
  );
}

const changeOf = (entry: LedgerEntry): string =>
  formatYuan(sumFen(entry.legs.filter(({ account }) => account === 'available').map(({ amount }) => fenOf(amount))));

function Movements({ fund }: { fund: Fund }): ReactElement {
  const { t } = useTranslation('funds');
  const query = useInfiniteQuery({
    queryKey: ['funds', 'movements', fund.id],
    queryFn: ({ pageParam }) => api.funds.movements(fund.id, { limit: 50, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ after }) => after ?? undefined,
  });
  const rows = query.data?.pages.flatMap((page) => page.entries);
  if (query.error && !rows) return <ProblemAlert error={query.error} onReload={() => void query.refetch()} />;
  return (
    <>
      <DataTable<LedgerEntry>
        name="movements"
        label={t('movements')}
        size="small"
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyHint title={t('movement.none')} />}
        columns={[
          { key: 'no', title: t('movement.no'), width: 64, figures: true, dataIndex: 'no' },
          { key: 'date', title: t('movement.date'), width: 115, dataIndex: 'businessDate' },
          { key: 'kind', title: t('movement.kind'), width: 120, render: (_, { kind }) => t(`entry.${kind}`) },
          { key: 'document', title: t('movement.document'), width: 200, dataIndex: 'documentNo' },
          {
            key: 'amount',
            title: t('appropriation.amount'),
            unit: `(${t('common:yuan')})`,
            width: 140,
            figures: true,
            render: (_, { legs }) => <Money value={legs[1]?.amount} />,
          },
          {
            key: 'change',
            title: t('movement.change'),
            unit: `(${t('common:yuan')})`,
            width: 150,
            figures: true,
            render: (_, entry) => <Money value={changeOf(entry)} />,
          },
          {
            key: 'after',
            title: t('movement.after'),
            unit: `(${t('common:yuan')})`,
            width: 150,
            figures: true,
            render: (_, { availableAfter }) => <Money value={availableAfter} strong />,
          },
          {
            key: 'recorded',
            title: t('movement.recorded'),
            width: 150,
            render: (_, { recordedAt }) => formatInstant(recordedAt),
          },
        ]}
      />
      {rows && rows.length > 0 && <MoreRows query={query} count={rows.length} />}
    </>
  );
}
