import { Button, Form, Input, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput, amountRule } from '../../shared/amount-input';
import { api, type Fund } from '../../shared/api';
import type { AppropriationInput } from '../../shared/api/calls';
import { today } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { DayInput } from '../../shared/dates';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';

const KINDS = ['supplement', 'reduction', 'carry_over'] as const;

export function AppropriationDialog({
  fund,
  open,
  onClose,
}: {
  fund: Fund;
  open: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('funds');
  return (
    <Modal
      open={open}
      title={`${t('appropriation.add')} · ${fund.name}`}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
      width={480}
    >
      <AppropriationForm fund={fund} onDone={onClose} />
    </Modal>
  );
}

function AppropriationForm({ fund, onDone }: { fund: Fund; onDone: () => void }): ReactElement {
  const { t } = useTranslation('funds');
  const textOf = useTextOf();
  const [form] = Form.useForm<AppropriationInput>();
  const [refused, setRefused] = useState<unknown>();
  const record = useCommand<AppropriationInput>({
    run: (fields, key) =>
      api.funds.appropriate(fund.id, { ...fields, reason: fields.reason?.trim() || undefined }, key),
    touches: [['funds']],
    done: t('appropriation.done'),
    onDone,
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  const required = [{ required: true, whitespace: true, message: t('common:required') }];
  return (
    <Form<AppropriationInput>
      name="appropriation"
      form={form}
      layout="vertical"
      initialValues={{ kind: 'supplement', effectiveOn: today() }}
      onValuesChange={() => setRefused(undefined)}
      onFinish={record.mutate}
    >
      {refused !== undefined && <ProblemAlert error={refused} />}
      <Form.Item name="kind" label={t('appropriation.kind')} rules={required}>
        <Select options={KINDS.map((value) => ({ value, label: t(`appropriationKind.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="amount"
        label={t('appropriation.amount')}
        extra={t('appropriation.amountHint')}
        rules={[amountRule(t('common:amountWrong'))]}
        required
      >
        <AmountInput autoFocus />
      </Form.Item>
      <Form.Item name="documentNo" label={t('appropriation.documentNo')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="effectiveOn" label={t('appropriation.effectiveOn')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
      <Form.Item name="reason" label={t('appropriation.reason')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={record.isPending}>
        {t('appropriation.confirm')}
      </Button>
    </Form>
  );
}
