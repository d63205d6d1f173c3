import { addDays, OPEN_END } from '@gridstaff/kernel';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type AgreementInput, dispatch, type DispatchAgreement, type OwnStaffInput } from '../../shared/api/dispatch-calls';
import { today } from '../../shared/clock';
import { DayInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { FormDialog } from '../../shared/form-dialog';
import { Icon } from '../../shared/icons';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { useAgencies } from '../roster/queries';
import { AgencyDocuments } from './agency-documents';
import { useAgreements, useOwnStaff } from './queries';

const TEXTS = ['posts', 'pay', 'insurance', 'payment', 'fee'] as const;

/** What centre and agency agreed on, and the centre's own staff that dispatch is compared with. */
export function Agreements(): ReactElement {
  const { t } = useTranslation(['dispatch', 'documents']);
  const centre = useCentre();
  const { can } = useSession();
  const agencies = useAgencies();
  const query = useAgreements(centre.id);
  const ownStaff = useOwnStaff(centre.id);
  const [adding, setAdding] = useState(false);
  const [counting, setCounting] = useState(false);
  const [papersOf, setPapersOf] = useState<DispatchAgreement>();
  const nameOf = (id: string): string => agencies.data?.find((agency) => agency.id === id)?.name ?? id;
  const last = ownStaff.data?.at(-1);
  if (query.error && !query.data) return <ProblemAlert error={query.error} onReload={() => void query.refetch()} />;
  return (
    <>
      <div className="filter-row">
        <span>
          {last ? t('ownStaff.is', { count: last.people, day: last.from }) : t('ownStaff.unknown')}{' '}
          {can('agency:manage') && (
            <Button size="small" icon={<Icon name="edit" />} onClick={() => setCounting(true)}>
              {t('ownStaff.change')}
            </Button>
          )}
        </span>
        {can('agency:manage') && (
          <span style={{ marginLeft: 'auto' }}>
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
              {t('agreement.add')}
            </Button>
          </span>
        )}
      </div>
      <DataTable<DispatchAgreement>
        name="dispatch-agreements"
        label={t('part.agreements')}
        size="small"
        rows={query.data}
        rowKey={({ factId, from }) => `${factId} ${from}`}
        empty={<EmptyHint icon="settle" title={t('agreement.none')} text={t('agreement.noneText')} />}
        columns={[
          { key: 'agency', title: t('agreement.agency'), width: 200, render: (_, { agencyId }) => <Link to={`/agencies/${agencyId}`}>{nameOf(agencyId)}</Link> },
          { key: 'number', title: t('agreement.number'), width: 120, render: (_, { number }) => number ?? '–' },
          {
            ...{ key: 'term', title: t('agreement.term'), width: 210 },
            render: (_, { from, to }) => (
              <span className="number">
                {from} – {to === OPEN_END ? '' : addDays(to, -1)}
              </span>
            ),
          },
          { key: 'headcount', title: t('agreement.headcount'), width: 80, render: (_, { headcount }) => headcount ?? '–' },
          ...TEXTS.map((name) => ({
            ...{ key: name, title: t(`agreement.${name}`), width: 150 },
            render: (_: unknown, one: DispatchAgreement) => one[name] ?? '–',
          })),
          {
            ...{ key: 'severance', title: t('agreement.severance'), width: 120 },
            render: (_, { severance }) => (severance === null ? '–' : t(`severance.${severance}`)),
          },
          {
            ...{ key: 'tax', title: t('agreement.tax'), width: 150 },
            render: (_, { tax }) => (tax === null ? '–' : t(`tax.${tax}`)),
          },
          {
            ...{ key: 'papers', title: t('documents:title'), width: 100, always: true },
            render: (_, one) => (
              <Button size="small" onClick={() => setPapersOf(one)}>
                {t('documents:title')}
              </Button>
            ),
          },
        ]}
      />
      <AgencyDocuments
        agencyId={papersOf?.agencyId}
        name={papersOf ? nameOf(papersOf.agencyId) : ''}
        aboutId={papersOf?.factId}
        agreements={query.data ?? []}
        onClose={() => setPapersOf(undefined)}
      />
      <FormDialog<AgreementInput & { agencyId: string }>
        name="agreement"
        title={t('agreement.add')}
        about={t('agreement.about')}
        open={adding}
        onClose={() => setAdding(false)}
        initial={{ agencyId: agencies.data?.[0]?.id, from: today() }}
        save={({ agencyId, ...fields }) => dispatch.recordAgreement(centre.id, agencyId, fields)}
        touches={[['dispatch']]}
        done={t('agreement.added')}
      >
        <AgreementFields agencies={(agencies.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      </FormDialog>
      <FormDialog<OwnStaffInput>
        name="own-staff"
        title={t('ownStaff.change')}
        about={t('ownStaff.about')}
        open={counting}
        onClose={() => setCounting(false)}
        initial={{ from: today(), people: last?.people }}
        save={(fields) => dispatch.setOwnStaff(centre.id, fields)}
        touches={[['dispatch']]}
        done={t('ownStaff.changed')}
      >
        <Form.Item name="people" label={t('ownStaff.people')} rules={[{ required: true, message: t('common:required') }]}>
          <InputNumber min={0} max={1_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="from" label={t('ownStaff.from')} rules={[{ required: true, message: t('common:required') }]}>
          <DayInput allowClear={false} />
        </Form.Item>
      </FormDialog>
    </>
  );
}

function AgreementFields({ agencies }: { agencies: { value: string; label: string }[] }): ReactElement {
  const { t } = useTranslation('dispatch');
  const required = [{ required: true, message: t('common:required') }];
  return (
    <>
      <Form.Item name="agencyId" label={t('agreement.agency')} rules={required}>
        <Select options={agencies} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="from" label={t('agreement.from')} rules={required}>
          <DayInput allowClear={false} />
        </Form.Item>
        <Form.Item name="lastDay" label={t('agreement.lastDay')} rules={required}>
          <DayInput allowClear={false} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="number" label={t('agreement.number')}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="headcount" label={t('agreement.headcount')}>
          <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      {TEXTS.map((name) => (
        <Form.Item key={name} name={name} label={t(`agreement.${name}`)}>
          <Input maxLength={200} />
        </Form.Item>
      ))}
      <div className="form-row">
        <Form.Item name="severance" label={t('agreement.severance')}>
          <Select
            allowClear
            options={(['agency', 'centre'] as const).map((value) => ({ value, label: t(`severance.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="tax" label={t('agreement.tax')}>
          <Select
            allowClear
            options={(['difference_5', 'general_6', 'simple_3'] as const).map((value) => ({
              value,
              label: t(`tax.${value}`),
            }))}
          />
        </Form.Item>
      </div>
    </>
  );
}
