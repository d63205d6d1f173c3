import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const REASONS = ['discipline', 'investigation', 'detention', 'unpaid_leave', 'military', 'other'] as const;

/** Why somebody is suspended; nothing for another status. */
export function SuspensionField({ rules }: { rules: { required: boolean; message: string }[] }): ReactElement | null {
  const { t } = useTranslation('roster');
  if (Form.useWatch('engagementStatus') !== 'suspended') return null;
  return (
    <Form.Item name="statusReason" label={t('value.statusReason')} rules={rules}>
      <Select options={REASONS.map((value) => ({ value, label: t(`statusReason.${value}`) }))} />
    </Form.Item>
  );
}
