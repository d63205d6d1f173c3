import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCentre } from '../../shared/session';
import { Expiries } from './expiries';
import { Findings } from './findings';
import { useExpiries, useFindings } from './queries';

/** What the law of dispatch says of one person; nothing where nothing is to be said. */
export function WorkerMatters({ no }: { no: number }): ReactElement | null {
  const { t } = useTranslation('dispatch');
  const centre = useCentre();
  const findings = useFindings(centre.id, { workerNo: no, closed: true });
  const expiries = useExpiries(centre.id, { workerNo: no, closed: true });
  const some = (findings.data?.length ?? 0) > 0;
  const ending = (expiries.data?.length ?? 0) > 0;
  if (!some && !ending) return null;
  return (
    <Card size="small" title={t('ofWorker')}>
      {some && <Findings workerNo={no} />}
      {ending && <Expiries workerNo={no} />}
    </Card>
  );
}
