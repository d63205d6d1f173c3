import {
  BytesColumn,
  CodeColumn,
  type EntityClass,
  IdColumn,
  InstantColumn,
  IntColumn,
  LocalDateColumn,
  NameColumn,
} from '@gridstaff/persistence';
import { Entity, Index } from 'typeorm';

/** A file that somebody uploaded: whose it is and what it is for. The row stays when its content is erased. */
@Entity('stored_file')
@Index(['centreId', 'subjectId'])
@Index(['centreId', 'workerNo'])
@Index(['withdrawnAt'])
export class StoredFileRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  /** What it belongs to, see `FileSubjects`. */
  @CodeColumn(16)
  subject: string;

  @IdColumn()
  subjectId: string;

  /** Of the worker whom it is about: nobody who is named here is removed from the roster. */
  @IntColumn({ nullable: true })
  workerNo: number | null;

  @CodeColumn(32)
  kind: string;

  /** The fact or record of the subject that it proves. */
  @IdColumn({ nullable: true })
  aboutId: string | null;

  /** By its content, see `MEDIA_TYPES`. */
  @CodeColumn(8)
  type: string;

  /** The user's name for it, sealed: it may say what the content says. Empty once erased. */
  @CodeColumn(1000)
  nameCipher: string;

  @IntColumn()
  size: number;

  /** Of the content as it was kept. */
  @CodeColumn(64)
  sha256: string;

  @IntColumn()
  chunks: number;

  /** Wrapped; null where the subject has a key of its own. */
  @CodeColumn(255, { nullable: true })
  ownKey: string | null;

  /** Last day on which the paper counts. */
  @LocalDateColumn({ nullable: true })
  expiresOn: string | null;

  @InstantColumn()
  recordedAt: number;

  @IdColumn()
  recordedBy: string;

  @InstantColumn({ nullable: true })
  withdrawnAt: number | null;

  @IdColumn({ nullable: true })
  withdrawnBy: string | null;

  @NameColumn(200, { nullable: true })
  withdrawnReason: string | null;

  @InstantColumn({ nullable: true })
  erasedAt: number | null;
}

/** A piece of a file, sealed and bound to its file, its number and how many there are. */
@Entity('stored_file_chunk')
export class StoredFileChunkRow {
  @IdColumn({ primary: true })
  fileId: string;

  @IntColumn({ primary: true })
  no: number;

  @BytesColumn()
  sealed: Buffer;
}

export const fileEntities: EntityClass[] = [StoredFileRow, StoredFileChunkRow];
