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
  const { id, workerNo, period, weekday, restday, holiday, recordedAt, recordedBy } = fact;
  return {
    ...{ id, workerNo, period, weekday: decimal(weekday), restday: decimal(restday), holiday: decimal(holiday) },
    ...{ recordedAt: isoInstant(recordedAt), recordedBy },
  };
};

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
    const { absences, overtime } = await this.book.month(actor, centreId, query.period);
    const { rows, next } = pageOf([...absences, ...overtime], query.page(), MONTH_ORDERS, ({ id }) => id);
    return {
      ...query.answer('absences', { rows: rows.filter((row) => 'leaveKind' in row), next }, absenceView),
      overtime: rows.filter((row) => 'weekday' in row).map(overtimeView),
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
    }));
    return this.book.record(actor, centreId, { absences, overtime }, body.reason);
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
}
