import type { Period } from '@gridstaff/kernel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { type ReactElement, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../shared/api';
import { type CellEdit, type MonthSheet, sheets, type Team } from '../../../shared/api/sheet-calls';
import { useAsk } from '../../../shared/ask';
import { EmptyHint } from '../../../shared/empty';
import { FormDialog } from '../../../shared/form-dialog';
import { Icon } from '../../../shared/icons';
import { ProblemAlert } from '../../../shared/problem-view';
import { QueryView } from '../../../shared/query-view';
import { useCentre, useSession } from '../../../shared/session';
import { DataTable } from '../../../shared/table/data-table';
import { Tag } from '../../../shared/tag';
import { Who } from '../../../shared/who';
import { touched } from '../queries';
import { SheetFiles } from './sheet-files';
import { SheetGrid } from './sheet-grid';
import { StateTag, Trail } from './sheet-state';
import { useActs } from './use-acts';
import { useEdits } from './use-edits';

export const sheetKeys = {
  teams: (centreId: string, period: Period) => ['attendance-teams', centreId, period] as const,
  one: (centreId: string, period: Period, unitId: string) => ['month-sheet', centreId, period, unitId] as const,
  close: (centreId: string, period: Period) => ['attendance-close', centreId, period] as const,
};

/** Sheets of the teams of a month: the list, and the one that is open. */
export function SheetPart({
  period,
  locked,
  unitId,
  onOpen,
}: {
  period: Period;
  locked: boolean;
  unitId: string | undefined;
  onOpen: (unitId: string | undefined) => void;
}): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const teams = useQuery({
    queryKey: sheetKeys.teams(centre.id, period),
    queryFn: () => sheets.teams(centre.id, period),
  });
  const only = teams.data?.length === 1 ? teams.data[0]?.unitId : undefined;
  const open = unitId ?? only;
  return (
    <QueryView query={teams} inline>
      {(list) =>
        open === undefined ? (
          <TeamTable teams={list} onOpen={onOpen} period={period} />
        ) : (
          <>
            {list.length > 1 && (
              <Button type="link" icon={<Icon name="list" />} onClick={() => onOpen(undefined)}>
                {t('sheet.allTeams')}
              </Button>
            )}
            {only !== undefined && <TeamTable teams={list} onOpen={onOpen} period={period} />}
            <OpenSheet key={open} period={period} unitId={open} locked={locked} />
          </>
        )
      }
    </QueryView>
  );
}

