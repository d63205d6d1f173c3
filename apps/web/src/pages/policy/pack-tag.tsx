import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyPack } from '../../shared/api';
import { Tag, type Tone } from '../../shared/tag';

const TONES: Readonly<Record<PolicyPack['status'], Tone>> = {
  proposed: 'work',
  activated: 'good',
  returned: 'warn',
  withdrawn: 'plain',
};

export function PackTag({ status }: Pick<PolicyPack, 'status'>): ReactElement {
  const { t } = useTranslation('policy');
  return <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>;
}
