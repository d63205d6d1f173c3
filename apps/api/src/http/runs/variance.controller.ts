import type { Actor } from '@gridstaff/contracts';
import { pageOf } from '@gridstaff/kernel';
import { RunVariance, VARIANCE_FLAGS, type VarianceFlag, type VarianceRow } from '@gridstaff/payroll';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, NumberPipe } from '../common/dto.pipe';
import { IsChoice, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';
import { varianceView, workerVarianceView } from './variance.view';

/** `size` is how far net pay is from the month before, whatever its direction. */
const VARIANCE_SORTS = { size: 'number', difference: 'number', workerNo: 'number' } as const;

export class VarianceQuery extends PageQuery(VARIANCE_SORTS, '-size') {
  @Optional()
  @IsChoice(VARIANCE_FLAGS)
  flag?: VarianceFlag;
}

/** 差异核对: what changed from last month, person by person and for the run. */
@Controller('api/v1/runs/:runId/variance')
export class VarianceController {
  constructor(private readonly variance: RunVariance) {}

  @Get()
  @Permit('run:read')
  async ofRun(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Query() query: VarianceQuery,
  ): Promise<object> {
    const variance = await this.variance.ofRun(actor, runId);
    const { flag } = query;
    const wanted = flag === undefined ? variance.rows : variance.rows.filter(({ flags }) => flags.includes(flag));
    const sorts = {
      size: ({ difference }: VarianceRow) => Math.abs(difference.net),
      difference: ({ difference }: VarianceRow) => difference.net,
      workerNo: ({ workerNo }: VarianceRow) => workerNo,
    };
    const { rows, next } = pageOf(wanted, query.page(), sorts, ({ workerNo }) => workerNo);
    return varianceView({ ...variance, rows }, query.cursor(next));
  }

  @Get(':workerNo')
  @Permit('run:read')
  async ofWorker(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
  ): Promise<object> {
    return workerVarianceView(await this.variance.ofWorker(actor, runId, workerNo));
  }
}
