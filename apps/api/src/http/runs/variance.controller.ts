import type { Actor } from '@gridstaff/contracts';
import { RunVariance, VARIANCE_FLAGS, type VarianceFlag } from '@gridstaff/payroll';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, NumberPipe } from '../common/dto.pipe';
import { IsChoice, IsQueryWhole, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';
import { varianceView, workerVarianceView } from './variance.view';

export class VarianceQuery extends PageQuery {
  @Optional()
  @IsChoice(VARIANCE_FLAGS)
  flag?: VarianceFlag;

  /** Rows after this place in the order of size. */
  @Optional()
  @IsQueryWhole(0, 999_999_999)
  after: number = 0;
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
    return varianceView(await this.variance.ofRun(actor, runId), query);
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
