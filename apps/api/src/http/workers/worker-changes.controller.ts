import type { Actor } from '@gridstaff/contracts';
import { CardChanges, WorkerChanges, type WorkerTarget } from '@gridstaff/roster';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import {
  AssignBody,
  BankCardBody,
  CertificateBody,
  ChangeContributionsBody,
  ChangeGradeBody,
  ChangeStatusBody,
  CorrectFactBody,
  CorrectNameBody,
  EndBody,
  MoveBody,
  PhoneBody,
  RetractFactBody,
} from './worker.dto';
import { Target } from './worker-target';
import { contributionOf, correctionOf, probationOf } from './worker-input';

/** `changed` is false when it was so anyway; then nothing was written. */
interface Change {
  changed: boolean;
}

const answer = async (change: Promise<boolean>): Promise<Change> => ({ changed: await change });

/** Dated changes of one worker: each appends a fact. */
@Controller('api/v1/centres/:centreId/workers/:workerNo')
export class WorkerChangesController {
  constructor(
    private readonly changes: WorkerChanges,
    private readonly cards: CardChanges,
  ) {}

  @Post('grade')
  @HttpCode(200)
  @Permit('roster:write')
  grade(@CurrentActor() actor: Actor, @Target() target: WorkerTarget, @Body() body: ChangeGradeBody): Promise<Change> {
    return answer(this.changes.changeGrade(actor, { ...target, ...body }));
  }

  @Post('move')
  @HttpCode(200)
  @Permit('roster:write')
  move(@CurrentActor() actor: Actor, @Target() target: WorkerTarget, @Body() body: MoveBody): Promise<Change> {
    return answer(this.changes.move(actor, { ...target, ...body }));
  }

  @Post('assignments')
  @HttpCode(200)
  @Permit('roster:write')
  assign(@CurrentActor() actor: Actor, @Target() target: WorkerTarget, @Body() body: AssignBody): Promise<Change> {
    return answer(this.changes.assign(actor, { ...target, ...body }));
  }

  @Post('engagement-status')
  @HttpCode(200)
  @Permit('roster:write')
  status(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: ChangeStatusBody,
  ): Promise<Change> {
    const { engagementStatus: status, statusReason, from, reason } = body;
    const change = { ...target, from, reason, status, statusReason, ...probationOf(body) };
    return answer(this.changes.changeStatus(actor, change));
  }

  @Post('end')
  @HttpCode(200)
  @Permit('roster:write')
  end(@CurrentActor() actor: Actor, @Target() target: WorkerTarget, @Body() body: EndBody): Promise<Change> {
    return answer(this.changes.endEngagement(actor, { ...target, ...body }));
  }

  @Post('contributions')
  @HttpCode(200)
  @Permit('roster:write')
  contributions(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: ChangeContributionsBody,
  ): Promise<Change> {
    const { from, reason } = body;
    return answer(this.changes.setContributions(actor, { ...target, from, reason, patch: contributionOf(body) }));
  }

  @Post('certificates')
  @HttpCode(200)
  @Permit('roster:write')
  certificate(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: CertificateBody,
  ): Promise<Change> {
    return answer(this.changes.addCertificate(actor, { ...target, ...body }));
  }

  @Post('phone')
  @HttpCode(200)
  @Permit('roster:write')
  phone(@CurrentActor() actor: Actor, @Target() target: WorkerTarget, @Body() body: PhoneBody): Promise<Change> {
    return answer(this.changes.changePhone(actor, { ...target, ...body }));
  }

  /** The first card is recorded; another one waits for a second person. */
  @Post('bank-card')
  @HttpCode(200)
  @Permit('roster:write')
  async bankCard(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: BankCardBody,
  ): Promise<Change & { changeId: string | null }> {
    const entered = await this.cards.enter(actor, { ...target, ...body });
    const changeId = entered.outcome === 'proposed' ? entered.changeId : null;
    return { changed: entered.outcome !== 'same', changeId };
  }

  @Post('name')
  @HttpCode(204)
  @Permit('roster:write')
  name(@CurrentActor() actor: Actor, @Target() target: WorkerTarget, @Body() body: CorrectNameBody): Promise<void> {
    return this.changes.correctName(actor, { ...target, ...body });
  }

  /** Puts a fact right that was recorded wrongly. */
  @Post('facts/:factId/correct')
  @HttpCode(200)
  @Permit('roster:write')
  correct(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Param('factId', IdPipe) factId: string,
    @Body() body: CorrectFactBody,
  ): Promise<Change> {
    const { kind, from, to, reason } = body;
    return answer(
      this.changes.correct(actor, {
        ...target,
        kind,
        factId,
        from,
        to,
        values: correctionOf(kind, body.values),
        reason,
      }),
    );
  }

  /** Takes a fact back as if it had never been recorded. */
  @Post('facts/:factId/retract')
  @HttpCode(200)
  @Permit('roster:write')
  retract(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Param('factId', IdPipe) factId: string,
    @Body() body: RetractFactBody,
  ): Promise<Change> {
    return answer(this.changes.retract(actor, { ...target, factId, ...body }));
  }
}
