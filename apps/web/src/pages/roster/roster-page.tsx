import type { LocalDate } from '@gridstaff/kernel';
import { Button, Card, Checkbox, Form, Input, Select, TreeSelect } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, type WorkerSummary } from '../../shared/api';
import type { WorkerFilter, WorkerSort } from '../../shared/api/calls';
import { DayInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { MoreRows } from '../../shared/list';
import { Page } from '../../shared/page';
import { ProblemAlert } from '../../shared/problem-view';
import { useSession } from '../../shared/session';
import type { Column } from '../../shared/table/columns';
import { DataTable, useColumns } from '../../shared/table/data-table';
import { ExportButton } from '../exports/export-button';
import { ImportDialog } from '../imports/import-dialog';
import { MarkDialog } from '../tags/mark-dialog';
import { useTagName, useTags } from '../tags/queries';
import { TagList } from '../tags/tag-list';
import { HireDialog } from './hire-dialog';
import { treeOf, useAgencies, useGrades, useUnits, useWorkerCount, useWorkers } from './queries';
import { StatusTag } from './status-tag';

/** What the file can have beside the columns of the screen, and whether it shows numbers in full. */
const EXTRA = [
  ...[['sex', false] as const, ['birthYear', false] as const, ['bankName', false] as const],
  ...[['idNumberFull', true] as const, ['phoneFull', true] as const, ['bankCardFull', true] as const],
];
const ENGAGED: WorkerFilter = { engagedOnly: true };

/** Filters that an address brings: a number of a report leads to the people it counts. */
function filterOf(search: URLSearchParams): WorkerFilter {
  const keys = ['unit', 'agency', 'post', 'on'] as const;
  return { ...ENGAGED, ...Object.fromEntries(keys.flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : []))) };
}

/** With whom the list shows, where it is filtered. */
function bulkAddress({ search, unit, agency, post, status }: WorkerFilter): string {
  const given = Object.entries({ search, unit, agency, post, status }).filter(([, value]) => value !== undefined);
  return `/staff-changes?${new URLSearchParams(Object.fromEntries(given) as Record<string, string>).toString()}`;
}

