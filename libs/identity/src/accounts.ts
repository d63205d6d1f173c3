import { AuditLog } from '@gridstaff/audit';
import { type Actor, isRole, requirePermission, type Role } from '@gridstaff/contracts';
import { DomainError, type Id, type Json, type Page, type PageRequest } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type AccountSort, AccountStore, type AccountView, type StoredUser } from './account-store';
import { LoginGuard } from './login-guard';
import { checkPassword } from './password-policy';
import { PasswordHasher, randomPassword } from './passwords';
import { isApproving, refuseIncompatible } from './roles';
import { SessionStore } from './session-store';
import { parseUserName } from './user-name';

export interface NewAccount {
  name: string;
  displayName: string;
  /** Centre whose `user:manage` looks after the account; left out: the installation's. */
  centreId?: Id;
  /** The worker of `centreId` who this is. */
  workerNo?: number;
  agencyId?: Id;
  /** Another account (user id) of the same human being: duties are separated across both. */
  samePersonAs?: Id;
  /** For a program: no password, tokens only. */
  machine?: boolean;
}

export interface CreatedAccount {
  userId: Id;
  personId: Id;
  /** Shown once; must be changed at the first sign-in, within seven days. null for a machine account. */
  password: string | null;
}

const INITIAL_PASSWORD_MS = 7 * 24 * 3_600_000;

/**
 * Accounts, their passwords and roles. Accounts are managed with `user:manage` of their centre, roles with `role:grant` of the centre they
 * are given for (`*`: the installation). Every act is audited in the installation's chain.
 */
