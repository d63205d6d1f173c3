import type { Actor } from '@gridstaff/contracts';
import { Actors } from '@gridstaff/identity';
import type { Id } from '@gridstaff/kernel';
import { ManualClock } from '@gridstaff/runtime';
import { startProduct, TEST_NOW, type TestProduct } from '@gridstaff/testing';
import {
  Agencies,
  Centres,
  checkDigitOf,
  RosterLoader,
  Structure,
  UnitClosing,
  type UnitInput,
  Units,
  WorkerChanges,
  WorkerList,
} from '.';

const idOf = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};
const AREA = JSON.stringify({
  type: 'Polygon',
  coordinates: [
    [
      [113.1, 27.8],
      [113.2, 27.8],
      [113.2, 27.9],
      [113.1, 27.8],
    ],
  ],
});

describe('units of a centre', () => {
  let product: TestProduct;
  let actor: Actor;
  let centreId: Id;
  let units: Units;
  let structure: Structure;
  let people: number[];
  let codes = 0;

  beforeAll(async () => {
    product = await startProduct(new ManualClock(TEST_NOW));
    actor = product.app.get(Actors).system('test');
    units = product.app.get(Units);
    structure = product.app.get(Structure);
  }, 60_000);
  afterAll(() => product.close());

  beforeEach(async () => {
    const { app } = product;
    centreId = (await app.get(Centres).create(actor, { code: `U${++codes}`, name: '网格中心', region: '430200' })).id;
    await app.get(Agencies).create(actor, centreId, { code: 'A1', name: '派遣' });
    await structure.saveUnits(actor, centreId, [
      { code: 'S1', name: '一街', kind: 'street' },
      { code: 'S2', name: '二街', kind: 'street' },
      { code: 'C1', name: '一社区', kind: 'community', parentCode: 'S1' },
      { code: 'G1', name: '一网格', kind: 'grid', parentCode: 'C1', quota: 2, households: 400, population: 1100 },
      { code: 'G2', name: '二网格', kind: 'grid', parentCode: 'C1' },
    ]);
    await structure.saveGrades(actor, centreId, [
      { code: 'W1', name: '一级', postCode: 'W', base: 200_000, post: 0, performance: 0, from: '2020-01-01' },
    ]);
    const all = [1, 2].map((n) => ({
      name: `测试${n}`,
      idNumber: idOf(n),
      agency: 'A1',
      joinedOn: '2023-01-01',
      gridCode: 'G1',
      gradeCode: 'W1',
    }));
    people = (await app.get(RosterLoader).load(actor, centreId, all)).people.map(({ no }) => no);
  });

  const idOfUnit = async (code: string): Promise<Id> =>
    (await structure.units(actor, centreId)).find((unit) => unit.code === code)?.id as Id;
  const told = async (on?: string): Promise<string[]> =>
    (await units.tree(actor, centreId, on)).map(
      ({ code, total }) => `${code} ${total.seats} ${total.people} ${total.vacant}`,
    );
  const change = (input: UnitInput): Promise<object> => structure.saveUnits(actor, centreId, [input]);

  it('are seen as of any day, with seats, people and vacancies, wherever they hang then', async () => {
    await units.setSeats(actor, centreId, [{ unitCode: 'G2', postCode: 'W', seats: 3, from: '2023-02-01' }]);
    await change({ code: 'C1', name: '一社区', kind: 'community', parentCode: 'S2', from: '2023-03-01' });
    expect(await told('2023-01-31')).toEqual(['C1 2 2 0', 'G1 2 2 0', 'G2 null 0 null', 'S1 2 2 0', 'S2 null 0 null']);
    expect(await told('2023-02-01')).toEqual(['C1 5 2 3', 'G1 2 2 0', 'G2 3 0 3', 'S1 5 2 3', 'S2 null 0 null']);
    expect(await told('2023-03-01')).toEqual(['C1 5 2 3', 'G1 2 2 0', 'G2 3 0 3', 'S1 null 0 null', 'S2 5 2 3']);
    const list = product.app.get(WorkerList);
    const inStreet = (unitCode: string, on: string): Promise<number> => list.count(actor, { centreId, unitCode, on });
    expect([
      await inStreet('S1', '2023-02-28'),
      await inStreet('S1', '2023-03-01'),
      await inStreet('S2', '2023-03-01'),
    ]).toEqual([2, 0, 2]);
  });

  it('close when nothing hangs below and nobody is left, or everybody moves in the same act', async () => {
    const closing = product.app.get(UnitClosing);
    const changes = product.app.get(WorkerChanges);
    const [first, second] = people as [number, number];
    const G1 = await idOfUnit('G1');
    const close = (unitId: Id, more: { lastDay?: string; moveTo?: string } = {}): Promise<object> =>
      closing.close(actor, { centreId, unitId, lastDay: '2023-03-31', reason: '合并', ...more });
    await expect(close(await idOfUnit('C1'))).rejects.toMatchObject({
      code: 'UNIT_HAS_UNITS',
      params: { child: 'G1' },
    });
    await expect(close(G1)).rejects.toMatchObject({ code: 'UNIT_HAS_PEOPLE', params: { count: 2, workerNo: first } });
    await expect(close(G1, { moveTo: 'G1' })).rejects.toMatchObject({ code: 'GRID_NOT_VALID' });
    await expect(close(G1, { moveTo: 'C1' })).rejects.toMatchObject({ code: 'NOT_A_GRID' });
    await expect(close(G1, { lastDay: '1949-12-31' })).rejects.toMatchObject({ code: 'OUT_OF_RANGE' });
    // The second is known to leave for G2 and to come back later; the first covers nothing, the second covers the grid meanwhile.
    await changes.move(actor, { centreId, workerNo: second, from: '2023-03-01', gridCode: 'G2' });
    await changes.move(actor, { centreId, workerNo: second, from: '2023-05-01', gridCode: 'G1' });
    await changes.assign(actor, { centreId, workerNo: second, from: '2023-03-01', gridCode: 'G1', covering: true });
    expect(await close(G1, { moveTo: 'G2' })).toEqual({ moved: 2 });
    const list = product.app.get(WorkerList);
    const on = async (day: string): Promise<(string | null)[]> =>
      (await list.page(actor, { centreId, on: day })).rows.map(({ gridCode }) => gridCode);
    expect([await on('2023-03-31'), await on('2023-04-01'), await on('2023-06-01')]).toEqual([
      ['G1', 'G2'],
      ['G2', 'G2'],
      ['G2', 'G2'],
    ]);
    expect(await told('2023-03-31')).toContain('G1 2 1 1');
    expect((await told('2023-04-01')).join()).not.toContain('G1');
    await expect(
      changes.move(actor, { centreId, workerNo: first, from: '2023-06-01', gridCode: 'G1' }),
    ).rejects.toMatchObject({ code: 'GRID_NOT_VALID' });
    await expect(close(G1, { lastDay: '2023-06-01' })).rejects.toMatchObject({ code: 'UNIT_NOT_THERE' });
    // It may be opened again, and then is a grid like any other.
    await change({ code: 'G1', name: '新一网格', kind: 'grid', from: '2023-07-01' });
    await changes.move(actor, { centreId, workerNo: first, from: '2023-07-01', gridCode: 'G1' });
    expect(await on('2023-07-01')).toEqual(['G1', 'G2']);
  });

  it('hang only under a unit that is there for as long', async () => {
    await change({ code: 'C2', name: '二社区', kind: 'community', parentCode: 'S2', from: '2023-03-01' });
    await expect(
      change({ code: 'G3', name: '三网格', kind: 'grid', parentCode: 'C2', from: '2023-02-01' }),
    ).rejects.toMatchObject({
      code: 'PARENT_NOT_VALID',
      params: { code: 'C2', date: '2023-02-01' },
    });
    // Without a date it begins with the unit above it.
    await change({ code: 'G3', name: '三网格', kind: 'grid', parentCode: 'C2' });
    const { history } = await units.get(actor, centreId, await idOfUnitOn('G3', '2023-03-01'));
    expect(history).toMatchObject([{ from: '2023-03-01', to: '9999-12-31', name: '三网格' }]);
  });

  const idOfUnitOn = async (code: string, on: string): Promise<Id> =>
    (await structure.units(actor, centreId, on)).find((unit) => unit.code === code)?.id as Id;

  it('have an outline and seats from a date, and a history', async () => {
    const G2 = await idOfUnit('G2');
    const area = { unitCode: 'G2', area: AREA, from: '2023-02-01' };
    expect(await units.setArea(actor, centreId, area)).toEqual({ created: 1, changed: 0, same: 0 });
    expect(await units.setArea(actor, centreId, area)).toEqual({ created: 0, changed: 0, same: 1 });
    await expect(units.setArea(actor, centreId, { ...area, area: '{}' })).rejects.toMatchObject({
      code: 'AREA_INVALID',
    });
    expect((await units.get(actor, centreId, G2, '2023-01-31')).area).toBeNull();
    expect((await units.get(actor, centreId, G2, '2023-02-01')).area).toMatchObject({ type: 'MultiPolygon' });
    const seats = (count: number, from: string, postCode = 'W') =>
      units.setSeats(actor, centreId, [{ unitCode: 'G2', postCode, seats: count, from }]);
    await seats(2, '2023-01-01');
    await seats(0, '2023-06-01');
    expect((await units.get(actor, centreId, G2)).seats).toEqual([
      { postCode: 'W', seats: 2, from: '2023-01-01', to: '2023-06-01' },
      { postCode: 'W', seats: 0, from: '2023-06-01', to: '9999-12-31' },
    ]);
    expect(await seats(0, '2023-08-01')).toMatchObject({ same: 1 });
    await expect(seats(1, '2023-01-01', 'X')).rejects.toMatchObject({ code: 'UNKNOWN_POST' });
    await expect(units.get(actor, centreId, centreId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
