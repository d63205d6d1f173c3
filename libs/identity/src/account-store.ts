import type { Role } from '@gridstaff/contracts';
import { DomainError, type Id, type Page, type PageRequest } from '@gridstaff/kernel';
import { Database, expectOne, idPage, type Keyset, mapDriverError } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';

export interface StoredUser {
  id: Id;
  name: string;
  displayName: string;
  personId: Id;
  machine: boolean;
  centreId: Id | null;
  workerNo: number | null;
  agencyId: Id | null;
  passwordHash: string | null;
}

export interface NewUserRow extends StoredUser {
  initialUntil: number;
  createdAt: number;
  createdBy: Id;
}

/** An account as administrators see it: no hash, no personal data but the display name. */
export interface AccountView {
  userId: Id;
  name: string;
  displayName: string;
  personId: Id;
  machine: boolean;
  centreId: Id | null;
  workerNo: number | null;
  agencyId: Id | null;
  mustChangePassword: boolean;
  disabled: boolean;
  /** Epoch milliseconds; in the past or null: not locked. */
  lockedUntil: number | null;
  roles: { role: string; centreId: Id | '*' }[];
}

export type AccountSort = 'name' | 'displayName' | 'createdAt';

const ORDERS: Keyset<AccountSort> = {
  fields: { name: 't.name', displayName: 't.display_name', createdAt: 't.created_at' },
  key: 't.id',
  keyName: 'id',
};

interface UserSql {
  id: string;
  name: string;
  display_name: string;
  person_id: string;
  machine: number;
  centre_id: string | null;
  worker_no: number | null;
  agency_id: string | null;
  password_hash: string | null;
}

type ListSql = UserSql & {
  must_change_password: number;
  disabled: number;
  locked_until: number | null;
  role: string | null;
  role_centre_id: string | null;
};

const COLUMNS = [
  'id',
  'name',
  'display_name',
  'person_id',
  'machine',
  'centre_id',
  'worker_no',
  'agency_id',
  'password_hash',
];
const numberOrNull = (value: number | null): number | null => (value === null ? null : Number(value));

const toUser = (row: UserSql): StoredUser => ({
  ...{
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    personId: row.person_id,
    machine: Number(row.machine) === 1,
  },
  ...{
    centreId: row.centre_id,
    workerNo: numberOrNull(row.worker_no),
    agencyId: row.agency_id,
    passwordHash: row.password_hash,
  },
});

/** Rows of `app_user` and `user_role`; everything that writes runs in the caller's unit. */
@Injectable()
export class AccountStore {
  constructor(private readonly db: Database) {}

  /** @throws DomainError NOT_FOUND */
  async require(userId: Id): Promise<StoredUser> {
    const row = await this.db.one<UserSql>(`SELECT ${COLUMNS.join(', ')} FROM app_user WHERE id = ?`, [userId]);
    if (!row) throw new DomainError('NOT_FOUND', { what: 'user' });
    return toUser(row);
  }

  /** @throws DomainError USER_NAME_TAKEN, WORKER_HAS_ACCOUNT */
  async add(user: NewUserRow): Promise<void> {
    const columns = [
      ...COLUMNS,
      'must_change_password',
      'initial_until',
      'disabled',
      'failed_logins',
      'locked_until',
      'created_at',
      'created_by',
    ];
    const initial = user.passwordHash === null ? null : user.initialUntil;
    const row = [
      ...[
        user.id,
        user.name,
        user.displayName,
        user.personId,
        user.machine ? 1 : 0,
        user.centreId,
        user.workerNo,
        user.agencyId,
        user.passwordHash,
      ],
      ...[initial === null ? 0 : 1, initial, 0, 0, null, user.createdAt, user.createdBy],
    ];
    await namingTheKey(user, () => this.db.insert('app_user', columns, [row]));
  }

  /**
   * @param initialUntil set for a password somebody else chose, which must be changed
   * @param present when given, the hash that must still stand there: two changes at once do not both succeed
   */
  async setPassword(userId: Id, hash: string, initialUntil: number | null, present?: string | null): Promise<void> {
    const guard = present == null ? '' : ' AND password_hash = ?';
    const changed = await this.db.execute(
      `UPDATE app_user SET password_hash = ?, must_change_password = ?, initial_until = ?, failed_logins = 0, locked_until = NULL WHERE id = ?${guard}`,
      [hash, initialUntil === null ? 0 : 1, initialUntil, userId, ...(present == null ? [] : [present])],
    );
    expectOne(changed, 'password');
  }

