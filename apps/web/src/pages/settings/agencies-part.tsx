import { Button, Form, Input, Space } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Agency, api } from '../../shared/api';
import type { AgencyDetailsInput, AgencyInput } from '../../shared/api/people-calls';
import { today } from '../../shared/clock';
import { DayInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { FormDialog } from '../../shared/form-dialog';
import { Icon } from '../../shared/icons';
import { grouped } from '../../shared/money';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { useAgencies } from '../roster/queries';
import { FeeFields } from './fee-fields';
import { type FeeForm, feeFormOf, feeInputOf } from './fee-form';

/** Legal employers of the people: licence, account, and what they are paid for it. */
export function AgenciesPart(): ReactElement {
  const { t } = useTranslation('settings');
  const centre = useCentre();
  const { can } = useSession();
  const agencies = useAgencies();
  const [adding, setAdding] = useState(false);
  const [fee, setFee] = useState<Agency>();
  const [details, setDetails] = useState<Agency>();
  const manages = can('agency:manage');
  if (agencies.error && !agencies.data) return <ProblemAlert error={agencies.error} />;
  return (
    <>
      {manages && (
        <div className="filter-row">
          <span style={{ marginLeft: 'auto' }}>
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
              {t('agency.add')}
            </Button>
          </span>
        </div>
      )}
      <DataTable<Agency>
        name="agencies"
        label={t('part.agencies')}
        size="small"
        rows={agencies.data}
        rowKey={({ id }) => id}
        empty={<EmptyHint icon="settle" title={t('agency.none')} text={t('agency.noneText')} />}
        columns={[
          { key: 'code', title: t('agency.code'), width: 80, dataIndex: 'code' },
          { key: 'name', title: t('agency.name'), width: 240, render: (_, { id, name }) => <Link to={`/agencies/${id}`}>{name}</Link> },
          { key: 'fee', title: t('agency.fee'), width: 170, render: (_, agency) => <Fee agency={agency} /> },
          { key: 'licence', title: t('agency.licenceNo'), width: 170, render: (_, { licenceNo }) => licenceNo ?? '–' },
          {
            key: 'until',
            title: t('agency.licenceUntil'),
            width: 130,
            render: (_, agency) => <Until agency={agency} />,
          },
          { key: 'bank', title: t('agency.bankName'), width: 180, render: (_, { bankName }) => bankName ?? '–' },
          ...(manages
            ? [
                {
                  ...{ key: 'do', title: t('common:actions'), width: 190 },
                  render: (_: unknown, agency: Agency) => (
                    <Space size={4}>
                      <Button size="small" onClick={() => setFee(agency)}>
                        {t('agency.setFee')}
                      </Button>
                      <Button size="small" onClick={() => setDetails(agency)}>
                        {t('agency.change')}
                      </Button>
                    </Space>
                  ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog<AgencyInput>
        name="agency"
        title={t('agency.add')}
        open={adding}
        onClose={() => setAdding(false)}
        save={(fields) => api.centres.addAgency(centre.id, fields)}
        touches={[['agencies']]}
        done={t('agency.added')}
      >
        <AgencyFields />
      </FormDialog>
      <FormDialog<FeeForm>
        key={fee?.id}
        name="agency-fee"
        title={t('agency.feeOf', { name: fee?.name ?? '' })}
        about={t('agency.feeAbout')}
        open={fee !== undefined}
        onClose={() => setFee(undefined)}
        initial={{ from: today(), ...feeFormOf(fee?.fee ?? null) }}
        save={(fields) => api.centres.setFee(centre.id, fee?.id ?? '', feeInputOf(fields))}
        touches={[['agencies'], ['readiness']]}
        done={t('saved')}
      >
        <FeeFields />
      </FormDialog>
      <FormDialog<AgencyDetailsInput>
        key={`details ${details?.id ?? ''}`}
        name="agency-details"
        title={t('agency.changeOf', { name: details?.name ?? '' })}
        about={t('agency.changeAbout')}
        open={details !== undefined}
        onClose={() => setDetails(undefined)}
        initial={details && { from: today(), ...detailsOf(details) }}
        save={(fields) => api.centres.setAgencyDetails(centre.id, details?.id ?? '', fields)}
        touches={[['agencies'], ['dispatch']]}
        done={t('saved')}
      >
        <DetailFields />
        <Form.Item name="from" label={t('from')} rules={[{ required: true, message: t('common:required') }]}>
          <DayInput allowClear={false} />
        </Form.Item>
      </FormDialog>
    </>
  );
}

const detailsOf = ({ licenceNo, licenceUntil, taxNo, bankName, bankAccount }: Agency): Partial<AgencyDetailsInput> => ({
  licenceNo: licenceNo ?? undefined,
  licenceUntil: licenceUntil ?? undefined,
  taxNo: taxNo ?? undefined,
  bankName: bankName ?? undefined,
  bankAccount: bankAccount ?? undefined,
});

function Fee({ agency: { fee } }: { agency: Agency }): ReactElement {
  const { t } = useTranslation('settings');
  if (fee === null) {
    return (
      <Tag tone="warn" icon="warn">
        {t('agency.noFee')}
      </Tag>
    );
  }
  return (
    <span className="number">
      {fee.tiers === null ? (
        <Price {...fee} />
      ) : (
        <>
          {t(`agency.tiers.${fee.tiers.mode}`)}
          <ul className="fee-steps">
            {fee.tiers.steps.map((step) => (
              <li key={step.from}>
                {t('agency.tiers.from', { count: step.from })} <Price {...step} />
              </li>
            ))}
          </ul>
        </>
      )}
    </span>
  );
}

function Price({ amount, rate }: { amount: string | null; rate: string | null }): ReactElement {
  const { t } = useTranslation('settings');
  return <>{amount === null ? t('agency.rateIs', { rate }) : t('agency.perHead', { amount: grouped(amount) })}</>;
}

function Until({ agency: { licenceUntil } }: { agency: Agency }): ReactElement {
  const { t } = useTranslation('settings');
  if (licenceUntil === null) return <>–</>;
  if (licenceUntil >= today()) return <>{licenceUntil}</>;
  return (
    <Tag tone="bad" icon="warn">
      {t('agency.ended', { on: licenceUntil })}
    </Tag>
  );
}

function AgencyFields(): ReactElement {
  const { t } = useTranslation('settings');
  const required = [{ required: true, message: t('common:required') }];
  return (
    <>
      <div className="form-row">
        <Form.Item name="code" label={t('agency.code')} rules={required}>
          <Input maxLength={32} />
        </Form.Item>
        <Form.Item name="name" label={t('agency.name')} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
      </div>
      <DetailFields />
    </>
  );
}

/** What changes with the years: licence, tax number, account. */
function DetailFields(): ReactElement {
  const { t } = useTranslation('settings');
  return (
    <>
      <Form.Item name="taxNo" label={t('agency.taxNo')}>
        <Input maxLength={32} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="licenceNo" label={t('agency.licenceNo')}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="licenceUntil" label={t('agency.licenceUntil')}>
          <DayInput />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="bankName" label={t('agency.bankName')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="bankAccount" label={t('agency.bankAccount')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </div>
    </>
  );
}
