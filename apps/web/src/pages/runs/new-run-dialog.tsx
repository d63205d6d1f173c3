import { addMonths, lastDay, type LocalDate, type Period } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type PayRun, type RunKind } from '../../shared/api';
import { thisMonth } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { DayInput, MonthInput } from '../../shared/dates';
import { grouped } from '../../shared/money';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';
import { runKeys } from './queries';

interface Fields {
  period: Period;
  kind: RunKind;
  payDate: LocalDate;
  fundId: string;
  replacesRunId?: string;
}

const KINDS: RunKind[] = ['regular', 'supplementary', 'correction', 'bonus'];

interface Props {
  open: boolean;
  onClose: () => void;
  onCreated: (run: PayRun) => void;
  /** Its month and fund are where the next one starts from. */
  latest: PayRun | undefined;
}

export function NewRunDialog({ open, onClose, onCreated, latest }: Props): ReactElement {
  const { t } = useTranslation('runs');
  return (
    <Modal
      open={open}
      title={t('create.title')}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
      width={480}
    >
      <NewRunForm
        latest={latest}
        onCreated={(run) => {
          onClose();
          onCreated(run);
        }}
      />
    </Modal>
  );
}

function NewRunForm({ latest, onCreated }: Pick<Props, 'latest' | 'onCreated'>): ReactElement {
  const { t } = useTranslation('runs');
  const centre = useCentre();
  const textOf = useTextOf();
  const [form] = Form.useForm<Fields>();
  const [refused, setRefused] = useState<unknown>();
  const { payMonthOffset, payDay } = centre.settings;
  const payDateOf = (period: Period): LocalDate => {
    const month = addMonths(period, payMonthOffset);
    const last = lastDay(month);
    const day = `${month}-${String(payDay).padStart(2, '0')}`;
    return day > last ? last : day;
  };
  const proposed = latest ? addMonths(latest.period, 1) : thisMonth();
  const payDate = Form.useWatch('payDate', form) ?? payDateOf(proposed);
  const kind = Form.useWatch('kind', form);
  const year = Number(payDate.slice(0, 4));
  const funds = useQuery({ queryKey: ['funds', centre.id, year], queryFn: () => api.funds.list(centre.id, year) });
  const runs = useQuery({
    queryKey: [...runKeys.all, 'correctable', centre.id],
    queryFn: () => api.runs.list({ centreId: centre.id, limit: 50 }),
    enabled: kind === 'correction',
  });
  const create = useCommand<Fields, PayRun>({
    run: (fields) => api.runs.create({ centreId: centre.id, ...fields }),
    touches: [runKeys.all],
    onDone: onCreated,
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  const required = [{ required: true, message: t('common:required') }];
  return (
    <Form<Fields>
      name="new-run"
      form={form}
      layout="vertical"
      initialValues={{
        period: proposed,
        kind: 'regular',
        payDate: payDateOf(proposed),
        fundId: latest?.fiscalYear === year ? latest.fundId : undefined,
      }}
      onValuesChange={(changed) => {
        setRefused(undefined);
        if (changed.period) form.setFieldValue('payDate', payDateOf(changed.period));
      }}
      onFinish={create.mutate}
    >
      {refused !== undefined && <ProblemAlert error={refused} />}
      <Form.Item name="period" label={t('create.period')} rules={required}>
        <MonthInput allowClear={false} />
      </Form.Item>
      <Form.Item name="kind" label={t('column.kind')} rules={required}>
        <Select options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      {kind === 'correction' && (
        <Form.Item name="replacesRunId" label={t('create.replaces')} rules={required}>
          <Select
            loading={runs.isPending}
            options={runs.data?.runs.map((run) => ({
              value: run.id,
              label: t('name', { period: run.period, no: run.no }),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="payDate" label={t('column.payDate')} extra={t('create.payDateHint')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
      <Form.Item name="fundId" label={t('create.fund')} rules={required}>
        <Select
          loading={funds.isPending}
          notFoundContent={t('create.noFund', { year })}
          options={funds.data?.map((fund) => ({
            value: fund.id,
            label: t('create.fundLine', { name: fund.name, available: grouped(fund.balances.available) }),
          }))}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={create.isPending}>
        {t('create.submit')}
      </Button>
    </Form>
  );
}
