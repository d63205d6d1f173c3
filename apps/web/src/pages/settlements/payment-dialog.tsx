import { formatYuan, type LocalDate } from '@gridstaff/kernel';
import { Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Id, type SettlementDetail, type Yuan } from '../../shared/api';
import { today } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { DayInput } from '../../shared/dates';
import { fenOf, grouped } from '../../shared/money';
import { AmountInput, amountRule } from '../../shared/amount-input';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';
import { settlementKeys } from './queries';

interface Fields {
  fundId?: Id;
  amount: string;
  documentNo: string;
  paidOn: LocalDate;
  final?: boolean;
  reason?: string;
}

/** A payment posted to the fund: in transit becomes paid. */
export function PaymentDialog({
  settlement,
  open,
  onClose,
}: {
  settlement: SettlementDetail;
  open: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('settlements');
  return (
    <Modal
      open={open}
      title={t('pay.title')}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
      width={480}
    >
      <PaymentForm settlement={settlement} onDone={onClose} />
    </Modal>
  );
}

function PaymentForm({ settlement, onDone }: { settlement: SettlementDetail; onDone: () => void }): ReactElement {
  const { t } = useTranslation('settlements');
  const textOf = useTextOf();
  const [form] = Form.useForm<Fields>();
  const [refused, setRefused] = useState<unknown>();
  const open = settlement.funds.filter((part) => !part.ended);
  const dueOf = (fundId: Id | undefined): Yuan => {
    const part = open.find((own) => own.fundId === fundId) ?? open[0];
    return part ? formatYuan(fenOf(part.amount) - fenOf(part.paid)) : '0.00';
  };
  const due = dueOf(Form.useWatch('fundId', form));
  const amount = Form.useWatch('amount', form) ?? due;
  const final = Form.useWatch('final', form) === true;
  const pay = useCommand<Fields>({
    run: (fields, key) =>
      api.settlements.pay(
        settlement.id,
        { ...fields, final: fields.final || undefined, reason: fields.final ? fields.reason : undefined },
        key,
      ),
    touches: [settlementKeys.all, ['runs'], ['funds']],
    done: t('pay.done'),
    onDone,
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  const required = [{ required: true, whitespace: true, message: t('common:required') }];
  return (
    <Form<Fields>
      name="payment"
      form={form}
      layout="vertical"
      initialValues={{ fundId: open[0]?.fundId, amount: due, paidOn: today() }}
      onValuesChange={(changed: Partial<Fields>) => {
        setRefused(undefined);
        if (changed.fundId !== undefined) form.setFieldsValue({ amount: dueOf(changed.fundId) });
      }}
      onFinish={pay.mutate}
    >
      {refused !== undefined && <ProblemAlert error={refused} />}
      <p>{t('pay.due', { due: grouped(due) })}</p>
      <Form.Item name="fundId" label={t('pay.fund')} hidden={open.length < 2}>
        <Select options={open.map(({ fundId, name }) => ({ value: fundId, label: name }))} />
      </Form.Item>
      <Form.Item name="amount" label={t('pay.amount')} rules={[amountRule(t('common:amountWrong'))]}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="documentNo" label={t('pay.documentNo')} rules={required}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="paidOn" label={t('pay.paidOn')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
      {amount !== due && (
        <Form.Item name="final" valuePropName="checked">
          <Checkbox>{t('pay.final')}</Checkbox>
        </Form.Item>
      )}
      {amount !== due && final && (
        <Form.Item
          name="reason"
          label={t('common:reasonLabel')}
          rules={[{ required: true, whitespace: true, message: t('common:reasonMissing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={pay.isPending}>
        {t('pay.submit')}
      </Button>
    </Form>
  );
}
