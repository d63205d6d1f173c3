import { PeopleGenerator } from './people';
import { SeededRandom } from './random';
import { type MonthPlan, planYear } from './year-plan';

const planOf = (seed: number, count: number): { months: MonthPlan[]; ids: string[] } => {
  const random = new SeededRandom(seed);
  const people = new PeopleGenerator(random, ['G1', 'G2', 'G3']);
  const staff = people.staff(count);
  const months = planYear(staff, people, random);
  return { months, ids: [...staff, ...months.flatMap((m) => m.joiners)].map((p) => p.idNumber) };
};

it.each([1, 2, 3, 2023])('holds what a real year holds, whatever the seed (%i)', (seed) => {
  const { months, ids } = planOf(seed, 288);
  const leavers = months.flatMap((m) => m.leavers);
  const joiners = months.flatMap((m) => m.joiners);
  expect(new Set(ids).size).toBe(ids.length);
  expect(leavers.filter((l) => l.reason === 'returned_to_agency')).toHaveLength(1);
  expect(joiners.filter((p) => p.firstJob)).toHaveLength(1);
  expect(months.flatMap((m) => m.gradeChanges)).toHaveLength(12);
  expect(new Set(months.flatMap((m) => m.absences.map((a) => a.kind)))).toEqual(new Set(['sick', 'unpaid']));
  expect(months[0]?.overtime.every((o) => o.holiday > 0)).toBe(true);
  expect(Math.abs(joiners.length - leavers.length)).toBeLessThanOrEqual(6);
  for (const { period, absences } of months) for (const a of absences) expect([a.from, a.to].map((d) => d.slice(0, 7))).toEqual([period, period]);
});

it('plans a small staff too, and the same for the same seed', () => {
  expect(planOf(7, 20)).toEqual(planOf(7, 20));
  expect(planOf(7, 20).ids).not.toEqual(planOf(8, 20).ids);
});
