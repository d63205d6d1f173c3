import { Form, Input, Switch } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput, amountRule } from '../../shared/amount-input';

const RATE = /^0(\.\d{1,4})?$/;

/** Insurance and housing fund: what is switched off needs no base. */
export function ContributionFields(): ReactElement {
  const { t } = useTranslation('changes');
  const form = Form.useFormInstance();
  const insured = Form.useWatch<boolean>('insured', form) !== false;
  const member = Form.useWatch<boolean>('fundMember', form) === true;
  const amount = [amountRule(t('common:amountWrong'), true)];
  const rate = [{ pattern: RATE, message: t('rateWrong') }];
  return (
    <>
      <div className="form-row">
        <Form.Item name="insured" label={t('field.insured')} valuePropName="checked">
          <Switch />
        </Form.Item>
        {insured && (
          <Form.Item name="insuranceBase" label={t('field.insuranceBase')} extra={t('baseHint')} rules={amount}>
            <AmountInput />
          </Form.Item>
        )}
      </div>
      <div className="form-row">
        <Form.Item name="fundMember" label={t('field.fundMember')} valuePropName="checked">
          <Switch />
        </Form.Item>
        {member && (
          <>
            <Form.Item name="fundBase" label={t('field.fundBase')} rules={amount}>
              <AmountInput />
            </Form.Item>
            <Form.Item name="fundEmployerRate" label={t('field.fundEmployerRate')} rules={rate}>
              <Input placeholder="0.05" maxLength={6} />
            </Form.Item>
            <Form.Item name="fundEmployeeRate" label={t('field.fundEmployeeRate')} rules={rate}>
              <Input placeholder="0.05" maxLength={6} />
            </Form.Item>
          </>
        )}
      </div>
    </>
  );
}
