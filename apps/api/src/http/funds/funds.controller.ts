import type { Actor } from '@gridstaff/contracts';
import { DomainError, pageOf, parseYuan } from '@gridstaff/kernel';
import {
  type Appropriation,
  ChangeAppropriation,
  FundReader,
  type FundView,
  LoadBudget,
  type LedgerEntry,
  type LoadedBudget,
} from '@gridstaff/fund';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, IdempotencyKey, Permit } from '../common/access';
import { IdPipe, NumberPipe } from '../common/dto.pipe';
import { inYuan, isoInstant } from '../common/view';
import {
  AdjustmentBody,
  AppropriationBody,
  AppropriationsQuery,
  FundsQuery,
  LoadBudgetBody,
  MovementsQuery,
} from './funds.dto';

const fundView = ({ balances, version: _, ...fund }: FundView): object => ({
  ...fund,
  balances: inYuan(balances, ['granted', 'available', 'reserved', 'paid']),
});

const entryView = ({ legs, recordedAt, ...entry }: LedgerEntry): object => ({
  ...inYuan(entry, ['availableAfter']),
  recordedAt: isoInstant(recordedAt),
  legs: legs.map((leg) => inYuan(leg, ['amount'])),
});

const appropriationView = ({ recordedAt, ...row }: Appropriation): object => ({
  ...inYuan(row, ['amount']),
  recordedAt: isoInstant(recordedAt),
});

/** The budget, its funds, and what moved them. Every command here moves money and takes an idempotency key. */
@Controller('api/v1')
export class FundsController {
  constructor(
    private readonly reader: FundReader,
    private readonly changes: ChangeAppropriation,
    private readonly budgets: LoadBudget,
  ) {}

  @Get('centres/:centreId/funds')
  @Permit('fund:read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: FundsQuery,
  ): Promise<object> {
    return { funds: (await this.reader.list(actor, centreId, query.year, query.on)).map(fundView) };
  }

  @Get('centres/:centreId/budgets/:year')
  @Permit('fund:read')
  async budget(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('year', NumberPipe) year: number,
  ): Promise<object> {
    const budget = await this.reader.budget(actor, centreId, year);
    if (!budget) throw new DomainError('NOT_FOUND', { what: 'budget' });
    const { info, loadedAt, ...rest } = budget;
    return {
      ...inYuan(rest, ['total', 'previousTotal']),
      loadedAt: isoInstant(loadedAt),
      info: info.map((row) => inYuan(row, ['amount'])),
    };
  }

  @Post('centres/:centreId/budgets')
  @Permit('fund:manage')
  load(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: LoadBudgetBody,
    @IdempotencyKey() key: string,
  ): Promise<LoadedBudget> {
    return this.budgets.run(actor, { centreId, document: body.document, key });
  }

  @Get('funds/:fundId/appropriations')
  @Permit('fund:read')
  async appropriations(
    @CurrentActor() actor: Actor,
    @Param('fundId', IdPipe) fundId: string,
    @Query() query: AppropriationsQuery,
  ): Promise<object> {
    const sorts = {
      effectiveOn: (row: Appropriation) => row.effectiveOn,
      recordedAt: (row: Appropriation) => row.recordedAt,
      amount: (row: Appropriation) => row.amount,
      documentNo: (row: Appropriation) => row.documentNo,
    };
    const rows = await this.reader.appropriations(actor, fundId);
    return query.answer(
      'appropriations',
      pageOf(rows, query.page(), sorts, ({ id }) => id),
      appropriationView,
    );
  }

  /** 追加, 追减 or 结转. */
  @Post('funds/:fundId/appropriations')
  @Permit('fund:manage')
  async appropriate(
    @CurrentActor() actor: Actor,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: AppropriationBody,
    @IdempotencyKey() key: string,
  ): Promise<{ id: string }> {
    const amount = parseYuan(body.amount, 'amount');
    return { id: await this.changes.appropriate(actor, { ...body, amount, fundId, key }) };
  }

  /** 调剂 between two funds of one year. */
  @Post('funds/adjustments')
  @Permit('fund:manage')
  async adjust(
    @CurrentActor() actor: Actor,
    @Body() body: AdjustmentBody,
    @IdempotencyKey() key: string,
  ): Promise<{ transferId: string }> {
    const amount = parseYuan(body.amount, 'amount');
    return { transferId: await this.changes.adjust(actor, { ...body, amount, key }) };
  }

  /** The fund's ledger. */
  @Get('funds/:fundId/movements')
  @Permit('fund:read')
  async movements(
    @CurrentActor() actor: Actor,
    @Param('fundId', IdPipe) fundId: string,
    @Query() query: MovementsQuery,
  ): Promise<object> {
    return query.answer('entries', await this.reader.movements(actor, fundId, query.page()), entryView);
  }
}
