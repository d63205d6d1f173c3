import type { LocalDate } from '@gridstaff/kernel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Card, Dropdown } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../shared/api';
import { endOfDay } from '../../shared/clock';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { BankCards } from './bank-cards';
import { ReturnCard } from '../dispatch/return-card';
import { WorkerMatters } from '../dispatch/worker-matters';
import { ChangeDialog, CHANGES, PERSONAL_CHANGES } from './change-dialog';
import { type ChangeKind, standingOn, tagsOf } from './current-values';
import { CustomFieldsCard } from './custom-fields-card';
import { FundSplits } from './fund-splits';
import { RevealDialog } from './reveal-dialog';
import { TimeTravel } from './time-travel';
import { PersonTag } from './status-tag';
import { WorkerBasics } from './worker-basics';
import { MarkDialog } from '../tags/mark-dialog';
import { TagList } from '../tags/tag-list';
import { PersonPhoto } from '../documents/person-photo';
import { WorkerDocuments } from './worker-documents';
import { WorkerTimeline } from './worker-timeline';

/** One person, masked, with everything recorded on both time axes. */
export default function WorkerPage(): ReactElement {
  const { t } = useTranslation(['roster', 'changes', 'tags']);
  const no = Number(useParams().no);
  const centre = useCentre();
  const { can } = useSession();
  const [revealing, setRevealing] = useState(false);
  const [change, setChange] = useState<ChangeKind>();
  const [marking, setMarking] = useState(false);
  const [on, setOn] = useState<LocalDate>();
  const [knownOn, setKnownOn] = useState<LocalDate>();
  const worker = useQuery({
    queryKey: ['worker', centre.id, no, knownOn],
    queryFn: () => api.workers.get(centre.id, no, knownOn === undefined ? undefined : endOfDay(knownOn)),
    placeholderData: keepPreviousData,
  });
  const past = on !== undefined || knownOn !== undefined;
  const name = worker.data?.name ?? t('numbered', { no });
  return (
    <Page
      tabTitle={name}
      title={name}
      sub={
        <>
          {t('numbered', { no })} {worker.data && <PersonTag worker={standingOn(worker.data, on)} />}{' '}
          {worker.data && <TagList codes={tagsOf(standingOn(worker.data, on))} />}
        </>
      }
      actions={
        worker.data && (
          <>
            {can('roster:write') && !past && (
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
            {can('roster:write') && !past && <Button onClick={() => setMarking(true)}>{t('tags:button')}</Button>}
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
            <TimeTravel on={on} knownOn={knownOn} onOn={setOn} onKnownOn={setKnownOn} />
            <Card size="small" title={t('basics')}>
              <div className="basics-with-photo">
                <PersonPhoto no={no} name={data.name} />
                <WorkerBasics worker={standingOn(data, on)} />
              </div>
            </Card>
            <CustomFieldsCard worker={standingOn(data, on)} past={past} />
            <WorkerDocuments no={no} timeline={data.timeline} />
            <BankCards no={no} />
            <WorkerMatters no={no} />
            <ReturnCard no={no} />
            <FundSplits no={no} />
            <Card size="small" title={t('timeline.title')}>
              <p className="soft card-about">{t('timeline.about')}</p>
              <WorkerTimeline no={no} rows={data.timeline} on={on} past={past} />
            </Card>
          </div>
        )}
      </QueryView>
      {worker.data && <ChangeDialog worker={worker.data} kind={change} onClose={() => setChange(undefined)} />}
      <MarkDialog workerNos={[no]} open={marking} onClose={() => setMarking(false)} />
      <RevealDialog no={no} open={revealing} onClose={() => setRevealing(false)} />
    </Page>
  );
}
