import { Approvals } from '@gridstaff/approval';
import { Idempotency } from '@gridstaff/audit';
import { type Actor, toProblem } from '@gridstaff/contracts';
import { Jobs } from '@gridstaff/jobs';
import {
  CalculateRun,
  CancelRun,
  CreateRun,
  DecideRun,
  RUN_SUBJECT,
  RunProgress,
  RunQueries,
  SubmitRun,
} from '@gridstaff/payroll';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, IdempotencyKey, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { cursorOf, isoInstant } from '../common/view';
import { agencyView, type RunView, runView } from './run.view';
import { ApproveBody, CheckBody, CreateRunBody, ReturnBody, RunReasonBody, RunsQuery } from './runs.dto';

/** A run through its states. Who may take which step is decided by person as well as by permission. */
@Controller('api/v1/runs')
export class RunsController {
  constructor(
    private readonly queries: RunQueries,
    private readonly creating: CreateRun,
    private readonly calculating: CalculateRun,
    private readonly submitting: SubmitRun,
    private readonly deciding: DecideRun,
    private readonly cancelling: CancelRun,
    private readonly progressing: RunProgress,
    private readonly approvals: Approvals,
    private readonly jobs: Jobs,
    private readonly idempotency: Idempotency,
  ) {}

  /** Newest first. */
  @Get()
  @Permit('run:read')
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: RunsQuery,
  ): Promise<{ runs: RunView[]; after: number | null }> {
    const { after, ...filter } = query;
    const runs = await this.queries.list(actor, { ...filter, beforeNo: after });
    return { runs: runs.map(runView), after: cursorOf(runs, query.limit, (run) => run.no) };
  }

  @Post()
  @Permit('run:prepare')
  async create(@CurrentActor() actor: Actor, @Body() body: CreateRunBody): Promise<RunView> {
    return runView(await this.creating.create(actor, body));
  }

  @Get(':runId')
  @Permit('run:read')
  async get(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<RunView> {
    return runView(await this.queries.get(actor, runId));
  }

  /** Has it calculated in the background; `progress` tells how far it is. */
  @Post(':runId/calculate')
  @HttpCode(202)
  @Permit('run:prepare')
  async calculate(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<RunView> {
    return runView(await this.calculating.calculate(actor, runId));
  }

  @Post(':runId/calculate/stop')
  @HttpCode(204)
  @Permit('run:prepare')
  stop(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<void> {
    return this.calculating.stop(actor, runId);
  }

  @Get(':runId/progress')
  @Permit('run:read')
  async progress(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<object> {
    const run = await this.queries.get(actor, runId);
    if (run.jobId === null) return { status: run.status, job: null };
    const { state, total, done, stopRequested, startedAt, finishedAt, error } = await this.jobs.get(run.jobId);
    const problem = error === null ? null : toProblem(error);
    return {
      status: run.status,
      job: {
        ...{ state, total, done, stopRequested, startedAt: isoInstant(startedAt), finishedAt: isoInstant(finishedAt) },
        error: problem && { code: problem.code, detail_zh: problem.zh, detail_en: problem.en },
      },
    };
  }

  @Get(':runId/history')
  @Permit('run:read')
  async history(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<object> {
    const events = await this.queries.history(actor, runId);
    return { events: events.map(({ personId: _, at, ...event }) => ({ ...event, at: isoInstant(at) })) };
  }

  @Get(':runId/agencies')
  @Permit('run:read')
  async agencies(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<object> {
    return { agencies: (await this.queries.agencies(actor, runId)).map(agencyView) };
  }

  /** Every round of check and approval, with opinions. */
  @Get(':runId/approvals')
  @Permit('run:read')
  async trail(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<object> {
    const run = await this.queries.get(actor, runId);
    const steps = await this.approvals.trail(RUN_SUBJECT, run.id);
    return { steps: steps.map(({ decidedAt, ...step }) => ({ ...step, decidedAt: isoInstant(decidedAt) })) };
  }

  @Post(':runId/submit')
  @HttpCode(200)
  @Permit('run:prepare')
  async submit(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<RunView> {
    return runView(await this.submitting.submit(actor, runId));
  }

  @Post(':runId/check')
  @HttpCode(200)
  @Permit('run:check')
  async check(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Body() body: CheckBody,
  ): Promise<RunView> {
    return runView(await this.deciding.check(actor, runId, body.hash, body.opinion));
  }

  /** Reserves the fund for exactly this hash, or refuses. */
  @Post(':runId/approve')
  @HttpCode(200)
  @Permit('run:approve')
  async approve(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Body() body: ApproveBody,
    @IdempotencyKey() key: string,
  ): Promise<RunView> {
    return runView(await this.deciding.approve(actor, runId, body.hash, key));
  }

  @Post(':runId/return')
  @HttpCode(200)
  @Permit('run:read')
  async return(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Body() body: ReturnBody,
  ): Promise<RunView> {
    return runView(await this.deciding.returnRun(actor, runId, body.to, body.reason));
  }

  /** Gives back what was reserved. */
  @Post(':runId/cancel')
  @HttpCode(200)
  @Permit('run:cancel')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Body() body: RunReasonBody,
    @IdempotencyKey() key: string,
  ): Promise<RunView> {
    await this.idempotency.once(actor, key, 'run.cancel', { runId, reason: body.reason }, async () => {
      await this.cancelling.cancel(actor, runId, body.reason);
      return { runId };
    });
    return runView(await this.queries.get(actor, runId));
  }

  @Post(':runId/close')
  @HttpCode(200)
  @Permit('settlement:pay')
  async close(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<RunView> {
    return runView(await this.progressing.close(actor, runId));
  }
}
