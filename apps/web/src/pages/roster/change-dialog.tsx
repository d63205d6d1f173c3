import { addDays, type LocalDate } from '@gridstaff/kernel';
import { Button, Form, Input, Modal, Select } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type WorkerDetail } from '../../shared/api';
import type { ChangeOutcome } from '../../shared/api/people-calls';
import { today } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { DayInput } from '../../shared/dates';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';
import { ContributionFields } from './contribution-fields';
import { CertificatePicker, GradePicker, GridPicker } from './pickers';
import { type ChangeKind, currentValues } from './current-values';
import { AddressFields, ContactFields, EducationFields, OtherPhoneFields, PoliticalFields } from './personal-fields';
import { SuspensionField } from './suspension-field';
import { ProbationFields } from './probation-fields';
import { ContractFields, ProtectionFields, RetirementFields } from './term-fields';

export const CHANGES = [
  ...[
    'grade',
    'move',
    'assignments',
    'engagement-status',
    'contributions',
    'certificates',
    'phone',
    'bank-card',
    'contracts',
    'protections',
    'identity-card',
    'retirement',
    'end',
  ],
] as ChangeKind[];

/** Of the person rather than of the post. */
export const PERSONAL_CHANGES = [
  ...['education', 'political-status', 'addresses', 'contacts', 'other-phones'],
] as ChangeKind[];

const END_REASONS = ['left', 'contract_ended', 'retired', 'deceased'] as const;
const STATUSES = ['probation', 'in_post', 'suspended'] as const;

type Fields = Record<string, unknown> & { from?: LocalDate; to?: LocalDate; reason?: string };

/** One change of one person from a date on: it is added to the timeline, nothing is written over. */
export function ChangeDialog({
  worker,
  kind,
  onClose,
}: {
  worker: WorkerDetail;
  kind: ChangeKind | undefined;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('changes');
  return (
    <Modal
      open={kind !== undefined}
      title={kind && t('title', { what: t(`kind.${kind}`), name: worker.name })}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
      width={520}
    >
      {kind && <ChangeForm key={kind} worker={worker} kind={kind} onDone={onClose} />}
    </Modal>
  );
}

/** The last day of a time in a form is its own; the API counts it out. */
function bodyOf(kind: ChangeKind, { to, reason, ...rest }: Fields): object {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ''));
  return {
    ...given,
    ...(kind === 'contracts' ? { from: undefined } : {}),
    ...(kind === 'assignments' ? { covering: true, ...(to ? { to: addDays(to, 1) } : {}) } : {}),
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
  };
}

