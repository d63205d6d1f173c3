import { Button, Card, Form, Select } from 'antd';
import type { Period } from '@gridstaff/kernel';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { PayRun, RunStatus } from '../../shared/api';
import { MonthInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { MoreRows } from '../../shared/list';
import { Money } from '../../shared/money';
import { Page } from '../../shared/page';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import type { Column } from '../../shared/table/columns';
import { DataTable, useColumns } from '../../shared/table/data-table';
import { NewRunDialog } from './new-run-dialog';
import { useRuns } from './queries';
import { costOf } from './run-amounts';
import { RunStatusTag } from './status-tag';

const STATUSES: RunStatus[] = [
  'draft',
  'calculated',
  'submitted',
  'checked',
  'approved',
  'settled',
  'paid',
  'closed',
  'cancelled',
];

interface Filter {
  period?: Period;
  status?: RunStatus;
}

export default function RunsPage(): ReactElement {
  const { t } = useTranslation('runs');
  const centre = useCentre();
  const { can } = useSession();
  const navigate = useNavigate();
  const [filter, setFilter] = useState<Filter>({});
  const [creating, setCreating] = useState(false);
  const runs = useRuns(centre.id, filter);
  const rows = runs.data?.pages.flatMap((page) => page.runs);
  const { shown, chooser } = useColumns('runs', useRunColumns());
  const filtered = filter.period !== undefined || filter.status !== undefined;
  const create = can('run:prepare') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
      {t('create.button')}
    </Button>
  );
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      actions={
        <>
          {create}
          <Button
            icon={<Icon name="refresh" />}
            aria-label={t('common:action.refresh')}
            onClick={() => void runs.refetch()}
          />
          {chooser}
        </>
      }
    >
      <Card size="small">
        <Form<Filter>
          name="runs-filter"
          className="filter-row"
          layout="inline"
          onValuesChange={(_, all) => setFilter({ period: all.period ?? undefined, status: all.status })}
          role="search"
        >
          <Form.Item name="period" style={{ margin: 0 }}>
            <MonthInput placeholder={t('column.period')} aria-label={t('column.period')} />
          </Form.Item>
          <Form.Item name="status" style={{ margin: 0 }}>
            <Select
              allowClear
              placeholder={t('column.status')}
              aria-label={t('column.status')}
              style={{ width: 150 }}
              options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
            />
          </Form.Item>
        </Form>
        {runs.error && !rows ? (
          <ProblemAlert error={runs.error} onReload={() => void runs.refetch()} />
        ) : (
          <DataTable<PayRun>
            name="runs"
            label={t('title')}
            columns={shown}
            rows={rows}
            rowKey={({ id }) => id}
            empty={
              filtered ? (
                <EmptyHint icon="search" title={t('noneFound')} />
              ) : (
                <EmptyHint icon="runs" title={t('none')} text={t('noneText')}>
                  {create}
                </EmptyHint>
              )
            }
          />
        )}
        {rows && rows.length > 0 && <MoreRows query={runs} count={rows.length} />}
      </Card>
      <NewRunDialog
        open={creating}
        onClose={() => setCreating(false)}
        onCreated={(run) => void navigate(`/runs/${run.id}`)}
        latest={rows?.find(({ status }) => status !== 'cancelled')}
      />
    </Page>
  );
}

function useRunColumns(): Column<PayRun>[] {
  const { t } = useTranslation('runs');
  const unit = `(${t('common:yuan')})`;
  const money = (
    key: 'gross' | 'tax' | 'net' | 'fee' | 'employeeInsurance' | 'employerInsurance' | 'employeeFund' | 'employerFund',
    optional = false,
  ): Column<PayRun> => ({
    ...{ key, title: t(`amount.${key}`), unit, figures: true, optional, width: 122 },
    render: (_, run) => <Money value={run.status === 'draft' ? null : run[key]} />,
  });
  return [
    { key: 'no', title: t('column.no'), dataIndex: 'no', width: 70, figures: true },
    {
      key: 'period',
      title: t('column.period'),
      width: 96,
      always: true,
      render: (_, { id, period }) => <Link to={`/runs/${id}`}>{period}</Link>,
    },
    { key: 'kind', title: t('column.kind'), width: 92, render: (_, { kind }) => t(`kind.${kind}`) },
    {
      key: 'status',
      title: t('column.status'),
      width: 88,
      render: (_, { status }) => <RunStatusTag status={status} />,
    },
    { key: 'payDate', title: t('column.payDate'), dataIndex: 'payDate', width: 108 },
    { key: 'people', title: t('people'), dataIndex: 'people', width: 64, figures: true },
    { key: 'excluded', title: t('excluded'), dataIndex: 'excluded', width: 86, figures: true },
    money('gross'),
    money('employeeInsurance', true),
    money('employeeFund', true),
    money('tax'),
    money('net'),
    money('employerInsurance', true),
    money('employerFund', true),
    money('fee', true),
    {
      key: 'cost',
      title: t('amount.cost'),
      unit,
      figures: true,
      width: 132,
      render: (_, run) => <Money value={run.status === 'draft' ? null : costOf(run)} strong />,
    },
  ];
}
