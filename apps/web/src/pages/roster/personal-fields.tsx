import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../shared/dates';

const EDUCATION_LEVELS = [
  ...['postgraduate', 'bachelor', 'college', 'vocational', 'senior_high', 'junior_high', 'primary', 'other'],
];
const POLITICAL_STATUSES = [
  ...['party_member', 'probationary_member', 'league_member', 'democratic_party', 'no_party', 'masses'],
];
const RELATIONS = ['spouse', 'parent', 'child', 'sibling', 'other'];
const ADDRESS_USES = ['household', 'residence'];
const PHONE_USES = ['second', 'home', 'work'];
const POSITIONS = [1, 2, 3];

interface Props {
  rules: { required: boolean; message: string }[];
}

/** One of a dictionary, named as the timeline names it. */
function Choice({ name, values, rules }: Props & { name: string; values: readonly string[] }): ReactElement {
  const { t } = useTranslation('roster');
  return (
    <Form.Item name={name} label={t(`value.${name}`)} rules={rules}>
      <Select options={values.map((value) => ({ value, label: t(`${name}.${value}`) }))} />
    </Form.Item>
  );
}

export function EducationFields({ rules }: Props): ReactElement {
  const { t } = useTranslation('roster');
  return (
    <>
      <Choice name="level" values={EDUCATION_LEVELS} rules={rules} />
      <div className="form-row">
        <Form.Item name="school" label={t('value.school')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="graduatedOn" label={t('value.graduatedOn')}>
          <DayInput />
        </Form.Item>
      </div>
    </>
  );
}

export const PoliticalFields = ({ rules }: Props): ReactElement => (
  <Choice name="politicalStatus" values={POLITICAL_STATUSES} rules={rules} />
);

export function AddressFields({ rules }: Props): ReactElement {
  const { t } = useTranslation('roster');
  return (
    <>
      <Choice name="addressUse" values={ADDRESS_USES} rules={rules} />
      <Form.Item name="address" label={t('value.address')} rules={rules}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
    </>
  );
}

export function ContactFields({ rules }: Props): ReactElement {
  const { t } = useTranslation('roster');
  return (
    <>
      <div className="form-row">
        <Form.Item name="position" label={t('value.position')} rules={rules}>
          <Select options={POSITIONS.map((value) => ({ value, label: String(value) }))} />
        </Form.Item>
        <Choice name="relation" values={RELATIONS} rules={rules} />
      </div>
      <div className="form-row">
        <Form.Item name="name" label={t('value.contactName')} rules={rules}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('value.contactPhone')} rules={rules}>
          <Input inputMode="tel" maxLength={30} autoComplete="off" />
        </Form.Item>
      </div>
    </>
  );
}

export function OtherPhoneFields({ rules }: Props): ReactElement {
  const { t } = useTranslation('roster');
  return (
    <>
      <Choice name="phoneUse" values={PHONE_USES} rules={rules} />
      <Form.Item name="phone" label={t('value.otherPhone')} rules={rules}>
        <Input inputMode="tel" maxLength={30} autoComplete="off" />
      </Form.Item>
    </>
  );
}
