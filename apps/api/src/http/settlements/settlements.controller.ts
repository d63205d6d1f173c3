import type { Actor } from '@gridstaff/contracts';
import { formatYuan, parseYuan } from '@gridstaff/kernel';
import {
  ConfirmSettlement,
  type NamedSettlement,
  PaySettlement,
  PrepareSettlements,
  SettlementReader,
} from '@gridstaff/settlement';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, IdempotencyKey, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { Versioned } from '../common/versions';
import { inYuan, isoInstant } from '../common/view';
import { PayBody, SettlementsQuery } from './settlements.dto';

const view = ({ version: _, preparedAt, confirmedAt, funds, ...settlement }: NamedSettlement): object => ({
  ...inYuan(settlement, ['passThrough', 'fee', 'total', 'paid']),
  funds: funds.map((part) => inYuan(part, ['amount', 'paid'])),
  preparedAt: isoInstant(preparedAt),
  confirmedAt: isoInstant(confirmedAt),
});

/** What the centre owes each agency for a run, and its payments. */
@Controller('api/v1')
export class SettlementsController {
  constructor(
    private readonly reader: SettlementReader,
    private readonly preparing: PrepareSettlements,
    private readonly confirming: ConfirmSettlement,
    private readonly paying: PaySettlement,
  ) {}

  @Get('centres/:centreId/settlements')
  @Permit('settlement:read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: SettlementsQuery,
  ): Promise<object> {
    const { period } = query;
    return query.answer('settlements', await this.reader.list(actor, { centreId, period }, query.page()), view);
  }

  /** One per agency of the run; asked again, it answers with what exists. */
  @Post('runs/:runId/settlements')
  @HttpCode(200)
  @Permit('settlement:settle')
  async prepare(@CurrentActor() actor: Actor, @Param('runId', IdPipe) runId: string): Promise<object> {
    return { settlements: (await this.reader.named(await this.preparing.run(actor, runId))).map(view) };
  }

  @Get('settlements/:settlementId')
  @Permit('settlement:read')
  async get(@CurrentActor() actor: Actor, @Param('settlementId', IdPipe) id: string): Promise<Versioned<object>> {
    const { lines, payments, ...settlement } = await this.reader.get(actor, id);
    return new Versioned(settlement.version, {
      ...view(settlement),
      lines: lines.map((line) => inYuan(line, ['amount'])),
      payments: payments.map(({ recordedAt, ...payment }) => ({
        ...inYuan(payment, ['amount']),
        recordedAt: isoInstant(recordedAt),
      })),
    });
  }

  @Post('settlements/:settlementId/confirm')
  @HttpCode(204)
  @Permit('settlement:settle')
  confirm(@CurrentActor() actor: Actor, @Param('settlementId', IdPipe) id: string): Promise<void> {
    return this.confirming.run(actor, id);
  }

  /** Posts a payment to the fund: in transit → paid. */
  @Post('settlements/:settlementId/payments')
  @Permit('settlement:pay')
  async pay(
    @CurrentActor() actor: Actor,
    @Param('settlementId', IdPipe) settlementId: string,
    @Body() body: PayBody,
    @IdempotencyKey() key: string,
  ): Promise<object> {
    const amount = body.amount === undefined ? undefined : parseYuan(body.amount, 'amount');
    const paid = await this.paying.run(actor, { ...body, amount, settlementId, key });
    return { ...paid, amount: formatYuan(paid.amount) };
  }
}
