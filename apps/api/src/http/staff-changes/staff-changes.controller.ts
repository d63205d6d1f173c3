import { Idempotency } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import type { Json } from '@gridstaff/kernel';
import { ChangeEffects } from '@gridstaff/payroll';
import { StaffChangeHistory, StaffChangePeople, type StaffChangeRequest, StaffChanges } from '@gridstaff/roster';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { CurrentActor, IdempotencyKey, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { ApiRequest } from '../common/fastify';
import { readUpload } from '../common/upload';
import { undoView } from '../imports/imports.controller';
import { UndoBody } from '../imports/imports.dto';
import { CarryOutBody, ChoosePeopleBody, StaffChangeBody, StaffChangesQuery, StaffEffectBody } from './staff-changes.dto';
import { chosenView, effectView, lineView, pastLineView, pastView } from './staff-changes.view';

/** 批量变动: transfers, grades, renewals and returns of many people in one dated act. */
@Controller('api/v1/centres/:centreId/staff-changes')
export class StaffChangesController {
  constructor(
    private readonly people: StaffChangePeople,
    private readonly changes: StaffChanges,
    private readonly history: StaffChangeHistory,
    private readonly effects: ChangeEffects,
    private readonly idempotency: Idempotency,
  ) {}

  /** Whom a filter or pasted texts mean. */
  @Post('people')
  @HttpCode(200)
  @Permit('roster:write')
  async choose(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string, @Body() body: ChoosePeopleBody): Promise<object> {
    const { filter, texts = [] } = body;
    if (filter) {
      const { unit, post, ...rest } = filter;
      return { people: (await this.people.byFilter(actor, { centreId, ...rest, unitCode: unit, postCode: post })).map(chosenView) };
    }
    return { people: (await this.people.byTexts(actor, centreId, texts)).map(chosenView) };
  }

  /** Whom a workbook names, and what becomes of each where it says so. Field `file` of a multipart form. */
  @Post('file')
  @HttpCode(200)
  @Permit('roster:write')
  async fromFile(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string, @Req() request: ApiRequest): Promise<object> {
    requirePermission(actor, 'roster:write', centreId);
    const { file } = await readUpload(request);
    return { people: (await this.people.byFile(actor, centreId, file)).map(chosenView) };
  }

  /** From → to of everybody, and what stands against it; writes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Permit('roster:write')
  async preview(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string, @Body() body: StaffChangeBody): Promise<object> {
    const { lines, ready } = await this.changes.preview(actor, { centreId, ...body });
    return { lines: lines.map(lineView), ready };
  }

  /** What it does to pay, of everybody whom nothing keeps out of it. Needs `roster:write` too. */
  @Post('effect')
  @HttpCode(200)
  @Permit('run:read')
  async effect(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string, @Body() body: StaffEffectBody): Promise<object> {
    const { fundId, ...act } = body;
    const request: StaffChangeRequest = { centreId, ...act };
    return effectView(await this.effects.of(actor, { centreId, fundId, ...(await this.changes.supposed(actor, request)) }));
  }

  /** Everybody or nobody, of exactly what was seen. */
  @Post()
  @Permit('roster:write')
  carryOut(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: CarryOutBody,
    @IdempotencyKey() key: string,
  ): Promise<object> {
    const request = { centreId, ...body };
    return this.idempotency.once(actor, key, 'staff-change.carry-out', request as unknown as Json, () => this.changes.carryOut(actor, request));
  }

  @Get()
  @Permit('roster:read')
  async list(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string, @Query() query: StaffChangesQuery): Promise<object> {
    return query.answer('changes', await this.history.list(actor, centreId, query.page()), pastView);
  }

  @Get(':changeId')
  @Permit('roster:write')
  async get(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('changeId', IdPipe) changeId: string,
  ): Promise<object> {
    const { change, lines } = await this.history.get(actor, centreId, changeId);
    return { ...pastView(change), lines: lines.map(pastLineView) };
  }

  /** What taking it back would take back, and what keeps it from being taken back. */
  @Get(':changeId/undo')
  @Permit('roster:write')
  async undoPreview(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('changeId', IdPipe) changeId: string,
  ): Promise<object> {
    return undoView(await this.history.previewUndo(actor, centreId, changeId));
  }

  @Post(':changeId/undo')
  @HttpCode(200)
  @Permit('roster:write')
  async undo(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('changeId', IdPipe) changeId: string,
    @Body() { reason }: UndoBody,
  ): Promise<object> {
    return undoView(await this.history.undo(actor, centreId, changeId, reason));
  }
}
