import { type Actor, can } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';
import { type JobProgress, Jobs } from '@gridstaff/jobs';
import { UnitOfWork } from '@gridstaff/persistence';
import { type Centre, Centres } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { PackEffectStore, type PackPart } from '../domain';
import { PackDesk, type PackEffect } from './pack-desk';
import { addFigures, type CentreImpact, type ImpactHead, impactOf, noFigures } from './pack-impact';
import { readPart } from './pack-part';

export interface PackEffectProgress {
  id: Id;
  job: JobProgress;
  /** Null until the job is done. */
  effect: PackEffect | null;
}

/** What was asked longer ago is forgotten. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** What a pack would change, calculated in the background: a big centre takes minutes, and the request that asks must not. */
@Injectable()
export class PackEffects {
  constructor(
    private readonly desk: PackDesk,
    private readonly store: PackEffectStore,
    private readonly centres: Centres,
    private readonly jobs: Jobs,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns the question's id @throws DomainError FORBIDDEN, POLICY_INVALID */
  async ask(actor: Actor, text: string): Promise<Id> {
    const { hash, basis, open } = await this.desk.asked(actor, text);
    const requestedAt = this.clock.millis();
    return this.uow.run(async () => {
      await this.store.forget(requestedAt - KEPT_MS);
      const id = this.ids.next();
      const requester = { centreId: null, requestedBy: actor.userId };
      const jobId = await this.jobs.enqueue('policy.effect', { effectId: id }, requester);
      const centres = open.map((centre) => centre.id);
      await this.store.add({ id, text, hash, basis, centres, requestedBy: actor.userId, requestedAt, jobId });
      return id;
    });
  }

  /** Of one's own questions. @throws DomainError NOT_FOUND, FORBIDDEN */
  async progress(actor: Actor, id: Id): Promise<PackEffectProgress> {
    const question = await this.store.get(id);
    if (question.requestedBy !== actor.userId) throw new DomainError('NOT_FOUND', { what: 'pack effect' });
    const job = await this.jobs.get(question.jobId);
    if (job.state !== 'done') return { id, job, effect: null };
    const { hidden, open } = await this.desk.asked(actor, question.text);
    const all = open.length + hidden;
    const seen = (await this.centres.all()).filter(
      (centre) => question.centres.includes(centre.id) && mayStillSee(actor, centre),
    );
    const found = impactsOf(await this.store.parts(id));
    const centres = [];
    for (const centre of seen)
      centres.push(await this.desk.reachedCentre(actor, centre, found.get(centre.id) ?? { periods: [], skipped: [] }));
    const { hash, basis } = question;
    return { id, job, effect: { hash, basis, centres, hiddenCentres: all - seen.length } };
  }

  /** Before its next part. @throws DomainError NOT_FOUND */
  async stop(actor: Actor, id: Id): Promise<void> {
    const { requestedBy, jobId } = await this.store.get(id);
    if (requestedBy !== actor.userId) throw new DomainError('NOT_FOUND', { what: 'pack effect' });
    await this.uow.run(() => this.jobs.requestStop(jobId));
  }
}

const mayStillSee = (actor: Actor, { id }: Centre): boolean =>
  can(actor, 'run:read', id) && can(actor, 'fund:read', id);

/** The months of each centre, put together from their parts, which stand in the order of centre, month and worker. */
function impactsOf(parts: readonly PackPart[]): Map<Id, CentreImpact> {
  const impacts = new Map<Id, CentreImpact>();
  let open: { centreId: Id; head: ImpactHead; figures: ReturnType<typeof noFigures> } | undefined;
  const close = (): void => {
    if (open) impactIn(impacts, open.centreId).periods.push(impactOf(open.head, open.figures));
    open = undefined;
  };
  for (const { centreId, period, result } of parts) {
    const part = readPart(result);
    if (open?.centreId !== centreId || open.head.period !== period) close();
    if ('skipped' in part) impactIn(impacts, centreId).skipped.push({ period, code: part.skipped });
    else {
      open ??= { centreId, head: part.head, figures: noFigures() };
      addFigures(open.figures, part.figures);
    }
  }
  close();
  return impacts;
}

function impactIn(impacts: Map<Id, CentreImpact>, centreId: Id): CentreImpact {
  const impact = impacts.get(centreId) ?? { periods: [], skipped: [] };
  impacts.set(centreId, impact);
  return impact;
}
