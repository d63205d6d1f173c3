import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type PayRun, type WorkerVariance } from '../../../shared/api';
import { EmptyHint } from '../../../shared/empty';
import { Money } from '../../../shared/money';
import { QueryView } from '../../../shared/query-view';
import { DataTable } from '../../../shared/table/data-table';
import { runKeys, useWorkerNames } from '../queries';

type Item = WorkerVariance['items'][number];
type Fact = WorkerVariance['facts'][number];

/** One person's change by item, and the figures that were put in place of last month's. */
export function VarianceDrawer({
  run,
  workerNo,
  onClose,
}: {
  run: PayRun;
  workerNo: number | undefined;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('variance');
  const names = useWorkerNames();
  const name = workerNo === undefined ? '' : (names.get(workerNo) ?? t('open', { no: workerNo }));
  return (
    <Drawer open={workerNo !== undefined} title={t('of', { name })} onClose={onClose} size={720} destroyOnHidden>
      {workerNo !== undefined && <Body key={workerNo} run={run} workerNo={workerNo} />}
    </Drawer>
  );
}

function Body({ run, workerNo }: { run: PayRun; workerNo: number }): ReactElement {
  const query = useQuery({
    queryKey: [...runKeys.one(run.id), 'variance', run.hash, 'worker', workerNo],
    queryFn: () => api.variance.ofWorker(run.id, workerNo),
  });
  return (
    <QueryView query={query} inline>
      {(data) => (
        <div className="stack">
          <Items items={data.items} />
          <Facts facts={data.facts} />
        </div>
      )}
    </QueryView>
  );
}

function Items({ items }: { items: readonly Item[] }): ReactElement {
  const { t, i18n } = useTranslation('variance');
  const english = i18n.language === 'en';
  return (
    <DataTable<Item>
      name="variance-items"
      label={t('items')}
      size="small"
      rows={items}
      rowKey={({ itemNo }) => itemNo}
      empty={<EmptyHint title={t('none')} />}
      columns={[
        { key: 'item', title: t('item'), width: 150, render: (_, one) => (english ? one.nameEn : one.nameZh) },
        {
          key: 'before',
          title: t('before'),
          width: 110,
          figures: true,
          render: (_, one) => <Money value={one.before} />,
        },
        { key: 'after', title: t('after'), width: 110, figures: true, render: (_, one) => <Money value={one.after} /> },
        {
          ...{ key: 'difference', title: t('change'), width: 110, figures: true },
          render: (_, one) => <Money value={one.difference} strong />,
        },
        {
          ...{ key: 'causes', title: t('causes'), width: 200 },
          render: (_, one) =>
            one.causes.map((cause) => (
              <div key={cause.cause}>
                {english ? cause.name_en : cause.name_zh} <Money value={cause.amount} />
              </div>
            )),
        },
      ]}
    />
  );
}

function Facts({ facts }: { facts: readonly Fact[] }): ReactElement {
  const { t, i18n } = useTranslation('variance');
  const english = i18n.language === 'en';
  return (
    <DataTable<Fact>
      name="variance-facts"
      label={t('facts')}
      size="small"
      rows={facts}
      rowKey={({ cause, fact }) => `${cause} ${fact}`}
      empty={<EmptyHint title={t('noFacts')} />}
      columns={[
        { key: 'cause', title: t('cause'), width: 170, render: (_, one) => (english ? one.name_en : one.name_zh) },
        { key: 'fact', title: t('fact'), width: 200, render: (_, one) => (english ? one.fact_en : one.fact_zh) },
        { key: 'before', title: t('before'), width: 130, figures: true, render: (_, one) => one.before ?? '–' },
        { key: 'after', title: t('after'), width: 130, figures: true, render: (_, one) => one.after ?? '–' },
      ]}
    />
  );
}
