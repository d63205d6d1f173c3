import type { Id, Page } from '@gridstaff/kernel';
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
import type { Worker, WorkerFilter, WorkerPageRequest } from './worker';
import type { WorkerFactLists } from './worker-facts';

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
  abstract agencyFees(centreId: Id, agencyId: Id): Promise<AgencyFeeFact[]>;
  abstract insertAgencyFees(facts: readonly AgencyFeeFact[]): Promise<void>;
  abstract insertStructure(centreId: Id, rows: StructureRows, createdAt: number): Promise<void>;
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
  abstract page(filter: WorkerFilter, request: WorkerPageRequest): Promise<Page<Worker>>;
  abstract names(centreId: Id, numbers?: readonly number[]): Promise<Map<number, string>>;
  /** Every recorded row, also retracted ones; workers without facts have empty lists. */
  abstract facts(centreId: Id, numbers: readonly number[]): Promise<Map<number, WorkerFactLists>>;
  abstract append(lists: readonly WorkerFactLists[]): Promise<void>;
}
