import { AuditLog } from '@gridstaff/audit';
import { type Actor, type Permission, requirePermission } from '@gridstaff/contracts';
import { addDays, type Id, type LocalDate, timelineOf } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import type {
  CertificateStandardFact,
  GradeStandardFact,
  OrgUnit,
  OrgUnitFact,
  PayGrade,
} from '../domain/organisation';
import { type CertificateStandard, PayFactsReader } from '../domain/pay-facts';
import { OrganisationStore } from '../domain/stores';
import type { Problems } from './problems';
import { Stamps } from './stamps';
import { type CertificateStandardInput, type GradeInput, StructureBatch, type UnitInput } from './structure-batch';

type Counts = StructureBatch['counts'];

export interface UnitView
  extends OrgUnit, Pick<OrgUnitFact, 'name' | 'kind' | 'parentId' | 'households' | 'population' | 'quota'> {}

/** Org units, pay grades with their standards, certificate standards: entered in bulk by code; a known code is changed from a date. */
@Injectable()
export class Structure {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: OrganisationStore,
    private readonly rates: PayFactsReader,
    private readonly stamps: Stamps,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Needs `roster:write`. @throws DomainError the only problem, or ROSTER_INVALID with details */
  saveUnits(actor: Actor, centreId: Id, inputs: readonly UnitInput[]): Promise<Counts> {
    return this.save(actor, centreId, 'roster:write', 'org-units.saved', (batch) => batch.units(inputs));
  }

  /** Needs `grade:manage`. @throws DomainError the only problem, or ROSTER_INVALID with details */
  saveGrades(actor: Actor, centreId: Id, inputs: readonly GradeInput[]): Promise<Counts> {
    return this.save(actor, centreId, 'grade:manage', 'grades.saved', (batch) => batch.grades(inputs));
  }

  /** Needs `grade:manage`. @throws DomainError the only problem, or ROSTER_INVALID with details */
  saveCertificateStandards(actor: Actor, centreId: Id, inputs: readonly CertificateStandardInput[]): Promise<Counts> {
    return this.save(actor, centreId, 'grade:manage', 'certificate-standards.saved', (batch) =>
      batch.certificates(inputs),
    );
  }

  /** Units as they are on a date. */
  async units(actor: Actor, centreId: Id, on = this.clock.today()): Promise<UnitView[]> {
    requirePermission(actor, 'roster:read', centreId);
    const reference = await this.store.reference(centreId);
    return [...reference.units].flatMap((unit) => {
      const fact = factOn(reference.unitFacts(unit.id), on);
      if (!fact) return [];
      const { name, kind, parentId, households, population, quota } = fact;
      return [{ id: unit.id, code: unit.code, name, kind, parentId, households, population, quota }];
    });
  }

  /** Grades with the standard of a date; without one where none holds. */
  async grades(
    actor: Actor,
    centreId: Id,
    on = this.clock.today(),
  ): Promise<(PayGrade & { standard: Pick<GradeStandardFact, 'base' | 'post' | 'performance'> | null })[]> {
    requirePermission(actor, 'roster:read', centreId);
    const reference = await this.store.reference(centreId);
    return [...reference.grades].map(({ id, code, name, postCode }) => {
      const fact = factOn(reference.gradeStandards(code), on);
      return {
        id,
        code,
        name,
        postCode,
        standard: fact ? { base: fact.base, post: fact.post, performance: fact.performance } : null,
      };
    });
  }

  /** Allowances of certificates on a date, by code. Needs `roster:read`. */
  async certificateStandards(actor: Actor, centreId: Id, on = this.clock.today()): Promise<CertificateStandard[]> {
    requirePermission(actor, 'roster:read', centreId);
    const day = { centreId, from: on, to: addDays(on, 1), knownAt: this.clock.millis() };
    const standards = await this.rates.certificateStandards(day);
    return standards.sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  private async save(
    actor: Actor,
    centreId: Id,
    permission: Permission,
    action: string,
    plan: (batch: StructureBatch) => Problems,
  ): Promise<Counts> {
    requirePermission(actor, permission, centreId);
    return this.uow.run(async () => {
      const batch = new StructureBatch(await this.store.reference(centreId), this.stamps.of(actor, centreId));
      plan(batch).refuse();
      await this.store.insertStructure(centreId, batch.rows, this.clock.millis());
      await this.audit.append({
        actor,
        centreId,
        action,
        subjectType: 'centre',
        subjectId: centreId,
        data: { ...batch.counts },
      });
      return batch.counts;
    });
  }
}

const factOn = <F extends OrgUnitFact | GradeStandardFact | CertificateStandardFact>(
  facts: readonly F[],
  on: LocalDate,
): F | undefined => timelineOf(facts).find((p) => p.from <= on && on < p.to)?.fact;
