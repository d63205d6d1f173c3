import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, LONGEST_PAGE, type Exclusion, type PayRun } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { MoreRows } from '../../shared/list';
import { ProblemAlert } from '../../shared/problem-view';
import { useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { runKeys, useWorkerNames } from './queries';

const keyOf = (run: PayRun): readonly unknown[] => [...runKeys.one(run.id), 'exclusions', run.hash];

const useExclusions = (run: PayRun, enabled = true) =>
  useInfiniteQuery({
    queryKey: keyOf(run),
    queryFn: ({ pageParam }) => api.runs.exclusions(run.id, { limit: LONGEST_PAGE, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ after }) => after ?? undefined,
    enabled,
  });

/** In red, as long as somebody who is left out keeps the run from being submitted. */
export function ExclusionsBlock({ run, onGo }: { run: PayRun; onGo: () => void }): ReactElement | null {
  const { t } = useTranslation('runs');
  const { can } = useSession();
  const query = useExclusions(run, run.status === 'calculated' && run.excluded > 0 && can('run:prepare'));
  const open = (query.data?.pages ?? [])
    .flatMap((page) => page.exclusions)
    .filter(({ acknowledgedAt }) => acknowledgedAt === null).length;
  if (run.status !== 'calculated' || open === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={t('exclusions.blocks', { count: open })}
      action={
        <Button size="small" onClick={onGo}>
          {t('exclusions.go')}
        </Button>
      }
    />
  );
}

/** Whom the run leaves out and why; each must be looked at before the run is submitted. */
export function Exclusions({ run }: { run: PayRun }): ReactElement {
  const { t, i18n } = useTranslation('runs');
  const { can } = useSession();
  const names = useWorkerNames();
  const [ask, dialog] = useAsk();
  const query = useExclusions(run);
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const acknowledge = useCommand<{ workerNos: readonly number[]; reason: string }>({
    run: async ({ workerNos, reason }) => {
      for (const workerNo of workerNos) await api.runs.acknowledge(run.id, workerNo, reason);
    },
    touches: [keyOf(run)],
    onDone: () => setTicked([]),
    onRefused: () => undefined,
  });
  const rows = query.data?.pages.flatMap((page) => page.exclusions);
  const nameOf = (workerNo: number): string => names.get(workerNo) ?? t('slips.open', { no: workerNo });
  const mayAcknowledge = can('run:prepare') && run.status === 'calculated';
  const askFor = (workerNos: readonly number[]): void =>
    ask({
      title:
        workerNos.length === 1
          ? t('exclusions.askTitle', { name: nameOf(workerNos[0] ?? 0) })
          : t('exclusions.askMany', { count: workerNos.length }),
      text: t('exclusions.askText'),
      confirm: t('exclusions.acknowledge'),
      reason: true,
      act: (reason) => acknowledge.mutateAsync({ workerNos, reason }),
    });
  if (query.error && !rows) return <ProblemAlert error={query.error} onReload={() => void query.refetch()} />;
  return (
    <>
      {mayAcknowledge && rows && rows.length > 1 && (
        <div className="filter-row">
          <Button disabled={ticked.length === 0} onClick={() => askFor(ticked)}>
            {t('exclusions.acknowledgeTicked', { count: ticked.length })}
          </Button>
          <span className="soft">{t('exclusions.hint')}</span>
        </div>
      )}
      <DataTable<Exclusion>
        name="exclusions"
        label={t('tab.exclusions', { count: run.excluded })}
        size="small"
        rows={rows}
        rowKey={({ workerNo }) => workerNo}
        rowSelection={
          mayAcknowledge
            ? {
                selectedRowKeys: [...ticked],
                onChange: (keys) => setTicked(keys.map(Number)),
                getCheckboxProps: ({ acknowledgedAt, workerNo }) => ({
                  disabled: acknowledgedAt !== null,
                  'aria-label': t('exclusions.tick', { name: nameOf(workerNo) }),
                }),
              }
            : undefined
        }
        empty={<EmptyHint icon="ok" title={t('exclusions.none')} />}
        columns={[
          { key: 'no', title: t('slips.no'), width: 70, dataIndex: 'workerNo' },
          { key: 'name', title: t('slips.name'), width: 110, render: (_, { workerNo }) => nameOf(workerNo) },
          {
            key: 'why',
            title: t('exclusions.why'),
            width: 420,
            render: (_, row) => (i18n.language === 'en' ? row.message_en : row.message_zh),
          },
          {
            ...{ key: 'state', title: t('exclusions.state'), width: 240 },
            render: (_, { acknowledgedAt, reason }) =>
              acknowledgedAt === null ? (
                <Tag tone="warn" icon="warn">
                  {t('exclusions.open')}
                </Tag>
              ) : (
                <>
                  <Tag tone="good" icon="ok">
                    {t('exclusions.seen')}
                  </Tag>{' '}
                  {reason}
                </>
              ),
          },
          {
            ...{ key: 'do', title: t('exclusions.do'), width: 110 },
            render: (_, { workerNo, acknowledgedAt }) =>
              mayAcknowledge && acknowledgedAt === null ? (
                <Button size="small" onClick={() => askFor([workerNo])}>
                  {t('exclusions.acknowledge')}
                </Button>
              ) : null,
          },
        ]}
      />
      {rows && rows.length > 0 && <MoreRows query={query} count={rows.length} />}
      {dialog}
    </>
  );
}
