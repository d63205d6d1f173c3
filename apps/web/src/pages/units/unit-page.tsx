import { type LocalDate, OPEN_END } from '@gridstaff/kernel';
import { Button, Card, Table } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { SeatCount, UnitDetail, UnitSeats } from '../../shared/api';
import { today } from '../../shared/clock';
import { DayInput } from '../../shared/dates';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useSession } from '../../shared/session';
import { TableFrame } from '../../shared/table/table-frame';
import { useUnits, useWorkers } from '../roster/queries';
import { Outline } from './outline';
import { useUnit } from './queries';
import { AreaDialog, CloseDialog, SeatsDialog } from './unit-dialogs';
import './units.css';

type Dialog = 'seats' | 'area' | 'close';

/** One street, community or grid as of a day: seats, people, outline and history. */
export default function UnitPage(): ReactElement {
  const { t } = useTranslation('units');
  const { can } = useSession();
  const [on, setOn] = useState<LocalDate>();
  const [dialog, setDialog] = useState<Dialog>();
  const unit = useUnit(useParams().id ?? '', on);
  const standing = unit.data?.standing;
  const last = unit.data?.history.at(-1);
  const name = standing?.name ?? last?.name ?? t('title');
  const known = unit.data && last && { id: unit.data.id, code: unit.data.code, name, kind: last.kind };
  const close = (): void => setDialog(undefined);
  return (
    <Page
      tabTitle={name}
      title={name}
      sub={last && `${t(`kind.${last.kind}`)} ${unit.data?.code ?? ''}`}
      actions={
        <>
          <DayInput value={on} onChange={setOn} placeholder={t('on')} aria-label={t('on')} max={'2099-12-31'} />
          {known && can('roster:write') && (
            <>
              <Button onClick={() => setDialog('seats')}>{t('seats.button')}</Button>
              <Button onClick={() => setDialog('area')}>{t('area.button')}</Button>
              <Button danger onClick={() => setDialog('close')}>
                {t('close.button')}
              </Button>
            </>
          )}
        </>
      }
    >
      <QueryView query={unit}>
        {(data) => (
          <div className="stack">
            <Card size="small" title={t('standing', { on: on ?? today() })}>
              {data.standing ? <Figures unit={data.standing} /> : <p className="soft">{t('notThere')}</p>}
            </Card>
            {data.standing && data.standing.posts.length > 0 && <Posts rows={data.standing.posts} />}
            <Card size="small" title={t('area.title')}>
              {data.area ? (
                <Outline area={data.area} label={t('area.label', { name })} />
              ) : (
                <p className="soft">{t('area.none')}</p>
              )}
            </Card>
            <People unitCode={data.code} on={on} there={data.standing !== null} />
            <History unit={data} />
          </div>
        )}
      </QueryView>
      {known && (
        <>
          <SeatsDialog unit={known} open={dialog === 'seats'} onClose={close} />
          <AreaDialog unit={known} open={dialog === 'area'} onClose={close} />
          <CloseDialog unit={known} open={dialog === 'close'} onClose={close} />
        </>
      )}
    </Page>
  );
}

function Figures({ unit }: { unit: UnitSeats }): ReactElement {
  const { t } = useTranslation('units');
  const units = useUnits();
  const above = units.data?.find(({ id }) => id === unit.parentId);
  const figures: [string, number | null][] = [
    [t('seats.total'), unit.total.seats],
    [t('seats.people'), unit.total.people],
    [t('seats.vacant'), unit.total.vacant],
    [t('households'), unit.households],
    [t('population'), unit.population],
  ];
  return (
    <dl className="figures-row">
      {above && (
        <div>
          <dt>{t('parent')}</dt>
          <dd>
            <Link to={`/units/${above.id}`}>{above.name}</Link>
          </dd>
        </div>
      )}
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

function Posts({ rows }: { rows: readonly SeatCount[] }): ReactElement {
  const { t } = useTranslation('units');
  const figure = (key: 'seats' | 'people' | 'vacant', title: string) => ({
    ...{ key, title, align: 'right' as const, width: 110 },
    render: (_: unknown, row: SeatCount) => row[key] ?? '–',
  });
  return (
    <Card size="small" title={t('seats.byPost')}>
      <TableFrame label={t('seats.byPost')}>
        <Table<SeatCount>
          size="small"
          pagination={false}
          rowKey={({ postCode }) => postCode ?? ''}
          dataSource={[...rows]}
          scroll={{ x: 480 }}
          columns={[
            { key: 'post', title: t('seats.post'), dataIndex: 'postCode' },
            figure('seats', t('seats.count')),
            figure('people', t('seats.people')),
            figure('vacant', t('seats.vacant')),
          ]}
        />
      </TableFrame>
    </Card>
  );
}

/** The first of them; the roster has the rest. */
function People({
  unitCode,
  on,
  there,
}: {
  unitCode: string;
  on: LocalDate | undefined;
  there: boolean;
}): ReactElement {
  const { t } = useTranslation('units');
  const workers = useWorkers({ unit: unitCode, on, engagedOnly: true, sort: 'name' });
  const rows = workers.data?.pages[0]?.workers ?? [];
  return (
    <Card size="small" title={t('people.title')}>
      {!there || rows.length === 0 ? (
        <p className="soft">{t('people.none')}</p>
      ) : (
        <ul className="tag-list">
          {rows.map(({ no, name, postCode }) => (
            <li key={no}>
              <Link to={`/roster/${no}`}>{name}</Link> <span className="soft">{postCode}</span>
            </li>
          ))}
        </ul>
      )}
      {workers.hasNextPage && <p className="soft">{t('people.more', { count: rows.length })}</p>}
    </Card>
  );
}

function History({ unit }: { unit: UnitDetail }): ReactElement {
  const { t } = useTranslation('units');
  const units = useUnits();
  const names = new Map((units.data ?? []).map(({ id, name }) => [id, name]));
  type Piece = UnitDetail['history'][number];
  const count = (key: 'households' | 'population' | 'quota', title: string) => ({
    ...{ key, title, align: 'right' as const, width: 90 },
    render: (_: unknown, piece: Piece) => piece[key] ?? '–',
  });
  return (
    <Card size="small" title={t('history')}>
      <TableFrame label={t('history')}>
        <Table<Piece>
          size="small"
          pagination={false}
          rowKey={({ from }) => from}
          dataSource={unit.history}
          scroll={{ x: 760 }}
          columns={[
            { key: 'from', title: t('from'), dataIndex: 'from', width: 110 },
            { key: 'to', title: t('to'), width: 110, render: (_, { to }) => (to === OPEN_END ? t('open') : to) },
            { key: 'name', title: t('name'), dataIndex: 'name' },
            {
              key: 'parent',
              title: t('parent'),
              render: (_, { parentId }) => (parentId && names.get(parentId)) ?? '–',
            },
            count('households', t('households')),
            count('population', t('population')),
            count('quota', t('seats.count')),
          ]}
        />
      </TableFrame>
    </Card>
  );
}
