import { Button, Drawer, Form, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api';
import type { Hire } from '../../shared/api/people-calls';
import { today } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { DayInput } from '../../shared/dates';
import { useFocusBack } from '../../shared/focus-back';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';
import { ContributionFields } from './contribution-fields';
import { AgencyPicker, GradePicker, GridPicker } from './pickers';
import { ProbationFields } from './probation-fields';

/** Somebody joins, or comes back: the same ID number is the same person, under the same number. */
export function HireDialog({
  open,
  onClose,
  onHired,
}: {
  open: boolean;
  onClose: () => void;
  onHired: (no: number) => void;
}): ReactElement {
  const { t } = useTranslation('changes');
  useFocusBack(open);
  return (
    <Drawer open={open} title={t('hire.title')} onClose={onClose} destroyOnHidden size={560} mask={{ closable: false }}>
      <HireForm onHired={onHired} />
    </Drawer>
  );
}

function HireForm({ onHired }: { onHired: (no: number) => void }): ReactElement {
  const { t } = useTranslation('changes');
  const centre = useCentre();
  const textOf = useTextOf();
  const [form] = Form.useForm<Hire>();
  const [refused, setRefused] = useState<unknown>();
  const hire = useCommand<Hire, { no: number }>({
    run: (fields) =>
      api.workers.hire(
        centre.id,
        Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as Hire,
      ),
    touches: [['workers'], ['worker'], ['worker-names'], ['readiness']],
    done: t('hire.done'),
    onDone: ({ no }) => onHired(no),
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  const required = [{ required: true, message: t('common:required') }];
  return (
    <Form<Hire>
      name="hire"
      form={form}
      layout="vertical"
      initialValues={{ joinedOn: today(), engagementStatus: 'in_post', insured: true, fundMember: false }}
      onValuesChange={() => setRefused(undefined)}
      onFinish={hire.mutate}
    >
      <p className="soft">{t('hire.about')}</p>
      {refused !== undefined && <ProblemAlert error={refused} />}
      <h2 className="form-head">{t('hire.person')}</h2>
      <div className="form-row">
        <Form.Item name="name" label={t('field.name')} rules={required}>
          <Input maxLength={50} autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="idNumber" label={t('field.idNumber')} rules={required}>
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('field.phone')}>
          <Input inputMode="tel" maxLength={30} autoComplete="off" />
        </Form.Item>
      </div>
      <h2 className="form-head">{t('hire.post')}</h2>
      <div className="form-row">
        <Form.Item name="agency" label={t('field.agency')} rules={required}>
          <AgencyPicker />
        </Form.Item>
        <Form.Item name="joinedOn" label={t('field.joinedOn')} rules={required}>
          <DayInput allowClear={false} />
        </Form.Item>
        <Form.Item name="engagementStatus" label={t('field.status')} rules={required}>
          <Select
            options={(['probation', 'in_post'] as const).map((value) => ({
              value,
              label: t(`roster:status.${value}`),
            }))}
          />
        </Form.Item>
      </div>
      <ProbationFields withLastDay />
      <div className="form-row">
        <Form.Item name="gridCode" label={t('field.gridCode')} rules={required}>
          <GridPicker />
        </Form.Item>
        <Form.Item name="gradeCode" label={t('field.gradeCode')} rules={required}>
          <GradePicker />
        </Form.Item>
      </div>
      <h2 className="form-head">{t('hire.contributions')}</h2>
      <ContributionFields />
      <h2 className="form-head">{t('hire.card')}</h2>
      <div className="form-row">
        <Form.Item name="bankCard" label={t('field.bankCard')}>
          <Input inputMode="numeric" maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="bankName" label={t('field.bankName')}>
          <Input maxLength={80} />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" block loading={hire.isPending}>
        {t('hire.submit')}
      </Button>
    </Form>
  );
}
