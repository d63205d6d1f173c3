import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { DispatchFinding } from '../../shared/api/dispatch-calls';
import { Who } from '../../shared/who';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../shared/clock';

/** Whom it is about, with the way to where it is put right. */
export function SubjectLink({
  subject: { subjectType, name, workerNo, agencyId },
}: {
  subject: Pick<DispatchFinding, 'subjectType' | 'name' | 'workerNo' | 'agencyId'>;
}): ReactElement {
  if (subjectType === 'worker') return <Link to={`/roster/${workerNo ?? ''}`}>{name}</Link>;
  if (subjectType === 'agency') return <Link to={`/agencies/${agencyId ?? ''}`}>{name}</Link>;
  return <>{name}</>;
}

/** What was decided, by whom, and until when it counts. */
export function DecisionWords({ decision }: { decision: DispatchFinding['decision'] }): ReactElement | null {
  const { t } = useTranslation('dispatch');
  if (!decision) return null;
  const { act, reason, until, decidedBy, decidedAt } = decision;
  return (
    <>
      {t(`acted.${act}`)}
      {until !== null && ` ${t('untilDay', { day: until })}`}
      {t('colon')}
      {reason}
      <div className="soft">
        <Who id={decidedBy} /> {formatInstant(decidedAt)}
      </div>
    </>
  );
}
