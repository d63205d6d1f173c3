import type { Actor } from '@gridstaff/contracts';
import { type Evidence, EVIDENCE_KINDS, Returns } from '@gridstaff/dispatch';
import type { WorkerTarget } from '@gridstaff/roster';
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { ApiRequest } from '../common/fastify';
import { readUpload } from '../common/upload';
import { isoInstant } from '../common/view';
import { Target } from '../workers/worker-target';
import { EvidenceBody, WorkerReturnBody, WithdrawBody } from './returns.dto';

/** Return to the agency: grounds of the law, the evidence that each needs, and the return itself. */
@Controller('api/v1/centres/:centreId/dispatch')
export class ReturnsController {
  constructor(private readonly returns: Returns) {}

  @Get('return-grounds')
  @Permit('roster:read')
  grounds(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string): object {
    return {
      grounds: Object.entries(this.returns.grounds(actor, centreId)).map(([code, { law, steps }]) => ({
        ...{ code, law_zh: law.zh, law_en: law.en },
        steps: steps.map((kinds) => kinds.map((kind) => kindView(kind))),
      })),
    };
  }

  @Get('workers/:workerNo/evidence')
  @Permit('roster:write')
  async evidence(@CurrentActor() actor: Actor, @Target() target: WorkerTarget): Promise<object> {
    return { evidence: (await this.returns.evidence(actor, target)).map(evidenceView) };
  }

  @Post('workers/:workerNo/evidence')
  @Permit('roster:write')
  async add(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: EvidenceBody,
  ): Promise<{ id: string }> {
    return { id: await this.returns.addEvidence(actor, { ...target, ...body }) };
  }

  /** Field `file` of a multipart form. */
  @Post('workers/:workerNo/evidence/:evidenceId/papers')
  @Permit('roster:write')
  async addPaper(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Req() request: ApiRequest,
  ): Promise<{ id: string }> {
    return { id: await this.returns.addPaper(actor, target, evidenceId, await readUpload(request)) };
  }

  @Post('evidence/:evidenceId/withdraw')
  @HttpCode(204)
  @Permit('roster:write')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Body() body: WithdrawBody,
  ): Promise<void> {
    return this.returns.withdrawEvidence(actor, centreId, evidenceId, body.reason);
  }

  @Post('workers/:workerNo/return')
  @HttpCode(204)
  @Permit('roster:write')
  give(@CurrentActor() actor: Actor, @Target() target: WorkerTarget, @Body() body: WorkerReturnBody): Promise<void> {
    return this.returns.returnWorker(actor, { ...target, ...body });
  }
}

const kindView = (kind: Evidence['kind']): object => ({
  ...{ kind, name_zh: EVIDENCE_KINDS[kind].zh, name_en: EVIDENCE_KINDS[kind].en },
});

const evidenceView = ({ id, kind, happenedOn, document, recordedAt, recordedBy, withdrawnAt, withdrawnReason }: Evidence): object => ({
  ...{ id, ...kindView(kind), happenedOn, document, recordedBy, recordedAt: isoInstant(recordedAt) },
  ...{ withdrawnAt: withdrawnAt === null ? null : isoInstant(withdrawnAt), withdrawnReason },
});
