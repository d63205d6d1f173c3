import { auditEntities } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import { exchangeEntities } from '@gridstaff/exchange';
import { addDays, DomainError, type Id, monthsAfter } from '@gridstaff/kernel';
import { Agencies, Centres, checkDigitOf, Employments, rosterEntities, RosterLoader, RosterModule, Structure, WorkerChanges, WorkerDetails, WorkerTerms } from '@gridstaff/roster';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import { dispatchEntities, DispatchModule } from '.';
import { retirementRules } from './application/retirement-file';
import { checkPerson, expiriesOfPerson } from './domain/person-checks';

const HR: Actor = {
  userId: '01850000-0000-7000-8000-00000000000a',
  personId: '01850000-0000-7000-8000-00000000000b',
  grants: new Map([['*', new Set(['centre:manage', 'roster:read', 'roster:write', 'roster:import', 'agency:manage', 'grade:manage'] as const)]]),
};
const PEOPLE = 160;
const TODAY = '2025-06-15';

/** The same at every run. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function idNumber(i: number, year: number): string {
  const first17 = `430204${year}${['0110', '0615', '0802', '1220'][i % 4]}${String(i % 1000).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
}

describe('whom the checks of dispatch look at', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let centreId: Id;
  const roll = dice(20250615);
  const one = <T>(of: readonly T[]): T => of[roll(of.length)] as T;

  beforeAll(async () => {
    test = await createTestDatabase([...auditEntities, ...exchangeEntities, ...rosterEntities, ...dispatchEntities]);
    test.clock.set(`${TODAY}T09:00:00+08:00`);
    rooms = await startRooms(test, [RosterModule, DispatchModule]);
    centreId = (await rooms.get(Centres).create(HR, { code: 'RV', name: '网格中心', region: '430200' })).id;
    for (const code of ['A1', 'A2']) await rooms.get(Agencies).create(HR, centreId, { code, name: `派遣公司${code}` });
    await rooms.get(Structure).saveUnits(HR, centreId, [{ code: 'S1', name: '街道', kind: 'street' }, { code: 'G1', name: '网格', kind: 'grid', parentCode: 'S1' }]);
    await rooms.get(Structure).saveGrades(HR, centreId, [{ code: 'W1', name: '一级', postCode: 'W', base: 190_000, post: 0, performance: 0, from: '2015-01-01' }]);
    await rooms.get(Structure).saveCertificateStandards(HR, centreId, [{ code: 'C1', amount: 10_000, from: '2015-01-01' }]);
  }, 60_000);

  afterAll(() => test.close());

  /** Some of what may happen to somebody; what the roster refuses has not happened. */
  async function live(workerNo: number, joinedOn: string): Promise<void> {
    const tried = async (act: () => Promise<unknown>): Promise<void> => {
      test.clock.advance(10);
      try {
        await act();
      } catch (error) {
        if (!(error instanceof DomainError) || error.code === 'BUG') throw error;
      }
    };
    const [terms, changes] = [rooms.get(WorkerTerms), rooms.get(WorkerChanges)];
    const target = { centreId, workerNo };
    let startsOn = joinedOn;
    for (let n = 0; n < roll(4); n++) {
      const endsOn = one([addDays(monthsAfter(startsOn, 24), -1), addDays(monthsAfter(startsOn, 36), -1), addDays(monthsAfter(startsOn, 12), -1), addDays(TODAY, one([-1, 30, 60, 61, 300])), undefined]);
      const signedOn = one([startsOn, startsOn, addDays(startsOn, 20), addDays(startsOn, 31), addDays(startsOn, 45), undefined]);
      const more = { postKind: one(['auxiliary', 'auxiliary', 'auxiliary', 'temporary'] as const), fullTime: roll(8) > 0, ...(roll(6) === 0 ? { probationEndsOn: addDays(startsOn, 40) } : {}) };
      await tried(() => terms.addContract(HR, { ...target, startsOn, endsOn, signedOn, ...more }));
      if (endsOn !== undefined) startsOn = addDays(endsOn, one([1, 1, 1, 20]));
    }
    if (roll(4) === 0) await tried(() => terms.setIdentityCard(HR, { ...target, from: joinedOn, validUntil: addDays(TODAY, one([-10, 59, 60, 61, 3000])) }));
    if (roll(3) === 0) await tried(() => changes.addCertificate(HR, { ...target, from: joinedOn, code: 'C1' }));
    if (roll(3) === 0) await tried(() => terms.setRetirement(HR, { ...target, from: joinedOn, category: one(['female_50', 'female_55'] as const) }));
    if (roll(6) === 0) await tried(() => changes.changeStatus(HR, { ...target, from: addDays(TODAY, -30), status: 'suspended', statusReason: 'other' }));
    if (roll(6) === 0) await tried(() => changes.returnToAgency(HR, { ...target, lastDay: addDays(TODAY, one([-500, -366, -365, -364, -1, 0, 20])), reason: '退回' }));
    else if (roll(8) === 0) await tried(() => changes.endEngagement(HR, { ...target, lastDay: addDays(TODAY, one([-40, 30, 90])), endReason: 'left' }));
    // Rows that were put right or taken back make what earlier rows say untrue.
    const { timeline } = await rooms.get(WorkerDetails).get(HR, target);
    for (const { kind, factId, inForce } of timeline) {
      if (!['contract', 'certificate', 'identityCard'].includes(kind) || inForce.length === 0 || roll(4) > 0) continue;
      const to = addDays(TODAY, one([-20, 10, 59, 60, 61, 62, 400]));
      await tried(() => (roll(2) === 0 ? changes.retract(HR, { ...target, kind, factId, reason: '登记错误' }) : changes.correct(HR, { ...target, kind, factId, to, reason: '更正' })));
    }
  }

  it('leaves out nobody of whom there is anything to say, of a centre where everything happens', async () => {
    const people = Array.from({ length: PEOPLE }, (_, i) => {
      const year = one([1962, 1964, 1965, 1970, 1974, 1975, 1976, 1985, 1990, 1995, 2007, 2008]);
      const joinedOn = one(['2019-03-01', '2022-01-31', '2023-06-16', '2025-05-20', '2025-06-10']);
      const status = roll(8) === 0 ? ({ status: 'probation', probationLastDay: addDays(TODAY, one([10, 70])) } as const) : {};
      return { name: `测试${i}`, idNumber: idNumber(i, year), agency: one(['A1', 'A2']), joinedOn: year >= 2007 ? '2025-05-20' : joinedOn, gridCode: 'G1', gradeCode: 'W1', ...status };
    });
    const { people: keys } = await rooms.get(RosterLoader).load(HR, centreId, people);
    for (const [i, { no }] of keys.entries()) await live(no, people[i]?.joinedOn as string);
    const rules = retirementRules();
    const employments = rooms.get(Employments);
    let quiet = 0;
    for (const on of [TODAY, '2025-06-01', '2025-08-14', '2024-06-15', '2026-01-01']) {
      const said = async (all: AsyncGenerator<Awaited<ReturnType<Employments['of']>>>): Promise<string[]> => {
        const keysOf: string[] = [];
        for await (const slice of all)
          for (const person of slice) {
            const keysHere = [...checkPerson(person, on, rules), ...expiriesOfPerson(person, on, rules)].map(({ key }) => key);
            if (keysHere.length === 0) quiet += 1;
            keysOf.push(...keysHere);
          }
        return keysOf.sort();
      };
      const everybody = await said(employments.inPost(centreId, on));
      const before = quiet;
      quiet = 0;
      const chosen = await said(employments.worthLooking(centreId, on));
      expect([on, chosen]).toEqual([on, everybody]);
      expect(everybody.length).toBeGreaterThan(20);
      // And it does leave people out.
      expect(quiet).toBeLessThan(before);
      quiet = 0;
    }
  }, 120_000);
});
