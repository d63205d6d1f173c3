import { type Actor, requirePermission } from '@gridstaff/contracts';
import type { Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import { RosterLoader } from './roster-loader';
import type { RosterPerson } from './roster-person';
import { type RosterChanges, Suppositions } from './suppositions';

export interface AdoptedFacts {
  /** Workers with a new fact. */
  workers: number;
  gradeStandards: number;
  certificateStandards: number;
  agencyFees: number;
  hired: number;
}

/** Records what was supposed: the very rows that `Suppositions` worked out, so that what is true afterwards gives the pay that was forecast. */
@Injectable()
export class Adoption {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly suppositions: Suppositions,
    private readonly loader: RosterLoader,
    private readonly clock: Clock,
  ) {}

  /**
   * All or nothing; the caller's unit keeps the audit entry. Each part needs the permission by which it is recorded otherwise.
   * @param people who is hired, in the place of the supposed hires
   * @throws DomainError FORBIDDEN, and those that recording would throw
   */
  async record(
    actor: Actor,
    centreId: Id,
    { hires: _, ...changes }: RosterChanges,
    people: readonly RosterPerson[],
  ): Promise<AdoptedFacts> {
    const { workers = [], grades = [], certificates = [], fees = [] } = changes;
    requirePermission(actor, 'roster:write', centreId);
    if (grades.length + certificates.length > 0) requirePermission(actor, 'grade:manage', centreId);
    if (fees.length > 0) requirePermission(actor, 'agency:manage', centreId);
    return this.uow.run(async () => {
      const numbers = [...new Set(workers.map(({ workerNo }) => workerNo))];
      if (numbers.length > 0) await this.workers.byNumbers(centreId, numbers, true);
      const supposed = await this.suppositions.suppose(actor, centreId, changes);
      const { gradeStandards, certificateStandards, agencyFees } = supposed;
      const structure = { units: [], unitFacts: [], grades: [] };
      const standards = { gradeStandards: [...gradeStandards], certificateStandards: [...certificateStandards] };
      await this.organisation.insertStructure(centreId, { ...structure, ...standards }, this.clock.millis());
      await this.organisation.insertAgencyFees(agencyFees);
      const appended = [...supposed.workers.values()].filter((lists) => Object.values(lists).some((l) => l.length > 0));
      await this.workers.append(appended);
      await this.hire(actor, centreId, people);
      return {
        ...{ workers: appended.length, gradeStandards: gradeStandards.length, hired: people.length },
        ...{ certificateStandards: certificateStandards.length, agencyFees: agencyFees.length },
      };
    });
  }

  private async hire(actor: Actor, centreId: Id, people: readonly RosterPerson[]): Promise<void> {
    if (people.length === 0) return;
    const reference = await this.organisation.reference(centreId);
    const batch = await this.loader.prepare(actor, centreId, people, reference, { hireOnly: true });
    batch.problems.refuse();
    await this.loader.apply(actor, centreId, batch);
  }
}