/** 花名册 as of a day. */
export default function RosterPage(): ReactElement {
  const { t } = useTranslation(['roster', 'changes', 'exports', 'tags']);
  const { can } = useSession();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [marking, setMarking] = useState(false);
  const [search] = useSearchParams();
  const [filter, setFilter] = useState<WorkerFilter>(() => filterOf(search));
  const [importing, setImporting] = useState(false);
  const [hiring, setHiring] = useState(false);
  const navigate = useNavigate();
  const [sort, setSort] = useState<WorkerSort>();
  const workers = useWorkers({ ...filter, sort });
  const total = useWorkerCount(filter);
  const units = useUnits();
  const rows = workers.data?.pages.flatMap((page) => page.workers);
  const columns = useRosterColumns(new Map((units.data ?? []).map(({ code, name }) => [code, name])));
  const { shown, chooser } = useColumns('roster', columns);
  const extra = EXTRA.map(([key, numbers]) => ({ key, numbers, title: t(`exports:column.${key}`) }));
  const filtered = Object.keys(filter).some((key) => key !== 'engagedOnly');
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      sub={filter.on ? t('asOf', { on: filter.on }) : undefined}
      actions={
        <>
          {can('roster:write') && (
            <Button icon={<Icon name="plus" />} onClick={() => setHiring(true)}>
              {t('changes:hire.button')}
            </Button>
          )}
          {can('roster:write') && chosen.length > 0 && (
            <Button icon={<Icon name="edit" />} onClick={() => setMarking(true)}>
              {t('tags:mark', { count: chosen.length })}
            </Button>
          )}
          {/* Changes of many go by the other filters alone: with a tag they would mean more people than the list shows. */}
          {can('roster:write') && filter.tag === undefined && (
            <Button icon={<Icon name="edit" />} onClick={() => void navigate(bulkAddress(filter))}>
              {t('bulk')}
            </Button>
          )}
          {can('roster:import') && (
            <Button type="primary" icon={<Icon name="upload" />} onClick={() => setImporting(true)}>
              {t('import')}
            </Button>
          )}
          <ExportButton
            shown={shown.map(({ key, title }) => ({ key, title }))}
            extra={extra}
            count={total.data}
            ask={(centreId, wish) => api.exportTasks.workers(centreId, { ...filter, sort }, wish)}
          />
          <Button
            icon={<Icon name="refresh" />}
            aria-label={t('common:action.refresh')}
            onClick={() => void workers.refetch()}
          />
          {chooser}
        </>
      }
    >
      <Card size="small">
        <Filters first={filter} onSearch={setFilter} />
        {typeof total.data === 'number' && total.data > 0 && (
          <p className="soft" aria-live="polite">
            {t('total', { count: total.data })}
          </p>
        )}
        {workers.error && !rows && <ProblemAlert error={workers.error} onReload={() => void workers.refetch()} />}
        {!(workers.error && !rows) && (
          <DataTable<WorkerSummary>
            name="roster"
            label={t('title')}
            columns={shown}
            rows={rows}
            rowKey={({ no }) => no}
            loading={workers.isPlaceholderData}
            rowSelection={
              can('roster:write')
                ? {
                    selectedRowKeys: [...chosen],
                    onChange: (keys) => setChosen(keys.map(Number)),
                    getCheckboxProps: ({ name }) => ({ 'aria-label': name }),
                  }
                : undefined
            }
            sort={sort}
            onSort={(by) => setSort(by as WorkerSort | undefined)}
            empty={
              filtered ? (
                <EmptyHint icon="search" title={t('noneFound')} text={t('noneFoundText')} />
              ) : (
                <EmptyHint icon="people" title={t('none')} text={t('noneText')}>
                  {can('roster:import') && (
                    <Button type="primary" onClick={() => setImporting(true)}>
                      {t('import')}
                    </Button>
                  )}
                </EmptyHint>
              )
            }
          />
        )}
        {rows && rows.length > 0 && <MoreRows query={workers} count={rows.length} />}
      </Card>
      <MarkDialog
        workerNos={chosen}
        open={marking}
        onClose={() => {
          setMarking(false);
          setChosen([]);
        }}
      />
      <HireDialog
        open={hiring}
        onClose={() => setHiring(false)}
        onHired={(no) => {
          setHiring(false);
          void navigate(`/roster/${no}`);
        }}
      />
      <ImportDialog kind="roster" open={importing} onClose={() => setImporting(false)} />
    </Page>
  );
}

interface Fields {
  search?: string;
  unit?: string;
  agency?: string;
  post?: string;
  status?: WorkerFilter['status'];
  tag?: string;
  on?: LocalDate;
  all?: boolean;
}

