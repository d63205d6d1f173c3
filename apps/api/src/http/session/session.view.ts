import type { SignedIn } from '@gridstaff/identity';
import { isoInstant } from '../common/view';

export interface SignedInView {
  userId: string;
  name: string;
  displayName: string;
  mustChangePassword: boolean;
  centreId: string | null;
  workerNo: number | null;
  agencyId: string | null;
  /** Null for a token, which has no session to end. */
  session: { expiresAt: string | null; idleMinutes: number } | null;
  /** Permissions per centre, `*` for every centre: what the web app shows and hides. The server asks again at every step. */
  grants: { centreId: string; permissions: string[] }[];
}

export const signedInView = ({
  actor,
  name,
  displayName,
  mustChangePassword,
  centreId,
  workerNo,
  agencyId,
  session,
}: SignedIn): SignedInView => ({
  userId: actor.userId,
  ...{ name, displayName, mustChangePassword, centreId, workerNo, agencyId },
  session: session && { ...session, expiresAt: isoInstant(session.expiresAt) },
  grants: [...actor.grants].map(([centre, permissions]) => ({
    centreId: centre,
    permissions: [...permissions].sort(),
  })),
});
