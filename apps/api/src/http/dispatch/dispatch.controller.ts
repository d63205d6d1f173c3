import type { Actor } from '@gridstaff/contracts';
import { Agreements, type AgreementView, DispatchMatters, type MatterCounts } from '@gridstaff/dispatch';
import { pageOf } from '@gridstaff/kernel';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { isoInstant } from '../common/view';
import { ListExports } from '../exports/list-exports';
import { ListExportBody } from '../exports/list-exports.dto';
import { UndoBody } from '../imports/imports.dto';
import { AgreementBody, ExpiriesQuery, FindingsQuery, MatterDecisionBody, OwnStaffBody } from './dispatch.dto';
import { expiryView, findingView } from './dispatch.view';

/** What the law of dispatch wants looked at, what ends soon, and what was decided about it. */
@Controller('api/v1/centres/:centreId/dispatch')
export class DispatchController {
  constructor(
    private readonly matters: DispatchMatters,
    private readonly agreements: Agreements,
    private readonly exporting: ListExports,
  ) {}

  @Get('findings')
  @Permit('roster:read')
  async findings(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: FindingsQuery,
  ): Promise<object> {
    const { on, workerNo, severity, closed } = query;
    const all = await this.matters.findings(actor, { centreId, on, workerNo, severity, closed: closed === true });
    type Row = (typeof all)[number];
    const sorts = { severity: (one: Row) => one.severity, code: (one: Row) => one.code };
    return query.answer(
      'findings',
      pageOf(all, query.page(), sorts, ({ key }) => key),
      findingView,
    );
  }

  @Get('expiries')
  @Permit('roster:read')
  async expiries(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: ExpiriesQuery,
  ): Promise<object> {
    const { on, workerNo, kind, closed } = query;
    const all = await this.matters.expiries(actor, { centreId, on, workerNo, kind, closed: closed === true });
    type Row = (typeof all)[number];
    const sorts = { date: (one: Row) => one.date, kind: (one: Row) => one.kind };
    return query.answer(
      'expiries',
      pageOf(all, query.page(), sorts, ({ key }) => key),
      expiryView,
    );
  }

  /** The list that the same query shows, as a file in the export centre. */
  @Post('findings/exports')
  @HttpCode(202)
  @Permit('roster:read')
  exportFindings(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() { on, workerNo, severity, closed }: FindingsQuery,
    @Body() body: ListExportBody,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    return this.exporting.ask(actor, { kind: 'dispatch-findings', centreId, query: { on, workerNo, severity, closed } }, body, accept);
  }

  /** The list that the same query shows, as a file in the export centre. */
  @Post('expiries/exports')
  @HttpCode(202)
  @Permit('roster:read')
  exportExpiries(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() { on, workerNo, kind, closed }: ExpiriesQuery,
    @Body() body: ListExportBody,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    return this.exporting.ask(actor, { kind: 'dispatch-expiries', centreId, query: { on, workerNo, kind, closed } }, body, accept);
  }

  /** How many wait: what the desk says. */
  @Get('counts')
  @Permit('roster:read')
  counts(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string): Promise<MatterCounts> {
    return this.matters.counts(actor, centreId);
  }

  @Post('decisions')
  @HttpCode(204)
  @Permit('roster:write')
  decide(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: MatterDecisionBody,
  ): Promise<void> {
    return this.matters.decide(actor, centreId, body);
  }

  @Get('agreements')
  @Permit('roster:read')
  async list(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string): Promise<object> {
    return { agreements: (await this.agreements.list(actor, centreId)).map(agreementView) };
  }

  @Post('agencies/:agencyId/agreements')
  @HttpCode(204)
  @Permit('agency:manage')
  record(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('agencyId', IdPipe) agencyId: string,
    @Body() body: AgreementBody,
  ): Promise<void> {
    return this.agreements.record(actor, centreId, agencyId, body);
  }

  @Post('agreements/:agreementId/take-back')
  @HttpCode(204)
  @Permit('agency:manage')
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() { reason }: UndoBody,
  ): Promise<void> {
    return this.agreements.takeBack(actor, centreId, agreementId, reason);
  }

  @Get('own-staff')
  @Permit('roster:read')
  async ownStaff(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string): Promise<object> {
    return { ownStaff: await this.agreements.ownStaff(actor, centreId) };
  }

  @Post('own-staff')
  @HttpCode(204)
  @Permit('agency:manage')
  setOwnStaff(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: OwnStaffBody,
  ): Promise<void> {
    return this.agreements.setOwnStaff(actor, centreId, body);
  }
}

const agreementView = ({ recordedAt, ...agreement }: AgreementView): object => ({
  ...agreement,
  recordedAt: isoInstant(recordedAt),
});
