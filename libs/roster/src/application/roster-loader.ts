import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import type { BatchBook } from '@gridstaff/exchange';
import type { Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { CardChangeStore } from '../domain/card-change';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import type { Reference } from '../domain/reference';
import type { WorkerKey } from '../domain/worker';
import { CARD_CHANGES } from './batch-sources';
import { CardChanges } from './card-changes';
import { PersonalData } from './personal-data';
import type { Problems } from './problems';
import { RosterBatch } from './roster-batch';
import { RosterLoad } from './roster-load';
import type { RosterPerson } from './roster-person';
import { Stamps } from './stamps';

export interface LoadResult {
  created: number;
  changed: number;
  same: number;
  /** In the order of the input. */
  people: readonly WorkerKey[];
}

/** Enters many people at once: a few statements per table, whatever their number. */
@Injectable()
export class RosterLoader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly cardStore: CardChangeStore,
    private readonly cards: CardChanges,
    private readonly personal: PersonalData,
    private readonly stamps: Stamps,
    private readonly audit: AuditLog,
  ) {}

  /**
   * All or nothing; needs `roster:import`.
   * @throws DomainError the only problem, or ROSTER_INVALID with one detail per wrong field (`place.row` from 1, `place.field`)
   */
  async load(actor: Actor, centreId: Id, people: readonly RosterPerson[]): Promise<LoadResult> {
    requirePermission(actor, 'roster:import', centreId);
    return this.uow.run(async () => {
      const batch = await this.prepare(actor, centreId, people, await this.organisation.reference(centreId));
      batch.problems.refuse();
      await this.apply(actor, centreId, batch);
      return { ...batch.counts, people: batch.people };
    });
  }

  /**
   * Someone who begins an engagement: a new person, or a known one after an earlier engagement has ended. Needs `roster:write`.
   * @throws DomainError ENGAGEMENT_OVERLAP and whatever is wrong with the fields
   */
  async hire(actor: Actor, centreId: Id, person: RosterPerson): Promise<WorkerKey> {
    requirePermission(actor, 'roster:write', centreId);
    return this.uow.run(async () => {
      const batch = await this.prepare(actor, centreId, [person], await this.organisation.reference(centreId), {
        hireOnly: true,
      });
      batch.problems.refuse();
      await batch.apply();
      const [hired] = batch.people as [WorkerKey];
      await this.audit.append({
        ...{ actor, centreId, action: 'worker.hired', subjectType: 'worker', subjectId: hired.id },
        data: { workerNo: hired.no, joinedOn: person.joinedOn, again: batch.counts.created === 0 },
        reason: person.reason,
      });
      return hired;
    });
  }

  /** For use inside a unit: decides, writes nothing. */
  async prepare(
    actor: Actor,
    centreId: Id,
    people: readonly RosterPerson[],
    reference: Reference,
    options: { hireOnly?: boolean } = {},
  ): Promise<RosterLoad> {
    const stamp = this.stamps.of(actor, centreId);
    const work = {
      batch: (problems?: Problems) =>
        new RosterBatch(this.workers, this.cardStore, this.personal, reference, stamp, problems),
      write: async (batch: RosterBatch, book?: BatchBook): Promise<void> => {
        await batch.apply(book);
        const proposed = await this.cards.propose(actor, centreId, batch.cards);
        book?.note(CARD_CHANGES, proposed.map((id) => ({ id })));
      },
    };
    const load = new RosterLoad(work, people, options);
    await load.prepare();
    return load;
  }

  /** For use inside the same unit: writes, with one audit entry for all. */
  async apply(actor: Actor, centreId: Id, batch: RosterLoad, book?: BatchBook): Promise<void> {
    await batch.apply(book);
    await this.audit.append({
      actor,
      centreId,
      action: 'roster.loaded',
      subjectType: 'centre',
      subjectId: centreId,
      data: { ...batch.counts },
    });
  }
}
