import { Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type CertificateStandard, type Grade } from '../../shared/api';
import type { CertificateInput, GradeInput } from '../../shared/api/people-calls';
import { AmountInput, amountRule } from '../../shared/amount-input';
import { today } from '../../shared/clock';
import { DayInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { FormDialog } from '../../shared/form-dialog';
import { Icon } from '../../shared/icons';
import { Money } from '../../shared/money';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { useCertificates, useGrades } from '../roster/queries';

const PARTS = ['base', 'post', 'performance'] as const;

/** What each grade and certificate is paid, as it stands today. */
export function GradesPart(): ReactElement {
  const { t } = useTranslation('settings');
  const centre = useCentre();
  const { can } = useSession();
  const grades = useGrades();
  const certificates = useCertificates();
  const [grade, setGrade] = useState<Grade | 'new'>();
  const [certificate, setCertificate] = useState<CertificateStandard | 'new'>();
  const manages = can('grade:manage');
  const unit = `(${t('common:yuan')})`;
  if (grades.error && !grades.data) return <ProblemAlert error={grades.error} />;
  return (
    <div className="stack">
      <section>
        <div className="filter-row">
          <strong>{t('grade.title')}</strong>
          {manages && (
            <span style={{ marginLeft: 'auto' }}>
              <Button type="primary" icon={<Icon name="plus" />} onClick={() => setGrade('new')}>
                {t('grade.add')}
              </Button>
            </span>
          )}
        </div>
        <DataTable<Grade>
          name="grades"
          label={t('grade.title')}
          size="small"
          rows={grades.data}
          rowKey={({ id }) => id}
          empty={<EmptyHint icon="list" title={t('grade.none')} text={t('grade.noneText')} />}
          columns={[
            { key: 'code', title: t('grade.code'), width: 80, dataIndex: 'code' },
            { key: 'name', title: t('grade.name'), width: 160, dataIndex: 'name' },
            { key: 'postCode', title: t('grade.postCode'), width: 120, dataIndex: 'postCode' },
            ...PARTS.map((key) => ({
              ...{ key, title: t(`grade.${key}`), unit, width: 130, figures: true },
              render: (_: unknown, { standard }: Grade) => <Money value={standard?.[key]} />,
            })),
            ...(manages
              ? [
                  {
                    ...{ key: 'do', title: t('common:actions'), width: 90 },
                    render: (_: unknown, row: Grade) => (
                      <Button size="small" onClick={() => setGrade(row)}>
                        {t('grade.change')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </section>
      <section>
        <div className="filter-row">
          <strong>{t('certificate.title')}</strong>
          {manages && (
            <span style={{ marginLeft: 'auto' }}>
              <Button icon={<Icon name="plus" />} onClick={() => setCertificate('new')}>
                {t('certificate.add')}
              </Button>
            </span>
          )}
        </div>
        <DataTable<CertificateStandard>
          name="certificate-standards"
          label={t('certificate.title')}
          size="small"
          rows={certificates.data}
          rowKey={({ code }) => code}
          empty={<EmptyHint icon="ok" title={t('certificate.none')} text={t('certificate.noneText')} />}
          columns={[
            { key: 'code', title: t('certificate.code'), width: 160, dataIndex: 'code' },
            {
              ...{ key: 'amount', title: t('certificate.amount'), unit, width: 140, figures: true },
              render: (_, { amount }) => <Money value={amount} />,
            },
            ...(manages
              ? [
                  {
                    ...{ key: 'do', title: t('common:actions'), width: 90 },
                    render: (_: unknown, row: CertificateStandard) => (
                      <Button size="small" onClick={() => setCertificate(row)}>
                        {t('grade.change')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </section>
      <FormDialog<GradeInput>
        key={typeof grade === 'object' ? grade.id : 'grade'}
        name="grade"
        title={typeof grade === 'object' ? t('grade.changeTitle', { name: grade.name }) : t('grade.add')}
        about={t('grade.about')}
        open={grade !== undefined}
        onClose={() => setGrade(undefined)}
        initial={
          typeof grade === 'object'
            ? { code: grade.code, name: grade.name, postCode: grade.postCode, ...grade.standard, from: today() }
            : { from: today() }
        }
        save={(fields) => api.centres.saveGrades(centre.id, [fields])}
        touches={[['grades'], ['readiness']]}
        done={t('saved')}
      >
        <GradeFields known={typeof grade === 'object'} />
      </FormDialog>
      <FormDialog<CertificateInput>
        key={typeof certificate === 'object' ? certificate.code : 'certificate'}
        name="certificate-standard"
        title={
          typeof certificate === 'object' ? t('certificate.change', { code: certificate.code }) : t('certificate.add')
        }
        open={certificate !== undefined}
        onClose={() => setCertificate(undefined)}
        initial={
          typeof certificate === 'object'
            ? { code: certificate.code, amount: certificate.amount, from: today() }
            : { from: today() }
        }
        save={(fields) => api.centres.saveCertificates(centre.id, [fields])}
        touches={[['certificates']]}
        done={t('saved')}
      >
        <CertificateFields known={typeof certificate === 'object'} />
      </FormDialog>
    </div>
  );
}

function GradeFields({ known }: { known: boolean }): ReactElement {
  const { t } = useTranslation('settings');
  const required = [{ required: true, message: t('common:required') }];
  return (
    <>
      <div className="form-row">
        <Form.Item name="code" label={t('grade.code')} rules={required}>
          <Input maxLength={32} disabled={known} />
        </Form.Item>
        <Form.Item name="name" label={t('grade.name')} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="postCode" label={t('grade.postCode')} rules={required}>
          <Input maxLength={32} />
        </Form.Item>
      </div>
      <div className="form-row">
        {PARTS.map((key) => (
          <Form.Item key={key} name={key} label={t(`grade.${key}`)} rules={[amountRule(t('common:amountWrong'))]}>
            <AmountInput />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="from" label={t('from')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
    </>
  );
}

function CertificateFields({ known }: { known: boolean }): ReactElement {
  const { t } = useTranslation('settings');
  const required = [{ required: true, message: t('common:required') }];
  return (
    <div className="form-row">
      <Form.Item name="code" label={t('certificate.code')} rules={required}>
        <Input maxLength={32} disabled={known} />
      </Form.Item>
      <Form.Item name="amount" label={t('certificate.amount')} rules={[amountRule(t('common:amountWrong'))]}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="from" label={t('from')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
    </div>
  );
}
