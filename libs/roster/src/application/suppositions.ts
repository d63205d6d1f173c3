import type { Actor } from '@gridstaff/contracts';
import { DomainError, type Fen, type Id, type LocalDate } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { type AgencyFeeInput, feeChange } from '../domain/agency-fee';
import { type ContributionPatch, mergeContribution } from '../domain/contribution';
import type { Stamp } from '../domain/fact-change';
import type { AgencyFeeFact } from '../domain/organisation';
import type { Reference } from '../domain/reference';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import { FIRST_SUPPOSED_NO, type SupposedFacts } from '../domain/supposed-facts';
import { parseFactDate } from '../domain/texts';
import { emptyLists, type EngagementStatus, type WorkerFactLists } from '../domain/worker-facts';
import { WorkerRecord } from '../domain/worker-record';
import { Stamps } from './stamps';
import { type CertificateStandardInput, StructureBatch } from './structure-batch';

/** Something that would be true of a worker from a date; with `end` the date is the last day in post. */
export type SupposedChange = { workerNo: number; from: LocalDate } & (
  | { kind: 'grade'; gradeCode: string; postCode?: string }
  | { kind: 'grid'; gridCode: string }
  | { kind: 'contribution'; patch: ContributionPatch }
  | { kind: 'certificate'; code: string }
  | { kind: 'status'; status: EngagementStatus }
  | { kind: 'end' }
);

/** Somebody who would be engaged: what pay needs of a person. */
export interface SupposedHire extends ContributionPatch {
  /** Code or full name. */
  agency: string;
  joinedOn: LocalDate;
  gridCode: string;
  gradeCode: string;
  certificate?: string;
}

export interface RosterChanges {
  workers?: readonly SupposedChange[];
  /** They get the numbers from `FIRST_SUPPOSED_NO` on, in this order. */
  hires?: readonly SupposedHire[];
  /** Pay standards of existing grades, fen a month. */
  grades?: readonly { code: string; base: Fen; post: Fen; performance: Fen; from: LocalDate }[];
  certificates?: readonly CertificateStandardInput[];
  fees?: readonly { agency: string; from: LocalDate; fee: AgencyFeeInput }[];
}

/**
 * Works out what would have to be recorded for changes to be true, by the code that records them, and records nothing. A change that says
 * nothing new leaves no row. In a constant number of statements, whatever the number of changes.
 */
@Injectable()
export class Suppositions {
  constructor(
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly stamps: Stamps,
  ) {}

  /**
   * For other rooms, after their own permission check.
   * @throws DomainError NOT_FOUND for a number of another centre, and those that recording the change would throw
   */
  async suppose(actor: Actor, centreId: Id, changes: RosterChanges): Promise<SupposedFacts> {
    const reference = await this.organisation.reference(centreId);
    const stamp = this.stamps.of(actor, centreId);
    const structure = new StructureBatch(reference, stamp);
    structure.grades((changes.grades ?? []).map((grade) => ({ ...named(reference, grade.code), ...grade }))).refuse();
    structure.certificates(changes.certificates ?? []).refuse();
    const workers = await this.changed(centreId, changes.workers ?? [], reference, stamp);
    (changes.hires ?? []).forEach((hire, i) => {
      const record = new WorkerRecord(FIRST_SUPPOSED_NO + i, emptyLists(), stamp, reference.checkGrid);
      engage(record, hire, reference);
      workers.set(record.workerNo, record.appended);
    });
    return {
      workers,
      gridCodes: new Map([...reference.units].map(({ id, code }) => [id, code])),
      gradeStandards: structure.rows.gradeStandards,
      certificateStandards: structure.rows.certificateStandards,
      agencyFees: await this.fees(centreId, changes.fees ?? [], reference, stamp),
    };
  }

  private async changed(
    centreId: Id,
    changes: readonly SupposedChange[],
    reference: Reference,
    stamp: Stamp,
  ): Promise<Map<number, WorkerFactLists>> {
    const numbers = [...new Set(changes.map(({ workerNo }) => workerNo))];
    if (numbers.length === 0) return new Map();
    const known = new Set((await this.workers.byNumbers(centreId, numbers)).map(({ no }) => no));
    const stranger = numbers.find((no) => !known.has(no));
    if (stranger !== undefined) throw new DomainError('NOT_FOUND', { what: 'worker' }, { workerNo: stranger });
    const facts = await this.workers.facts(centreId, numbers);
    const records = new Map(
      numbers.map((no) => [no, new WorkerRecord(no, facts.get(no) ?? emptyLists(), stamp, reference.checkGrid)]),
    );
    for (const change of changes) apply(records.get(change.workerNo) as WorkerRecord, change, reference);
    return new Map([...records].map(([no, record]) => [no, record.appended]));
  }

  private async fees(
    centreId: Id,
    changes: NonNullable<RosterChanges['fees']>,
    reference: Reference,
    stamp: Stamp,
  ): Promise<AgencyFeeFact[]> {
    const added: AgencyFeeFact[] = [];
    for (const { agency, from, fee } of changes) {
      const { id } = reference.requireAgency(agency, 'agency');
      const own = added.filter(({ agencyId }) => agencyId === id);
      const facts = [...(await this.organisation.agencyFees(centreId, id)), ...own];
      const fact = feeChange(id, parseFactDate(from, 'from'), fee, facts, stamp);
      if (fact) added.push(fact);
    }
    return added;
  }
}

/** Pay standards are those of a grade that exists: its name and post stay. @throws DomainError UNKNOWN_GRADE */
function named(reference: Reference, code: string): { name: string; postCode: string } {
  const { name, postCode } = reference.requireGrade(code, 'code');
  return { name, postCode };
}

function apply(record: WorkerRecord, change: SupposedChange, reference: Reference): void {
  const from = parseFactDate(change.from, 'from');
  switch (change.kind) {
    case 'grade': {
      const grade = reference.requireGrade(change.gradeCode, 'gradeCode');
      record.change('grade', from, { gradeCode: grade.code, postCode: change.postCode ?? grade.postCode });
      return;
    }
    case 'grid': {
      const unit = reference.requireUnit(change.gridCode, 'gridCode');
      record.change('assignment', from, { orgUnitId: unit.id, covering: false });
      return;
    }
    case 'contribution':
      record.change('contribution', from, mergeContribution(record.on('contribution', from), change.patch));
      return;
    case 'certificate':
      reference.requireCertificate(change.code, 'code');
      record.change('certificate', from, { code: change.code, number: null, issuedOn: null });
      return;
    case 'status':
      record.changeStatus(from, change.status, null);
      return;
    case 'end':
      record.endEngagement(from, 'left', null);
  }
}

function engage(record: WorkerRecord, hire: SupposedHire, reference: Reference): void {
  const { agency, gridCode, gradeCode, certificate } = hire;
  const joinedOn = parseFactDate(hire.joinedOn, 'joinedOn');
  const grade = reference.requireGrade(gradeCode, 'gradeCode');
  const { id: agencyId } = reference.requireAgency(agency, 'agency');
  record.engage({ agencyId, status: 'in_post', joinedOn });
  const unit = reference.requireUnit(gridCode, 'gridCode');
  record.change('assignment', joinedOn, { orgUnitId: unit.id, covering: false });
  record.change('grade', joinedOn, { gradeCode: grade.code, postCode: grade.postCode });
  record.change('contribution', joinedOn, mergeContribution(undefined, hire));
  if (certificate === undefined) return;
  reference.requireCertificate(certificate, 'certificate');
  record.change('certificate', joinedOn, { code: certificate, number: null, issuedOn: null });
}
