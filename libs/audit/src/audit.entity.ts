import {
  CodeColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LocalDateColumn,
  NameColumn,
  TextColumn,
} from '@gridstaff/persistence';
import { Entity, Index } from 'typeorm';

/** One act. Rows are inserted by AuditLog alone and never changed. */
@Entity({ name: 'audit_entry', withoutRowid: true })
@Index(['scope', 'subjectType', 'subjectId'])
export class AuditEntryRow {
  /** Centre id, or `system` for acts of the installation. */
  @CodeColumn(36, { primary: true })
  scope: string;

  /** 1, 2, 3 … without gaps within the scope. */
  @IntColumn({ primary: true })
  seq: number;

  @InstantColumn()
  at: number;

  @IdColumn()
  userId: string;

  @IdColumn()
  personId: string;

  @NameColumn(64, { nullable: true })
  osUser: string | null;

  @CodeColumn(64)
  action: string;

  @CodeColumn(40)
  subjectType: string;

  @CodeColumn(64)
  subjectId: string;

  /** Canonical JSON, hashed as it stands. */
  @TextColumn()
  data: string;

  @TextColumn({ nullable: true })
  reason: string | null;

  @CodeColumn(64)
  prevHash: string;

  @CodeColumn(64)
  hash: string;
}

/** Last entry of each chain; its row is the chain's lock. */
@Entity('audit_head')
export class AuditHeadRow {
  @CodeColumn(36, { primary: true })
  scope: string;

  @IntColumn()
  seq: number;

  @CodeColumn(64)
  hash: string;
}

/** A signed head: entries up to `seq` cannot be re-forged by whoever lacks the signing key. */
@Entity('audit_signature')
export class AuditSignatureRow {
  @CodeColumn(36, { primary: true })
  scope: string;

  @IntColumn({ primary: true })
  seq: number;

  @LocalDateColumn()
  day: string;

  @CodeColumn(64)
  hash: string;

  /** base64, Ed25519 */
  @CodeColumn(128)
  signature: string;

  @CodeColumn(16)
  keyId: string;

  @InstantColumn()
  signedAt: number;
}

/** One executed command and its answer. */
@Entity('idempotency_key')
@Index(['at'])
export class IdempotencyKeyRow {
  @IdColumn({ primary: true })
  userId: string;

  @CodeColumn(100, { primary: true })
  requestKey: string;

  @CodeColumn(64)
  command: string;

  @CodeColumn(64)
  bodyHash: string;

  /** JSON; NULL only inside the unit that is still working. */
  @TextColumn({ nullable: true })
  answer: string | null;

  @InstantColumn()
  at: number;
}
