import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type PayRun, type RunProgress } from '../../shared/api';
import { useCommand } from '../../shared/commands';
import { useSession } from '../../shared/session';
import { runKeys } from './queries';

/** Between two questions when the server's own telling has broken off. */
const ASK_MS = 1500;
const GOING = ['queued', 'running'];

export const isGoing = (progress: RunProgress | undefined): boolean => GOING.includes(progress?.job?.state ?? '');

const progressKey = (run: PayRun): readonly unknown[] => [...runKeys.one(run.id), 'progress'];

const useProgressQuery = (run: PayRun): UseQueryResult<RunProgress> =>
  useQuery({
    queryKey: progressKey(run),
    queryFn: () => api.runs.progress(run.id),
    enabled: run.status === 'draft' || run.status === 'calculated',
    staleTime: 0,
  });

/** How far the calculation is, for every part of the page; `usePushedProgress` keeps it up to date. */
export const useProgress = (run: PayRun): RunProgress | undefined => useProgressQuery(run).data;

export interface PushedProgress {
  progress: RunProgress | undefined;
  /** Nothing is heard of the server at the moment; what is shown may be old. */
  lost: boolean;
}

/** Listens to the server while a calculation goes on, and asks by itself where that breaks off. */
export function usePushedProgress(run: PayRun): PushedProgress {
  const client = useQueryClient();
  const { data, error } = useProgressQuery(run);
  const [broken, setBroken] = useState(false);
  const [silent, setSilent] = useState(false);
  const going = isGoing(data);
  useEffect(() => {
    if (!going || broken) return;
    const source = new EventSource(api.runs.eventsAddress(run.id));
    const take = (event: MessageEvent<string>): void =>
      void client.setQueryData(progressKey(run), JSON.parse(event.data));
    source.addEventListener('progress', take);
    source.addEventListener('end', (event) => {
      take(event);
      source.close();
    });
    source.addEventListener('open', () => setSilent(false));
    source.addEventListener('error', () => {
      setSilent(source.readyState === EventSource.CONNECTING);
      setBroken(source.readyState === EventSource.CLOSED);
    });
    return () => {
      source.close();
      setSilent(false);
    };
    // The run's other fields change nothing about where it is told.
  }, [going, broken, run.id, client]);
  useEffect(() => {
    if (!going || !broken) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: progressKey(run) }), ASK_MS);
    return () => clearInterval(timer);
  }, [going, broken, run.id, client]);
  const state = data?.job?.state;
  const status = data?.status;
  useEffect(() => {
    // The run itself is read again when its calculation has ended, or somebody else has moved it on.
    if ((state === 'done' || state === 'failed' || state === 'cancelled') && status !== run.status) {
      void client.invalidateQueries({ queryKey: runKeys.all });
    }
  }, [state, status, run.status, client]);
  return { progress: data, lost: going && (silent || (broken && error !== null)) };
}

export function RunProgressBar({
  run,
  pushed: { progress, lost },
}: {
  run: PayRun;
  pushed: PushedProgress;
}): ReactElement | null {
  const { t, i18n } = useTranslation('runs');
  const { can } = useSession();
  const stop = useCommand({ run: () => api.runs.stop(run.id), touches: [runKeys.one(run.id)] });
  const job = progress?.job;
  if (!job) return null;
  if (job.error && run.status === 'draft') {
    const text = i18n.language === 'en' ? job.error.detail_en : job.error.detail_zh;
    return <Alert style={{ marginTop: 16 }} type="error" showIcon title={t('progress.failed')} description={text} />;
  }
  if (job.state === 'cancelled' && run.status === 'draft')
    return <Alert style={{ marginTop: 16 }} type="info" showIcon title={t('progress.stopped')} />;
  if (!isGoing(progress)) return null;
  const percent = job.total ? Math.floor((job.done / job.total) * 100) : 0;
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center', marginTop: 16 }} role="status">
      {lost && <Alert type="warning" showIcon title={t('progress.lost')} style={{ flexBasis: '100%' }} />}
      <span className="nowrap">{job.state === 'queued' ? t('progress.queued') : t('progress.running')}</span>
      <Progress percent={percent} status="active" style={{ flex: 1, margin: 0 }} aria-label={t('progress.label')} />
      {can('run:prepare') && (
        <Button size="small" loading={stop.isPending} disabled={job.stopRequested} onClick={() => stop.mutate()}>
          {job.stopRequested ? t('progress.stopping') : t('progress.stop')}
        </Button>
      )}
    </div>
  );
}
