import { type Permission, type Role, ROLES } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';

/**
 * Never held by one person, in whatever accounts and centres: who keeps the system or grants the rights is not who reads the log of it
 * (等保 三员分立), and neither the system administrator nor an auditor approves pay.
 */
const INCOMPATIBLE: readonly (readonly [Role, Role])[] = [
  ['system_admin', 'audit_admin'],
  ['security_admin', 'audit_admin'],
  ['system_admin', 'auditor'],
  ['system_admin', 'leader'],
  ['audit_admin', 'leader'],
  ['auditor', 'leader'],
];

const APPROVING: readonly Permission[] = ['run:check', 'run:approve', 'attendance:approve'];

/** @throws DomainError ROLES_INCOMPATIBLE */
export function refuseIncompatible(role: Role, held: readonly string[]): void {
  for (const [a, b] of INCOMPATIBLE) {
    const other = a === role ? b : b === role ? a : undefined;
    if (other && held.includes(other)) throw new DomainError('ROLES_INCOMPATIBLE', { role, other });
  }
}

export const isApproving = (role: Role): boolean =>
  APPROVING.some((p) => (ROLES[role] as readonly Permission[]).includes(p));
