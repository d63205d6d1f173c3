import type { Period } from '@gridstaff/kernel';
import { Button, Form, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type HeatWork } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { formatInstant } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { PersonPicker } from '../../shared/person-picker';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { Who } from '../../shared/who';
import { useWorkerNames } from '../runs/queries';
import { MonthTable } from './month-table';
import { touched, useAttendance } from './queries';

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
                  render: (_: unknown, row: HeatWork) => (
                    <span style={{ display: 'flex', gap: 8 }}>
                      <Button size="small" onClick={() => setEditing(row)}>
                        {t('change')}
                      </Button>
                      <Button
                        size="small"
                        onClick={() =>
                          ask({
                            title: t('heat.retractTitle', { name: names.get(row.workerNo) ?? row.workerNo }),
                            text: t('retractText'),
                            confirm: t('retract'),
                            reason: true,
                            danger: true,
                            act: (reason) => retract.mutateAsync({ workerNo: row.workerNo, reason }),
                          })
                        }
                      >
                        {t('retract')}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Modal
        open={editing !== undefined}
        title={t('heat.add')}
        footer={null}
        destroyOnHidden
        mask={{ closable: false }}
        onCancel={() => setEditing(undefined)}
        width={480}
      >
        {editing && (
          <HeatForm
            period={period}
            row={editing === 'new' ? undefined : editing}
            onDone={() => setEditing(undefined)}
          />
        )}
      </Modal>
      {dialog}
    </>
  );
}

interface Fields {
  workerNo: number;
  days: string;
}

function HeatForm({
  period,
  row,
  onDone,
}: {
  period: Period;
  row: HeatWork | undefined;
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const names = useWorkerNames();
  const textOf = useTextOf();
  const [form] = Form.useForm<Fields>();
  const [refused, setRefused] = useState<unknown>();
  const save = useCommand<Fields>({
    run: ({ workerNo, days }) =>
      api.monthFacts.record(centre.id, {
        absences: [],
        overtime: [],
        heatWork: [{ days: days.trim(), workerNo: row?.workerNo ?? workerNo, period }],
      }),
    touches: [...touched(centre.id, period)],
    done: t('done.saved'),
    onDone,
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  const required = [{ required: true, message: t('common:required') }];
  return (
    <Form<Fields>
      name="heat-work"
      form={form}
      layout="vertical"
      initialValues={row}
      onValuesChange={() => setRefused(undefined)}
      onFinish={save.mutate}
    >
      {refused !== undefined && <ProblemAlert error={refused} />}
      {row ? (
        <p>
          <strong>{names.get(row.workerNo) ?? row.workerNo}</strong>
        </p>
      ) : (
        <Form.Item name="workerNo" label={t('name')} rules={required}>
          <PersonPicker />
        </Form.Item>
      )}
      <Form.Item name="days" label={t('heat.days')} extra={t('heat.daysHint')} rules={required}>
        <Input inputMode="decimal" maxLength={6} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={save.isPending}>
        {t('save')}
      </Button>
    </Form>
  );
}