/** Enter searches; what is left empty does not count. */
function Filters({ first, onSearch }: { first: WorkerFilter; onSearch: (filter: WorkerFilter) => void }): ReactElement {
  const { t } = useTranslation(['roster', 'tags']);
  const tags = useTags();
  const tagName = useTagName();
  const units = useUnits();
  const agencies = useAgencies();
  const tree = useMemo(() => treeOf(units.data ?? []), [units.data]);
  const [form] = Form.useForm<Fields>();
  const grades = useGrades();
  const posts = [...new Set(grades.data?.map(({ postCode }) => postCode))];
  const search = ({ search: text, all, ...fields }: Fields): void => {
    const given = { ...fields, search: text?.trim() || undefined, engagedOnly: all ? undefined : true };
    onSearch(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as WorkerFilter);
  };
  return (
    <Form<Fields>
      name="roster-filter"
      form={form}
      initialValues={first}
      className="filter-row"
      layout="inline"
      onFinish={search}
      role="search"
    >
      <Form.Item name="search" className="grow" style={{ margin: 0 }}>
        <Input
          allowClear
          maxLength={40}
          prefix={<Icon name="search" />}
          placeholder={t('filter.search')}
          aria-label={t('filter.search')}
        />
      </Form.Item>
      <Form.Item name="unit" style={{ margin: 0 }}>
        <TreeSelect
          treeData={tree}
          allowClear
          showSearch={{ treeNodeFilterProp: 'title' }}
          loading={units.isPending}
          placeholder={t('filter.unit')}
          aria-label={t('filter.unit')}
          style={{ width: 190 }}
          popupMatchSelectWidth={280}
        />
      </Form.Item>
      <Form.Item name="agency" style={{ margin: 0 }}>
        <Select
          allowClear
          placeholder={t('filter.agency')}
          aria-label={t('filter.agency')}
          style={{ width: 200 }}
          popupMatchSelectWidth={false}
          options={agencies.data?.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="post" style={{ margin: 0 }}>
        <Select
          allowClear
          placeholder={t('filter.post')}
          aria-label={t('filter.post')}
          style={{ width: 120 }}
          popupMatchSelectWidth={false}
          options={posts.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Form.Item name="status" style={{ margin: 0 }}>
        <Select
          allowClear
          placeholder={t('filter.status')}
          aria-label={t('filter.status')}
          style={{ width: 110 }}
          options={(['probation', 'in_post', 'suspended'] as const).map((value) => ({
            value,
            label: t(`status.${value}`),
          }))}
        />
      </Form.Item>
      {tags.data && tags.data.length > 0 && (
        <Form.Item name="tag" style={{ margin: 0 }}>
          <Select
            allowClear
            placeholder={t('tags:tag')}
            aria-label={t('tags:tag')}
            style={{ width: 130 }}
            popupMatchSelectWidth={false}
            options={tags.data.map(({ code }) => ({ value: code, label: tagName(code) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="on" style={{ margin: 0 }}>
        <DayInput placeholder={t('filter.on')} aria-label={t('filter.on')} />
      </Form.Item>
      <Form.Item name="all" valuePropName="checked" style={{ margin: 0 }}>
        <Checkbox>{t('filter.all')}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t('common:action.search')}
      </Button>
      <Button
        onClick={() => {
          form.setFieldsValue({ unit: undefined, agency: undefined, post: undefined, on: undefined });
          form.resetFields(['search', 'status', 'tag', 'all']);
          onSearch(ENGAGED);
        }}
      >
        {t('common:action.reset')}
      </Button>
    </Form>
  );
}

function useRosterColumns(unitNames: ReadonlyMap<string, string>): Column<WorkerSummary>[] {
  const { t } = useTranslation(['roster', 'tags']);
  const tagged = (useTags().data ?? []).length > 0;
  const agencies = useAgencies();
  const agencyNames = new Map((agencies.data ?? []).map(({ code, name }) => [code, name]));
  return [
    { key: 'no', title: t('column.no'), dataIndex: 'no', width: 84, figures: true, always: true, sortBy: 'workerNo' },
    {
      key: 'name',
      title: t('column.name'),
      sortBy: 'name',
      width: 96,
      always: true,
      render: (_, { no, name }) => <Link to={`/roster/${no}`}>{name}</Link>,
    },
    { key: 'status', title: t('column.status'), width: 80, render: (_, { status }) => <StatusTag status={status} /> },
    ...(tagged ? [{ key: 'tags', title: t('tags:title'), width: 130, render: (_: unknown, { tags }: WorkerSummary) => <TagList codes={tags} /> }] : []),
    {
      key: 'grid',
      title: t('column.grid'),
      width: 170,
      render: (_, { gridCode }) => (gridCode ? (unitNames.get(gridCode) ?? gridCode) : '–'),
    },
    { key: 'gridCode', title: t('column.gridCode'), dataIndex: 'gridCode', width: 120, optional: true, sortBy: 'grid' },
    { key: 'post', title: t('column.post'), dataIndex: 'postCode', width: 70 },
    { key: 'grade', title: t('column.grade'), dataIndex: 'gradeCode', width: 64 },
    {
      ...{ key: 'agency', title: t('column.agency'), width: 150, ellipsis: true, sortBy: 'agency' },
      render: (_, { agencyCode }) => (agencyCode ? (agencyNames.get(agencyCode) ?? agencyCode) : '–'),
    },
    { key: 'joinedOn', title: t('column.joinedOn'), dataIndex: 'joinedOn', width: 120, sortBy: 'joinedOn' },
    {
      key: 'idNumber',
      title: t('column.idNumber'),
      width: 168,
      render: (_, { idNumberMasked }) => <span className="number">{idNumberMasked}</span>,
    },
    {
      key: 'phone',
      title: t('column.phone'),
      width: 118,
      render: (_, { phoneMasked }) => <span className="number">{phoneMasked ?? '–'}</span>,
    },
  ];
}
