import type { LocalDate } from '@gridstaff/kernel';
import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type UnitSeats } from '../../shared/api';
import { today } from '../../shared/clock';
import { DayInput } from '../../shared/dates';
import { FormDialog } from '../../shared/form-dialog';
import { useCentre } from '../../shared/session';
import { GridPicker } from '../roster/pickers';
import { useGrades } from '../roster/queries';

interface Props {
  unit: Pick<UnitSeats, 'id' | 'code' | 'name' | 'kind'>;
  open: boolean;
  onClose: () => void;
}

const TOUCHES = [['units'], ['workers'], ['worker'], ['coverage'], ['readiness']];

export function SeatsDialog({ unit, open, onClose }: Props): ReactElement {
  const { t } = useTranslation('units');
  const centre = useCentre();
  const grades = useGrades();
  const posts = [...new Set(grades.data?.map(({ postCode }) => postCode))];
  const required = [{ required: true, message: t('common:required') }];
  return (
    <FormDialog<{ postCode: string; seats: number; from: LocalDate }>
      name="seats"
      title={t('seats.set', { name: unit.name })}
      about={t('seats.about')}
      open={open}
      onClose={onClose}
      initial={{ from: today() }}
      save={(fields) => api.units.setSeats(centre.id, [{ unitCode: unit.code, ...fields }])}
      touches={TOUCHES}
      done={t('saved')}
    >
      <div className="form-row">
        <Form.Item name="postCode" label={t('seats.post')} rules={required}>
          <Select options={posts.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="seats" label={t('seats.count')} rules={required}>
          <InputNumber min={0} max={100_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="from" label={t('from')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
    </FormDialog>
  );
}

export function AreaDialog({ unit, open, onClose }: Props): ReactElement {
  const { t } = useTranslation('units');
  const centre = useCentre();
  const required = [{ required: true, message: t('common:required') }];
  return (
    <FormDialog<{ area: string; from: LocalDate }>
      name="area"
      title={t('area.set', { name: unit.name })}
      about={t('area.about')}
      open={open}
      onClose={onClose}
      initial={{ from: today() }}
      save={(fields) => api.units.setArea(centre.id, { unitCode: unit.code, ...fields })}
      touches={TOUCHES}
      done={t('saved')}
    >
      <Form.Item name="area" label={t('area.text')} rules={required}>
        <Input.TextArea rows={6} maxLength={60_000} spellCheck={false} />
      </Form.Item>
      <Form.Item name="from" label={t('from')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
    </FormDialog>
  );
}

/** The unit ends; whoever is on a grid goes to another in the same act. */
export function CloseDialog({ unit, open, onClose }: Props): ReactElement {
  const { t } = useTranslation('units');
  const centre = useCentre();
  const required = [{ required: true, message: t('common:required') }];
  return (
    <FormDialog<{ lastDay: LocalDate; moveTo?: string; reason: string }>
      name="close-unit"
      title={t('close.title', { name: unit.name })}
      about={t(unit.kind === 'grid' ? 'close.aboutGrid' : 'close.about')}
      open={open}
      onClose={onClose}
      initial={{ lastDay: today() }}
      save={(fields) => api.units.close(centre.id, unit.id, fields)}
      touches={TOUCHES}
      done={t('close.done')}
    >
      <Form.Item name="lastDay" label={t('close.lastDay')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
      {unit.kind === 'grid' && (
        <Form.Item name="moveTo" label={t('close.moveTo')}>
          <GridPicker />
        </Form.Item>
      )}
      <Form.Item name="reason" label={t('common:reasonLabel')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
