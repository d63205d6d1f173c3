import { Form, Input, InputNumber, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput, amountRule } from '../../shared/amount-input';
import { DayInput, MonthInput } from '../../shared/dates';
import { AgencyPicker, GradePicker, GridPicker } from '../roster/pickers';
import { useGrades } from '../roster/queries';
import type { WhatIfFields } from './input';

const PERCENT = /^-?\d{1,3}(\.\d{1,4})?$/;

/** A part of the scenario that was begun says what it still needs. */
function useNeededWith(): (first: keyof WhatIfFields) => Rule[] {
  const { t } = useTranslation('whatIf');
  const filled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
  return (first) => [
    ({ getFieldValue }) => ({
      validator: (_, value: unknown) =>
        filled(getFieldValue(first)) && !filled(value)
          ? Promise.reject(new Error(t('common:required')))
          : Promise.resolve(),
    }),
  ];
}

/** What would be different, part by part; a part counts when its first field is filled in. */
export function ScenarioFields(): ReactElement {
  const { t } = useTranslation('whatIf');
  const neededWith = useNeededWith();
  const percent = [{ pattern: PERCENT, message: t('percentWrong') }];
  const amount = [amountRule(t('common:amountWrong'), true)];
  return (
    <div className="scenario-parts">
      <Part title={t('part.raise')}>
        <Form.Item name="raisePercent" label={t('raise')} extra={t('raiseHint')} rules={percent}>
          <Input suffix="%" inputMode="decimal" />
        </Form.Item>
        <Form.Item name="raiseFrom" label={t('raiseFrom')} rules={neededWith('raisePercent')}>
          <MonthInput />
        </Form.Item>
        <Form.Item name="raiseGrades" label={t('grades')} extra={t('gradesHint')}>
          <GradesPicker />
        </Form.Item>
      </Part>
      <Part title={t('part.hires')}>
        <Form.Item name="hireCount" label={t('hires')}>
          <InputNumber min={1} max={1000} />
        </Form.Item>
        <Form.Item name="hireOn" label={t('hireOn')} rules={neededWith('hireCount')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="hireAgency" label={t('agency')} rules={neededWith('hireCount')}>
          <AgencyPicker />
        </Form.Item>
        <Form.Item name="hireGrid" label={t('grid')} rules={neededWith('hireCount')}>
          <GridPicker />
        </Form.Item>
        <Form.Item name="hireGrade" label={t('grade')} rules={neededWith('hireCount')}>
          <GradePicker />
        </Form.Item>
      </Part>
      <Part title={t('part.leaving')} hint={t('leavingHint')}>
        <Form.Item name="leaveCount" label={t('leavers')}>
          <InputNumber min={1} max={100000} />
        </Form.Item>
        <Form.Item name="leaveOn" label={t('leaveOn')} rules={neededWith('leaveCount')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="leavingPercent" label={t('leaving')} rules={percent}>
          <Input suffix="%" inputMode="decimal" />
        </Form.Item>
        <Form.Item name="leavingFrom" label={t('leavingFrom')} rules={neededWith('leavingPercent')}>
          <MonthInput />
        </Form.Item>
      </Part>
      <Part title={t('part.base')}>
        <Form.Item name="baseAmount" label={t('base')} rules={amount}>
          <AmountInput />
        </Form.Item>
        <Form.Item name="baseFrom" label={t('baseFrom')} rules={neededWith('baseAmount')}>
          <MonthInput />
        </Form.Item>
        <Form.Item name="floorAmount" label={t('floor')} rules={amount}>
          <AmountInput />
        </Form.Item>
        <Form.Item name="floorFrom" label={t('floorFrom')} rules={neededWith('floorAmount')}>
          <MonthInput />
        </Form.Item>
      </Part>
      <Part title={t('part.item')}>
        <Form.Item name="itemName" label={t('item')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="itemAmount" label={t('itemAmount')} rules={[...amount, ...neededWith('itemName')]}>
          <AmountInput />
        </Form.Item>
        <Form.Item name="itemFrom" label={t('itemFrom')} rules={neededWith('itemName')}>
          <MonthInput />
        </Form.Item>
      </Part>
    </div>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }): ReactElement {
  return (
    <fieldset className="scenario-part">
      <legend>{title}</legend>
      {hint && <p className="soft">{hint}</p>}
      <div className="filter-row">{children}</div>
    </fieldset>
  );
}

/** Codes of grades; none chosen means all. */
function GradesPicker(given: { id?: string; value?: string[]; onChange?: (codes: string[]) => void }): ReactElement {
  const grades = useGrades();
  return (
    <Select
      {...given}
      mode="multiple"
      style={{ minWidth: 200 }}
      loading={grades.isPending}
      options={grades.data?.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
    />
  );
}
