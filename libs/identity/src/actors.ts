import { type Actor, isRole, type Permission, PERMISSIONS, ROLES } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { normalName } from './user-name';

/** Somebody signed in by session or token. While `mustChangePassword` holds the actor has no right at all. */
export interface SignedIn {
  actor: Actor;
  name: string;
  displayName: string;
  mustChangePassword: boolean;
  /** The worker or agency this account stands for, when it does. */
  centreId: Id | null;
  workerNo: number | null;
  agencyId: Id | null;
  /** Until when the session lives; null for a token. */
  session: SessionLife | null;
}

export interface SessionLife {
  /** Epoch milliseconds: it ends then in any case. */
  expiresAt: number;
  /** And earlier after so many minutes without a request. */
  idleMinutes: number;
}

/** One row per role of the user (one with role NULL when there is none): account and rights come in one query. */
export interface UserWithRole {
  id: string;
  name: string;
  display_name: string;
  person_id: string;
  centre_id: string | null;
  worker_no: number | null;
  agency_id: string | null;
  must_change_password: number;
  disabled: number;
  role: string | null;
  role_centre_id: string | null;
}

/** Columns and joins of `UserWithRole`, for the queries of this room. */
export const USER_WITH_ROLE = {
  columns:
    'u.id, u.name, u.display_name, u.person_id, u.centre_id, u.worker_no, u.agency_id, u.must_change_password, u.disabled, r.role, r.centre_id AS role_centre_id',
  roles: 'LEFT JOIN user_role r ON r.user_id = u.id',
} as const;

/** User and person of what the system does by itself. */
export const SYSTEM_USER_ID: Id = '00000000-0000-7000-8000-000000000000';

/** Deciding, paying and revealing are done by people. */
const PEOPLE_ONLY: ReadonlySet<Permission> = new Set<Permission>([
  'run:check',
  'run:approve',
  'settlement:pay',
  'worker:reveal',
  'policy:activate',
  'card:approve',
  'export:approve',
  'attendance:approve',
  'attendance:reopen',
]);
const SYSTEM_RIGHTS: ReadonlySet<Permission> = new Set(
  (Object.keys(PERMISSIONS) as Permission[]).filter((p) => !PEOPLE_ONLY.has(p)),
);

export function grantsOf(
  rows: readonly Pick<UserWithRole, 'role' | 'role_centre_id'>[],
): Map<Id | '*', Set<Permission>> {
  const grants = new Map<Id | '*', Set<Permission>>();
  for (const { role, role_centre_id: centre } of rows) {
    if (role === null || centre === null || !isRole(role)) continue;
    const set = grants.get(centre) ?? new Set<Permission>();
    for (const permission of ROLES[role]) set.add(permission);
    grants.set(centre, set);
  }
  return grants;
}

/** @param rows all of one user, not disabled */
export function toSignedIn(rows: readonly UserWithRole[], session: SessionLife | null = null): SignedIn {
  const user = rows[0] as UserWithRole;
  const mustChangePassword = Number(user.must_change_password) === 1;
  return {
    actor: { userId: user.id, personId: user.person_id, grants: mustChangePassword ? new Map() : grantsOf(rows) },
    ...{ name: user.name, displayName: user.display_name, mustChangePassword },
    ...{
      centreId: user.centre_id,
      workerNo: user.worker_no === null ? null : Number(user.worker_no),
      agencyId: user.agency_id,
    },
    session,
  };
}

/** Makes actors for acts without a session: the command line's `--as`, jobs, delegation. Rights are read at each call, never cached. */
@Injectable()
export class Actors {
  constructor(private readonly db: Database) {}

  /** @throws DomainError NOT_FOUND, ACCOUNT_DISABLED */
  async forUserName(name: string, osUser?: string): Promise<Actor> {
    return this.actorOf(await this.rows('u.name = ?', [normalName(name)]), osUser);
  }

  /** @throws DomainError NOT_FOUND, ACCOUNT_DISABLED */
  async forUser(userId: Id): Promise<Actor> {
    return this.actorOf(await this.rows('u.id = ?', [userId]));
  }

  /** Those of the users that exist and are not disabled, in one query. */
  async forUsers(userIds: readonly Id[]): Promise<Actor[]> {
    if (userIds.length === 0) return [];
    const rows = await this.rows(`u.disabled = 0 AND u.id IN (${userIds.map(() => '?').join(', ')})`, userIds);
    const byUser = new Map<Id, UserWithRole[]>();
    for (const row of rows) byUser.set(row.id, [...(byUser.get(row.id) ?? []), row]);
    return [...byUser.values()].map((own) => this.actorOf(own));
  }

  /** Jobs, and operators at the machine before there is any account: everything but deciding, paying and revealing. */
  system(osUser?: string): Actor {
    return { userId: SYSTEM_USER_ID, personId: SYSTEM_USER_ID, grants: new Map([['*', SYSTEM_RIGHTS]]), osUser };
  }

  private rows(where: string, values: readonly string[]): Promise<UserWithRole[]> {
    return this.db.query<UserWithRole>(
      `SELECT ${USER_WITH_ROLE.columns} FROM app_user u ${USER_WITH_ROLE.roles} WHERE ${where}`,
      values,
    );
  }

  private actorOf(rows: readonly UserWithRole[], osUser?: string): Actor {
    const user = rows[0];
    if (!user) throw new DomainError('NOT_FOUND', { what: 'user' });
    if (Number(user.disabled) === 1) throw new DomainError('ACCOUNT_DISABLED', { name: user.name });
    return { userId: user.id, personId: user.person_id, grants: grantsOf(rows), osUser };
  }
}
