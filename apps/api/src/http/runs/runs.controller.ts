import { Approvals } from '@gridstaff/approval';
import { Idempotency } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import {
  CancelRun,
  CreateRun,
  DecideRun,
  type PayRun,
  RUN_SUBJECT,
  RunProgress,
  RunQueries,
  SubmitRun,
} from '@gridstaff/payroll';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, IdempotencyKey, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { Freshness, SeenVersion, Versioned } from '../common/versions';
import { isoInstant } from '../common/view';
import { agencyView, fundsView, type RunView, runView, versionedRun } from './run.view';
import { ApproveBody, CheckBody, CreateRunBody, ReturnBody, RunReasonBody, RunsQuery } from './runs.dto';

/** A run through its states. Who may take which step is decided by person as well as by permission. */
@Controller('api/v1/runs')
export class RunsController {
  constructor(
    private readonly queries: RunQueries,
    private readonly creating: CreateRun,
    private readonly submitting: SubmitRun,
    private readonly deciding: DecideRun,
    private readonly cancelling: CancelRun,
    private readonly progressing: RunProgress,
    private readonly approvals: Approvals,
    private readonly freshness: Freshness,
    private readonly idempotency: Idempotency,
  ) {}

  @Get()
  @Permit('run:read')
  async list(@CurrentActor() actor: Actor, @Query() query: RunsQuery): Promise<object> {
    const { centreId, period, status } = query;
    return query.answer('runs', await this.queries.list(actor, { centreId, period, status }, query.page()), runView);
  }

  @Post()
  @Permit('run:prepare')
  async create(@CurrentActor() actor: Actor, @Body() body: CreateRunBody): Promise<RunView> {
    return runView(await this.creating.create(actor, body));
  }

  @Get(':runId')
  @Permit('run:read')
  async get(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<Versioned<RunView>> {
    const run = await this.queries.get(actor, runId);
    const funds = fundsView(await this.queries.funds(actor, runId));
    return new Versioned<RunView>(run.version, { ...runView(run), funds });
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
    const parts = await this.queries.funds(actor, runId);
    return { agencies: (await this.queries.agencies(actor, runId)).map((agency) => agencyView(agency, parts)) };
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
  submit(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @SeenVersion() seen: number | undefined,
  ): Promise<Versioned<RunView>> {
    return this.step(actor, runId, seen, () => this.submitting.submit(actor, runId));
  }

  @Post(':runId/check')
  @HttpCode(200)
  @Permit('run:check')
  check(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Body() body: CheckBody,
    @SeenVersion() seen: number | undefined,
  ): Promise<Versioned<RunView>> {
    return this.step(actor, runId, seen, () => this.deciding.check(actor, runId, body.hash, body.opinion));
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
    @SeenVersion() seen: number | undefined,
  ): Promise<Versioned<RunView>> {
    // Approved already: the key decides whether this is the same command once more.
    const repeated = seen !== undefined && (await this.queries.get(actor, runId)).status !== 'checked';
    const approve = (): Promise<PayRun> => this.deciding.approve(actor, runId, body.hash, key);
    return this.step(actor, runId, repeated ? undefined : seen, approve);
  }

  @Post(':runId/return')
  @HttpCode(200)
  @Permit('run:read')
  return(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Body() body: ReturnBody,
    @SeenVersion() seen: number | undefined,
  ): Promise<Versioned<RunView>> {
    return this.step(actor, runId, seen, () => this.deciding.returnRun(actor, runId, body.to, body.reason));
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
    @SeenVersion() seen: number | undefined,
  ): Promise<Versioned<RunView>> {
    await this.idempotency.once(actor, key, 'run.cancel', { runId, reason: body.reason }, async () => {
      await this.step(actor, runId, seen, () => this.cancelling.cancel(actor, runId, body.reason));
      return { runId };
    });
    return versionedRun(await this.queries.get(actor, runId));
  }

  @Post(':runId/close')
  @HttpCode(200)
  @Permit('settlement:pay')
  close(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @SeenVersion() seen: number | undefined,
  ): Promise<Versioned<RunView>> {
    return this.step(actor, runId, seen, () => this.progressing.close(actor, runId));
  }

  private async step(
    actor: Actor,
    runId: string,
    seen: number | undefined,
    take: () => Promise<PayRun>,
  ): Promise<Versioned<RunView>> {
    const version = async (): Promise<number> => (await this.queries.get(actor, runId)).version;
    return versionedRun(await this.freshness.run(seen, version, take));
  }
}
