import { firstDay } from '@gridstaff/kernel';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { schedules, type Shift, type TeamSchedule } from '../../../shared/api/schedule-calls';
import { useCommand } from '../../../shared/commands';
import { DayInput } from '../../../shared/dates';
import { FormDialog } from '../../../shared/form-dialog';
import { useCentre } from '../../../shared/session';
import { scheduleKey } from './keys';

const COLOURS = ['blue', 'green', 'amber', 'violet', 'teal', 'grey'] as const;

interface DialogProps {
  open: boolean;
  onClose: () => void;
  schedule: TeamSchedule;
}

type ShiftFields = Omit<Shift, 'nextDay'> & { from: string };

/** The shifts of the centre, each of which may end; and a form for a new one, or for other times of one from a date on. */
export function ShiftsDialog({ open, onClose, schedule }: DialogProps): ReactElement {
  const { t } = useTranslation('schedule');
  const centre = useCentre();
  const touches = [['schedule', centre.id]];
  const end = useCommand({
    run: (code: string) => schedules.endShift(centre.id, code, firstDay(schedule.period)),
    touches,
    done: t('shift.ended'),
  });
  return (
    <FormDialog<ShiftFields>
      name="shift"
      title={t('shift.title')}
      open={open}
      onClose={onClose}
      initial={{ starts: '08:30', ends: '17:30', rest: 60, paid: '8', colour: 'blue', from: firstDay(schedule.period) }}
      about={t('shift.about')}
      save={(fields) => schedules.recordShift(centre.id, fields)}
      touches={touches}
      done={t('done')}
    >
      {schedule.shifts.length > 0 && (
        <ul className="schedule-shifts">
          {schedule.shifts.map((shift) => (
            <li key={shift.code}>
              {shift.mark} {shift.name} ({shift.code}) {shift.starts}–{shift.nextDay && t('nextDay')}
              {shift.ends}, {t('shift.paidOf', { hours: shift.paid })}{' '}
              <Button
                size="small"
                danger
                loading={end.isPending && end.variables === shift.code}
                aria-label={t('shift.endOf', { name: shift.name, date: firstDay(schedule.period) })}
                onClick={() => end.mutate(shift.code)}
              >
                {t('shift.end')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Form.Item name="code" label={t('shift.code')} rules={[{ required: true, message: t('needed') }]}>
        <Input maxLength={8} />
      </Form.Item>
      <Form.Item name="name" label={t('shift.name')} rules={[{ required: true, message: t('needed') }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="mark" label={t('shift.mark')} rules={[{ required: true, message: t('needed') }]}>
        <Input maxLength={2} />
      </Form.Item>
      <Form.Item name="starts" label={t('shift.starts')}>
        <Input maxLength={5} />
      </Form.Item>
      <Form.Item name="ends" label={t('shift.ends')} extra={t('shift.overnight')}>
        <Input maxLength={5} />
      </Form.Item>
      <Form.Item name="rest" label={t('shift.rest')}>
        <InputNumber min={0} max={720} precision={0} />
      </Form.Item>
      <Form.Item name="paid" label={t('shift.paid')}>
        <Input maxLength={5} />
      </Form.Item>
      <Form.Item name="colour" label={t('shift.colour')}>
        <Select options={COLOURS.map((value) => ({ value, label: t(`colour.${value}`) }))} />
      </Form.Item>
      <Form.Item name="from" label={t('shift.from')}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  );
}

interface HoursFields {
  workerNo?: number;
  system: 'standard' | 'comprehensive' | 'flexible';
  cycle?: 'month' | 'quarter' | 'year';
  document?: string;
  from: string;
  until?: string;
}

/** The working-time system of the team or of one of its people, with its approval. */
export function HoursDialog({ open, onClose, schedule }: DialogProps): ReactElement {
  const { t } = useTranslation('schedule');
  const centre = useCentre();
  return (
    <FormDialog<HoursFields>
      name="hours"
      title={t('hours.title', { team: schedule.name })}
      open={open}
      onClose={onClose}
      initial={{ system: 'comprehensive', cycle: 'quarter', from: firstDay(schedule.period) }}
      about={t('hours.about')}
      save={({ workerNo, ...rule }) =>
        schedules.recordHours(centre.id, {
          ...rule,
          ...(workerNo === undefined ? { unitId: schedule.unitId } : { workerNo }),
        })
      }
      touches={[scheduleKey(centre.id, schedule.period, schedule.unitId)]}
      done={t('done')}
    >
      <Form.Item name="workerNo" label={t('hours.whom')} extra={t('hours.team')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={schedule.rows.map(({ workerNo, name }) => ({ value: workerNo, label: name }))}
        />
      </Form.Item>
      <Form.Item name="system" label={t('hours.system')}>
        <Select
          options={(['standard', 'comprehensive', 'flexible'] as const).map((value) => ({
            value,
            label: t(`system.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['system']}>
        {({ getFieldValue }) =>
          getFieldValue('system') === 'comprehensive' && (
            <Form.Item name="cycle" label={t('hours.cycle')}>
              <Select
                options={(['month', 'quarter', 'year'] as const).map((value) => ({
                  value,
                  label: t(`cycle.${value}`),
                }))}
              />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item noStyle dependencies={['system']}>
        {({ getFieldValue }) =>
          getFieldValue('system') !== 'standard' && (
            <Form.Item name="document" label={t('hours.document')} rules={[{ required: true, message: t('needed') }]}>
              <Input maxLength={200} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="from" label={t('hours.from')}>
        <DayInput />
      </Form.Item>
      <Form.Item name="until" label={t('hours.until')} extra={t('hours.untilAbout')}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  );
}