  async setDisabled(userId: Id, disabled: boolean): Promise<void> {
    await this.db.execute('UPDATE app_user SET disabled = ? WHERE id = ?', [disabled ? 1 : 0, userId]);
  }

  /** @throws DomainError WORKER_HAS_ACCOUNT */
  async linkWorker(userId: Id, centreId: Id | null, workerNo: number | null): Promise<void> {
    const link = (): Promise<number> =>
      this.db.execute('UPDATE app_user SET centre_id = ?, worker_no = ? WHERE id = ?', [centreId, workerNo, userId]);
    await namingTheKey({ name: '', workerNo }, link);
  }

  /** Roles of all accounts of the person, whose rows stay locked until the unit ends. */
  async lockRolesOfPerson(personId: Id): Promise<string[]> {
    await this.db.query(`SELECT id FROM app_user WHERE person_id = ? ORDER BY id${this.db.forUpdate}`, [personId]);
    const rows = await this.db.query<{ role: string }>(
      'SELECT r.role FROM user_role r JOIN app_user u ON u.id = r.user_id WHERE u.person_id = ?',
      [personId],
    );
    return rows.map((row) => row.role);
  }

  async addRole(userId: Id, role: Role, centreId: Id | '*'): Promise<void> {
    await this.db.insertMissing('user_role', ['user_id', 'role', 'centre_id'], [[userId, role, centreId]]);
  }

  async removeRole(userId: Id, role: Role, centreId: Id | '*'): Promise<boolean> {
    return (
      (await this.db.execute('DELETE FROM user_role WHERE user_id = ? AND role = ? AND centre_id = ?', [
        userId,
        role,
        centreId,
      ])) === 1
    );
  }

  async list(centreId: Id | undefined, page: PageRequest<AccountSort>): Promise<Page<AccountView>> {
    const [where, values] = centreId === undefined ? ['1 = 1', []] : ['t.centre_id = ?', [centreId]];
    const { rows: ids, next } = await idPage(this.db, 'app_user', ORDERS, where, values, page);
    if (ids.length === 0) return { rows: [], next };
    const rows = await this.db.query<ListSql>(
      `SELECT ${COLUMNS.map((c) => `u.${c}`).join(', ')}, u.must_change_password, u.disabled, u.locked_until, r.role, r.centre_id AS role_centre_id
         FROM app_user u LEFT JOIN user_role r ON r.user_id = u.id WHERE u.id IN (${ids.map(() => '?').join(', ')})
         ORDER BY r.role, r.centre_id`,
      ids,
    );
    const views = new Map<Id, AccountView>();
    for (const row of rows) {
      const view = views.get(row.id) ?? toView(row);
      if (row.role !== null && row.role_centre_id !== null)
        view.roles.push({ role: row.role, centreId: row.role_centre_id });
      views.set(row.id, view);
    }
    return { rows: ids.flatMap((id) => views.get(id) ?? []), next };
  }
}

function toView(row: ListSql): AccountView {
  const { id, passwordHash: _, ...user } = toUser(row);
  const flags = { mustChangePassword: Number(row.must_change_password) === 1, disabled: Number(row.disabled) === 1 };
  return { userId: id, ...user, ...flags, lockedUntil: numberOrNull(row.locked_until), roles: [] };
}

/** The engines name the violated key (or its columns); the only two are the name and the worker. */
async function namingTheKey(
  user: { name: string; workerNo: number | null },
  write: () => Promise<unknown>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    const mapped = mapDriverError(error);
    if (!(mapped instanceof DomainError) || mapped.code !== 'DUPLICATE_KEY') throw error;
    if (String(mapped.params.key).includes('worker_no'))
      throw new DomainError('WORKER_HAS_ACCOUNT', { workerNo: user.workerNo });
    throw new DomainError('USER_NAME_TAKEN', { name: user.name }, { field: 'name' });
  }
}
