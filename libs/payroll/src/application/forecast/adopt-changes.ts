import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { canonicalJson, DomainError, type Id, type Json } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { type AdoptedFacts, Adoption, type RosterPerson } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../parameter-mapping';
import { Schemes } from '../schemes';
import type { ChangeSet } from './change-set';

/** Who takes the place of a supposed hire. */
export type Newcomer = Pick<RosterPerson, 'name' | 'idNumber' | 'phone'>;

export interface AdoptRequest {
  centreId: Id;
  changes: ChangeSet;
  /** One per hire of the change-set, in its order. */
  people: readonly Newcomer[];
  reason: string;
}

/** Numbers of what was recorded. */
export interface Adopted extends AdoptedFacts {
  /** Whether a further version of the pay scheme holds. */
  scheme: boolean;
}

/** Names a change-set: what is adopted is what was looked at. SHA-256 in hex. */
export const fingerprintOf = (changes: ChangeSet): string => sha256(canonicalJson(changes as unknown as Json));

/** Makes a change-set true: records the facts that the forecast supposed, by the same code. */
@Injectable()
export class AdoptChanges {
  constructor(
    private readonly adoption: Adoption,
    private readonly schemes: Schemes,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * All or nothing, with one audit entry. Each part needs the permission by which it is recorded otherwise.
   * @throws DomainError SCENARIO_NOTHING, SCENARIO_NOT_FACTS (statutory values come as a policy pack, months from attendance and evaluation),
   * SCENARIO_PEOPLE, REASON_MISSING, FORBIDDEN, and those that recording would throw
   */
  async adopt(actor: Actor, { centreId, changes, people, reason }: AdoptRequest): Promise<Adopted> {
    const { scheme, parameters = [], months = [], hires = [] } = changes;
    requirePermission(actor, 'roster:write', centreId);
    if (scheme) requirePermission(actor, 'scheme:manage', centreId);
    const why = reason.trim().slice(0, 500);
    if (why === '') throw new DomainError('REASON_MISSING', {}, { field: 'reason' });
    if (parameters.length + months.length > 0) throw new DomainError('SCENARIO_NOT_FACTS', {}, { field: 'bounds' });
    if (people.length !== hires.length)
      throw new DomainError('SCENARIO_PEOPLE', { wanted: hires.length, given: people.length }, { field: 'people' });
    const { workers = [], grades = [], certificates = [], fees = [] } = changes;
    if (!scheme && workers.length + hires.length + grades.length + certificates.length + fees.length === 0)
      throw new DomainError('SCENARIO_NOTHING');
    return this.uow.run(async () => {
      const hired = hires.map((hire, i) => ({ ...hire, ...(people[i] as Newcomer) }));
      const facts = await this.adoption.record(actor, centreId, changes, hired);
      if (scheme) await this.adoptScheme(actor, centreId, scheme);
      const adopted = { ...facts, scheme: scheme !== undefined };
      await this.audit.append({
        ...{ actor, centreId, action: 'scenario.adopted', subjectType: 'centre', subjectId: centreId },
        ...{ data: { changes: fingerprintOf(changes), ...adopted }, reason: why },
      });
      return adopted;
    });
  }

  /** Under the names of the scheme that it continues. */
  private async adoptScheme(
    actor: Actor,
    centreId: Id,
    { from, definition }: NonNullable<ChangeSet['scheme']>,
  ): Promise<void> {
    const { nameZh, nameEn } = await this.schemes.forMonth(centreId, from, this.clock.millis());
    await this.schemes.adoptScheme(actor, { centreId, validFrom: from, scheme: { nameZh, nameEn, definition } });
  }
}
