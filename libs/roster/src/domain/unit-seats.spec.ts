import { seatsOf } from './unit-seats';

const unit = (code: string, parentId: string | null, quota: number | null) => ({
  ...{ id: code, code, name: code, parentId, quota, households: null, population: null },
  kind: code.startsWith('S') ? ('street' as const) : ('grid' as const),
});
const UNITS = [
  unit('S1', null, null),
  unit('G1', 'S1', 2),
  unit('G2', 'S1', 9),
  unit('G3', 'S1', null),
  unit('S2', null, null),
];

it('sums seats, people and vacancies upwards; people where no seats are set fill none elsewhere', () => {
  const rows = seatsOf(
    UNITS,
    [
      { orgUnitId: 'G2', postCode: 'W', seats: 2 },
      { orgUnitId: 'G2', postCode: 'L', seats: 1 },
      { orgUnitId: 'G3', postCode: 'W', seats: 0 },
    ],
    [
      { unitCode: 'G1', postCode: 'W', people: 3 },
      { unitCode: 'G2', postCode: 'W', people: 1 },
      { unitCode: 'G2', postCode: 'X', people: 1 },
      { unitCode: 'G3', postCode: null, people: 5 },
      { unitCode: null, postCode: 'W', people: 7 },
      { unitCode: 'G9', postCode: 'W', people: 7 },
    ],
  );
  const told = rows.map(({ code, total, posts }) => [
    code,
    ...[total, ...posts].map(
      ({ postCode, seats, people, vacant }) => `${postCode ?? '*'} ${seats} ${people} ${vacant}`,
    ),
  ]);
  expect(told).toEqual([
    ['S1', '* 5 10 0', 'L 1 0 1', 'W 2 4 1', 'X 0 1 -1'],
    ['G1', '* 2 3 -1', 'W null 3 null'],
    ['G2', '* 3 2 1', 'L 1 0 1', 'W 2 1 1', 'X 0 1 -1'],
    ['G3', '* null 5 null'],
    ['S2', '* null 0 null'],
  ]);
});
