import { Button, Card, Flex, Progress } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type ExportTask, saveFile } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { formatInstant } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { useTextOf } from '../../shared/problem-view';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import type { Column } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Tag, type Tone } from '../../shared/tag';
import { Who } from '../../shared/who';
import { EXPORTS, isGoing, useExports } from './queries';

const TOUCHES = [[EXPORTS], ['todos']];
const TONES: Readonly<Record<ExportTask['status'], Tone>> = {
  ...{ waiting: 'warn', queued: 'info', making: 'work', done: 'good' },
  ...{ failed: 'bad', returned: 'bad', stopped: 'plain', expired: 'plain' },
};

/** 导出中心: one's files of lists until they expire, and what waits for a second person. */
export default function ExportsPage(): ReactElement {
  const { t } = useTranslation('exports');
  const { can } = useSession();
  const own = useExports(false);
  const waiting = useExports(true, can('export:approve'));
  const columns = useTaskColumns();
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      sub={t('about')}
      actions={<Button icon={<Icon name="refresh" />} aria-label={t('common:action.refresh')} onClick={() => void own.refetch()} />}
    >
      {can('export:approve') && (waiting.data?.length ?? 0) > 0 && (
        <Card size="small" title={t('waiting.title')}>
          <p className="soft">{t('waiting.text')}</p>
          <DataTable<ExportTask>
            name="exports-waiting"
            label={t('waiting.title')}
            size="small"
            rows={waiting.data}
            rowKey={({ id }) => id}
            empty={null}
            columns={[
              ...columns.filter(({ key }) => ['kind', 'what', 'purpose', 'at'].includes(key)),
              { key: 'by', title: t('column.by'), width: 120, render: (_, { requestedBy }) => <Who id={requestedBy} /> },
              { key: 'do', title: t('common:actions'), width: 170, render: (_, task) => <Decision task={task} /> },
            ]}
          />
        </Card>
      )}
      <Card size="small">
        <QueryView query={own} inline>
          {(tasks) => (
            <DataTable<ExportTask>
              name="exports"
              label={t('title')}
              size="small"
              rows={tasks}
              rowKey={({ id }) => id}
              empty={<EmptyHint icon="download" title={t('none')} text={t('noneText')} />}
              columns={[...columns, { key: 'do', title: t('common:actions'), width: 110, render: (_, task) => <Act task={task} /> }]}
            />
          )}
        </QueryView>
      </Card>
    </Page>
  );
}

function useTaskColumns(): Column<ExportTask>[] {
  const { t } = useTranslation('exports');
  return [
    { key: 'kind', title: t('column.kind'), width: 100, render: (_, { kind }) => t(`kind.${kind}`, { defaultValue: kind }) },
    {
      ...{ key: 'what', title: t('column.what'), width: 190 },
      render: (_, { expected, chosen, format, numbers }) => (
        <>
          {t('what', { rows: expected, columns: chosen.length, format })}
          {numbers && <Tag tone="warn">{t('numbers')}</Tag>}
        </>
      ),
    },
    { key: 'purpose', title: t('column.purpose'), width: 150, dataIndex: 'purpose' },
    { key: 'at', title: t('column.at'), width: 140, render: (_, { requestedAt }) => formatInstant(requestedAt) },
    { key: 'status', title: t('column.status'), width: 150, render: (_, task) => <Status task={task} /> },
    { key: 'size', title: t('column.size'), width: 80, figures: true, render: (_, { status, bytes }) => (status === 'done' ? sizeOf(bytes) : '–') },
    {
      ...{ key: 'until', title: t('column.until'), width: 140 },
      render: (_, { status, expiresAt }) => (status === 'done' ? formatInstant(expiresAt) : '–'),
    },
  ];
}

const sizeOf = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

function Status({ task }: { task: ExportTask }): ReactElement {
  const { t } = useTranslation('exports');
  const textOf = useTextOf();
  const { status, error, doneRows, expected } = task;
  return (
    <div>
      <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>
      {isGoing(task) && (
        <Progress size="small" percent={Math.min(99, Math.round((100 * doneRows) / Math.max(1, expected)))} aria-label={t('progress', { done: doneRows, all: expected })} />
      )}
      {error && <div className="soft">{textOf(error)}</div>}
    </div>
  );
}

/** What the owner can do with it now. */
function Act({ task }: { task: ExportTask }): ReactElement | null {
  const { t } = useTranslation('exports');
  const centre = useCentre();
  const fetchIt = useCommand({
    run: () => api.exportTasks.file(centre.id, task.id),
    touches: TOUCHES,
    onDone: ({ blob, name }) => saveFile(blob, name ?? `export.${task.format}`),
  });
  const stop = useCommand({ run: () => api.exportTasks.stop(centre.id, task.id), touches: TOUCHES, done: t('stopped') });
  if (task.status === 'done')
    return (
      <Button size="small" type="primary" loading={fetchIt.isPending} onClick={() => fetchIt.mutate()}>
        {t('download')}
      </Button>
    );
  if (!isGoing(task) && task.status !== 'waiting') return null;
  return (
    <Button size="small" danger loading={stop.isPending} onClick={() => stop.mutate()}>
      {t('stop')}
    </Button>
  );
}

/** For a second person; the server decides about persons. */
function Decision({ task }: { task: ExportTask }): ReactElement | null {
  const { t } = useTranslation('exports');
  const centre = useCentre();
  const { me } = useSession();
  const [ask, dialog] = useAsk();
  const inDialog = { touches: TOUCHES, onRefused: (): void => undefined };
  const approve = useCommand({ ...inDialog, done: t('approved'), run: () => api.exportTasks.approve(centre.id, task.id, task.hash) });
  const sendBack = useCommand<string>({
    ...{ ...inDialog, done: t('returned') },
    run: (reason) => api.exportTasks.sendBack(centre.id, task.id, task.hash, reason),
  });
  if (task.requestedBy === me.userId) return null;
  const text = <p>{t('waiting.about', { rows: task.expected, purpose: task.purpose })}</p>;
  return (
    <Flex gap={4} wrap>
      <Button
        type="primary"
        size="small"
        onClick={() => ask({ title: t('approve.title'), text, confirm: t('approve.button'), act: () => approve.mutateAsync() })}
      >
        {t('approve.button')}
      </Button>
      <Button
        size="small"
        onClick={() => ask({ ...{ title: t('return.title'), text, confirm: t('return.button'), reason: true }, act: (reason) => sendBack.mutateAsync(reason) })}
      >
        {t('return.button')}
      </Button>
      {dialog}
    </Flex>
  );
}
