import type { Period } from '@gridstaff/kernel';
import { Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Overtime } from '../../shared/api';
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

const HOURS = ['weekday', 'restday', 'holiday', 'restdayOff'] as const;

interface Fields {
  workerNo: number;
  weekday: string;
  restday: string;
  holiday: string;
  restdayOff: string;
}

/** Hours worked beyond the schedule, by the rate they are paid with. */
export function OvertimeHours({ period, locked }: { period: Period; locked: boolean }): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const { can } = useSession();
  const names = useWorkerNames();
  const [editing, setEditing] = useState<Overtime | 'new'>();
  const [ask, dialog] = useAsk();
  const month = useAttendance(period);
  const retract = useCommand<{ workerNo: number; reason: string }>({
    run: ({ workerNo, reason }) => api.monthFacts.retractOvertime(centre.id, workerNo, period, reason),
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
      <MonthTable<Overtime>
        name="overtime"
        label={t('tab.overtime')}
        rows={month.data?.overtime}
        rowKey={({ id }) => id}
        tools={
          writes && (
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEditing('new')}>
              {t('overtime.add')}
            </Button>
          )
        }
        empty={<EmptyHint icon="clock" title={t('overtime.none', { period })} text={t('overtime.noneText')} />}
        columns={[
          ...HOURS.map((key) => ({
            ...{ key, title: t(`overtime.${key}`), unit: t('hours'), width: 150, dataIndex: key, figures: true },
          })),
          { key: 'at', title: t('recordedAt'), width: 150, render: (_, { recordedAt }) => formatInstant(recordedAt) },
          { key: 'by', title: t('by'), width: 130, render: (_, { recordedBy }) => <Who id={recordedBy} /> },
          ...(writes
            ? [
                {
                  ...{ key: 'do', title: t('do'), width: 130, always: true },
                  render: (_: unknown, own: Overtime) => (
                    <EntryActions
                      onChange={() => setEditing(own)}
                      onRetract={() =>
                        ask({
                          title: t('overtime.retractTitle', { name: names.get(own.workerNo) ?? own.workerNo }),
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
        name="overtime"
        title={t('overtime.add')}
        open={editing !== undefined}
        onClose={() => setEditing(undefined)}
        initial={row ?? { weekday: '0', restday: '0', holiday: '0', restdayOff: '0' }}
        save={(fields) =>
          api.monthFacts.record(centre.id, {
            absences: [],
            overtime: [{ ...fields, workerNo: row?.workerNo ?? fields.workerNo, period }],
            heatWork: [],
          })
        }
        touches={[...touched(centre.id, period)]}
        done={t('done.saved')}
      >
        <EntryPerson workerNo={row?.workerNo} />
        <div className="form-row">
          {HOURS.map((key) => (
            <Form.Item key={key} name={key} label={t(`overtime.${key}`)} rules={required}>
              <Input inputMode="decimal" suffix={t('hours')} maxLength={6} />
            </Form.Item>
          ))}
        </div>
      </FormDialog>
      {dialog}
    </>
  );
}
