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
        <DataTable<RunAgency>
          name="agency-totals"
          label={t('tab.agencies')}
          size="small"
          rows={rows}
          rowKey={({ agencyId }) => agencyId}
          empty={<EmptyHint title={t('slips.none')} text={t('slips.noneText')} />}
          columns={[
            { key: 'agency', title: t('slips.agency'), width: 240, render: (_, { agencyId }) => agencyName(agencyId) },
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
      )}
    </QueryView>
  );
}
