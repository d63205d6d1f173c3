import type { Period } from '@gridstaff/kernel';
import { Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type HeatWork } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { formatInstant } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { FormDialog } from '../../shared/form-dialog';
import { Icon } from '../../shared/icons';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { Who } from '../../shared/who';
import { useWorkerNames } from '../runs/queries';
import { EntryActions, EntryPerson } from './entry-parts';
import { MonthTable } from './month-table';
import { touched, useAttendance } from './queries';

interface Fields {
  workerNo: number;
  days: string;
}

/** Days with work outdoors in heat: what the heat allowance is paid for. */
export function HeatDays({ period, locked }: { period: Period; locked: boolean }): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const { can } = useSession();
  const names = useWorkerNames();
  const [editing, setEditing] = useState<HeatWork | 'new'>();
  const [ask, dialog] = useAsk();
  const month = useAttendance(period);
  const retract = useCommand<{ workerNo: number; reason: string }>({
    run: ({ workerNo, reason }) => api.monthFacts.retractHeatWork(centre.id, workerNo, period, reason),
    touches: [...touched(centre.id, period)],
    done: t('done.retracted'),
    onRefused: () => undefined,
  });
  const writes = can('attendance:write') && !locked;
  const row = editing === 'new' ? undefined : editing;
  const required = [{ required: true, message: t('common:required') }];
  if (month.error && !month.data) return <ProblemAlert error={month.error} />;
  return (
    <>
      <MonthTable<HeatWork>
        name="heat-work"
        label={t('tab.heat')}
        rows={month.data?.heatWork}
        rowKey={({ id }) => id}
        tools={
          writes && (
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEditing('new')}>
              {t('heat.add')}
            </Button>
          )
        }
        empty={<EmptyHint icon="calendar" title={t('heat.none', { period })} text={t('heat.noneText')} />}
        columns={[
          { key: 'days', title: t('heat.days'), width: 180, dataIndex: 'days', figures: true },
          { key: 'at', title: t('recordedAt'), width: 150, render: (_, { recordedAt }) => formatInstant(recordedAt) },
          { key: 'by', title: t('by'), width: 130, render: (_, { recordedBy }) => <Who id={recordedBy} /> },
          ...(writes
            ? [
                {
                  ...{ key: 'do', title: t('do'), width: 130, always: true },
                  render: (_: unknown, own: HeatWork) => (
                    <EntryActions
                      onChange={() => setEditing(own)}
                      onRetract={() =>
                        ask({
                          title: t('heat.retractTitle', { name: names.get(own.workerNo) ?? own.workerNo }),
                          text: t('retractText'),
                          confirm: t('retract'),
                          reason: true,
                          danger: true,
                          act: (reason) => retract.mutateAsync({ workerNo: own.workerNo, reason }),
                        })
                      }
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog<Fields>
        name="heat-work"
        title={t('heat.add')}
        open={editing !== undefined}
        onClose={() => setEditing(undefined)}
        initial={row}
        save={({ workerNo, days }) =>
          api.monthFacts.record(centre.id, {
            absences: [],
            overtime: [],
            heatWork: [{ days: days.trim(), workerNo: row?.workerNo ?? workerNo, period }],
          })
        }
        touches={[...touched(centre.id, period)]}
        done={t('done.saved')}
      >
        <EntryPerson workerNo={row?.workerNo} />
        <Form.Item name="days" label={t('heat.days')} extra={t('heat.daysHint')} rules={required}>
          <Input inputMode="decimal" maxLength={6} />
        </Form.Item>
      </FormDialog>
      {dialog}
    </>
  );
}