function TeamTable({
  teams,
  onOpen,
  period,
}: {
  teams: readonly Team[];
  onOpen: (unitId: string) => void;
  period: Period;
}): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const { can } = useSession();
  const [naming, setNaming] = useState<Team>();
  const office = useQuery({
    queryKey: ['office', centre.id],
    queryFn: () => api.centres.office(centre.id),
    enabled: can('roster:write') && can('run:read'),
  });
  return (
    <>
      <DataTable<Team>
        name="attendance-teams"
        label={t('sheet.teams')}
        size="small"
        rows={teams}
        rowKey={({ unitId }) => unitId}
        empty={<EmptyHint icon="people" title={t('sheet.noTeams')} text={t('sheet.noTeamsText')} />}
        columns={[
          {
            key: 'team',
            title: t('sheet.team'),
            width: 160,
            render: (_, { unitId, name }) => (
              <Button type="link" onClick={() => onOpen(unitId)}>
                {name}
              </Button>
            ),
          },
          {
            key: 'heads',
            title: t('sheet.heads'),
            width: 170,
            render: (_, { heads }) =>
              heads.length === 0 ? (
                <span className="soft">{t('sheet.noHead')}</span>
              ) : (
                heads.map((id) => (
                  <div key={id}>
                    <Who id={id} />
                  </div>
                ))
              ),
          },
          { key: 'people', title: t('sheet.people'), width: 80, figures: true, dataIndex: 'people' },
          {
            key: 'unmarked',
            title: t('sheet.unmarkedDays'),
            width: 130,
            figures: true,
            render: (_, { unmarkedDays, unmarkedPeople }) =>
              unmarkedDays === 0 ? '0' : t('sheet.unmarkedOf', { days: unmarkedDays, people: unmarkedPeople }),
          },
          { key: 'findings', title: t('sheet.findings'), width: 90, figures: true, dataIndex: 'findings' },
          { key: 'state', title: t('sheet.state'), width: 150, render: (_, { state }) => <StateTag {...state} /> },
          ...(can('roster:write')
            ? [
                {
                  key: 'do',
                  title: t('do'),
                  width: 120,
                  render: (_: unknown, team: Team) => (
                    <Button size="small" onClick={() => setNaming(team)}>
                      {t('sheet.setHeads')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog<{ userIds: string[] }>
        name="heads"
        title={t('sheet.headsOf', { team: naming?.name })}
        open={naming !== undefined}
        onClose={() => setNaming(undefined)}
        initial={{ userIds: naming?.heads }}
        about={t('sheet.headsAbout')}
        save={({ userIds }) => sheets.setHeads(centre.id, naming?.unitId ?? '', userIds)}
        touches={[sheetKeys.teams(centre.id, period)]}
        done={t('done.saved')}
      >
        <Form.Item name="userIds" label={t('sheet.heads')}>
          <Select
            mode="multiple"
            options={office.data?.map(({ userId, displayName }) => ({ value: userId, label: displayName }))}
          />
        </Form.Item>
      </FormDialog>
    </>
  );
}

function OpenSheet({ period, unitId, locked }: { period: Period; unitId: string; locked: boolean }): ReactElement {
  const centre = useCentre();
  const sheet = useQuery({
    queryKey: sheetKeys.one(centre.id, period, unitId),
    queryFn: () => sheets.get(centre.id, period, unitId),
  });
  return (
    <QueryView query={sheet} inline>
      {(data) => <Sheet sheet={data} locked={locked || data.closed} />}
    </QueryView>
  );
}

function Sheet({ sheet, locked }: { sheet: MonthSheet; locked: boolean }): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const client = useQueryClient();
  const { can } = useSession();
  const [ask, dialog] = useAsk();
  const { period, unitId, state, rows } = sheet;
  const keeps = can('attendance:write') || can('attendance:team');
  const writes = keeps && !locked && state.status !== 'submitted';
  const touches = [
    ...touched(centre.id, period),
    sheetKeys.one(centre.id, period, unitId),
    sheetKeys.teams(centre.id, period),
    ['sheet-trail', unitId],
    sheetKeys.close(centre.id, period),
    ['todos'],
  ];
  const save = useCallback(
    async (cells: CellEdit[]) => {
      const { problems } = await sheets.save(centre.id, period, unitId, cells);
      await client.invalidateQueries({ queryKey: sheetKeys.one(centre.id, period, unitId) });
      for (const queryKey of [
        ...touched(centre.id, period),
        sheetKeys.teams(centre.id, period),
        sheetKeys.close(centre.id, period),
      ])
        void client.invalidateQueries({ queryKey });
      return problems;
    },
    [centre.id, client, period, unitId],
  );
  const textOf = useCallback(
    (no: number, day: number) => rows.find(({ workerNo }) => workerNo === no)?.cells[day - 1] ?? '',
    [rows],
  );
  const edits = useEdits(save, textOf);
  const does = useActs(touches);
  const open = rows.reduce((sum, { unmarked }) => sum + unmarked.length, 0);
  const findings = rows.flatMap(({ name, workerNo, findings: own }) =>
    own.map((finding) => ({ ...finding, name, workerNo })),
  );
  const waiting = edits.texts.size - edits.problems.size;
  return (
    <>
      <div className="sheet-facts">
        <strong>{sheet.name}</strong>
        <StateTag {...state} />
        {sheet.closed && (
          <Tag tone="warn" icon="lock">
            {t('sheet.closed')}
          </Tag>
        )}
        <span className="soft">{t('sheet.count', { people: rows.length })}</span>
        <span className="soft">{open > 0 ? t('sheet.openDays', { days: open }) : t('sheet.noneOpen')}</span>
        <span className="soft" role="status" aria-live="polite">
          {edits.saving
            ? t('sheet.saving')
            : edits.problems.size > 0
              ? t('sheet.refused', { count: edits.problems.size })
              : waiting > 0
                ? t('sheet.waiting', { count: waiting })
                : ''}
        </span>
        <span style={{ marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          <SheetFiles period={period} unitId={unitId} name={sheet.name} brings={writes && can('attendance:write')} />
          {writes && (
            <Button
              type="primary"
              disabled={edits.texts.size > 0}
              onClick={() =>
                ask({
                  title: t('sheet.submitTitle', { team: sheet.name, period }),
                  text: open > 0 ? t('sheet.submitOpen', { days: open }) : t('sheet.submitText'),
                  confirm: t('sheet.submit'),
                  reason: open > 0,
                  act: (reason) => does(() => sheets.submit(centre.id, period, unitId, reason || undefined)),
                })
              }
            >
              {t('sheet.submit')}
            </Button>
          )}
          {keeps && !locked && state.status === 'submitted' && (
            <Button
              onClick={() =>
                ask({
                  title: t('sheet.withdraw'),
                  confirm: t('sheet.withdraw'),
                  reason: true,
                  act: (reason) => does(() => sheets.withdraw(centre.id, period, unitId, reason)),
                })
              }
            >
              {t('sheet.withdraw')}
            </Button>
          )}
          {can('attendance:approve') && !locked && state.status === 'submitted' && (
            <>
              <Button
                type="primary"
                disabled={state.changed}
                onClick={() =>
                  ask({
                    title: t('sheet.approveTitle', { team: sheet.name, period }),
                    text: t('sheet.approveText', { people: rows.length, days: open }),
                    confirm: t('sheet.approve'),
                    act: () =>
                      does(() => sheets.decide(centre.id, period, unitId, { decision: 'pass', hash: state.hash })),
                  })
                }
              >
                {t('sheet.approve')}
              </Button>
              <Button
                onClick={() =>
                  ask({
                    title: t('sheet.return'),
                    confirm: t('sheet.return'),
                    reason: true,
                    danger: true,
                    act: (opinion) =>
                      does(() =>
                        sheets.decide(centre.id, period, unitId, { decision: 'return', hash: state.hash, opinion }),
                      ),
                  })
                }
              >
                {t('sheet.return')}
              </Button>
            </>
          )}
        </span>
      </div>
      {edits.failed !== undefined && <ProblemAlert error={edits.failed} onReload={() => void edits.saveNow()} />}
      <SheetGrid sheet={sheet} edits={edits} writes={writes} />
      {writes && <p className="soft">{t('sheet.keys')}</p>}
      {findings.length > 0 && (
        <details>
          <summary>{t('sheet.foundCount', { count: findings.length })}</summary>
          <ul>
            {findings.map(({ name, workerNo, code, day, hours }) => (
              <li key={`${workerNo} ${code} ${day ?? ''}`}>
                {name}: {t(`sheet.finding.${code}`, { day, hours })}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Trail centreId={centre.id} period={period} unitId={unitId} />
      {dialog}
    </>
  );
}