@Injectable()
export class Accounts {
  constructor(
    private readonly store: AccountStore,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionStore,
    private readonly guard: LoginGuard,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError FORBIDDEN, USER_NAME_INVALID, USER_NAME_TAKEN, WORKER_HAS_ACCOUNT, NOT_FOUND, NOT_A_HUMAN */
  async create(actor: Actor, input: NewAccount): Promise<CreatedAccount> {
    requirePermission(actor, 'user:manage', input.centreId ?? '*');
    const name = parseUserName(input.name);
    const machine = input.machine ?? false;
    if (machine && (input.workerNo !== undefined || input.samePersonAs)) throw new DomainError('NOT_A_HUMAN');
    if (input.workerNo !== undefined && !input.centreId)
      throw new DomainError('MISSING_FIELD', { name: 'centreId' }, { field: 'centreId' });
    const password = machine ? null : randomPassword();
    const passwordHash = password === null ? null : await this.hasher.hash(password);
    return this.uow.run(async () => {
      const userId = this.ids.next();
      const personId = input.samePersonAs
        ? (await this.humanToManage(actor, input.samePersonAs)).personId
        : this.ids.next();
      const now = this.clock.millis();
      await this.store.add({
        ...{
          id: userId,
          name,
          displayName: input.displayName.trim(),
          personId,
          machine,
          centreId: input.centreId ?? null,
        },
        ...{
          workerNo: input.workerNo ?? null,
          agencyId: input.agencyId ?? null,
          passwordHash,
          initialUntil: now + INITIAL_PASSWORD_MS,
        },
        ...{ createdAt: now, createdBy: actor.userId },
      });
      await this.record(actor, 'user.created', userId, {
        personId,
        machine,
        centreId: input.centreId ?? null,
        workerNo: input.workerNo ?? null,
      });
      return { userId, personId, password };
    });
  }

  /** A new random password, shown once; ends the user's sessions and lifts a lock. @throws DomainError NOT_FOUND, FORBIDDEN, NOT_A_HUMAN */
  async reset(actor: Actor, userId: Id): Promise<{ password: string }> {
    const password = randomPassword();
    const passwordHash = await this.hasher.hash(password);
    return this.uow.run(async () => {
      await this.humanToManage(actor, userId);
      await this.store.setPassword(userId, passwordHash, this.clock.millis() + INITIAL_PASSWORD_MS);
      await this.sessions.endAllOf(userId);
      await this.record(actor, 'user.password_reset', userId);
      return { password };
    });
  }

  /**
   * One's own password: the only act open to somebody who still has the initial one. Ends all of one's sessions, this one too. Wrong tries
   * count towards the lock, so that a stolen session is no way to guess. @throws DomainError PASSWORD_WRONG, PASSWORD_UNCHANGED,
   * PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_GUESSABLE
   */
  async changePassword(actor: Actor, present: string, next: string): Promise<void> {
    const user = await this.store.require(actor.userId);
    const counted = await this.uow.run(() => this.guard.countTry(user.id));
    if (!(await this.hasher.verify(user.passwordHash, present)) || !counted)
      throw new DomainError('PASSWORD_WRONG', {}, { field: 'present' });
    if (next === present) throw new DomainError('PASSWORD_UNCHANGED', {}, { field: 'password' });
    checkPassword(next, user);
    const passwordHash = await this.hasher.hash(next);
    await this.uow.run(async () => {
      await this.store.setPassword(user.id, passwordHash, null, user.passwordHash);
      await this.sessions.endAllOf(user.id);
      await this.record(actor, 'user.password_changed', user.id);
    });
  }

  /** Takes effect at once: sessions end, tokens stop. @throws DomainError NOT_FOUND, FORBIDDEN */
  async disable(actor: Actor, userId: Id): Promise<void> {
    await this.setDisabled(actor, userId, true);
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async enable(actor: Actor, userId: Id): Promise<void> {
    await this.setDisabled(actor, userId, false);
  }

  /**
   * Counts from the user's next request. Giving a role twice is no error.
   * @param centreId the centre it is given for, `*` for the installation
   * @throws DomainError NOT_FOUND, FORBIDDEN, ROLE_UNKNOWN, ROLE_OWN, ROLES_INCOMPATIBLE, ROLE_NOT_FOR_MACHINES
   */
  async grantRole(actor: Actor, userId: Id, role: string, centreId: Id | '*'): Promise<void> {
    await this.uow.run(async () => {
      const { user, name } = await this.roleChange(actor, userId, role, centreId);
      if (user.machine && isApproving(name)) throw new DomainError('ROLE_NOT_FOR_MACHINES', { role });
      // Two grants to accounts of one person take turns, else each could miss the other's half of a forbidden pair.
      refuseIncompatible(name, await this.store.lockRolesOfPerson(user.personId));
      await this.store.addRole(userId, name, centreId);
      await this.record(actor, 'role.granted', userId, { role, centreId });
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN, ROLE_UNKNOWN, ROLE_OWN */
  async revokeRole(actor: Actor, userId: Id, role: string, centreId: Id | '*'): Promise<void> {
    await this.uow.run(async () => {
      const { name } = await this.roleChange(actor, userId, role, centreId);
      if (!(await this.store.removeRole(userId, name, centreId))) throw new DomainError('NOT_FOUND', { what: 'role' });
      await this.record(actor, 'role.revoked', userId, { role, centreId });
    });
  }

  /** Says which worker the person is, so that nobody decides about their own pay; null unlinks. @throws DomainError WORKER_HAS_ACCOUNT, NOT_A_HUMAN */
  async linkWorker(actor: Actor, userId: Id, link: { centreId: Id; workerNo: number } | null): Promise<void> {
    if (link) requirePermission(actor, 'user:manage', link.centreId);
    await this.uow.run(async () => {
      const user = await this.humanToManage(actor, userId);
      await this.store.linkWorker(userId, link?.centreId ?? user.centreId, link?.workerNo ?? null);
      await this.record(actor, 'user.linked', userId, {
        centreId: link?.centreId ?? null,
        workerNo: link?.workerNo ?? null,
      });
    });
  }

  /** Accounts by name, with their roles; those of one centre, or all. @throws DomainError NOT_FOUND, FORBIDDEN */
  async list(actor: Actor, centreId: Id | undefined, page: PageRequest<AccountSort>): Promise<Page<AccountView>> {
    requirePermission(actor, 'user:manage', centreId ?? '*');
    return this.store.list(centreId, page);
  }

  private async setDisabled(actor: Actor, userId: Id, disabled: boolean): Promise<void> {
    await this.uow.run(async () => {
      await this.toManage(actor, userId);
      await this.store.setDisabled(userId, disabled);
      if (disabled) await this.sessions.endAllOf(userId);
      await this.record(actor, disabled ? 'user.disabled' : 'user.enabled', userId);
    });
  }

  private async roleChange(
    actor: Actor,
    userId: Id,
    role: string,
    centreId: Id | '*',
  ): Promise<{ user: StoredUser; name: Role }> {
    requirePermission(actor, 'role:grant', centreId);
    if (!isRole(role)) throw new DomainError('ROLE_UNKNOWN', { role: role.slice(0, 32) }, { field: 'role' });
    const user = await this.store.require(userId);
    if (user.personId === actor.personId) throw new DomainError('ROLE_OWN');
    return { user, name: role };
  }

  private async toManage(actor: Actor, userId: Id): Promise<StoredUser> {
    const user = await this.store.require(userId);
    requirePermission(actor, 'user:manage', user.centreId ?? '*', 'user');
    return user;
  }

  private async humanToManage(actor: Actor, userId: Id): Promise<StoredUser> {
    const user = await this.toManage(actor, userId);
    if (user.machine) throw new DomainError('NOT_A_HUMAN');
    return user;
  }

  private record(actor: Actor, action: string, userId: Id, data?: Json): Promise<void> {
    return this.audit.append({ actor, centreId: null, action, subjectType: 'user', subjectId: userId, data });
  }
}
