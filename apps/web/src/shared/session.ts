import type { Permission } from '@gridstaff/contracts';
import { createContext, useContext } from 'react';
import type { Centre, Id, Me } from './api';

export interface Session {
  me: Me;
  /** The centre that the pages are about; undefined for accounts that see none. */
  centre: Centre | undefined;
  centres: readonly Centre[];
  chooseCentre(id: Id): void;
  /** Whether the account holds the permission in the chosen centre (or everywhere). The server asks again at every step. */
  can(permission: Permission): boolean;
  signOut(): Promise<void>;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('outside of a session');
  return session;
}

/** The chosen centre, on pages that the menu shows only with one. */
export function useCentre(): Centre {
  const { centre } = useSession();
  if (!centre) throw new Error('no centre');
  return centre;
}

export function holds(me: Me, permission: Permission, centreId: Id | undefined): boolean {
  return me.grants.some(
    (grant) => (grant.centreId === '*' || grant.centreId === centreId) && grant.permissions.includes(permission),
  );
}
