import type { Role } from '@gridstaff/contracts';
import { Accounts, Actors } from '@gridstaff/identity';
import { invariant } from '@gridstaff/kernel';
import { Agencies, Centres } from '@gridstaff/roster';
import type { INestApplicationContext } from '@nestjs/common';
import { withApp } from '../run';
import { OFFICE } from './office';
import { AGENCIES } from './people';
import { demoEnvironment } from './run-demo';

/** An account that somebody who looks at the demo can sign in with. */
export interface Visitor {
  name: string;
  displayName: string;
  role: Role;
  /** To be changed at the first sign-in; kept nowhere. */
  password: string;
}

interface Newcomer {
  name: string;
  displayName: string;
  role: Role;
  centreId?: string;
  workerNo?: number;
  agencyId?: string;
}

/** The first of the generated roster. */
const A_WORKER = 1;

/**
 * After the year, by the clock of the wall (a first password lasts for days, and the year was long ago): new passwords for the office, and
 * accounts for those who take no part in a month.
 * @param folder where the demo lives, if not in var/demo
 */
export const receiveVisitors = (folder?: string): Promise<Visitor[]> =>
  withApp(
    async (app) => {
      const accounts = app.get(Accounts);
      const actors = app.get(Actors);
      const visitors: Visitor[] = [];
      for (const person of OFFICE) {
        const { userId } = await actors.forUserName(person.name);
        const { password } = await accounts.reset(actors.system(), userId);
        visitors.push({ ...person, password });
      }
      for (const newcomer of await newcomers(app)) {
        const { role, ...account } = newcomer;
        const { userId, password } = await accounts.create(actors.system(), account);
        invariant(password !== null, 'a person has a password');
        await accounts.grantRole(actors.system(), userId, role, newcomer.centreId ?? '*');
        visitors.push({ name: account.name, displayName: account.displayName, role, password });
      }
      return visitors;
    },
    { env: demoEnvironment(folder), consumeJobs: false },
  );

async function newcomers(app: INestApplicationContext): Promise<Newcomer[]> {
  const system = app.get(Actors).system();
  const [centre] = await app.get(Centres).list(system);
  invariant(centre, 'the demo has its centre');
  const [agency] = await app.get(Agencies).list(system, centre.id);
  invariant(agency, `the demo has ${AGENCIES.length} agencies`);
  const centreId = centre.id;
  return [
    { name: 'demo.worker', displayName: '演示·网格员', role: 'worker', centreId, workerNo: A_WORKER },
    { name: 'demo.agency', displayName: `演示·${agency.name}`, role: 'agency_clerk', centreId, agencyId: agency.id },
    { name: 'demo.system', displayName: '演示·系统管理员', role: 'system_admin' },
    { name: 'demo.security', displayName: '演示·安全管理员', role: 'security_admin' },
    { name: 'demo.audit', displayName: '演示·审计管理员', role: 'audit_admin' },
  ];
}
