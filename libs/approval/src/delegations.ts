import { AuditLog } from '@gridstaff/audit';
import { type Actor, can, centresWith, type Permission } from '@gridstaff/contracts';
import { Actors } from '@gridstaff/identity';
import { dateRange, DomainError, type Id, type LocalDate } from '@gridstaff/kernel';
import { Database, expectOne, UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';

export interface NewDelegation {
  toUserId: Id;
  permission: Permission;
  from: LocalDate;
  /** Exclusive. */
  to: LocalDate;
}

/** A delegator as they stand now, and what they handed over to whoever asked. */
export interface Delegator {
  actor: Actor;
  permissions: ReadonlySet<Permission>;
}

/** While someone is away, another person decides with their permission. It is lent, never passed on: only one's own rights count. */
@Injectable()
export class Delegations {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly actors: Actors,
    private readonly audit: AuditLog,
  ) {}

  /** Lends the actor's own permission. @throws DomainError DELEGATION_INVALID, EMPTY_RANGE, NOT_FOUND, ACCOUNT_DISABLED */
  async delegate(actor: Actor, input: NewDelegation): Promise<Id> {
    const { from, to } = dateRange(input.from, input.to, 'to');
    return this.uow.run(async () => {
      const delegate = await this.actors.forUser(input.toUserId);
      const holds = centresWith(actor, input.permission).length > 0;
      if (!holds || delegate.personId === actor.personId) throw new DomainError('DELEGATION_INVALID');
      const id = this.ids.next();
      const columns = [
        'id',
        'from_user_id',
        'to_user_id',
        'permission',
        'from_date',
        'to_date',
        'created_at',
        'revoked_at',
      ];
      await this.db.insert('approval_delegation', columns, [
        [id, actor.userId, delegate.userId, input.permission, from, to, this.clock.millis(), null],
      ]);
      await this.audit.append({
        ...{ actor, centreId: null, action: 'delegation.given', subjectType: 'delegation', subjectId: id },
        data: { toUserId: delegate.userId, permission: input.permission, from, to },
      });
      return id;
    });
  }

  /** By the delegator. @throws DomainError STALE when it is not theirs or revoked already */
  async revoke(actor: Actor, id: Id): Promise<void> {
    await this.uow.run(async () => {
      const sql =
        'UPDATE approval_delegation SET revoked_at = ? WHERE id = ? AND from_user_id = ? AND revoked_at IS NULL';
      expectOne(await this.db.execute(sql, [this.clock.millis(), id, actor.userId]), 'delegation');
      await this.audit.append({
        actor,
        centreId: null,
        action: 'delegation.revoked',
        subjectType: 'delegation',
        subjectId: id,
      });
    });
  }

  /** Who lends the actor a permission today, with the rights they have today; two queries. */
  async lendingTo(actor: Actor): Promise<Delegator[]> {
    const today = this.clock.today();
    const rows = await this.db.query<{ from_user_id: string; permission: Permission }>(
      `SELECT from_user_id, permission FROM approval_delegation
        WHERE to_user_id = ? AND from_date <= ? AND to_date > ? AND revoked_at IS NULL ORDER BY created_at, id`,
      [actor.userId, today, today],
    );
    const delegators = await this.actors.forUsers([...new Set(rows.map((row) => row.from_user_id))]);
    return delegators.map((delegator) => ({
      actor: delegator,
      permissions: new Set(rows.filter((row) => row.from_user_id === delegator.userId).map((row) => row.permission)),
    }));
  }
}

export const lends = (d: Delegator, permission: Permission, centreId: Id): boolean =>
  d.permissions.has(permission) && can(d.actor, permission, centreId);
