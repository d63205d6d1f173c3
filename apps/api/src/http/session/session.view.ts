import type { SignedIn } from '@gridstaff/identity';

export interface SignedInView {
  userId: string;
  name: string;
  displayName: string;
  mustChangePassword: boolean;
  centreId: string | null;
  workerNo: number | null;
  agencyId: string | null;
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
}: SignedIn): SignedInView => ({
  userId: actor.userId,
  ...{ name, displayName, mustChangePassword, centreId, workerNo, agencyId },
  grants: [...actor.grants].map(([centre, permissions]) => ({
    centreId: centre,
    permissions: [...permissions].sort(),
  })),
});
