import { Alert, Button, Progress } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type PackEffectProgress } from '../../shared/api';
import { useCommand } from '../../shared/commands';
import { isGoing } from './queries';

/** How far the effect is calculated, with the way to stop it, or why it did not come to an end. */
export function EffectProgress({
  id,
  progress: { job, ...rest },
  onAgain,
}: {
  id: string;
  progress: PackEffectProgress;
  onAgain: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation('policy');
  const stop = useCommand({ run: () => api.policy.stopEffect(id), touches: [['pack-effect', id]] });
  if (!isGoing({ job, ...rest }))
    return (
      <Alert
        type={job.error ? 'error' : 'info'}
        showIcon
        title={t(job.state === 'cancelled' ? 'progress.stopped' : 'progress.failed')}
        description={job.error && (i18n.language === 'en' ? job.error.detail_en : job.error.detail_zh)}
        action={
          <Button size="small" onClick={onAgain}>
            {t('progress.again')}
          </Button>
        }
      />
    );
  const text =
    job.state === 'queued'
      ? t('progress.queued')
      : job.total === 0
        ? t('progress.planning')
        : t('progress.running', { done: job.done, total: job.total });
  return (
    <div className="effect-progress" role="status">
      <span>{text}</span>
      <Progress
        percent={job.total === 0 ? 0 : Math.floor((job.done / job.total) * 100)}
        status="active"
        aria-label={t('progress.title')}
      />
      <Button size="small" loading={stop.isPending} disabled={job.stopRequested} onClick={() => stop.mutate()}>
        {t(job.stopRequested ? 'progress.stopping' : 'progress.stop')}
      </Button>
    </div>
  );
}
