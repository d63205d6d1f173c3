import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { api, askQuietly, asProblem, type Id } from '../../shared/api';
import { keepingSettings, stored } from '../../shared/stored';
import { ProblemPage } from '../../shared/problem-view';
import { Splash } from '../shell/splash';
import { FirstPasswordPage } from './first-password-page';
import { SessionEnd } from './session-end';
import { SignInAgain } from './sign-in-again';
import { SignInPage } from './sign-in-page';
import { holds, type Session, SessionContext } from '../../shared/session';

const chosenCentre = stored<string>('centre', '', (value): value is string => typeof value === 'string');

const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => api.session.me(), staleTime: 300_000 });
const centresQuery = queryOptions({ queryKey: ['centres'], queryFn: () => api.centres.list(), staleTime: 300_000 });

/** Asks who is there, and of which centres, before the first part is drawn; the gate tells what came of it. Nobody there: both are refused. */
export function askAhead(client: QueryClient): void {
  void client.prefetchQuery(meQuery);
  void client.prefetchQuery({ ...centresQuery, queryFn: () => api.centres.list(askQuietly) });
}

/** Nobody passes without a session; with a first password only to the page that changes it. */
export function SessionGate({ children }: { children: ReactNode }): ReactElement {
  const me = useQuery(meQuery);
  if (me.isPending) return <Splash />;
  if (me.error) {
    const problem = asProblem(me.error);
    return problem.status === 401 ? (
      <SignInPage />
    ) : (
      <ProblemPage problem={problem} onAgain={() => void me.refetch()} />
    );
  }
  if (me.data.mustChangePassword) return <FirstPasswordPage name={me.data.name} />;
  return <SignedIn me={me.data}>{children}</SignedIn>;
}

function SignedIn({ me, children }: { me: Session['me']; children: ReactNode }): ReactElement {
  const client = useQueryClient();
  const centres = useQuery(centresQuery);
  const chosen = chosenCentre.use();
  const session = useMemo<Session>(() => {
    const list = centres.data ?? [];
    const centre = list.find(({ id }) => id === chosen) ?? list.find(({ id }) => id === me.centreId) ?? list[0];
    return {
      me,
      centre,
      centres: list,
      chooseCentre: (id: Id) => chosenCentre.set(id),
      can: (permission) => holds(me, permission, centre?.id),
      signOut: async () => {
        await keepingSettings(() => api.session.signOut());
        client.clear();
        window.location.assign('/');
      },
    };
  }, [me, centres.data, chosen, client]);
  if (centres.isPending) return <Splash />;
  if (centres.error) return <ProblemPage problem={asProblem(centres.error)} onAgain={() => void centres.refetch()} />;
  return (
    <SessionContext value={session}>
      {children}
      <SessionEnd session={me.session} />
      <SignInAgain name={me.name} userId={me.userId} />
    </SessionContext>
  );
}
