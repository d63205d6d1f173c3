import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PayRun } from '../../shared/api';
import { type RunNote, runNotes } from '../../shared/api/run-calls';
import { EmptyHint } from '../../shared/empty';
import { MoreRows } from '../../shared/list';
import { ProblemAlert } from '../../shared/problem-view';
import { DataTable } from '../../shared/table/data-table';
import { runKeys, useWorkerNames } from './queries';

const PAGE = 200;

const useNotes = (run: PayRun) =>
  useInfiniteQuery({
    queryKey: [...runKeys.one(run.id), 'notes', run.hash],
    queryFn: ({ pageParam }) => runNotes(run.id, { limit: PAGE, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ after }) => after ?? undefined,
    enabled: run.hash !== null,
  });

/** Says that something is left for another run, so that nobody takes this one for all of it. */
export function NotesBlock({ run, onGo }: { run: PayRun; onGo: () => void }): ReactElement | null {
  const { t } = useTranslation('runs');
  const { data } = useNotes(run);
  const count = data?.pages[0]?.notes.length ?? 0;
  if (count === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('notes.there', { count: count === PAGE ? `${PAGE}+` : count })}
      action={
        <Button size="small" onClick={onGo}>
          {t('notes.go')}
        </Button>
      }
    />
  );
}

/** What the run cannot pay itself: a part at another agency, earlier months that cannot be recalculated; each with its reason. */
export function RunNotes({ run }: { run: PayRun }): ReactElement {
  const { t, i18n } = useTranslation('runs');
  const names = useWorkerNames();
  const query = useNotes(run);
  const rows = query.data?.pages.flatMap((page) => page.notes);
  if (query.error && !rows) return <ProblemAlert error={query.error} onReload={() => void query.refetch()} />;
  return (
    <>
      <DataTable<RunNote>
        name="run-notes"
        label={t('tab.notes')}
        size="small"
        rows={rows}
        rowKey={({ workerNo, period, code, message_zh }) => `${workerNo} ${period} ${code} ${message_zh}`}
        empty={<EmptyHint icon="ok" title={t('notes.none')} text={t('notes.noneText')} />}
        columns={[
          { key: 'no', title: t('slips.no'), width: 70, dataIndex: 'workerNo' },
          {
            ...{ key: 'name', title: t('slips.name'), width: 110 },
            render: (_, { workerNo }) => (
              <Link to={`/roster/${workerNo}`}>{names.get(workerNo) ?? t('slips.open', { no: workerNo })}</Link>
            ),
          },
          { key: 'period', title: t('notes.period'), width: 100, dataIndex: 'period' },
          {
            ...{ key: 'why', title: t('notes.why'), width: 460 },
            render: (_, row) => (i18n.language === 'en' ? row.message_en : row.message_zh),
          },
        ]}
      />
      {rows && rows.length > 0 && <MoreRows query={query} count={rows.length} />}
    </>
  );
}
