import { useQuery } from '@tanstack/react-query';
import { Button, Card, Dropdown } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../shared/api';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { BankCards } from './bank-cards';
import { ReturnCard } from '../dispatch/return-card';
import { WorkerMatters } from '../dispatch/worker-matters';
import { ChangeDialog, CHANGES, PERSONAL_CHANGES } from './change-dialog';
import type { ChangeKind } from './current-values';
import { FundSplits } from './fund-splits';
import { RevealDialog } from './reveal-dialog';
import { PersonTag } from './status-tag';
import { WorkerBasics } from './worker-basics';
import { WorkerTimeline } from './worker-timeline';

/** One person, masked, with everything recorded on both time axes. */
export default function WorkerPage(): ReactElement {
  const { t } = useTranslation(['roster', 'changes']);
  const no = Number(useParams().no);
  const centre = useCentre();
  const { can } = useSession();
  const [revealing, setRevealing] = useState(false);
  const [change, setChange] = useState<ChangeKind>();
  const worker = useQuery({ queryKey: ['worker', centre.id, no], queryFn: () => api.workers.get(centre.id, no) });
  const name = worker.data?.name ?? t('numbered', { no });
  return (
    <Page
      tabTitle={name}
      title={name}
      sub={
        <>
          {t('numbered', { no })} {worker.data && <PersonTag worker={worker.data} />}
        </>
      }
      actions={
        worker.data && (
          <>
            {can('roster:write') && (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    ...PERSONAL_CHANGES.map((key) => ({ key, label: t(`changes:kind.${key}`) })),
                    { type: 'divider' },
                    ...CHANGES.map((key) => ({ key, label: t(`changes:kind.${key}`), danger: key === 'end' })),
                  ],
                  onClick: ({ key }) => setChange(key as ChangeKind),
                }}
              >
                <Button type="primary" icon={<Icon name="edit" />}>
                  {t('changes:button')}
                </Button>
              </Dropdown>
            )}
            {can('worker:reveal') && (
              <Button icon={<Icon name="eye" />} onClick={() => setRevealing(true)}>
                {t('reveal.button')}
              </Button>
            )}
          </>
        )
      }
    >
      <QueryView query={worker}>
        {(data) => (
          <div className="stack">
            <Card size="small" title={t('basics')}>
              <WorkerBasics worker={data} />
            </Card>
            <BankCards no={no} />
            <WorkerMatters no={no} />
            <ReturnCard no={no} />
            <FundSplits no={no} />
            <Card size="small" title={t('timeline.title')}>
              <p className="soft card-about">{t('timeline.about')}</p>
              <WorkerTimeline no={no} rows={data.timeline} />
            </Card>
          </div>
        )}
      </QueryView>
      {worker.data && <ChangeDialog worker={worker.data} kind={change} onClose={() => setChange(undefined)} />}
      <RevealDialog no={no} open={revealing} onClose={() => setRevealing(false)} />
    </Page>
  );
}
