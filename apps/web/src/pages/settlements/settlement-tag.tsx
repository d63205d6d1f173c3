import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settlement } from '../../shared/api';
import { Tag } from '../../shared/tag';

const TONES = { prepared: 'info', confirmed: 'warn', paid: 'good' } as const;

export function SettlementTag({ status }: { status: Settlement['status'] }): ReactElement {
  const { t } = useTranslation('settlements');
  return <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>;
}
