import { Form } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput, amountRule } from '../../shared/amount-input';
import { DayInput } from '../../shared/dates';

/** What the wage in probation is compared with; nothing while somebody is not in probation. */
export function ProbationFields({ withLastDay = false }: { withLastDay?: boolean }): ReactElement | null {
  const { t } = useTranslation('changes');
  const inProbation = Form.useWatch('engagementStatus') === 'probation';
  if (!inProbation) return null;
  const amount = [amountRule(t('common:amountWrong'), true)];
  return (
    <div className="form-row">
      {withLastDay && (
        <Form.Item name="probationLastDay" label={t('field.probationLastDay')} extra={t('probationHint')}>
          <DayInput />
        </Form.Item>
      )}
      <Form.Item name="contractWage" label={t('field.contractWage')} extra={t('contractWageHint')} rules={amount}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="lowestSamePost" label={t('field.lowestSamePost')} rules={amount}>
        <AmountInput />
      </Form.Item>
    </div>
  );
}
