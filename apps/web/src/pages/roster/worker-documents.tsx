import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineRow } from '../../shared/api';
import { useSession } from '../../shared/session';
import { DocumentTable } from '../documents/document-table';

/** What a paper commonly proves. */
const PROVED: readonly TimelineRow['kind'][] = [
  'engagement',
  'contract',
  'certificate',
  'education',
  'identityCard',
  'protection',
];

/** Papers of one person; each may name the change of state, contract or certificate that it proves. */
export function WorkerDocuments({ no, timeline }: { no: number; timeline: readonly TimelineRow[] }): ReactElement {
  const { t } = useTranslation(['documents', 'roster']);
  const { can } = useSession();
  const abouts = timeline
    .filter(({ kind, retracted }) => PROVED.includes(kind) && !retracted)
    .map(({ factId, kind, from, values }) => {
      const { status } = values;
      const word = kind === 'engagement' && status !== null ? ` ${t(`roster:status.${String(status)}`)}` : '';
      return { value: factId, label: `${t(`roster:fact.${kind}`)}${word} ${from}` };
    })
    .reverse();
  return (
    <Card size="small" title={t('title')}>
      <DocumentTable
        owner={{ workerNo: no }}
        subject="worker"
        abouts={abouts}
        mayAdd={can('roster:write')}
        mayOpen={can('worker:reveal')}
      />
    </Card>
  );
}
