import type { Period } from '@gridstaff/kernel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { schedules, type TeamSchedule } from '../../../shared/api/schedule-calls';
import { type CellEdit, sheets } from '../../../shared/api/sheet-calls';
import { useCommand } from '../../../shared/commands';
import { EmptyHint } from '../../../shared/empty';
import { ProblemAlert } from '../../../shared/problem-view';
import { QueryView } from '../../../shared/query-view';
import { useCentre, useSession } from '../../../shared/session';
import { Tag } from '../../../shared/tag';
import { type GridMonth, SheetGrid } from '../sheet/sheet-grid';
import { sheetKeys } from '../sheet/sheet-part';
import { useEdits } from '../sheet/use-edits';
import { Coverage } from './coverage';
import { scheduleKey } from './keys';
import { PatternDialog } from './pattern-dialog';
import { HoursDialog, ShiftsDialog } from './shift-dialogs';

/** Who is planned to work when, by team. */
export function SchedulePart({
  period,
  locked,
  unitId,
}: {
  period: Period;
  locked: boolean;
  unitId: string | undefined;
}): ReactElement {
  const { t } = useTranslation('schedule');
  const centre = useCentre();
  const [chosen, choose] = useState(unitId);
  const teams = useQuery({
    queryKey: sheetKeys.teams(centre.id, period),
    queryFn: () => sheets.teams(centre.id, period),
  });
  return (
    <QueryView query={teams} inline>
      {(list) => {
        const open = list.find((team) => team.unitId === chosen) ?? list[0];
        if (!open) return <EmptyHint icon="people" title={t('noTeams')} text={t('noTeamsText')} />;
        return (
          <>
            {list.length > 1 && (
              <Select
                aria-label={t('team')}
                value={open.unitId}
                showSearch={{ optionFilterProp: 'label' }}
                style={{ minWidth: 180 }}
                options={list.map((team) => ({ value: team.unitId, label: team.name }))}
                onChange={choose}
              />
            )}
            <OpenSchedule key={open.unitId} period={period} unitId={open.unitId} locked={locked} />
          </>
        );
      }}
    </QueryView>
  );
}

function OpenSchedule({ period, unitId, locked }: { period: Period; unitId: string; locked: boolean }): ReactElement {
  const centre = useCentre();
  const schedule = useQuery({
    queryKey: scheduleKey(centre.id, period, unitId),
    queryFn: () => schedules.get(centre.id, period, unitId),
  });
  return (
    <QueryView query={schedule} inline>
      {(data) => <Schedule schedule={data} locked={locked || data.closed} />}
    </QueryView>
  );
}

