import type { Actor, Role } from '@gridstaff/contracts';
import { Accounts, Actors } from '@gridstaff/identity';
import type { Id } from '@gridstaff/kernel';
import type { INestApplicationContext } from '@nestjs/common';

/** The persons of the demo: each step of a month is somebody else's, as in the real office. */
export const OFFICE = [
  { name: 'demo.hr', displayName: '演示·人事', role: 'hr' },
  { name: 'demo.finance', displayName: '演示·财务复核', role: 'finance' },
  { name: 'demo.leader', displayName: '演示·领导审批', role: 'leader' },
  { name: 'demo.cashier', displayName: '演示·财务支付', role: 'finance' },
  { name: 'demo.auditor', displayName: '演示·审计', role: 'auditor' },
] as const satisfies readonly { name: string; displayName: string; role: Role }[];

export interface Office {
  hr: Actor;
  finance: Actor;
  leader: Actor;
  cashier: Actor;
  auditor: Actor;
}

/** Opens the accounts through the same use cases as `user add`; nobody's first password is kept. */
export async function openOffice(app: INestApplicationContext, centreId: Id): Promise<Office> {
  const accounts = app.get(Accounts);
  const actors = app.get(Actors);
  const system = actors.system();
  for (const person of OFFICE) {
    const { userId } = await accounts.create(system, { name: person.name, displayName: person.displayName, centreId });
    await accounts.grantRole(system, userId, person.role, centreId);
  }
  const [hr, finance, leader, cashier, auditor] = await Promise.all(OFFICE.map((person) => actors.forUserName(person.name)));
  return { hr, finance, leader, cashier, auditor } as Office;
}
