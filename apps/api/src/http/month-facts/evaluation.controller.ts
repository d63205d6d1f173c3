import type { Actor } from '@gridstaff/contracts';
import {
  coefficientText,
  parseCoefficient,
  parseScore,
  PerformanceBook,
  type PerformanceFact,
  type PerformanceResult,
} from '@gridstaff/evaluation';
import { formatYuan, pageOf, parseYuan } from '@gridstaff/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, NumberPipe, PeriodPipe } from '../common/dto.pipe';
import { inYuan, isoInstant } from '../common/view';
import { MONTH_ORDERS, MonthQuery, PerformancesBody, RetractBody } from './month-facts.dto';

const resultView = (fact: PerformanceFact): object => {
  const { id, workerNo, period, score, coefficient, award, recordedAt, recordedBy } = fact;
  return {
    ...{ id, workerNo, period, score: score === null ? null : formatYuan(score) },
    ...{ coefficient: coefficientText(coefficient), ...inYuan({ award }, ['award']) },
    ...{ recordedAt: isoInstant(recordedAt), recordedBy },
  };
};

@Controller('api/v1/centres/:centreId/evaluations')
export class EvaluationController {
  constructor(private readonly book: PerformanceBook) {}

  /** What is in force in a month. */
  @Get()
  @Permit('evaluation:read')
  async month(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: MonthQuery,
  ): Promise<object> {
    const facts = await this.book.month(actor, centreId, query.period);
    return query.answer(
      'results',
      pageOf(facts, query.page(), MONTH_ORDERS, ({ id }) => id),
      resultView,
    );
  }

  /** The whole list or nothing; a later result of the same worker and month replaces the earlier one. */
  @Post()
  @HttpCode(200)
  @Permit('evaluation:write')
  record(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: PerformancesBody,
  ): Promise<PerformanceResult> {
    const results = body.results.map(({ workerNo, period, score, coefficient, award }) => ({
      ...{ workerNo, period, score: score === undefined ? null : parseScore(score) },
      ...{ coefficient: parseCoefficient(coefficient), award: parseYuan(award, 'award') },
    }));
    return this.book.record(actor, centreId, results);
  }

  @Post(':workerNo/:period/retract')
  @HttpCode(204)
  @Permit('evaluation:write')
  retract(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
    @Param('period', PeriodPipe) period: string,
    @Body() body: RetractBody,
  ): Promise<void> {
    return this.book.retract(actor, centreId, workerNo, period, body.reason);
  }
}
