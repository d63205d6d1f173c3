import { Button, Card } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { api, type WorkerSummary } from '../../shared/api';
import type { WorkerFilter, WorkerSort } from '../../shared/api/calls';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { MoreRows } from '../../shared/list';
import { Page } from '../../shared/page';
import { ProblemAlert } from '../../shared/problem-view';
import { useSession } from '../../shared/session';
import { DataTable, useColumns } from '../../shared/table/data-table';
import { ExportButton } from '../exports/export-button';
import { ImportDialog } from '../imports/import-dialog';
import { MarkDialog } from '../tags/mark-dialog';
import { HireDialog } from './hire-dialog';
import { useUnits, useWorkerCount, useWorkers } from './queries';
import { useRosterColumns } from './roster-columns';
import { RosterFilters } from './roster-filters';

/** What the file can have beside the columns of the screen, and whether it shows numbers in full. */
const EXTRA = [
  ...[['sex', false] as const, ['birthYear', false] as const, ['bankName', false] as const],
  ...[['idNumberFull', true] as const, ['phoneFull', true] as const, ['bankCardFull', true] as const],
];
const ENGAGED: WorkerFilter = { engagedOnly: true };

/** Filters that an address brings: a number of a report leads to the people it counts. */
function filterOf(search: URLSearchParams): WorkerFilter {
  const keys = ['unit', 'agency', 'post', 'on'] as const;
  return {
    ...ENGAGED,
    ...Object.fromEntries(keys.flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : []))),
  };
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
        <RosterFilters first={filter} onSearch={setFilter} />
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
