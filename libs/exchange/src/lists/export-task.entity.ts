import { CodeColumn, FlagColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, NameColumn, TextColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';
import type { ListFormat } from './list-export';

/** `waiting` for a second person; `expired`: what was made is gone. */
export type ExportTaskStatus = 'waiting' | 'queued' | 'making' | 'done' | 'failed' | 'stopped' | 'returned' | 'expired';

/** One list that somebody wants as a file: from the wish to the file's end. */
@Entity('export_task')
@Index(['centreId', 'requestedBy', 'requestedAt'])
@Index(['status', 'expiresAt'])
@Check(
  'export_task_status',
  "status IN ('waiting', 'queued', 'making', 'done', 'failed', 'stopped', 'returned', 'expired')",
)
export class ExportTaskRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @CodeColumn(20)
  kind: string;

  @CodeColumn(5)
  format: ListFormat;

  @CodeColumn(2)
  language: 'zh' | 'en';

  /** Wrapped key of the query and of the file; null once there is nothing left to open. */
  @CodeColumn(120, { nullable: true })
  dataKey: string | null;

  /** JSON, sealed: people are looked for by their numbers. */
  @TextColumn()
  query: string;

  /** Keys of the chosen columns, in their order. */
  @JsonColumn()
  chosen: string[];

  /** Whether ID, card or phone numbers stand in it in full. */
  @FlagColumn()
  numbers: boolean;

  @NameColumn(200)
  purpose: string;

  /** Over what a second person approves. */
  @CodeColumn(64)
  hash: string;

  @CodeColumn(10)
  status: ExportTaskStatus;

  /** Rows when it was asked for. */
  @IntColumn()
  expected: number;

  @IntColumn()
  doneRows: number;

  @IntColumn()
  bytes: number;

  @CodeColumn(64, { nullable: true })
  sha256: string | null;

  @CodeColumn(60, { nullable: true })
  errorCode: string | null;

  @IdColumn({ nullable: true })
  jobId: string | null;

  @IdColumn()
  requestedBy: string;

  @InstantColumn()
  requestedAt: number;

  @InstantColumn({ nullable: true })
  finishedAt: number | null;

  @InstantColumn({ nullable: true })
  expiresAt: number | null;
}
