import type { Actor } from '@gridstaff/contracts';
import { RunQueries, SubmitRun } from '@gridstaff/payroll';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, NumberPipe } from '../common/dto.pipe';
import { languageOf } from '../common/problem';
import { cursorOf } from '../common/view';
import { exclusionView, explanationView, noteView, slipDetailView, slipView } from './run.view';
import { RunReasonBody, RunRowsQuery } from './runs.dto';

/** What a run gave for each worker: a slip, or an exclusion with its reason. */
@Controller('api/v1/runs/:runId')
export class SlipsController {
  constructor(
    private readonly queries: RunQueries,
    private readonly submitting: SubmitRun,
  ) {}

  @Get('slips')
  @Permit('run:read')
  async slips(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Query() query: RunRowsQuery,
  ): Promise<object> {
    const slips = await this.queries.slipPage(actor, runId, query.after, query.limit);
    return { slips: slips.map(slipView), after: cursorOf(slips, query.limit, (slip) => slip.workerNo) };
  }

  @Get('slips/:workerNo')
  @Permit('run:read')
  async slip(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
  ): Promise<object> {
    return slipDetailView(await this.queries.slip(actor, runId, workerNo));
  }

  /** Why each line is what it is. */
  @Get('slips/:workerNo/explanation')
  @Permit('run:read')
  async explain(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    const { no } = await this.queries.get(actor, runId);
    return { lines: explanationView(await this.queries.explain(actor, no, workerNo, languageOf(accept))) };
  }

  @Get('exclusions')
  @Permit('run:read')
  async exclusions(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Query() query: RunRowsQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    const rows = await this.queries.exclusions(actor, runId, query.after, query.limit);
    const language = languageOf(accept);
    return {
      exclusions: rows.map((row) => exclusionView(row, language)),
      after: cursorOf(rows, query.limit, (row) => row.workerNo),
    };
  }

  /** What the run cannot pay itself and says so. */
  @Get('notes')
  @Permit('run:read')
  async notes(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Query() query: RunRowsQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    const rows = await this.queries.notes(actor, runId, query.after, query.limit);
    const language = languageOf(accept);
    return { notes: rows.map((row) => noteView(row, language)), after: cursorOf(rows, query.limit, (row) => row.workerNo) };
  }

  @Post('exclusions/:workerNo/acknowledge')
  @HttpCode(204)
  @Permit('run:prepare')
  acknowledge(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
    @Body() body: RunReasonBody,
  ): Promise<void> {
    return this.submitting.acknowledgeExclusion(actor, runId, workerNo, body.reason);
  }
}
