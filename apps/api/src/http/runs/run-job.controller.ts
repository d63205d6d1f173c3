import type { Actor } from '@gridstaff/contracts';
import { CalculateRun, RunQueries } from '@gridstaff/payroll';
import { Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { Freshness, SeenVersion, Versioned } from '../common/versions';
import { RunFeed, type RunProgressView } from './run-feed';
import { type RunView, versionedRun } from './run.view';

/** The calculation of a run, which goes on in the background. */
@Controller('api/v1/runs/:runId')
export class RunJobController {
  constructor(
    private readonly calculating: CalculateRun,
    private readonly queries: RunQueries,
    private readonly feed: RunFeed,
    private readonly freshness: Freshness,
  ) {}

  @Post('calculate')
  @HttpCode(202)
  @Permit('run:prepare')
  async calculate(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @SeenVersion() seen: number | undefined,
  ): Promise<Versioned<RunView>> {
    const version = async (): Promise<number> => (await this.queries.get(actor, runId)).version;
    return versionedRun(await this.freshness.run(seen, version, () => this.calculating.calculate(actor, runId)));
  }

  /** Before its next part; what is done so far is thrown away. */
  @Post('calculate/stop')
  @HttpCode(204)
  @Permit('run:prepare')
  stop(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<void> {
    return this.calculating.stop(actor, runId);
  }

  @Get('progress')
  @Permit('run:read')
  progress(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<RunProgressView> {
    return this.feed.progress(actor, runId);
  }

  /** A reader who goes away ends the stream before its next look. */
  @Get('events')
  @Permit('run:read')
  async events(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<StreamableFile> {
    const events = Readable.from(await this.feed.events(actor, runId));
    return new StreamableFile(events, { type: 'text/event-stream; charset=utf-8' });
  }
}
