import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Select } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type PayRun, type Variance, type VarianceRow } from '../../../shared/api';
import type { VarianceFlag } from '../../../shared/api/insight-calls';
import { EmptyHint } from '../../../shared/empty';
import { MoreRows } from '../../../shared/list';
import { Money } from '../../../shared/money';
import { ProblemAlert } from '../../../shared/problem-view';
import type { Column } from '../../../shared/table/columns';
import { DataTable } from '../../../shared/table/data-table';
import { Tag } from '../../../shared/tag';
import { TextButton } from '../../../shared/text-button';
import { runKeys, useWorkerNames } from '../queries';
import { VarianceDrawer } from './variance-drawer';

const FLAGS = ['joined', 'left', 'moved', 'large', 'negative', 'below_minimum', 'excluded', 'unexplained'] as const;
const GRAVE: readonly string[] = ['negative', 'below_minimum', 'unexplained'];

/** Why pay differs from last month's: for the run by cause, and for everybody by the size of the change. */
export function VarianceTab({ run }: { run: PayRun }): ReactElement {
  const { t } = useTranslation('variance');
  const [flag, setFlag] = useState<VarianceFlag>();
  const [workerNo, setWorkerNo] = useState<number>();
  const query = useInfiniteQuery({
    queryKey: [...runKeys.one(run.id), 'variance', run.hash, flag],
    queryFn: ({ pageParam }) => api.variance.ofRun(run.id, { flag, limit: 100, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const first = query.data?.pages[0];
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows), [query.data]);
  if (query.error && !first) return <ProblemAlert error={query.error} onReload={() => void query.refetch()} />;
  return (
    <div className="stack">
      {first && <Bridge variance={first} />}
      <div className="filter-row">
        <Select<VarianceFlag | 'all'>
          aria-label={t('filter')}
          value={flag ?? 'all'}
          style={{ minWidth: 200 }}
          onChange={(value) => setFlag(value === 'all' ? undefined : value)}
          options={[
            { value: 'all', label: t('all') },
            ...FLAGS.map((value) => ({
              value,
              label: t('flagCount', { name: t(`flag.${value}`), count: first?.flagged[value] ?? 0 }),
            })),
          ]}
        />
        <span className="soft">{t('sorted')}</span>
      </div>
      <Rows rows={rows} onOpen={setWorkerNo} />
      {rows && rows.length > 0 && <MoreRows query={query} count={rows.length} />}
      <VarianceDrawer run={run} workerNo={workerNo} onClose={() => setWorkerNo(undefined)} />
    </div>
  );
}

interface BridgeRow {
  key: string;
  name: string;
  people: number | null;
  net: string;
  gross: string;
  cost: string;
  total: boolean;
}

function Bridge({ variance }: { variance: Variance }): ReactElement {
  const { t, i18n } = useTranslation('variance');
  const { before, after, bridge, rest, baseRuns } = variance;
  const unexplained = [rest.net, rest.gross, rest.cost].some((amount) => amount !== '0.00');
  const rows: BridgeRow[] = [
    { key: 'before', name: t('before'), people: null, ...before, total: true },
    ...bridge.map(({ cause, name_zh, name_en, ...step }) => ({
      ...{ key: cause, name: i18n.language === 'en' ? name_en : name_zh, total: false },
      ...step,
    })),
    { key: 'after', name: t('after'), people: variance.people, ...after, total: true },
  ];
  const money = (key: 'net' | 'gross' | 'cost'): Column<BridgeRow> => ({
    ...{ key, title: t(`figure.${key}`), width: 150, figures: true },
    render: (_, row) => <Money value={row[key]} strong={row.total} />,
  });
  return (
    <>
      {baseRuns.length === 0 && <Alert type="info" showIcon title={t('noBase')} />}
      <Alert
        type={unexplained ? 'error' : 'success'}
        showIcon
        title={unexplained ? t('unexplained', { net: rest.net }) : t('explained')}
      />
      <DataTable<BridgeRow>
        name="variance-bridge"
        label={t('bridge')}
        size="small"
        rows={rows}
        rowKey={({ key }) => key}
        empty={<EmptyHint title={t('none')} />}
        columns={[
          {
            ...{ key: 'name', title: t('cause'), width: 220 },
            render: (_, row) => (row.total ? <strong>{row.name}</strong> : row.name),
          },
          { key: 'people', title: t('people'), width: 90, figures: true, dataIndex: 'people' },
          ...(['net', 'gross', 'cost'] as const).map(money),
        ]}
      />
    </>
  );
}

function Rows({
  rows,
  onOpen,
}: {
  rows: readonly VarianceRow[] | undefined;
  onOpen: (workerNo: number) => void;
}): ReactElement {
  const { t, i18n } = useTranslation('variance');
  const names = useWorkerNames();
  const columns: Column<VarianceRow>[] = [
    { key: 'no', title: t('no'), width: 70, dataIndex: 'workerNo' },
    {
      ...{ key: 'name', title: t('name'), width: 110 },
      render: (_, { workerNo }) => (
        <TextButton onClick={() => onOpen(workerNo)}>{names.get(workerNo) ?? t('open', { no: workerNo })}</TextButton>
      ),
    },
    {
      ...{ key: 'before', title: t('netBefore'), width: 120, figures: true },
      render: (_, { before }) => <Money value={before?.net} />,
    },
    {
      ...{ key: 'after', title: t('netAfter'), width: 120, figures: true },
      render: (_, { after }) => <Money value={after?.net} />,
    },
    {
      ...{ key: 'difference', title: t('difference'), width: 120, figures: true },
      render: (_, { difference }) => <Money value={difference.net} strong />,
    },
    {
      ...{ key: 'causes', title: t('causes'), width: 320 },
      render: (_, { causes }) =>
        causes.map((one) => (
          <span key={one.cause} style={{ marginRight: 12 }}>
            {i18n.language === 'en' ? one.name_en : one.name_zh} <Money value={one.net} />
          </span>
        )),
    },
    {
      ...{ key: 'flags', title: t('flags'), width: 180 },
      render: (_, { flags }) =>
        flags.map((flag) => (
          <Tag key={flag} tone={GRAVE.includes(flag) ? 'bad' : flag === 'large' ? 'warn' : 'plain'}>
            {t(`flag.${flag}`)}
          </Tag>
        )),
    },
  ];
  return (
    <DataTable<VarianceRow>
      name="variance"
      label={t('rows')}
      size="small"
      rows={rows}
      rowKey={({ workerNo }) => workerNo}
      empty={<EmptyHint icon="search" title={t('none')} />}
      columns={columns}
    />
  );
}
