import {
  CodeColumn,
  type EntityClass,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
} from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

/** A piece of background work and all that is known of it. The queue knows its id alone. */
@Entity('job')
@Index(['state'])
@Check('job_state_known', "state IN ('queued', 'running', 'done', 'failed', 'cancelled')")
export class JobRow {
  @IdColumn({ primary: true })
  id: string;

  @CodeColumn(60)
  name: string;

  @IdColumn({ nullable: true })
  centreId: string | null;

  @JsonColumn()
  payload: unknown;

  @CodeColumn(10)
  state: string;

  @IdColumn()
  requestedBy: string;

  @InstantColumn()
  createdAt: number;

  @InstantColumn({ nullable: true })
  startedAt: number | null;

  @InstantColumn({ nullable: true })
  finishedAt: number | null;

  /** Attempts that went wrong: an operational error, or a process that died holding the lead. */
  @IntColumn()
  attempts: number;

  @FlagColumn()
  stopRequested: boolean;

  /** Who leads: does what only one worker may do. Empty while chunks are worked on. */
  @CodeColumn(140, { nullable: true })
  leaseOwner: string | null;

  @InstantColumn({ nullable: true })
  leaseUntil: number | null;

  @CodeColumn(60, { nullable: true })
  errorCode: string | null;

  @JsonColumn({ nullable: true })
  error: unknown;
}

/** What must be rung until its job is over; `rings` counts how often it was. */
@Entity('outbox')
@Index(['jobId'], { unique: true })
@Index(['doneAt', 'nextRingAt'])
export class OutboxRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  jobId: string;

  @IntColumn()
  rings: number;

  @InstantColumn()
  createdAt: number;

  @InstantColumn()
  nextRingAt: number;

  @InstantColumn({ nullable: true })
  doneAt: number | null;
}

/** A part of a job that one worker does at a time. `fence` grows with each claim; a write with an older one is refused. */
@Entity({ name: 'job_chunk', withoutRowid: true })
@Check('job_chunk_state_known', "state IN ('free', 'leased', 'done', 'dropped')")
export class JobChunkRow {
  @IdColumn({ primary: true })
  jobId: string;

  @IntColumn({ primary: true })
  no: number;

  @CodeColumn(10)
  state: string;

  @JsonColumn()
  payload: unknown;

  @CodeColumn(140, { nullable: true })
  leaseOwner: string | null;

  @InstantColumn({ nullable: true })
  leaseUntil: number | null;

  @IntColumn()
  fence: number;
}

export const jobsEntities: EntityClass[] = [JobRow, OutboxRow, JobChunkRow];
