import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput, amountRule } from '../../shared/amount-input';
import { DayInput } from '../../shared/dates';
import { Icon } from '../../shared/icons';

/** One price, or prices by the head count of the month. */
export function FeeFields(): ReactElement {
  const { t } = useTranslation('settings');
  const kind = Form.useWatch<string>('kind');
  const mode = Form.useWatch<string>('mode');
  const required = [{ required: true, message: t('common:required') }];
  const modes = kind === 'rate' ? (['one', 'whole'] as const) : (['one', 'whole', 'slices'] as const);
  return (
    <>
      <div className="form-row">
        <Form.Item name="kind" label={t('agency.feeKind')} rules={required}>
          <Select options={(['per_head', 'rate'] as const).map((value) => ({ value, label: t(`agency.kinds.${value}`) }))} />
        </Form.Item>
        <Form.Item name="mode" label={t('agency.feeMode')} rules={required}>
          <Select options={modes.map((value) => ({ value, label: t(`agency.tiers.${value}`) }))} />
        </Form.Item>
      </div>
      {mode === 'one' || mode === undefined ? (
        <Price kind={kind} />
      ) : (
        <>
          <p className="soft">{t(`agency.tiers.about.${mode}`)}</p>
          <Steps kind={kind} />
        </>
      )}
      <Form.Item name="from" label={t('from')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
    </>
  );
}

function Price({ kind, at }: { kind: string | undefined; at?: number }): ReactElement {
  const { t } = useTranslation('settings');
  const name = (field: string): string | (string | number)[] => (at === undefined ? field : [at, field]);
  if (kind === 'rate')
    return (
      <Form.Item name={name('rate')} label={t('agency.rate')} extra={at === undefined && t('agency.rateHint')} rules={[{ required: true, message: t('common:required') }]}>
        <Input maxLength={8} placeholder="0.015" />
      </Form.Item>
    );
  return (
    <Form.Item name={name('amount')} label={t('agency.amount')} rules={[amountRule(t('common:amountWrong'))]}>
      <AmountInput />
    </Form.Item>
  );
}

function Steps({ kind }: { kind: string | undefined }): ReactElement {
  const { t } = useTranslation('settings');
  return (
    <Form.List name="steps">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="form-row fee-step">
              <Form.Item name={[name, 'from']} label={t('agency.tiers.heads')} rules={[{ required: true, message: t('common:required') }]}>
                <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} disabled={name === 0} />
              </Form.Item>
              <Price kind={kind} at={name} />
              {name > 0 && (
                <Button type="text" icon={<Icon name="close" />} aria-label={t('agency.tiers.remove', { count: name + 1 })} onClick={() => remove(name)} />
              )}
            </div>
          ))}
          <Button block icon={<Icon name="plus" />} disabled={fields.length >= 20} onClick={() => add({})} style={{ marginBottom: 16 }}>
            {t('agency.tiers.add')}
          </Button>
        </>
      )}
    </Form.List>
  );
}
