import type { Actor } from '@gridstaff/contracts';
import { formatYuan, pageOf, parseYuan } from '@gridstaff/kernel';
import { type OneOffEntry, OneOffRecords, type OneOffView } from '@gridstaff/payroll';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { type OneOffBody, OneOffsBody, OneOffsQuery } from './one-offs.dto';

const yuan = (amount: number | null): string | null => (amount === null ? null : formatYuan(amount));

/** Annual leave is days, everything else an amount. */
function entryView({ factId, evidence, ...entry }: OneOffView): object {
  const { workerNo, period, kind, quantity, paid, averageWage, localAverage, months } = entry;
  const inDays = kind === 'annual_leave';
  return {
    ...{ id: factId, workerNo, period, kind },
    ...{ days: inDays ? quantity : null, amount: inDays ? null : formatYuan(quantity) },
    ...{ paidDays: inDays ? paid : null, paidAmount: inDays ? null : formatYuan(paid) },
    ...{ averageWage: yuan(averageWage), localAverage: yuan(localAverage) },
    ...{ months: months === null ? null : String(months / 10), evidence },
  };
}

const ORDERS = { workerNo: ({ workerNo }: OneOffView): number => workerNo };

/** What is given once for a work month: leave not taken, severance, losses, labour remuneration. */
@Controller('api/v1/centres/:centreId/one-offs')
export class OneOffsController {
  constructor(private readonly records: OneOffRecords) {}

  /** In force in a month, with what runs have paid of it. */
  @Get()
  @Permit('run:read')
  async month(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: OneOffsQuery,
  ): Promise<object> {
    const entries = await this.records.month(actor, centreId, query.period);
    return query.answer('entries', pageOf(entries, query.page(), ORDERS, ({ factId }) => factId), entryView);
  }

  /** The whole list or nothing; an entry of the same worker and kind replaces the earlier one, one of nought takes it back. */
  @Post()
  @HttpCode(204)
  @Permit('run:prepare')
  record(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() { period, entries }: OneOffsBody,
  ): Promise<void> {
    return this.records.record(actor, centreId, period, entries.map(entryOf));
  }
}

function entryOf({ amount, averageWage, localAverage, ...entry }: OneOffBody, i: number): OneOffEntry {
  const fen = (text: string | undefined, field: string): number | undefined =>
    text === undefined ? undefined : parseYuan(text, `entries[${i}].${field}`);
  return {
    ...entry,
    amount: fen(amount, 'amount'),
    averageWage: fen(averageWage, 'averageWage'),
    localAverage: fen(localAverage, 'localAverage'),
  };
}