function Schedule({ schedule, locked }: { schedule: TeamSchedule; locked: boolean }): ReactElement {
  const { t } = useTranslation('schedule');
  const centre = useCentre();
  const client = useQueryClient();
  const { can } = useSession();
  const { period, unitId, rows, shifts, patterns } = schedule;
  const [dialog, setDialog] = useState<'pattern' | 'shifts' | 'hours'>();
  const writes = (can('attendance:write') || can('attendance:team')) && !locked;
  const keys = useMemo(
    () => [
      scheduleKey(centre.id, period, unitId),
      sheetKeys.one(centre.id, period, unitId),
      sheetKeys.teams(centre.id, period),
      sheetKeys.close(centre.id, period),
    ],
    [centre.id, period, unitId],
  );
  const save = useCallback(
    async (cells: CellEdit[]) => {
      const { problems } = await schedules.save(centre.id, period, unitId, cells);
      const [own, ...others] = keys;
      await client.invalidateQueries({ queryKey: own });
      for (const queryKey of others) void client.invalidateQueries({ queryKey });
      return problems;
    },
    [centre.id, client, keys, period, unitId],
  );
  const textOf = useCallback(
    (no: number, day: number) => rows.find(({ workerNo }) => workerNo === no)?.cells[day - 1] ?? '',
    [rows],
  );
  const edits = useEdits(save, textOf);
  const copy = useCommand<void, CellEdit[]>({
    run: () => schedules.fill(centre.id, period, unitId, { by: 'copy' }),
    touches: [],
    onDone: edits.put,
  });
  const grid = useMemo(() => gridOf(schedule, t('off')), [schedule, t]);
  const words = useMemo(
    () => ({
      label: t('grid', { team: schedule.name, period }),
      sums: [t('sum.shifts'), t('sum.missing'), t('sum.hours')] as const,
      unmarked: t('missing'),
      tones: new Map(shifts.map(({ mark, colour }) => [mark, colour])),
    }),
    [schedule.name, period, shifts, t],
  );
  const missing = rows.reduce((sum, row) => sum + row.missing.length, 0);
  const findings = rows.flatMap(({ name, workerNo, findings: own }) =>
    own.map((finding) => ({ ...finding, name, workerNo })),
  );
  const unplanned = rows.filter((row) => row.unplanned.length > 0);
  const special = rows.filter(({ system }) => system.system !== 'standard').length;
  return (
    <>
      <div className="sheet-facts">
        <strong>{schedule.name}</strong>
        {schedule.closed && (
          <Tag tone="warn" icon="lock">
            {t('closed')}
          </Tag>
        )}
        <span className="soft">{missing > 0 ? t('missingDays', { count: missing }) : t('noneMissing')}</span>
        {special > 0 && <span className="soft">{t('special', { count: special })}</span>}
        <span className="soft" role="status" aria-live="polite">
          {edits.saving ? t('saving') : edits.problems.size > 0 ? t('refused', { count: edits.problems.size }) : ''}
        </span>
        <span className="schedule-tools">
          {writes && (
            <>
              <Button disabled={shifts.length === 0} onClick={() => setDialog('pattern')}>
                {t('pattern.open')}
              </Button>
              <Button loading={copy.isPending} disabled={shifts.length === 0} onClick={() => copy.mutate()}>
                {t('copy')}
              </Button>
            </>
          )}
          {can('attendance:write') && (
            <>
              <Button onClick={() => setDialog('shifts')}>{t('shift.open')}</Button>
              <Button onClick={() => setDialog('hours')}>{t('hours.open')}</Button>
            </>
          )}
        </span>
      </div>
      {edits.failed !== undefined && <ProblemAlert error={edits.failed} onReload={() => void edits.saveNow()} />}
      {shifts.length === 0 && <EmptyHint icon="clock" title={t('noShifts')} text={t('noShiftsText')} />}
      <SheetGrid sheet={grid} edits={edits} writes={writes && shifts.length > 0} words={words} />
      {shifts.length > 0 && (
        <p className="soft">
          {shifts
            .map(
              (shift) =>
                `${shift.mark} ${shift.name} ${shift.starts}–${shift.nextDay ? t('nextDay') : ''}${shift.ends}`,
            )
            .join(' · ')}
        </p>
      )}
      {findings.length > 0 && (
        <details>
          <summary>{t('foundCount', { count: findings.length })}</summary>
          <ul>
            {findings.map(({ name, workerNo, code, day, hours }) => (
              <li key={`${workerNo} ${code} ${day ?? ''}`}>
                {name}: {t(`finding.${code}`, { day, hours })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {unplanned.length > 0 && (
        <details>
          <summary>{t('unplannedCount', { count: unplanned.length })}</summary>
          <ul>
            {unplanned.map(({ name, workerNo, unplanned: days }) => (
              <li key={workerNo}>
                {name}: {t('unplannedDays', { days: days.join(', ') })}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Coverage schedule={schedule} />
      <PatternDialog
        open={dialog === 'pattern'}
        onClose={() => setDialog(undefined)}
        schedule={schedule}
        patterns={patterns}
        onCells={edits.put}
      />
      <ShiftsDialog open={dialog === 'shifts'} onClose={() => setDialog(undefined)} schedule={schedule} />
      <HoursDialog open={dialog === 'hours'} onClose={() => setDialog(undefined)} schedule={schedule} />
    </>
  );
}

/** The plan as the grid of months shows it: marks are those of the shifts, sums those of the plan. */
function gridOf({ name, period, days, shifts, rows, offMark }: TeamSchedule, off: string): GridMonth {
  return {
    ...{ name, period, days },
    marks: [
      ...shifts.map((shift) => ({ code: shift.code, mark: shift.mark, zh: shift.name, en: shift.name })),
      { code: 'off', mark: offMark, zh: off, en: off },
    ],
    rows: rows.map((row) => ({
      ...{ workerNo: row.workerNo, name: row.name, cells: row.cells, unmarked: row.missing, out: row.out },
      ...{
        present: row.shifts,
        absent: String(row.missing.length),
        overtime: row.hours,
        heat: '0',
        findings: row.findings.map(({ day, hours }) => ({ code: 'over_day' as const, day, hours })),
      },
    })),
  };
}