function ChangeForm({
  worker,
  kind,
  onDone,
}: {
  worker: WorkerDetail;
  kind: ChangeKind;
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation('changes');
  const centre = useCentre();
  const textOf = useTextOf();
  const [form] = Form.useForm<Fields>();
  const [refused, setRefused] = useState<unknown>();
  const [outcome, setOutcome] = useState<ChangeOutcome>();
  const save = useCommand<Fields, ChangeOutcome>({
    run: (fields) => {
      const send = api.changeWorker[kind] as (centreId: string, no: number, body: object) => Promise<ChangeOutcome>;
      return send(centre.id, worker.no, bodyOf(kind, fields));
    },
    touches: [['worker'], ['workers'], ['readiness'], ['dispatch'], ['card-changes'], ['todos']],
    onDone: (became) => (became === 'changed' ? onDone() : setOutcome(became)),
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  const required = [{ required: true, message: t('common:required') }];
  return (
    <Form<Fields>
      name={`change-${kind}`}
      form={form}
      layout="vertical"
      initialValues={{
        from: today(),
        ...(kind === 'end' ? { lastDay: today() } : {}),
        ...currentValues(worker, kind),
      }}
      onValuesChange={() => {
        setRefused(undefined);
        setOutcome(undefined);
      }}
      onFinish={save.mutate}
    >
      <p className="soft">{t(`about.${kind}`)}</p>
      {refused !== undefined && <ProblemAlert error={refused} />}
      {outcome && <p role="status">{t(outcome)}</p>}
      {FIELDS[kind](t, required, worker)}
      {kind !== 'end' && kind !== 'contracts' && (
        <Form.Item name="from" label={t('field.from')} rules={required}>
          <DayInput allowClear={false} />
        </Form.Item>
      )}
      {kind === 'assignments' && (
        <Form.Item name="to" label={t('field.lastDay')} extra={t('openHint')}>
          <DayInput />
        </Form.Item>
      )}
      <Form.Item name="reason" label={t('field.reason')}>
        <Input maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block danger={kind === 'end'} loading={save.isPending}>
        {t(kind === 'end' ? 'submitEnd' : 'submit')}
      </Button>
    </Form>
  );
}

type Words = (key: string) => string;
type Rules = { required: boolean; message: string }[];

const grid = (t: Words, rules: Rules): ReactNode => (
  <Form.Item name="gridCode" label={t('field.gridCode')} rules={rules}>
    <GridPicker />
  </Form.Item>
);

const FIELDS: Record<ChangeKind, (t: Words, rules: Rules, worker: WorkerDetail) => ReactNode> = {
  contracts: (_, rules) => <ContractFields rules={rules} />,
  protections: (_, rules) => <ProtectionFields rules={rules} />,
  'identity-card': (t, rules) => (
    <Form.Item name="validUntil" label={t('field.validUntil')} rules={rules}>
      <DayInput allowClear={false} />
    </Form.Item>
  ),
  retirement: (_, rules, { sex }) => <RetirementFields sex={sex} rules={rules} />,
  education: (_, rules) => <EducationFields rules={rules} />,
  'political-status': (_, rules) => <PoliticalFields rules={rules} />,
  addresses: (_, rules) => <AddressFields rules={rules} />,
  contacts: (_, rules) => <ContactFields rules={rules} />,
  'other-phones': (_, rules) => <OtherPhoneFields rules={rules} />,
  grade: (t, rules) => (
    <Form.Item name="gradeCode" label={t('field.gradeCode')} rules={rules}>
      <GradePicker />
    </Form.Item>
  ),
  move: grid,
  assignments: grid,
  'engagement-status': (t, rules) => (
    <>
      <Form.Item name="engagementStatus" label={t('field.status')} rules={rules}>
        <Select options={STATUSES.map((value) => ({ value, label: t(`roster:status.${value}`) }))} />
      </Form.Item>
      <SuspensionField rules={rules} />
      <ProbationFields />
    </>
  ),
  end: (t, rules) => (
    <div className="form-row">
      <Form.Item name="lastDay" label={t('field.lastDayInPost')} rules={rules}>
        <DayInput allowClear={false} />
      </Form.Item>
      <Form.Item name="endReason" label={t('field.endReason')} rules={rules}>
        <Select options={END_REASONS.map((value) => ({ value, label: t(`roster:endReason.${value}`) }))} />
      </Form.Item>
    </div>
  ),
  contributions: () => <ContributionFields />,
  certificates: (t, rules) => (
    <>
      <Form.Item name="code" label={t('field.certificate')} rules={rules}>
        <CertificatePicker />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="number" label={t('field.certificateNo')}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="issuedOn" label={t('field.issuedOn')}>
          <DayInput />
        </Form.Item>
      </div>
    </>
  ),
  phone: (t, rules) => (
    <Form.Item name="phone" label={t('field.phone')} rules={rules}>
      <Input inputMode="tel" maxLength={30} autoComplete="off" />
    </Form.Item>
  ),
  'bank-card': (t, rules) => (
    <>
      <Form.Item name="bankCard" label={t('field.bankCard')} rules={rules}>
        <Input inputMode="numeric" maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="bankName" label={t('field.bankName')}>
        <Input maxLength={80} />
      </Form.Item>
    </>
  ),
};
