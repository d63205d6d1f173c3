import { DomainError, type Id } from '@gridstaff/kernel';
import type { Permission } from './permissions';

/** Who acts. Every use case takes it first; it is made by libs/identity from a session, a token, or `--as` on the command line. */
export interface Actor {
  userId: Id;
  /** The human being: several accounts of one person share it, and duties are separated by it. */
  personId: Id;
  /** Permissions per centre; `*` stands for every centre (installation-wide roles). */
  grants: ReadonlyMap<Id | '*', ReadonlySet<Permission>>;
  /** Operating-system user behind a command-line act. */
  osUser?: string;
}

export function can(actor: Actor, permission: Permission, centreId: Id): boolean {
  return (actor.grants.get(centreId)?.has(permission) ?? false) || (actor.grants.get('*')?.has(permission) ?? false);
}

/** Centres in which the actor holds the permission; '*' when in all. */
export function centresWith(actor: Actor, permission: Permission): Id[] | '*' {
  if (actor.grants.get('*')?.has(permission)) return '*';
  return [...actor.grants].filter(([, set]) => set.has(permission)).map(([id]) => id);
}

/**
 * The centre of the thing asked for decides. Someone without any right in that centre is told it does not exist, so that ids of other
 * centres cannot be probed. @throws DomainError NOT_FOUND, FORBIDDEN
 */
export function requirePermission(actor: Actor, permission: Permission, centreId: Id, what = 'centre'): void {
  if (can(actor, permission, centreId)) return;
  const insider = actor.grants.has(centreId) || actor.grants.has('*');
  throw insider ? new DomainError('FORBIDDEN', { permission }) : new DomainError('NOT_FOUND', { what });
}
