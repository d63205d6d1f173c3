import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkerDetail, WorkerSummary } from '../../shared/api';
import { Tag } from '../../shared/tag';
import { openFact } from './current-values';

export function StatusTag({ status }: { status: WorkerSummary['status'] }): ReactElement {
  const { t } = useTranslation('roster');
  if (status === null) return <Tag tone="plain">{t('status.out')}</Tag>;
  const tone = { probation: 'info', in_post: 'good', suspended: 'warn' } as const;
  return <Tag tone={tone[status]}>{t(`status.${status}`)}</Tag>;
}

/** Of one person: where they stand until further notice, or how the last engagement ended. */
export function PersonTag({ worker }: { worker: WorkerDetail }): ReactElement {
  const { t } = useTranslation('roster');
  const now = openFact(worker, 'engagement')?.values.status as WorkerSummary['status'] | undefined;
  if (now) return <StatusTag status={now} />;
  const ended = worker.timeline.findLast(
    ({ kind, inForce, values }) => kind === 'engagement' && inForce.length > 0 && values.endReason !== null,
  );
  if (!ended) return <StatusTag status={null} />;
  const reason = String(ended.values.endReason);
  return <Tag tone={reason === 'returned_to_agency' ? 'warn' : 'plain'}>{t(`endReason.${reason}`)}</Tag>;
}
