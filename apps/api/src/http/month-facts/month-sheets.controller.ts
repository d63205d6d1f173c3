import {
  type CellProblem,
  cellText,
  DAY_MARKS,
  MonthSheets,
  SheetApproval,
  SheetPapers,
  type SheetFinding,
  type SheetState,
  TeamDesk,
  type TeamSheet,
} from '@gridstaff/attendance';
import type { TrailStep } from '@gridstaff/approval';
import { type Actor, toProblem } from '@gridstaff/contracts';
import { formatYuan, pageOf } from '@gridstaff/kernel';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res, type StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, PeriodPipe } from '../common/dto.pipe';
import type { Reply } from '../common/fastify';
import { languageOf } from '../common/problem';
import { isoInstant } from '../common/view';
import { fileAnswer } from '../exports/file-answer';
import { CellsBody, HeadsBody, SheetDecisionBody, SheetFileBody, SubmitSheetBody, TeamsQuery } from './month-sheets.dto';
import { ReasonBody } from '../calendar/calendar.dto';

/** Days and hours are hundredths inside, decimal text outside. */
const decimal = formatYuan;

const stateView = ({ submittedAt, ...state }: SheetState): object => ({
  ...state,
  submittedAt: isoInstant(submittedAt),
});

const findingView = ({ code, day, hours }: SheetFinding): object => ({ code, day, hours: decimal(hours) });

function problemView({ workerNo, day, error }: CellProblem): object {
  const { code, zh, en } = toProblem(error);
  return { workerNo, day, code, detail_zh: zh, detail_en: en };
}

export const trailView = ({ round, roundStatus, kind, decision, decidedBy, opinion, decidedAt }: TrailStep): object => ({
  ...{ round, roundStatus, kind, decision, decidedBy, opinion, decidedAt: isoInstant(decidedAt) },
});

function lineView({ name, line }: TeamSheet['lines'][number], { period, days, kinds }: TeamSheet['content']): object {
  const { records, cells, unmarked, findings } = line;
  const { overtime, heat, absences, engaged } = records;
  const dates = days.map((_, i) => `${period}-${String(i + 1).padStart(2, '0')}`);
  return {
    ...{ workerNo: records.workerNo, name, cells: cells.map((cell) => cellText(cell, kinds)), unmarked },
    /** Days of the month outside every engagement. */
    out: dates.flatMap((date, i) => (engaged.some(({ from, to }) => from <= date && date < to) ? [] : [i + 1])),
    present: cells.filter((cell) => cell.present).length,
    absent: decimal(absences.reduce((sum, a) => sum + a.days, 0)),
    overtime: decimal((overtime?.weekday ?? 0) + (overtime?.restday ?? 0) + (overtime?.holiday ?? 0)),
    heat: decimal(heat?.days ?? 0),
    findings: findings.map(findingView),
  };
}

const sheetView = ({ team, state, content, closed, lines }: TeamSheet): object => ({
  ...{ unitId: team.unit.id, code: team.unit.code, name: team.unit.name, heads: team.heads },
  ...{ period: content.period, days: content.days, state: stateView(state), closed },
  marks: [...DAY_MARKS, ...content.kinds.all].map(({ code, mark, zh, en }) => ({ code, mark, zh, en })),
  rows: lines.map((line) => lineView(line, content)),
});

/** Sheets of teams: rows people, columns days of the month. */
@Controller('api/v1/centres/:centreId')
export class MonthSheetsController {
  constructor(
    private readonly sheets: MonthSheets,
    private readonly approval: SheetApproval,
    private readonly desk: TeamDesk,
    private readonly papers: SheetPapers,
  ) {}

  /** Teams that the caller may see, by code. */
  @Get('attendance-teams')
  @Permit('attendance:read', 'attendance:team')
  async teams(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: TeamsQuery,
  ): Promise<object> {
    const { teams } = await this.sheets.list(actor, centreId, query.period);
    const views = teams.map(({ team, state, unmarkedPeople, unmarkedDays, findings }) => ({
      ...{ unitId: team.unit.id, code: team.unit.code, name: team.unit.name, kind: team.unit.kind, heads: team.heads },
      ...{ people: team.members.length, unmarkedPeople, unmarkedDays, findings, state: stateView(state) },
    }));
    return query.answer('teams', pageOf(views, query.page(), { code: ({ code }) => code }, ({ unitId }) => unitId), (v) => v);
  }

  /** Who answers for a unit: these accounts and no others. */
  @Put('attendance-teams/:unitId/heads')
  @HttpCode(204)
  @Permit('roster:write')
  heads(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('unitId', IdPipe) unitId: string,
    @Body() { userIds }: HeadsBody,
  ): Promise<void> {
    return this.desk.setHeads(actor, centreId, unitId, userIds);
  }

  @Get('month-sheets/:period/:unitId')
  @Permit('attendance:read', 'attendance:team')
  async get(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Param('unitId', IdPipe) unitId: string,
  ): Promise<object> {
    return sheetView(await this.sheets.get(actor, centreId, period, unitId));
  }

  /** What is wrong is told cell by cell; everything else is recorded. */
  @Post('month-sheets/:period/:unitId/cells')
  @HttpCode(200)
  @Permit('attendance:write', 'attendance:team')
  async save(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Param('unitId', IdPipe) unitId: string,
    @Body() { cells }: CellsBody,
  ): Promise<object> {
    const { saved, problems } = await this.sheets.save(actor, centreId, period, unitId, cells);
    return { saved, problems: problems.map(problemView) };
  }

  /** A team's month for paper: Excel, which can be imported again, or PDF. A command, not a reading: each file is an entry of the audit log. */
  @Post('month-sheets/:period/:unitId/file')
  @HttpCode(200)
  @Permit('attendance:read', 'attendance:team')
  async file(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Param('unitId', IdPipe) unitId: string,
    @Body() { format, language }: SheetFileBody,
    @Res({ passthrough: true }) reply: Reply,
    @Headers('accept-language') accept?: string,
  ): Promise<StreamableFile> {
    const file = await this.papers.make(actor, centreId, period, unitId, { format, language: language ?? languageOf(accept) });
    return fileAnswer(file, reply);
  }

  @Post('month-sheets/:period/:unitId/submit')
  @HttpCode(204)
  @Permit('attendance:write', 'attendance:team')
  submit(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Param('unitId', IdPipe) unitId: string,
    @Body() { reason }: SubmitSheetBody,
  ): Promise<void> {
    return this.approval.submit(actor, centreId, period, unitId, reason);
  }

  @Post('month-sheets/:period/:unitId/withdraw')
  @HttpCode(204)
  @Permit('attendance:write', 'attendance:team')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Param('unitId', IdPipe) unitId: string,
    @Body() { reason }: ReasonBody,
  ): Promise<void> {
    return this.approval.withdraw(actor, centreId, period, unitId, reason);
  }

  @Post('month-sheets/:period/:unitId/decide')
  @HttpCode(204)
  @Permit('attendance:approve')
  decide(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: SheetDecisionBody,
  ): Promise<void> {
    return this.approval.decide(actor, centreId, period, unitId, body);
  }

  /** Who decided what about the sheet, round by round. */
  @Get('month-sheets/:period/:unitId/trail')
  @Permit('attendance:read', 'attendance:team')
  async trail(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Param('unitId', IdPipe) unitId: string,
  ): Promise<object> {
    return { steps: (await this.approval.trail(actor, centreId, period, unitId)).map(trailView) };
  }
}
