import type { Period } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { sheets, type Team, type TrailStep } from '../../../shared/api/sheet-calls';
import { formatInstant } from '../../../shared/clock';
import { Tag, type Tone } from '../../../shared/tag';
import { Who } from '../../../shared/who';

const TONES: Readonly<Record<Team['state']['status'], Tone>> = {
  ...{ open: 'plain', submitted: 'work', approved: 'good', returned: 'warn', withdrawn: 'plain' },
};

/** Where a sheet stands; one that was changed after its approval is another sheet. */
export function StateTag({ status, changed }: Pick<Team['state'], 'status' | 'changed'>): ReactElement {
  const { t } = useTranslation('month');
  const stale = changed && (status === 'approved' || status === 'submitted');
  return (
    <Tag tone={stale ? 'warn' : TONES[status]}>{t(`sheet.status.${status}`) + (stale ? t('sheet.changed') : '')}</Tag>
  );
}

export function Steps({ steps }: { steps: readonly TrailStep[] }): ReactElement | null {
  const { t } = useTranslation('month');
  if (steps.length === 0) return null;
  return (
    <>
      <h4>{t('sheet.trail')}</h4>
      <ul>
        {steps.map(({ round, roundStatus, kind, decision, decidedBy, opinion, decidedAt }) => (
          <li key={`${round} ${kind}`}>
            {t('sheet.round', { round })} {t(`sheet.decision.${decision ?? roundStatus}`)} <Who id={decidedBy} />{' '}
            {decidedAt && formatInstant(decidedAt)} {opinion}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who decided what about a sheet. */
export function Trail({
  centreId,
  period,
  unitId,
}: {
  centreId: string;
  period: Period;
  unitId: string;
}): ReactElement | null {
  const trail = useQuery({
    queryKey: ['sheet-trail', unitId, period],
    queryFn: () => sheets.trail(centreId, period, unitId),
  });
  return trail.data ? <Steps steps={trail.data} /> : null;
}
