import { addDays } from '@gridstaff/kernel';
import { Button, Card, Checkbox } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../shared/clock';
import type { LateChange } from '../../shared/api/late-calls';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { MoreRows } from '../../shared/list';
import { Page } from '../../shared/page';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import type { Column } from '../../shared/table/columns';
import { DataTable, useColumns } from '../../shared/table/data-table';
import { Tag, type Tone } from '../../shared/tag';
import { Who } from '../../shared/who';
import { useUnits } from '../roster/queries';
import { useAgencyNames, useWorkerNames } from '../runs/queries';
import { withSiblings } from './acts';
import { DecideDialog } from './decide-dialog';
import { FactWords } from './fact-words';
import { useLateChanges } from './queries';
import './late-changes.css';

const TONES: Record<NonNullable<LateChange['decision']>['decision'], Tone> = {
  retro: 'good',
  next_month: 'info',
  refuse: 'bad',
};
/** Facts without an end last until this day. */
const OPEN_END = '9999-12-31';

/** 迟到变更: what was recorded after the cut-off of a month it touches, and what is to become of it. */
export default function LateChangesPage(): ReactElement {
  const { t } = useTranslation('late');
  const centre = useCentre();
  const { can } = useSession();
  const [all, setAll] = useState(false);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [deciding, setDeciding] = useState<readonly string[]>([]);
  const [open, setOpen] = useState(false);
  const query = useLateChanges(centre.id, !all);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.changes), [query.data]);
  const decides = can('run:prepare');
  const decide = (factIds: readonly string[]): void => {
    setDeciding(withSiblings(rows ?? [], factIds));
    setOpen(true);
  };
  const columns = useLateColumns(decides ? (change) => decide([change.factId]) : undefined);
  const { shown, chooser } = useColumns('late-changes', columns);
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      sub={t('about')}
      actions={
        <>
          <Button
            icon={<Icon name="refresh" />}
            aria-label={t('common:action.refresh')}
            onClick={() => void query.refetch()}
          />
          {chooser}
        </>
      }
    >
      <Card size="small">
        <div className="filter-row">
          {decides && (
            <Button type="primary" disabled={ticked.length === 0} onClick={() => decide(ticked)}>
              {t('decideTicked', { count: ticked.length })}
            </Button>
          )}
          <Checkbox
            checked={all}
            onChange={({ target }) => {
              setAll(target.checked);
              setTicked([]);
            }}
          >
            {t('decidedToo')}
          </Checkbox>
        </div>
        {query.error && !rows ? (
          <ProblemAlert error={query.error} onReload={() => void query.refetch()} />
        ) : (
          <DataTable<LateChange>
            name="late-changes"
            label={t('title')}
            size="small"
            rows={rows}
            rowKey={({ factId }) => factId}
            rowSelection={
              decides
                ? {
                    selectedRowKeys: [...ticked],
                    onChange: (keys) => setTicked(keys.map(String)),
                    getCheckboxProps: ({ kind_zh, workerNo, recordedAt }) => ({
                      'aria-label': t('tick', { what: kind_zh, no: workerNo ?? '', at: formatInstant(recordedAt) }),
                    }),
                  }
                : undefined
            }
            columns={shown}
            empty={<EmptyHint icon="ok" title={t(all ? 'none' : 'noneOpen')} text={t('noneText')} />}
          />
        )}
        {rows && rows.length > 0 && <MoreRows query={query} count={rows.length} />}
      </Card>
      <DecideDialog
        factIds={deciding}
        open={open}
        onClose={() => {
          setOpen(false);
          setTicked([]);
        }}
      />
    </Page>
  );
}

function useLateColumns(onDecide: ((change: LateChange) => void) | undefined): Column<LateChange>[] {
  const { t } = useTranslation('late');
  const names = useWorkerNames();
  const agency = useAgencyNames();
  const units = useUnits();
  const unitNames = new Map((units.data ?? []).map(({ id, name }) => [id, name]));
  const unit = (id: string): string => unitNames.get(id) ?? `…${id.slice(-6)}`;
  return [
    {
      ...{ key: 'who', title: t('who'), width: 100, always: true },
      render: (_, { workerNo }) =>
        workerNo === null ? (
          t('everybody')
        ) : (
          <Link to={`/roster/${workerNo}`}>{names.get(workerNo) ?? t('worker', { no: workerNo })}</Link>
        ),
    },
    {
      ...{ key: 'what', title: t('what'), width: 220, always: true },
      render: (_, change) => <FactWords change={change} names={{ agency, unit }} />,
    },
    {
      ...{ key: 'valid', title: t('valid'), width: 115 },
      render: (_, { validFrom, validTo }) => (
        <>
          {validFrom}
          <div className="soft">{validTo === OPEN_END ? t('openEnd') : t('until', { day: addDays(validTo, -1) })}</div>
        </>
      ),
    },
    { key: 'months', title: t('months'), width: 110, render: (_, { periods }) => periods.join(t('and')) },
    {
      ...{ key: 'recorded', title: t('recorded'), width: 150 },
      render: (_, { recordedAt, recordedBy }) => (
        <>
          {formatInstant(recordedAt)}
          <div className="soft">
            <Who id={recordedBy} />
          </div>
        </>
      ),
    },
    {
      ...{ key: 'decision', title: t('decision'), width: 190 },
      render: (_, { decision }) =>
        decision === null ? (
          <Tag tone="warn" icon="clock">
            {t('undecided')}
          </Tag>
        ) : (
          <>
            <Tag tone={TONES[decision.decision]}>
              {decision.fromPeriod === null
                ? t(`choice.${decision.decision}`)
                : t('fromMonth', { period: decision.fromPeriod })}
            </Tag>{' '}
            {decision.reason}
            <div className="soft">
              <Who id={decision.decidedBy} /> {formatInstant(decision.decidedAt)}
            </div>
          </>
        ),
    },
    ...(onDecide
      ? [
          {
            ...{ key: 'do', title: t('common:actions'), width: 100, always: true },
            render: (_: unknown, change: LateChange) => (
              <Button size="small" onClick={() => onDecide(change)}>
                {t(change.decision === null ? 'decide' : 'decideAgain')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}
