import type { Actor } from '@gridstaff/contracts';
import { BonusChoices, ChooseBonusMethods, type PayRun, RunFees, RunQueries, SubmitRun } from '@gridstaff/payroll';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { inYuan } from '../common/view';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, NumberPipe } from '../common/dto.pipe';
import { languageOf } from '../common/problem';
import { Freshness, SeenVersion, Versioned } from '../common/versions';
import {
  bonusChoiceView,
  exclusionView,
  explanationView,
  feeTierView,
  noteView,
  type RunView,
  slipDetailView,
  slipView,
  versionedRun,
} from './run.view';
import {
  BonusChoicesQuery,
  BonusMethodsBody,
  ExclusionsQuery,
  NotesQuery,
  RunReasonBody,
  SlipsQuery,
} from './runs.dto';

/** What a run gave for each worker: a slip, or an exclusion with its reason. */
@Controller('api/v1/runs/:runId')
export class SlipsController {
  constructor(
    private readonly queries: RunQueries,
    private readonly submitting: SubmitRun,
    private readonly bonuses: BonusChoices,
    private readonly choosing: ChooseBonusMethods,
    private readonly freshness: Freshness,
    private readonly fees: RunFees,
  ) {}

  @Get('slips')
  @Permit('run:read')
  async slips(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Query() query: SlipsQuery,
  ): Promise<object> {
    return query.answer('slips', await this.queries.slipPage(actor, runId, query.page()), slipView);
  }

  @Get('slips/:workerNo')
  @Permit('run:read')
  async slip(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
  ): Promise<object> {
    const slip = slipDetailView(await this.queries.slip(actor, runId, workerNo));
    const funds = await this.queries.slipFunds(actor, runId, workerNo);
    return { ...slip, funds: funds.map((part) => inYuan(part, ['amount'])) };
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
    const lines = explanationView(await this.queries.explain(actor, no, workerNo, languageOf(accept)));
    return { lines, feeTier: feeTierView(await this.fees.ofWorker(no, workerNo)) };
  }

  @Get('exclusions')
  @Permit('run:read')
  async exclusions(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Query() query: ExclusionsQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    const language = languageOf(accept);
    const page = await this.queries.exclusions(actor, runId, query.page());
    return query.answer('exclusions', page, (row) => exclusionView(row, language));
  }

  /** What the run cannot pay itself and says so. */
  @Get('notes')
  @Permit('run:read')
  async notes(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Query() query: NotesQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    const language = languageOf(accept);
    const page = await this.queries.notes(actor, runId, query.page());
    return query.answer('notes', page, (row) => noteView(row, language));
  }

  /** Of a bonus run: which way of taxing the bonus is better for each worker over the year. */
  @Get('bonus-choices')
  @Permit('run:read')
  async choices(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Query() query: BonusChoicesQuery,
  ): Promise<object> {
    return query.answer('choices', await this.bonuses.page(actor, runId, query.page()), bonusChoiceView);
  }

  /** Taxes bonuses the other way: recorded anew, and the run is calculated from them in the background. */
  @Post('bonus-choices')
  @HttpCode(202)
  @Permit('run:prepare')
  async choose(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Body() body: BonusMethodsBody,
    @SeenVersion() seen: number | undefined,
  ): Promise<Versioned<RunView>> {
    const version = async (): Promise<number> => (await this.queries.get(actor, runId)).version;
    const choose = (): Promise<PayRun> => this.choosing.choose(actor, runId, body.choices);
    return versionedRun(await this.freshness.run(seen, version, choose));
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
