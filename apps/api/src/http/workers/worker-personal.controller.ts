import type { Actor } from '@gridstaff/contracts';
import { WorkerPersonal, type WorkerTarget } from '@gridstaff/roster';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { AddressBody, ContactBody, EducationBody, OtherPhoneBody, PoliticalBody } from './worker-personal.dto';
import { Target } from './worker-target';

/** `changed` is false when it was so anyway; then nothing was written. */
interface Change {
  changed: boolean;
}

const answer = async (change: Promise<boolean>): Promise<Change> => ({ changed: await change });

/** What is known of a person beside pay and post: each appends a fact. */
@Controller('api/v1/centres/:centreId/workers/:workerNo')
export class WorkerPersonalController {
  constructor(private readonly personal: WorkerPersonal) {}

  @Post('education')
  @HttpCode(200)
  @Permit('roster:write')
  education(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: EducationBody,
  ): Promise<Change> {
    return answer(this.personal.setEducation(actor, { ...target, ...body }));
  }

  @Post('political-status')
  @HttpCode(200)
  @Permit('roster:write')
  political(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: PoliticalBody,
  ): Promise<Change> {
    return answer(this.personal.setPolitical(actor, { ...target, ...body }));
  }

  @Post('addresses')
  @HttpCode(200)
  @Permit('roster:write')
  address(@CurrentActor() actor: Actor, @Target() target: WorkerTarget, @Body() body: AddressBody): Promise<Change> {
    return answer(this.personal.setAddress(actor, { ...target, ...body }));
  }

  @Post('contacts')
  @HttpCode(200)
  @Permit('roster:write')
  contact(@CurrentActor() actor: Actor, @Target() target: WorkerTarget, @Body() body: ContactBody): Promise<Change> {
    return answer(this.personal.setContact(actor, { ...target, ...body }));
  }

  @Post('other-phones')
  @HttpCode(200)
  @Permit('roster:write')
  otherPhone(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: OtherPhoneBody,
  ): Promise<Change> {
    return answer(this.personal.setOtherPhone(actor, { ...target, ...body }));
  }
}
