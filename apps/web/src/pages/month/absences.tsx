import { addDays, lastDay, type LocalDate, type Period } from '@gridstaff/kernel';
import { Button, Form, Input, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Absence } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { useCommand } from '../../shared/commands';
import { formatInstant } from '../../shared/clock';
import { DayInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { PersonPicker } from '../../shared/person-picker';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { Who } from '../../shared/who';
import { useWorkerNames } from '../runs/queries';
import { MonthTable } from './month-table';
import { touched, useAttendance } from './queries';

const KINDS = ['unpaid', 'sick', 'absent_without_leave', 'paid', 'maternity'] as const;
const LEAVES = [
  ...(['annual', 'personal', 'marriage', 'bereavement', 'maternity', 'paternity', 'childcare', 'nursing'] as const),
  ...(['prenatal', 'work_injury', 'time_off', 'other'] as const),
] as const;

/** Who was away, in force now; whoever is not in the list was there all month. */
export function Absences({ period, locked }: { period: Period; locked: boolean }): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const { can } = useSession();
  const names = useWorkerNames();
  const [adding, setAdding] = useState(false);
  const [ask, dialog] = useAsk();
  const month = useAttendance(period);
  const retract = useCommand<{ id: string; reason: string }>({
    run: ({ id, reason }) => api.monthFacts.retractAbsence(centre.id, id, reason),
    touches: [...touched(centre.id, period)],
    done: t('done.retracted'),
    onRefused: () => undefined,
  });
  const writes = can('attendance:write') && !locked;
  if (month.error && !month.data) return <ProblemAlert error={month.error} />;
  const add = writes && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
      {t('absence.add')}
    </Button>
  );
  return (
    <>
      <MonthTable<Absence>
        name="absences"
        label={t('tab.absences')}
        rows={month.data?.absences}
        rowKey={({ id }) => id}
        tools={add}
        empty={<EmptyHint icon="calendar" title={t('absence.none', { period })} text={t('absence.noneText')} />}
        columns={[
          {
            ...{ key: 'kind', title: t('absence.kind'), width: 150 },
            render: (_, { kind, leaveKind }) =>
              leaveKind === null
                ? t(`kind.${kind}`)
                : t('kindOf', { kind: t(`kind.${kind}`), leave: t(`leave.${leaveKind}`) }),
          },
          { key: 'from', title: t('absence.from'), width: 110, dataIndex: 'from' },
          { key: 'to', title: t('absence.lastDay'), width: 110, render: (_, { to }) => addDays(to, -1) },
          { key: 'days', title: t('absence.days'), width: 90, dataIndex: 'days', figures: true },
          { key: 'at', title: t('recordedAt'), width: 150, render: (_, { recordedAt }) => formatInstant(recordedAt) },
          { key: 'by', title: t('by'), width: 130, render: (_, { recordedBy }) => <Who id={recordedBy} /> },
          ...(writes
            ? [
                {
                  ...{ key: 'do', title: t('do'), width: 80, always: true },
                  render: (_: unknown, { id, workerNo }: Absence) => (
                    <Button
                      size="small"
                      onClick={() =>
                        ask({
                          title: t('absence.retractTitle', { name: names.get(workerNo) ?? workerNo }),
                          text: t('retractText'),
                          confirm: t('retract'),
                          reason: true,
                          danger: true,
                          act: (reason) => retract.mutateAsync({ id, reason }),
                        })
                      }
                    >
                      {t('retract')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Modal
        open={adding}
        title={t('absence.add')}
        footer={null}
        destroyOnHidden
        mask={{ closable: false }}
        onCancel={() => setAdding(false)}
        width={480}
      >
        <AbsenceForm period={period} onDone={() => setAdding(false)} />
      </Modal>
      {dialog}
    </>
  );
}

interface Fields {
  workerNo: number;
  kind: (typeof KINDS)[number];
  leaveKind?: string;
  from: LocalDate;
  lastDay: LocalDate;
  days: string;
}

function AbsenceForm({ period, onDone }: { period: Period; onDone: () => void }): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const textOf = useTextOf();
  const [form] = Form.useForm<Fields>();
  const [refused, setRefused] = useState<unknown>();
  const kind = Form.useWatch('kind', form);
  const save = useCommand<Fields>({
    run: ({ lastDay: last, leaveKind, days, ...rest }) =>
      api.monthFacts.record(centre.id, {
        absences: [
          {
            ...rest,
            ...{ to: addDays(last, 1), days: days.trim() },
            leaveKind: (rest.kind === 'paid' ? leaveKind : undefined) as 'annual' | undefined,
          },
        ],
        overtime: [],
        heatWork: [],
      }),
    touches: [...touched(centre.id, period)],
    done: t('done.saved'),
    onDone,
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  const required = [{ required: true, message: t('common:required') }];
  const [first, end] = [`${period}-01`, lastDay(period)];
  return (
    <Form<Fields>
      name="absence"
      form={form}
      layout="vertical"
      initialValues={{ kind: 'unpaid', from: first, lastDay: first, days: '1' }}
      onValuesChange={() => setRefused(undefined)}
      onFinish={save.mutate}
    >
      {refused !== undefined && <ProblemAlert error={refused} />}
      <Form.Item name="workerNo" label={t('name')} rules={required}>
        <PersonPicker />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="kind" label={t('absence.kind')} rules={required}>
          <Select options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </Form.Item>
        {kind === 'paid' && (
          <Form.Item name="leaveKind" label={t('absence.leave')} rules={required}>
            <Select options={LEAVES.map((value) => ({ value, label: t(`leave.${value}`) }))} />
          </Form.Item>
        )}
      </div>
      <div className="form-row">
        <Form.Item name="from" label={t('absence.from')} rules={required}>
          <DayInput allowClear={false} min={first} max={end} />
        </Form.Item>
        <Form.Item name="lastDay" label={t('absence.lastDay')} rules={required}>
          <DayInput allowClear={false} min={first} max={end} />
        </Form.Item>
        <Form.Item name="days" label={t('absence.days')} extra={t('absence.daysHint')} rules={required}>
          <Input inputMode="decimal" maxLength={6} />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" block loading={save.isPending}>
        {t('save')}
      </Button>
    </Form>
  );
}
