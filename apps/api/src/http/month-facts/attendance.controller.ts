import { AttendanceBook, type AttendanceMonth, type RecordResult } from '@gridstaff/attendance';
import type { Actor } from '@gridstaff/contracts';
import { formatYuan, pageOf, parseYuan } from '@gridstaff/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, NumberPipe, PeriodPipe } from '../common/dto.pipe';
import { isoInstant } from '../common/view';
import { AttendanceBody, MONTH_ORDERS, MonthQuery, RetractBody } from './month-facts.dto';

/** Days and hours are hundredths inside, decimal text outside: the same reading and printing as amounts. */
const hundredths = parseYuan;
const decimal = formatYuan;

const absenceView = (fact: AttendanceMonth['absences'][number]): object => {
  const { id, workerNo, kind, leaveKind, validFrom, validTo, days, recordedAt, recordedBy } = fact;
  return {
    ...{ id, workerNo, kind, leaveKind, from: validFrom, to: validTo, days: decimal(days) },
    ...{ recordedAt: isoInstant(recordedAt), recordedBy },
  };
};

const overtimeView = (fact: AttendanceMonth['overtime'][number]): object => {
  const { id, workerNo, period, weekday, restday, holiday, restdayOff = 0, recordedAt, recordedBy } = fact;
  return {
    ...{ id, workerNo, period, weekday: decimal(weekday), restday: decimal(restday), holiday: decimal(holiday) },
    restdayOff: decimal(restdayOff),
    ...{ recordedAt: isoInstant(recordedAt), recordedBy },
  };
};

const heatWorkView = ({
  id,
  workerNo,
  period,
  days,
  recordedAt,
  recordedBy,
}: AttendanceMonth['heatWork'][number]): object => ({
  ...{ id, workerNo, period, days: decimal(days) },
  ...{ recordedAt: isoInstant(recordedAt), recordedBy },
});

/** Each list of a month is told from the others while they are one page. */
type Listed = { of: keyof AttendanceMonth; id: string; workerNo: number; recordedAt: number };

@Controller('api/v1/centres/:centreId/attendance')
export class AttendanceController {
  constructor(private readonly book: AttendanceBook) {}

  /** What is in force in a month. */
  @Get()
  @Permit('attendance:read')
  async month(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: MonthQuery,
  ): Promise<object> {
    const month = await this.book.month(actor, centreId, query.period);
    const all = (['absences', 'overtime', 'heatWork'] as const).flatMap((of): Listed[] =>
      month[of].map(({ id, workerNo, recordedAt }) => ({ of, id, workerNo, recordedAt })),
    );
    const { rows, next } = pageOf(all, query.page(), MONTH_ORDERS, ({ id }) => id);
    const here = new Set(rows.map(({ id }) => id));
    const listed = <T extends { id: string }>(facts: readonly T[]): T[] => facts.filter(({ id }) => here.has(id));
    return {
      ...query.answer('absences', { rows: listed(month.absences), next }, absenceView),
      overtime: listed(month.overtime).map(overtimeView),
      heatWork: listed(month.heatWork).map(heatWorkView),
    };
  }

  /** The whole list or nothing; an entry with the same worker, kind and dates replaces the earlier one. */
  @Post()
  @HttpCode(200)
  @Permit('attendance:write')
  record(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: AttendanceBody,
  ): Promise<RecordResult> {
    const absences = body.absences.map((a, i) => ({
      ...a,
      leaveKind: a.leaveKind ?? null,
      days: hundredths(a.days, `absences[${i}].days`),
    }));
    const overtime = body.overtime.map((o) => ({
      ...o,
      weekday: hundredths(o.weekday),
      restday: hundredths(o.restday),
      holiday: hundredths(o.holiday),
      restdayOff: hundredths(o.restdayOff),
    }));
    const heatWork = body.heatWork.map((h, i) => ({ ...h, days: hundredths(h.days, `heatWork[${i}].days`) }));
    return this.book.record(actor, centreId, { absences, overtime, heatWork }, body.reason);
  }

  @Post('absences/:factId/retract')
  @HttpCode(204)
  @Permit('attendance:write')
  retractAbsence(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('factId', IdPipe) factId: string,
    @Body() body: RetractBody,
  ): Promise<void> {
    return this.book.retractAbsence(actor, centreId, factId, body.reason);
  }

  @Post('overtime/:workerNo/:period/retract')
  @HttpCode(204)
  @Permit('attendance:write')
  retractOvertime(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
    @Param('period', PeriodPipe) period: string,
    @Body() body: RetractBody,
  ): Promise<void> {
    return this.book.retractOvertime(actor, centreId, workerNo, period, body.reason);
  }

  @Post('heat-work/:workerNo/:period/retract')
  @HttpCode(204)
  @Permit('attendance:write')
  retractHeatWork(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
    @Param('period', PeriodPipe) period: string,
    @Body() body: RetractBody,
  ): Promise<void> {
    return this.book.retractHeatWork(actor, centreId, workerNo, period, body.reason);
  }
}
