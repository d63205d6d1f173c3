import type { DerivedDifference } from './derived-rows';
import type { AgencyDetailFact } from './agency-details';
import type { Id, LocalDate } from '@gridstaff/kernel';
import type {
  Agency,
  AgencyFeeFact,
  Centre,
  CertificateStandardFact,
  GradeStandardFact,
  OrgUnit,
  OrgUnitFact,
  PayGrade,
} from './organisation';
import type { Reference } from './reference';
import type { Worker, WorkerKey } from './worker';
import type { FactKind, WorkerFact, WorkerFactLists } from './worker-facts';

/** New rows of a centre's structure; each list is one bulk insert. */
export interface StructureRows {
  units: OrgUnit[];
  unitFacts: OrgUnitFact[];
  grades: PayGrade[];
  gradeStandards: GradeStandardFact[];
  certificateStandards: CertificateStandardFact[];
}

export abstract class OrganisationStore {
  abstract insertCentre(centre: Centre, createdAt: number): Promise<void>;
  abstract updateSettings(centreId: Id, settings: Centre['settings']): Promise<void>;
  abstract centre(centreId: Id): Promise<Centre | undefined>;
  abstract centreByCode(code: string): Promise<Centre | undefined>;
  abstract centres(): Promise<Centre[]>;
  abstract insertAgency(agency: Agency, createdAt: number): Promise<void>;
  abstract agencies(centreId: Id): Promise<Agency[]>;
  /** Every recorded row of all agencies. */
  abstract agencyDetails(centreId: Id): Promise<AgencyDetailFact[]>;
  abstract insertAgencyDetails(facts: readonly AgencyDetailFact[]): Promise<void>;
  abstract agencyFees(centreId: Id, agencyId: Id): Promise<AgencyFeeFact[]>;
  abstract insertAgencyFees(facts: readonly AgencyFeeFact[]): Promise<void>;
  abstract insertStructure(centreId: Id, rows: StructureRows, createdAt: number): Promise<void>;
  /** Codes of a unit and everything below it on a date; a statement per level. @returns undefined when there is no such unit */
  abstract subtreeCodes(centreId: Id, unitCode: string, on: LocalDate): Promise<string[] | undefined>;
  /** Grades that an undone batch had entered. */
  abstract removeGrades(centreId: Id, ids: readonly Id[]): Promise<void>;
  /** Everything a worker's facts refer to, in a constant number of statements. */
  abstract reference(centreId: Id): Promise<Reference>;
}

/** Bulk reads take any number of keys in a few statements; nothing here asks per person. */
export abstract class WorkerStore {
  /** Takes that many consecutive numbers, first one returned; waits for others who take numbers. */
  abstract takeNumbers(count: number): Promise<number>;
  abstract insert(workers: readonly Worker[]): Promise<void>;
  abstract rename(worker: Worker, name: string): Promise<void>;
  /** With `lock` nobody else changes these workers' facts until the unit ends. */
  abstract byNumbers(centreId: Id, numbers: readonly number[], lock?: boolean): Promise<Worker[]>;
  abstract byIdIndexes(centreId: Id, indexes: readonly string[], lock?: boolean): Promise<Worker[]>;
  abstract names(centreId: Id, numbers?: readonly number[]): Promise<Map<number, string>>;
  /** Every recorded row, also retracted ones; workers without facts have empty lists. */
  abstract facts(centreId: Id, numbers: readonly number[]): Promise<Map<number, WorkerFactLists>>;
  /** The same of one kind alone, of every worker together. */
  abstract factsOfKind<K extends FactKind>(centreId: Id, numbers: readonly number[], kind: K): Promise<WorkerFact<K>[]>;
  abstract append(lists: readonly WorkerFactLists[]): Promise<void>;
  /** Whose facts of one kind these ids are. */
  abstract ownersOf(kind: FactKind, ids: readonly Id[]): Promise<number[]>;
  abstract byIds(centreId: Id, ids: readonly Id[]): Promise<Worker[]>;
  /** Whose assignment or grade ever named one of these units or grades; the caller looks which still do. */
  abstract everNaming(centreId: Id, orgUnitIds: readonly Id[], gradeCodes: readonly string[], certificates: readonly string[]): Promise<number[]>;
  /** Of these people, those that nothing but facts of the roster names: neither slips nor entries nor accounts. */
  abstract unnamed(workers: readonly WorkerKey[]): Promise<WorkerKey[]>;
  /** Removes people that were entered by mistake; with their key goes what their facts hold of them. */
  abstract remove(centreId: Id, numbers: readonly number[]): Promise<void>;
}

/** What people are found by, kept beside them: for rows that were written before it, or by older rules. */
export abstract class SearchIndex {
  abstract isBehind(): Promise<boolean>;
  /** Some of them, of one centre, held until the unit ends. */
  abstract behind(limit: number): Promise<Worker[]>;
  abstract phonesOf(centreId: Id, numbers: readonly number[]): Promise<WorkerFact<'phone'>[]>;
  /** @param people of one centre @param phoneTails blind index of the last digits by id of the fact */
  abstract fill(people: readonly Worker[], phoneTails: ReadonlyMap<Id, string>): Promise<void>;
  /** Numbers of which something is stored, in order: of workers, and of rows whose worker is gone. */
  abstract numbersAfter(centreId: Id, after: number, limit: number): Promise<number[]>;
  /** Where the stored rows are not what the facts of these workers give. */
  abstract differences(centreId: Id, numbers: readonly number[]): Promise<DerivedDifference[]>;
}
