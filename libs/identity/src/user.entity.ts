import { CodeColumn, FlagColumn, IdColumn, InstantColumn, IntColumn, NameColumn } from '@gridstaff/persistence';
import { Entity, Index } from 'typeorm';

/** An account. Several accounts of one human being share `personId`. */
@Entity('app_user')
@Index(['name'], { unique: true })
@Index(['centreId', 'workerNo'], { unique: true })
@Index(['personId'])
export class UserRow {
  @IdColumn({ primary: true })
  id: string;

  /** Normalised, see `normalName`. */
  @CodeColumn(64)
  name: string;

  @NameColumn(100)
  displayName: string;

  @IdColumn()
  personId: string;

  /** A program's account: no password, tokens only. */
  @FlagColumn()
  machine: boolean;

  /** Centre that looks after the account; null: the installation. */
  @IdColumn({ nullable: true })
  centreId: string | null;

  /** The worker of `centreId` who this is. */
  @IntColumn({ nullable: true })
  workerNo: number | null;

  /** The agency whose clerk this is. */
  @IdColumn({ nullable: true })
  agencyId: string | null;

  @CodeColumn(255, { nullable: true })
  passwordHash: string | null;

  @FlagColumn()
  mustChangePassword: boolean;

  /** An initial password is good until then. */
  @InstantColumn({ nullable: true })
  initialUntil: number | null;

  @FlagColumn()
  disabled: boolean;

  @IntColumn()
  failedLogins: number;

  @InstantColumn({ nullable: true })
  lockedUntil: number | null;

  @InstantColumn()
  createdAt: number;

  @IdColumn()
  createdBy: string;
}

@Entity('user_role')
export class UserRoleRow {
  @IdColumn({ primary: true })
  userId: string;

  @CodeColumn(32, { primary: true })
  role: string;

  /** A centre, or `*` for the installation. */
  @IdColumn({ primary: true })
  centreId: string;
}

@Entity('user_session')
@Index(['userId'])
export class SessionRow {
  /** SHA-256 of the cookie's token, which itself is stored nowhere. */
  @CodeColumn(64, { primary: true })
  tokenHash: string;

  @IdColumn()
  userId: string;

  @InstantColumn()
  createdAt: number;

  @InstantColumn()
  lastSeenAt: number;

  @InstantColumn()
  expiresAt: number;

  @InstantColumn({ nullable: true })
  endedAt: number | null;
}

@Entity('api_token')
@Index(['tokenHash'], { unique: true })
@Index(['userId'])
export class ApiTokenRow {
  @IdColumn({ primary: true })
  id: string;

  @CodeColumn(64)
  tokenHash: string;

  @IdColumn()
  userId: string;

  @NameColumn(100)
  name: string;

  @InstantColumn()
  createdAt: number;

  @InstantColumn()
  expiresAt: number;

  @InstantColumn({ nullable: true })
  revokedAt: number | null;

  @InstantColumn({ nullable: true })
  lastUsedAt: number | null;
}
