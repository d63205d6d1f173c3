import { CodeColumn, IdColumn, IntColumn, LocalDateColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

/** A text whose beginning finds a worker. Written with the name, never read back. */
@Entity({ name: 'worker_term', withoutRowid: true })
@Index(['centreId', 'workerNo'])
export class WorkerTermRow {
  @IdColumn({ primary: true })
  centreId: string;
  @CodeColumn(80, { primary: true })
  term: string;
  @IntColumn({ primary: true })
  workerNo: number;
}

/**
 * Where each engaged worker stands, in disjoint ranges of days, as now known: worked out of the facts whenever some are appended, so that a
 * list of any day is one range of one table. The facts stay the truth.
 */
@Entity({ name: 'worker_standing', withoutRowid: true })
@Index(['centreId', 'unitCode', 'workerNo', 'validFrom', 'validTo', 'status', 'agencyCode', 'postCode'])
@Index(['centreId', 'joinedOn', 'workerNo', 'validFrom', 'validTo'])
@Index(['centreId', 'agencyCode', 'workerNo', 'validFrom', 'validTo'])
@Index(['centreId', 'nameSort', 'workerNo', 'validFrom', 'validTo', 'status', 'agencyCode', 'unitCode', 'postCode'])
@Check('worker_standing_range', 'valid_from < valid_to')
export class WorkerStandingRow {
  @IdColumn({ primary: true })
  centreId: string;
  @IntColumn({ primary: true })
  workerNo: number;
  @LocalDateColumn({ primary: true })
  validFrom: string;
  @LocalDateColumn()
  validTo: string;
  @CodeColumn(16)
  status: string;
  @CodeColumn(32)
  agencyCode: string;
  @LocalDateColumn()
  joinedOn: string;
  @LocalDateColumn()
  stayTo: string;
  /** Of the main grid; empty without one, so that everybody has a place in its order. */
  @CodeColumn(32)
  unitCode: string;
  @CodeColumn(32, { nullable: true })
  gradeCode: string | null;
  @CodeColumn(32, { nullable: true })
  postCode: string | null;
  @IntColumn()
  birthYear: number;
  @CodeColumn(160)
  nameSort: string;
}
