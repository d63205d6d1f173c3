import { type Actor, requirePermission } from '@gridstaff/contracts';
import { type MonthReadiness, parseScheme, PreviewPay, Readiness, Schemes } from '@gridstaff/payroll';
import { Clock } from '@gridstaff/runtime';
import { Body, Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { languageOf } from '../common/problem';
import { isoInstant } from '../common/view';
import { previewView } from './run.view';
import { AdoptSchemeBody, PreviewQuery, ReadinessQuery, SchemeQuery } from './runs.dto';

/** The scheme a centre pays by, and what a month would give by it. */
@Controller('api/v1/centres/:centreId')
export class PayRulesController {
  constructor(
    private readonly schemes: Schemes,
    private readonly previewing: PreviewPay,
    private readonly readying: Readiness,
    private readonly clock: Clock,
  ) {}

  /** The scheme of a work month. @throws DomainError NO_PAY_SCHEME */
  @Get('pay-schemes')
  @Permit('run:read')
  async scheme(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: SchemeQuery,
  ): Promise<object> {
    requirePermission(actor, 'run:read', centreId);
    const scheme = await this.schemes.forMonth(centreId, query.period, this.clock.millis());
    return { ...scheme, adoptedAt: isoInstant(scheme.adoptedAt) };
  }

  @Post('pay-schemes')
  @Permit('scheme:manage')
  async adopt(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: AdoptSchemeBody,
  ): Promise<{ id: string }> {
    const scheme = body.text === undefined ? undefined : parseScheme(body.text, 'text');
    return { id: await this.schemes.adoptScheme(actor, { centreId, validFrom: body.validFrom, scheme }) };
  }

  /** Calculates without saving anything. */
  @Get('pay-preview')
  @Permit('run:read')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: PreviewQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    return previewView(await this.previewing.preview(actor, { centreId, ...query }), languageOf(accept));
  }

  /** What is still missing before the month can be calculated; codes without texts, as what they say differs from person to person. */
  @Get('pay-readiness')
  @Permit('run:read')
  async readiness(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: ReadinessQuery,
  ): Promise<MonthReadiness> {
    return this.readying.of(actor, { centreId, ...query });
  }
}
