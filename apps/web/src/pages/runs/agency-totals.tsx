import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type PayRun, type RunAgency } from '../../shared/api';
import { EmptyHint } from '../../shared/empty';
import { Money } from '../../shared/money';
import { QueryView } from '../../shared/query-view';
import { DataTable } from '../../shared/table/data-table';
import { runKeys, useAgencyNames } from './queries';
import { AMOUNTS, costOf } from './run-amounts';

export function AgencyTotals({ run }: { run: PayRun }): ReactElement {
  const { t } = useTranslation('runs');
  const agencyName = useAgencyNames();
  const agencies = useQuery({
    queryKey: [...runKeys.one(run.id), 'agencies', run.hash],
    queryFn: () => api.runs.agencies(run.id),
  });
  return (
    <QueryView query={agencies} inline>
      {(rows) => (
        <div className="stack">
          <DataTable<RunAgency>
            name="agency-totals"
            label={t('tab.agencies')}
            size="small"
            rows={rows}
            rowKey={({ agencyId }) => agencyId}
            empty={<EmptyHint title={t('slips.none')} text={t('slips.noneText')} />}
            columns={[
              {
                key: 'agency',
                title: t('slips.agency'),
                width: 240,
                render: (_, { agencyId }) => agencyName(agencyId),
              },
              { key: 'people', title: t('people'), width: 70, figures: true, dataIndex: 'people' },
              ...AMOUNTS.filter((name) => name !== 'receivable' && name !== 'otherDeductions').map((name) => ({
                ...{ key: name, title: t(`amount.${name}`), width: 125, figures: true },
                render: (_: unknown, row: RunAgency) => <Money value={row[name]} />,
              })),
              {
                key: 'cost',
                title: t('amount.cost'),
                width: 135,
                figures: true,
                render: (_, row) => <Money value={costOf(row)} strong />,
              },
            ]}
          />
          <FundTotals rows={rows.flatMap(({ agencyId, funds }) => funds.map((part) => ({ agencyId, ...part })))} />
        </div>
      )}
    </QueryView>
  );
}

type FundRow = RunAgency['funds'][number] & { agencyId: string };

/** Out of which fund each agency is paid: what is reserved and settled. */
function FundTotals({ rows }: { rows: readonly FundRow[] }): ReactElement | null {
  const { t } = useTranslation('runs');
  const agencyName = useAgencyNames();
  if (rows.length === 0) return null;
  return (
    <DataTable<FundRow>
      name="fund-totals"
      label={t('fund.parts')}
      size="small"
      rows={rows}
      rowKey={({ agencyId, fundId }) => `${agencyId} ${fundId}`}
      empty={null}
      columns={[
        { key: 'agency', title: t('slips.agency'), width: 240, render: (_, { agencyId }) => agencyName(agencyId) },
        { key: 'fund', title: t('fund.bears'), width: 260, dataIndex: 'name' },
        { key: 'people', title: t('people'), width: 70, figures: true, dataIndex: 'people' },
        {
          key: 'cost',
          title: t('amount.cost'),
          width: 135,
          figures: true,
          render: (_, { cost }) => <Money value={cost} />,
        },
        {
          key: 'due',
          title: t('fund.due'),
          width: 135,
          figures: true,
          render: (_, { due }) => <Money value={due} strong />,
        },
      ]}
    />
  );
}
