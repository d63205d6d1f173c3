import { Checkbox, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../shared/dates';

type Rules = { required: boolean; message: string }[];

const POST_KINDS = ['auxiliary', 'temporary', 'substitute'] as const;
const GROUNDS = [
  'pregnancy',
  'maternity',
  'nursing',
  'medical_period',
  'occupational_disease',
  'work_injury',
  'near_retirement',
] as const;
const CATEGORIES = { male: ['male_60'], female: ['female_50', 'female_55'] } as const;

/** A contract or a renewal. */
export function ContractFields({ rules }: { rules: Rules }): ReactElement {
  const { t } = useTranslation(['changes', 'roster']);
  return (
    <>
      <div className="form-row">
        <Form.Item name="startsOn" label={t('field.startsOn')} rules={rules}>
          <DayInput allowClear={false} />
        </Form.Item>
        <Form.Item name="endsOn" label={t('field.endsOn')} extra={t('endsOnHint')}>
          <DayInput />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="postKind" label={t('field.postKind')} rules={rules}>
          <Select options={POST_KINDS.map((value) => ({ value, label: t(`roster:postKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="contractNo" label={t('field.contractNo')}>
          <Input maxLength={64} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="probationEndsOn" label={t('field.probationEndsOn')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="signedOn" label={t('field.signedOn')}>
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="fullTime" valuePropName="checked">
        <Checkbox>{t('field.fullTime')}</Checkbox>
      </Form.Item>
    </>
  );
}

export function ProtectionFields({ rules }: { rules: Rules }): ReactElement {
  const { t } = useTranslation(['changes', 'roster']);
  return (
    <>
      <Form.Item name="ground" label={t('field.ground')} rules={rules}>
        <Select options={GROUNDS.map((value) => ({ value, label: t(`roster:ground.${value}`) }))} />
      </Form.Item>
      <Form.Item name="evidence" label={t('field.evidence')} extra={t('evidenceHint')} rules={rules}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="lastDay" label={t('field.lastDay')} extra={t('openHint')}>
        <DayInput />
      </Form.Item>
    </>
  );
}

export function RetirementFields({ sex, rules }: { sex: 'male' | 'female'; rules: Rules }): ReactElement {
  const { t } = useTranslation(['changes', 'roster']);
  return (
    <Form.Item name="category" label={t('field.category')} rules={rules}>
      <Select options={CATEGORIES[sex].map((value) => ({ value, label: t(`roster:category.${value}`) }))} />
    </Form.Item>
  );
}
