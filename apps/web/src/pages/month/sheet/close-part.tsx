import type { Period } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type CloseOfMonth, sheets } from '../../../shared/api/sheet-calls';
import { useAsk } from '../../../shared/ask';
import { formatInstant } from '../../../shared/clock';
import { QueryView } from '../../../shared/query-view';
import { useCentre, useSession } from '../../../shared/session';
import { DataTable } from '../../../shared/table/data-table';
import { Tag } from '../../../shared/tag';
import { Who } from '../../../shared/who';
import { useWorkerNames } from '../../runs/queries';
import { touched } from '../queries';
import { sheetKeys } from './sheet-part';
import { StateTag, Steps } from './sheet-state';
import { useActs } from './use-acts';

/** Whether the attendance of the month is closed, what it still misses, closing it and opening it again. */
export function ClosePart({ period, onOpen }: { period: Period; onOpen: (unitId: string) => void }): ReactElement {
  const centre = useCentre();
  const close = useQuery({
    queryKey: sheetKeys.close(centre.id, period),
    queryFn: () => sheets.closeOf(centre.id, period),
    refetchOnMount: 'always',
  });
  return (
    <QueryView query={close} inline>
      {(state) => <Close state={state} period={period} onOpen={onOpen} />}
    </QueryView>
  );
}

function Close({
  state,
  period,
  onOpen,
}: {
  state: CloseOfMonth;
  period: Period;
  onOpen: (unitId: string) => void;
}): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const { can } = useSession();
  const names = useWorkerNames();
  const [ask, dialog] = useAsk();
  const does = useActs([
    sheetKeys.close(centre.id, period),
    ['month-sheet', centre.id, period],
    ['todos'],
    ...touched(centre.id, period),
  ]);
  const { close, openTeams, unmarkedPeople, unmarkedDays, without, teams, trail } = state;
  const complete = openTeams === 0 && unmarkedPeople === 0 && without.length === 0;
  return (
    <>
      <div className="sheet-facts">
        <Tag tone={close.status === 'open' ? 'plain' : close.status === 'closed' ? 'good' : 'warn'}>
          {t(`close.status.${close.status}`)}
        </Tag>
        {close.closedAt && (
          <span className="soft">
            {formatInstant(close.closedAt)} <Who id={close.closedBy} />
          </span>
        )}
        <span role="status">
          {complete
            ? t('close.complete')
            : t('close.open', { teams: openTeams, people: unmarkedPeople, days: unmarkedDays })}
        </span>
        <span style={{ marginLeft: 'auto', display: 'flex', gap: 8 }}>
          {can('attendance:close') && close.status === 'open' && (
            <Button
              type="primary"
              onClick={() =>
                ask({
                  title: t('close.title', { period }),
                  text: complete ? t('close.text') : t('close.textOpen'),
                  confirm: t('close.do'),
                  reason: !complete,
                  act: (reason) => does(() => sheets.close(centre.id, period, reason || undefined)),
                })
              }
            >
              {t('close.do')}
            </Button>
          )}
          {can('attendance:close') && close.status === 'closed' && (
            <Button
              onClick={() =>
                ask({
                  title: t('close.reopenTitle', { period }),
                  text: t('close.reopenText'),
                  confirm: t('close.reopen'),
                  reason: true,
                  act: (reason) => does(() => sheets.askToReopen(centre.id, period, reason)),
                })
              }
            >
              {t('close.reopen')}
            </Button>
          )}
          {can('attendance:reopen') && close.status === 'reopening' && (
            <>
              <Button
                type="primary"
                onClick={() =>
                  ask({
                    title: t('close.agreeTitle', { period }),
                    text: t('close.agreeText', { reason: close.reason }),
                    confirm: t('close.agree'),
                    act: () => does(() => sheets.decideReopening(centre.id, period, { decision: 'pass' })),
                  })
                }
              >
                {t('close.agree')}
              </Button>
              <Button
                onClick={() =>
                  ask({
                    title: t('close.refuse'),
                    confirm: t('close.refuse'),
                    reason: true,
                    act: (opinion) =>
                      does(() => sheets.decideReopening(centre.id, period, { decision: 'return', opinion })),
                  })
                }
              >
                {t('close.refuse')}
              </Button>
            </>
          )}
        </span>
      </div>
      {close.exceptions && (
        <p>
          {t('close.exceptions', {
            ...close.exceptions,
            teams: close.exceptions.openTeams,
            people: close.exceptions.unmarkedPeople,
            days: close.exceptions.unmarkedDays,
          })}
        </p>
      )}
      {close.reason && <p>{t('close.reason', { reason: close.reason })}</p>}
      {without.length > 0 && (
        <p>
          {t('close.without', {
            names: without
              .slice(0, 20)
              .map((no) => names.get(no) ?? no)
              .join(', '),
            count: without.length,
          })}
        </p>
      )}
      <DataTable<CloseOfMonth['teams'][number]>
        name="attendance-close"
        label={t('close.teams')}
        size="small"
        rows={teams}
        rowKey={({ unitId }) => unitId}
        empty={null}
        columns={[
          {
            key: 'team',
            title: t('sheet.team'),
            width: 180,
            render: (_, { unitId, name }) => (
              <Button type="link" onClick={() => onOpen(unitId)}>
                {name}
              </Button>
            ),
          },
          { key: 'people', title: t('sheet.people'), width: 90, figures: true, dataIndex: 'people' },
          {
            key: 'unmarked',
            title: t('sheet.unmarkedDays'),
            width: 150,
            figures: true,
            render: (_, { unmarkedDays: days, unmarkedPeople: people }) =>
              days === 0 ? '0' : t('sheet.unmarkedOf', { days, people }),
          },
          { key: 'state', title: t('sheet.state'), width: 170, render: (_, team) => <StateTag {...team} /> },
        ]}
      />
      <Steps steps={trail} />
      {dialog}
    </>
  );
}
