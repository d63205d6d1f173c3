import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunStatus } from '../../shared/api';
import { Tag, type Tone } from '../../shared/tag';

const TONES: Record<RunStatus, Tone> = {
  draft: 'plain',
  calculated: 'info',
  submitted: 'work',
  checked: 'work',
  approved: 'work',
  settled: 'warn',
  paid: 'good',
  closed: 'good',
  cancelled: 'bad',
};

export function RunStatusTag({ status }: { status: RunStatus }): ReactElement {
  const { t } = useTranslation('runs');
  return <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>;
}
