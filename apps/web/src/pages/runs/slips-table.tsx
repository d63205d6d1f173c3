import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Table } from 'antd';
import { memo, type ReactElement, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, LONGEST_PAGE, type PayRun, type Slip } from '../../shared/api';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { Money } from '../../shared/money';
import type { SlipSort } from '../../shared/api/calls';
import { ProblemAlert } from '../../shared/problem-view';
import { useSession } from '../../shared/session';
import type { Column } from '../../shared/table/columns';
import { TextButton } from '../../shared/text-button';
import { DataTable, useColumns } from '../../shared/table/data-table';
import { runKeys, useAgencyNames, useNamesComing, useWorkerNames } from './queries';
import { AMOUNTS } from './run-amounts';

/** As many come by themselves; a bigger run is loaded further by hand. */
const BY_ITSELF = 2000;
/** More rows than a screen draws at once are drawn as they scroll in. */
const DRAWN = 400;
const HEIGHT = 540;
/** Amounts that the server sorts by. */
const SORTED = new Set<string>(['gross', 'net', 'tax']);
const OPTIONAL = new Set<string>(['receivable', 'otherDeductions', 'employerFund']);

/** The pay sheet: every person, and the sums that the run is approved with. */
export const SlipsTable = memo(function SlipsTable({
  run,
  onOpen,
}: {
  run: PayRun;
  onOpen: (workerNo: number) => void;
}): ReactElement {
  const { t } = useTranslation('runs');
  const [wanted, setWanted] = useState('');
  const text = useDeferredValue(wanted.trim());
  const [sort, setSort] = useState<SlipSort>();
  const names = useWorkerNames();
  const namesComing = useNamesComing();
  const slips = useInfiniteQuery({
    queryKey: [...runKeys.one(run.id), 'slips', run.hash, sort],
    queryFn: ({ pageParam }) => api.runs.slips(run.id, { limit: LONGEST_PAGE, after: pageParam, sort }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ after }) => after ?? undefined,
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
  const all = useMemo(() => slips.data?.pages.flatMap((page) => page.slips), [slips.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = slips;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && (all?.length ?? 0) < BY_ITSELF) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, all]);
  const rows = useMemo(
    () =>
      text === ''
        ? all
        : all?.filter(({ workerNo }) => String(workerNo) === text || (names.get(workerNo) ?? '').includes(text)),
    [all, text, names],
  );
  const { shown, chooser } = useColumns('slips', useSlipColumns(names, onOpen));
  if (slips.error && !all) return <ProblemAlert error={slips.error} onReload={() => void slips.refetch()} />;
  return (
    <>
      <div className="filter-row">
        <Input
          className="grow"
          allowClear
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          prefix={<Icon name="search" />}
          placeholder={t('slips.search')}
          aria-label={t('slips.search')}
        />
        <span className="soft" aria-live="polite">
          {rows && t('slips.count', { count: rows.length, all: run.people })}
        </span>
        <span style={{ marginLeft: 'auto' }}>{chooser}</span>
      </div>
      <DataTable<Slip>
        name="slips"
        label={t('tab.slips', { count: run.people })}
        size="small"
        columns={shown}
        rows={namesComing ? undefined : rows}
        rowKey={({ workerNo }) => workerNo}
        height={HEIGHT}
        loading={slips.isPlaceholderData}
        sort={sort}
        onSort={(by) => setSort(by as SlipSort | undefined)}
        virtual={(rows?.length ?? 0) > DRAWN}
        empty={<EmptyHint icon="search" title={t('slips.noneFound')} />}
        summary={text === '' ? () => <Sums run={run} columns={shown} /> : undefined}
      />
      {hasNextPage && (all?.length ?? 0) >= BY_ITSELF && (
        <div className="table-foot">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common:action.more')}
          </Button>
        </div>
      )}
    </>
  );
});

function Sums({ run, columns }: { run: PayRun; columns: readonly Column<Slip>[] }): ReactElement {
  const { t } = useTranslation('runs');
  return (
    <Table.Summary fixed>
      <Table.Summary.Row>
        {columns.map(({ key }, i) => {
          const amount = AMOUNTS.find((name) => name === key);
          return (
            <Table.Summary.Cell key={key} index={i} align={amount ? 'right' : 'left'}>
              {i === 0 ? <strong>{t('slips.sum')}</strong> : amount ? <Money value={run[amount]} strong /> : null}
            </Table.Summary.Cell>
          );
        })}
      </Table.Summary.Row>
    </Table.Summary>
  );
}

function useSlipColumns(names: ReadonlyMap<number, string>, onOpen: (workerNo: number) => void): Column<Slip>[] {
  const { t } = useTranslation('runs');
  const { can } = useSession();
  const agencyName = useAgencyNames();
  return useMemo(() => {
    const amounts = AMOUNTS.map((key): Column<Slip> => ({
      ...{ key, title: t(`amount.${key}`), figures: true, width: 118, optional: OPTIONAL.has(key) },
      ...(SORTED.has(key) ? { sortBy: key } : {}),
      render: (_, slip) => <Money value={slip[key]} strong={key === 'net'} />,
    }));
    return [
      {
        ...{ key: 'workerNo', title: t('slips.no'), width: 84, always: true, dataIndex: 'workerNo' },
        ...{ fixed: 'start' as const, sortBy: 'workerNo' },
      },
      {
        ...{ key: 'name', title: t('slips.name'), width: 110, always: true, fixed: 'start' as const },
        ...(can('roster:read') ? { sortBy: 'name' } : {}),
        render: (_, { workerNo }) => (
          <TextButton onClick={() => onOpen(workerNo)}>
            {names.get(workerNo) ?? t('slips.open', { no: workerNo })}
          </TextButton>
        ),
      },
      {
        key: 'agency',
        title: t('slips.agency'),
        width: 210,
        optional: true,
        ellipsis: true,
        render: (_, { agencyId }) => agencyName(agencyId),
      },
      ...amounts,
    ];
  }, [t, can, names, onOpen, agencyName]);
}
