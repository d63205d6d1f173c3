import type { Actor } from '@gridstaff/contracts';
import { type LateChange, LateChanges } from '@gridstaff/payroll';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { isoInstant } from '../common/view';
import { LateChangesQuery, LateDecisionBody } from './runs.dto';

/** What a fact is about, in both languages. */
const KINDS: Readonly<Record<string, { zh: string; en: string }>> = {
  engagement: { zh: '在岗经历', en: 'engagement' },
  assignment: { zh: '网格分配', en: 'assignment' },
  grade: { zh: '岗级', en: 'pay grade' },
  certificate: { zh: '证书', en: 'certificate' },
  contribution: { zh: '社保公积金基数', en: 'contribution bases' },
  absence: { zh: '缺勤', en: 'absence' },
  overtime: { zh: '加班', en: 'overtime' },
  heat_work: { zh: '高温户外', en: 'work in heat' },
  one_off: { zh: '一次性项目', en: 'one-off item' },
  performance: { zh: '考核结果', en: 'evaluation' },
  grade_standard: { zh: '岗级薪酬标准', en: 'pay standard of a grade' },
  certificate_standard: { zh: '持证津贴标准', en: 'allowance of a certificate' },
  agency_fee: { zh: '派遣管理费', en: 'fee of an agency' },
};

/** Facts recorded after the cut-off of a month they touch, and what is decided about them. */
@Controller('api/v1/centres/:centreId/late-changes')
export class LateChangesController {
  constructor(private readonly late: LateChanges) {}

  @Get()
  @Permit('run:read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: LateChangesQuery,
  ): Promise<object> {
    const { undecided } = query;
    return query.answer('changes', await this.late.list(actor, { centreId, undecided }, query.page()), changeView);
  }

  /** How many wait for a decision: what the desk says. */
  @Get('count')
  @Permit('run:read')
  async count(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string): Promise<object> {
    return { undecided: await this.late.count(actor, centreId) };
  }

  @Post('decisions')
  @HttpCode(204)
  @Permit('run:prepare')
  decide(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: LateDecisionBody,
  ): Promise<void> {
    return this.late.decide(actor, { centreId, ...body });
  }
}

function changeView({ fact, periods, decision }: LateChange): object {
  const { id, kind, workerNo, key, validFrom, validTo, recordedAt, recordedBy, retracted, values } = fact;
  return {
    ...{ factId: id, kind, kind_zh: KINDS[kind]?.zh ?? kind, kind_en: KINDS[kind]?.en ?? kind, workerNo, key },
    ...{ validFrom, validTo, retracted, values, periods, recordedBy, recordedAt: isoInstant(recordedAt) },
    decision: decision && {
      ...{ decision: decision.decision, fromPeriod: decision.fromPeriod, reason: decision.reason },
      ...{ decidedBy: decision.decidedBy, decidedAt: isoInstant(decision.decidedAt) },
    },
  };
}
