import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { schedules, type ShiftPattern, type TeamSchedule } from '../../../shared/api/schedule-calls';
import type { CellEdit } from '../../../shared/api/sheet-calls';
import { FormDialog } from '../../../shared/form-dialog';
import { useCentre, useSession } from '../../../shared/session';
import { scheduleKey } from './keys';

interface Fields {
  days: string[];
  fromDay: number;
  stagger: number;
  workerNos?: number[];
  keep?: string;
}

/** A rotation for the team or some of its people; what it gives is laid into the grid, where it can be changed or undone. */
export function PatternDialog({
  open,
  onClose,
  schedule,
  patterns,
  onCells,
}: {
  open: boolean;
  onClose: () => void;
  schedule: TeamSchedule;
  patterns: readonly ShiftPattern[];
  onCells: (cells: readonly CellEdit[]) => void;
}): ReactElement {
  const { t } = useTranslation('schedule');
  const centre = useCentre();
  const { can } = useSession();
  const { period, unitId, shifts, rows, days, offMark } = schedule;
  const marks = [
    ...shifts.map(({ mark, name }) => ({ value: mark, label: `${mark} ${name}` })),
    { value: offMark, label: t('off') },
  ];
  const markOf = (code: string): string =>
    code === '-' ? offMark : (shifts.find((shift) => shift.code === code)?.mark ?? code);
  return (
    <FormDialog<Fields>
      name="pattern"
      title={t('pattern.title', { team: schedule.name })}
      open={open}
      onClose={onClose}
      initial={{ days: patterns[0]?.codes.map(markOf) ?? [], fromDay: 1, stagger: 0 }}
      about={t('pattern.about')}
      save={async ({ days: chosen, fromDay, stagger, workerNos, keep }) => {
        const pattern = chosen.map((entry) => ({ shift: entry }));
        if (keep) await schedules.keepPattern(centre.id, { name: keep, days: pattern });
        onCells(
          await schedules.fill(centre.id, period, unitId, {
            by: 'pattern',
            days: pattern,
            fromDay,
            stagger,
            workerNos: workerNos?.length ? workerNos : undefined,
          }),
        );
      }}
      touches={[scheduleKey(centre.id, period, unitId)]}
      done={t('pattern.done')}
    >
      <Form.Item name="days" label={t('pattern.days')} rules={[{ required: true, message: t('pattern.needed') }]}>
        <Rotation marks={marks} patterns={patterns.map(({ name, codes }) => ({ name, days: codes.map(markOf) }))} />
      </Form.Item>
      <Form.Item name="fromDay" label={t('pattern.fromDay')}>
        <InputNumber min={1} max={days.length} precision={0} />
      </Form.Item>
      <Form.Item name="stagger" label={t('pattern.stagger')} extra={t('pattern.staggerAbout')}>
        <InputNumber min={0} max={31} precision={0} />
      </Form.Item>
      <Form.Item name="workerNos" label={t('pattern.people')} extra={t('pattern.everybody')}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={rows.map(({ workerNo, name }) => ({ value: workerNo, label: name }))}
        />
      </Form.Item>
      {can('attendance:write') && (
        <Form.Item name="keep" label={t('pattern.keep')} extra={t('pattern.keepAbout')}>
          <Input maxLength={40} />
        </Form.Item>
      )}
    </FormDialog>
  );
}

/** One day after the other: a click on a shift adds a day, the last can be taken away. */
function Rotation({
  value = [],
  onChange,
  marks,
  patterns,
}: {
  value?: string[];
  onChange?: (days: string[]) => void;
  marks: readonly { value: string; label: string }[];
  patterns: readonly { name: string; days: string[] }[];
}): ReactElement {
  const { t } = useTranslation('schedule');
  return (
    <div className="stack">
      {patterns.length > 0 && (
        <Select
          aria-label={t('pattern.known')}
          placeholder={t('pattern.known')}
          options={patterns.map(({ name }) => ({ value: name, label: name }))}
          onChange={(name: string) => onChange?.(patterns.find((one) => one.name === name)?.days ?? [])}
        />
      )}
      <Input
        aria-label={t('pattern.days')}
        value={value.join(' ')}
        placeholder={t('pattern.example')}
        onChange={({ target }) =>
          onChange?.(target.value.split(/[\s,;\uff0c\u3001]+/).filter((day, i, all) => day !== '' || i === all.length - 1))
        }
        onBlur={() => onChange?.(value.filter((day) => day !== ''))}
      />
      <div className="sheet-marks" role="group" aria-label={t('pattern.add')}>
        {marks.map((mark) => (
          <Button
            key={mark.value}
            size="small"
            onClick={() => onChange?.([...value.filter((day) => day !== ''), mark.value])}
          >
            {mark.label}
          </Button>
        ))}
      </div>
    </div>
  );
}
