import {
  type FillRequest,
  OFF_MARK,
  type PlanLine,
  type PlanProblem,
  Schedules,
  type Shift,
  ShiftBook,
  type TeamSchedule,
} from '@gridstaff/attendance';
import { type Actor, toProblem } from '@gridstaff/contracts';
import { DomainError, formatYuan, parseYuan } from '@gridstaff/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, PeriodPipe } from '../common/dto.pipe';
import {
  FillBody,
  HoursBody,
  HoursQuery,
  PatternBody,
  PlanCellsBody,
  ShiftBody,
  ShiftEndBody,
  ShiftsQuery,
} from './schedules.dto';

const DAY = 24 * 60;
/** Hours are hundredths inside, decimal text outside. */
const decimal = formatYuan;

const timeText = (minutes: number): string =>
  `${String(Math.floor((minutes % DAY) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** @throws DomainError NOT_A_TIME */
function minutesOf(text: string, field: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!match) throw new DomainError('NOT_A_TIME', { value: text }, { field });
  return Number(match[1]) * 60 + Number(match[2]);
}

const shiftView = ({ code, name, mark, starts, ends, rest, paid, colour }: Shift): object => ({
  ...{
    code,
    name,
    mark,
    starts: timeText(starts),
    ends: timeText(ends),
    nextDay: ends > DAY,
    rest,
    paid: decimal(paid),
    colour,
  },
});

function problemView({ workerNo, day, error }: PlanProblem): object {
  const { code, zh, en } = toProblem(error);
  return { workerNo, day, code, detail_zh: zh, detail_en: en };
}

function lineView(
  { name, line, rule, cells, shifts, hours, missing, unplanned, findings }: PlanLine,
  { period, days }: TeamSchedule['content'],
): object {
  const { workerNo, engaged } = line.records;
  const dates = days.map((_, i) => `${period}-${String(i + 1).padStart(2, '0')}`);
  return {
    ...{
      workerNo,
      name,
      cells,
      missing,
      unplanned,
      shifts,
      hours: decimal(hours),
      recorded: line.cells.filter((cell) => cell.present).length,
    },
    /** Days of the month outside every engagement. */
    out: dates.flatMap((date, i) => (engaged.some(({ from, to }) => from <= date && date < to) ? [] : [i + 1])),
    system: { system: rule.system, cycle: rule.cycle, document: rule.document },
    findings: findings.map(({ code, day, hours: found }) => ({ code, day, hours: decimal(found) })),
  };
}

const scheduleView = ({ team, content, closed, shifts, patterns, lines, coverage }: TeamSchedule): object => ({
  ...{
    unitId: team.unit.id,
    code: team.unit.code,
    name: team.unit.name,
    period: content.period,
    days: content.days,
    closed,
  },
  ...{ shifts: shifts.map(shiftView), patterns, offMark: OFF_MARK, rows: lines.map((line) => lineView(line, content)), coverage },
});

function fillOf({ by, days, fromDay, stagger, workerNos }: FillBody): FillRequest {
  return by === 'copy'
    ? { by, workerNos }
    : { by, codes: (days ?? []).map(({ shift }) => shift), fromDay: fromDay ?? 1, stagger: stagger ?? 0, workerNos };
}

/** Shifts, working-time systems, and who is planned to work when. */
@Controller('api/v1/centres/:centreId')
export class SchedulesController {
  constructor(
    private readonly schedules: Schedules,
    private readonly book: ShiftBook,
  ) {}

  @Get('shifts')
  @Permit('attendance:read', 'attendance:team')
  async shifts(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() { on }: ShiftsQuery,
  ): Promise<object> {
    return {
      shifts: (await this.book.shifts(actor, centreId, on)).map(shiftView),
      patterns: await this.book.patterns(actor, centreId),
    };
  }

  /** A new shift, or other times of one from a date on. */
  @Post('shifts')
  @HttpCode(204)
  @Permit('attendance:write')
  async recordShift(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() { from, starts, ends, paid, ...shift }: ShiftBody,
  ): Promise<void> {
    const [begin, end] = [minutesOf(starts, 'starts'), minutesOf(ends, 'ends')];
    await this.book.record(
      actor,
      centreId,
      { ...shift, starts: begin, ends: end <= begin ? end + DAY : end, paid: parseYuan(paid, 'paid') },
      from,
    );
  }

  @Post('shifts/:code/end')
  @HttpCode(204)
  @Permit('attendance:write')
  async endShift(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('code') code: string,
    @Body() { from }: ShiftEndBody,
  ): Promise<void> {
    await this.book.end(actor, centreId, code, from);
  }

  @Post('shift-patterns')
  @HttpCode(204)
  @Permit('attendance:write')
  async keepPattern(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() { name, days }: PatternBody,
  ): Promise<void> {
    await this.book.keepPattern(actor, centreId, { name, codes: days.map(({ shift }) => shift) });
  }

  @Get('hours-systems')
  @Permit('attendance:read', 'attendance:team')
  async hours(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() { from }: HoursQuery,
  ): Promise<object> {
    const standings = await this.book.hours(actor, centreId, from);
    return {
      systems: standings.map(({ subject, ...standing }) => ({
        ...{
          unitId: subject.startsWith('unit:') ? subject.slice(5) : null,
          workerNo: subject.startsWith('worker:') ? Number(subject.slice(7)) : null,
        },
        ...standing,
      })),
    };
  }

  /** Standard, comprehensive or flexible hours of a unit or a person, from a date on. */
  @Post('hours-systems')
  @HttpCode(204)
  @Permit('attendance:write')
  async recordHours(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() { unitId, workerNo, system, cycle, document, from, until }: HoursBody,
  ): Promise<void> {
    const subject = unitId !== undefined ? { unitId } : workerNo !== undefined ? { workerNo } : undefined;
    if (!subject) throw new DomainError('MISSING_FIELD', { name: 'unitId' }, { field: 'unitId' });
    await this.book.recordHours(actor, centreId, subject, {
      system,
      cycle: cycle ?? null,
      document: document ?? null,
      from,
      until: until ?? null,
    });
  }

  /** A team's plan of a month beside what was recorded, what the rules of working time say, and who covers which grid. */
  @Get('schedules/:period/:unitId')
  @Permit('attendance:read', 'attendance:team')
  async get(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Param('unitId', IdPipe) unitId: string,
  ): Promise<object> {
    return scheduleView(await this.schedules.get(actor, centreId, period, unitId));
  }

  /** What is wrong is told cell by cell; everything else is recorded. */
  @Post('schedules/:period/:unitId/cells')
  @HttpCode(200)
  @Permit('attendance:write', 'attendance:team')
  async save(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Param('unitId', IdPipe) unitId: string,
    @Body() { cells }: PlanCellsBody,
  ): Promise<object> {
    const { saved, problems } = await this.schedules.save(actor, centreId, period, unitId, cells);
    return { saved, problems: problems.map(problemView) };
  }

  /** Proposes cells by a rotation, or as they stood four weeks earlier; writes nothing. */
  @Post('schedules/:period/:unitId/fill')
  @HttpCode(200)
  @Permit('attendance:write', 'attendance:team')
  async fill(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: FillBody,
  ): Promise<object> {
    return { cells: await this.schedules.fill(actor, centreId, period, unitId, fillOf(body)) };
  }
}
