import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayRun } from '../../../shared/api';
import { type BonusChoice, bonusChoices, type BonusMethod } from '../../../shared/api/run-calls';
import { useAsk } from '../../../shared/ask';
import { useCommand } from '../../../shared/commands';
import { EmptyHint } from '../../../shared/empty';
import { MoreRows } from '../../../shared/list';
import { Money } from '../../../shared/money';
import { ProblemAlert } from '../../../shared/problem-view';
import { useSession } from '../../../shared/session';
import type { Column } from '../../../shared/table/columns';
import { DataTable, useColumns } from '../../../shared/table/data-table';
import { Tag } from '../../../shared/tag';
import { runKeys, useWorkerNames } from '../queries';

type Switch = BonusMethod | 'better';

/** What was chosen is worse than the other way. */
const loses = ({ method, better, saves }: BonusChoice): boolean => method !== better && saves !== '0.00';

/** Of a bonus run: both ways of taxing each bonus over the year, which is better, and the way to change it before the run is submitted. */
export function BonusTab({ run }: { run: PayRun }): ReactElement {
  const { t } = useTranslation('bonus');
  const { can } = useSession();
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const [ask, dialog] = useAsk();
  const query = useInfiniteQuery({
    queryKey: [...runKeys.one(run.id), 'bonus-choices', run.hash],
    queryFn: ({ pageParam }) => bonusChoices.page(run.id, { limit: 200, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ after }) => after ?? undefined,
  });
  const rows = query.data?.pages.flatMap((page) => page.choices);
  const choose = useCommand<Switch>({
    run: (to) =>
      bonusChoices.choose(
        run.id,
        (rows ?? [])
          .filter(({ workerNo }) => ticked.includes(workerNo))
          .map(({ workerNo, better }) => ({ workerNo, method: to === 'better' ? better : to })),
      ),
    touches: [runKeys.all],
    done: t('done'),
    onDone: () => setTicked([]),
    onRefused: () => undefined,
  });
  const switches = can('run:prepare') && run.status === 'calculated';
  const columns = useBonusColumns();
  const { shown, chooser } = useColumns('bonus-choices', columns);
  const asked = (to: Switch): void =>
    ask({
      title: t(`to.${to}`),
      text: t('askText', { count: ticked.length }),
      confirm: t('confirm'),
      act: () => choose.mutateAsync(to),
    });
  if (query.error && !rows) return <ProblemAlert error={query.error} onReload={() => void query.refetch()} />;
  const worse = (rows ?? []).filter(loses);
  return (
    <>
      <p className="soft">{t('about')}</p>
      <div className="filter-row">
        {switches && (
          <>
            {worse.length > 0 && (
              <Button onClick={() => setTicked(worse.map(({ workerNo }) => workerNo))}>
                {t('tickWorse', { count: worse.length })}
              </Button>
            )}
            {(['better', 'separate', 'together'] as const).map((to) => (
              <Button
                key={to}
                type={to === 'better' ? 'primary' : 'default'}
                disabled={ticked.length === 0}
                onClick={() => asked(to)}
              >
                {t(`to.${to}`)}
              </Button>
            ))}
            <span className="soft" aria-live="polite">
              {t('ticked', { count: ticked.length })}
            </span>
          </>
        )}
        <span style={{ marginLeft: 'auto' }}>{chooser}</span>
      </div>
      <DataTable<BonusChoice>
        name="bonus-choices"
        label={t('title')}
        size="small"
        rows={rows}
        rowKey={({ workerNo }) => workerNo}
        rowSelection={
          switches
            ? {
                selectedRowKeys: [...ticked],
                onChange: (keys) => setTicked(keys.map(Number)),
                getCheckboxProps: ({ workerNo }) => ({ 'aria-label': t('tick', { no: workerNo }) }),
              }
            : undefined
        }
        empty={<EmptyHint title={t('none')} text={t('noneText')} />}
        columns={shown}
      />
      {rows && rows.length > 0 && <MoreRows query={query} count={rows.length} />}
      {dialog}
    </>
  );
}

function useBonusColumns(): Column<BonusChoice>[] {
  const { t } = useTranslation('bonus');
  const names = useWorkerNames();
  const money = (key: 'amount' | 'yearTaxable' | 'separateTax' | 'togetherTax', width = 120): Column<BonusChoice> => ({
    ...{ key, title: t(key), unit: `(${t('common:yuan')})`, width, figures: true },
    render: (_, row) => <Money value={row[key]} />,
  });
  return [
    { key: 'no', title: t('no'), width: 60, dataIndex: 'workerNo' },
    { key: 'name', title: t('name'), width: 90, always: true, render: (_, { workerNo }) => names.get(workerNo) ?? '' },
    money('amount'),
    { key: 'method', title: t('methodNow'), width: 110, render: (_, { method }) => t(`method.${method}`) },
    money('separateTax'),
    money('togetherTax', 130),
    {
      ...{ key: 'better', title: t('better'), width: 190 },
      render: (_, row) =>
        row.saves === '0.00' ? (
          t('equal')
        ) : (
          <>
            <Tag tone={loses(row) ? 'warn' : 'good'} icon={loses(row) ? 'warn' : 'ok'}>
              {t(`method.${row.better}`)}
            </Tag>{' '}
            {t('saves')} <Money value={row.saves} />
          </>
        ),
    },
    { ...money('yearTaxable', 150), optional: true },
  ];
}
