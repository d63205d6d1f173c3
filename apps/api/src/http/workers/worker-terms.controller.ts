import type { Actor } from '@gridstaff/contracts';
import { WorkerTerms, type WorkerTarget } from '@gridstaff/roster';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { Target } from './worker-target';
import { ContractBody, IdentityCardBody, ProtectionBody, RetirementBody } from './worker-terms.dto';

/** `changed` is false when it was so anyway; then nothing was written. */
interface Change {
  changed: boolean;
}

const answer = async (change: Promise<boolean>): Promise<Change> => ({ changed: await change });

/** Contract, protection, ID card and retirement age of one worker: each appends a fact. */
@Controller('api/v1/centres/:centreId/workers/:workerNo')
export class WorkerTermsController {
  constructor(private readonly terms: WorkerTerms) {}

  @Post('contracts')
  @HttpCode(200)
  @Permit('roster:write')
  contract(@CurrentActor() actor: Actor, @Target() target: WorkerTarget, @Body() body: ContractBody): Promise<Change> {
    return answer(this.terms.addContract(actor, { ...target, ...body }));
  }

  @Post('protections')
  @HttpCode(200)
  @Permit('roster:write')
  protect(@CurrentActor() actor: Actor, @Target() target: WorkerTarget, @Body() body: ProtectionBody): Promise<Change> {
    return answer(this.terms.protect(actor, { ...target, ...body }));
  }

  @Post('identity-card')
  @HttpCode(200)
  @Permit('roster:write')
  identityCard(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: IdentityCardBody,
  ): Promise<Change> {
    return answer(this.terms.setIdentityCard(actor, { ...target, ...body }));
  }

  @Post('retirement')
  @HttpCode(200)
  @Permit('roster:write')
  retirement(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: RetirementBody,
  ): Promise<Change> {
    return answer(this.terms.setRetirement(actor, { ...target, ...body }));
  }
}
