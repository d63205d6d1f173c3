import type { Period } from '@gridstaff/kernel';
import { Button, Form, Input, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput, amountRule } from '../../shared/amount-input';
import { api, type OneOff } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { grouped } from '../../shared/money';
import { PersonPicker } from '../../shared/person-picker';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { useWorkerNames } from '../runs/queries';
import { EntryActions } from './entry-parts';
import { MonthTable } from './month-table';
import { monthKeys, useOneOffs } from './queries';

const KINDS = ['annual_leave', 'severance', 'loss', 'labour'] as const;
type Kind = (typeof KINDS)[number];

/** What is given once for the month: leave not taken, severance, losses, labour pay, with what runs have paid of it. */
export function OneOffs({ period, locked }: { period: Period; locked: boolean }): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const { can } = useSession();
  const names = useWorkerNames();
  const [editing, setEditing] = useState<OneOff | 'new'>();
  const [ask, dialog] = useAsk();
  const entries = useOneOffs(period);
  const retract = useCommand<OneOff>({
    run: ({ workerNo, kind }) =>
      api.monthFacts.giveOnce(centre.id, period, [
        { workerNo, kind, ...(kind === 'annual_leave' ? { days: 0 } : { amount: '0' }) },
      ]),
    touches: [monthKeys.oneOffs(centre.id, period), ['readiness']],
    done: t('done.retracted'),
    onRefused: () => undefined,
  });
  const writes = can('run:prepare') && !locked;
  const said = (days: number | null, amount: string | null): string =>
    days === null ? grouped(amount ?? '0') : t('oneOff.inDays', { count: days });
  if (entries.error && !entries.data) return <ProblemAlert error={entries.error} />;
  return (
    <>
      <MonthTable<OneOff>
        name="one-offs"
        label={t('tab.oneOffs')}
        rows={entries.data}
        rowKey={({ id }) => id}
        tools={
          writes && (
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEditing('new')}>
              {t('oneOff.add')}
            </Button>
          )
        }
        empty={<EmptyHint icon="calendar" title={t('oneOff.none', { period })} text={t('oneOff.noneText')} />}
        columns={[
          { key: 'kind', title: t('oneOff.item'), width: 140, render: (_, { kind }) => t(`oneOff.kind.${kind}`) },
          {
            ...{ key: 'given', title: t('oneOff.given'), width: 130, figures: true },
            render: (_, { days, amount }) => said(days, amount),
          },
          {
            ...{ key: 'paid', title: t('oneOff.paid'), width: 130, figures: true },
            render: (_, { paidDays, paidAmount }) => said(paidDays, paidAmount),
          },
          {
            ...{ key: 'average', title: t('oneOff.averageWage'), width: 130, figures: true },
            render: (_, { averageWage }) => (averageWage === null ? '' : grouped(averageWage)),
          },
          { key: 'evidence', title: t('oneOff.evidence'), width: 200, render: (_, { evidence }) => evidence ?? '' },
          ...(writes
            ? [
                {
                  ...{ key: 'do', title: t('do'), width: 130, always: true },
                  render: (_: unknown, row: OneOff) => (
                    <EntryActions
                      onChange={() => setEditing(row)}
                      onRetract={() =>
                        ask({
                          title: t('oneOff.retractTitle', { name: names.get(row.workerNo) ?? row.workerNo }),
                          text: t('retractText'),
                          confirm: t('retract'),
                          danger: true,
                          act: () => retract.mutateAsync(row),
                        })
                      }
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      <Modal
        open={editing !== undefined}
        title={t('oneOff.add')}
        footer={null}
        destroyOnHidden
        mask={{ closable: false }}
        onCancel={() => setEditing(undefined)}
        width={520}
      >
        {editing && (
          <OneOffForm
            period={period}
            row={editing === 'new' ? undefined : editing}
            onDone={() => setEditing(undefined)}
          />
        )}
      </Modal>
      {dialog}
    </>
  );
}

interface Fields {
  workerNo: number;
  kind: Kind;
  days?: string;
  amount?: string;
  averageWage?: string;
  localAverage?: string;
  evidence?: string;
}

const given = (text: string | undefined): string | undefined => text?.trim() || undefined;

function OneOffForm({
  period,
  row,
  onDone,
}: {
  period: Period;
  row: OneOff | undefined;
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const names = useWorkerNames();
  const textOf = useTextOf();
  const [form] = Form.useForm<Fields>();
  const [refused, setRefused] = useState<unknown>();
  const kind = Form.useWatch('kind', form) ?? row?.kind;
  const save = useCommand<Fields>({
    run: ({ workerNo, kind: of = row?.kind as Kind, days, amount, averageWage, localAverage, evidence }) =>
      api.monthFacts.giveOnce(centre.id, period, [
        {
          ...{ workerNo: row?.workerNo ?? workerNo, kind: of },
          ...(of === 'annual_leave' ? { days: Number(days) } : { amount: given(amount) }),
          ...{ averageWage: given(averageWage), localAverage: given(localAverage), evidence: given(evidence) },
        },
      ]),
    touches: [monthKeys.oneOffs(centre.id, period), ['readiness']],
    done: t('done.saved'),
    onDone,
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  const required = [{ required: true, message: t('common:required') }];
  const amounts = [amountRule(t('common:amountWrong'), true)];
  const whole = [...required, { pattern: /^\d{1,2}$/, message: t('oneOff.wholeDays') }];
  return (
    <Form<Fields>
      name="one-off"
      form={form}
      layout="vertical"
      initialValues={row ? valuesOf(row) : { kind: 'annual_leave' }}
      onValuesChange={() => setRefused(undefined)}
      onFinish={save.mutate}
    >
      {refused !== undefined && <ProblemAlert error={refused} />}
      {row ? (
        <p>
          <strong>{names.get(row.workerNo) ?? row.workerNo}</strong> {t(`oneOff.kind.${row.kind}`)}
        </p>
      ) : (
        <div className="form-row">
          <Form.Item name="workerNo" label={t('name')} rules={required}>
            <PersonPicker />
          </Form.Item>
          <Form.Item name="kind" label={t('oneOff.item')} rules={required}>
            <Select options={KINDS.map((value) => ({ value, label: t(`oneOff.kind.${value}`) }))} />
          </Form.Item>
        </div>
      )}
      <div className="form-row">
        {kind === 'annual_leave' ? (
          <Form.Item name="days" label={t('oneOff.days')} rules={whole}>
            <Input inputMode="numeric" maxLength={2} />
          </Form.Item>
        ) : (
          <Form.Item name="amount" label={t('oneOff.amount')} rules={[amountRule(t('common:amountWrong'))]}>
            <AmountInput />
          </Form.Item>
        )}
        {kind === 'annual_leave' && (
          <Form.Item name="averageWage" label={t('oneOff.averageWage')} extra={t('oneOff.averageHint')} rules={amounts}>
            <AmountInput />
          </Form.Item>
        )}
        {kind === 'severance' && (
          <Form.Item name="localAverage" label={t('oneOff.localAverage')} extra={t('oneOff.localHint')} rules={amounts}>
            <AmountInput />
          </Form.Item>
        )}
      </div>
      <Form.Item name="evidence" label={t('oneOff.evidence')} rules={kind === 'loss' ? required : []}>
        <Input maxLength={300} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={save.isPending}>
        {t('save')}
      </Button>
    </Form>
  );
}

const valuesOf = ({ kind, days, amount, averageWage, localAverage, evidence }: OneOff): Partial<Fields> => ({
  kind,
  days: days === null ? undefined : String(days),
  ...{ amount: amount ?? undefined, averageWage: averageWage ?? undefined },
  ...{ localAverage: localAverage ?? undefined, evidence: evidence ?? undefined },
});
