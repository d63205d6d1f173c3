import { approvalEntities } from '@gridstaff/approval';
import { auditEntities } from '@gridstaff/audit';
import type { Actor, Permission } from '@gridstaff/contracts';
import { exchangeEntities } from '@gridstaff/exchange';
import { identityEntities } from '@gridstaff/identity';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import {
  Agencies,
  Centres,
  checkDigitOf,
  rosterEntities,
  RosterLoader,
  RosterModule,
  Structure,
  Tags,
  WorkerChanges,
  WorkerDetails,
  WorkerList,
} from '.';

const OFFICE: readonly Permission[] = [
  'roster:read',
  'roster:write',
  'roster:import',
  'agency:manage',
  'grade:manage',
  'dictionary:manage',
  'centre:manage',
];
const idOf = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};

describe('tags', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let tags: Tags;
  let centreId: string;
  let hr: Actor;
  let numbers: number[];

  beforeAll(async () => {
    test = await createTestDatabase([
      ...identityEntities,
      ...auditEntities,
      ...approvalEntities,
      ...exchangeEntities,
      ...rosterEntities,
    ]);
    rooms = await startRooms(test, [RosterModule]);
    tags = rooms.get(Tags);
    const actor = (centre: string, permissions = OFFICE): Actor => ({
      ...{ userId: test.ids.next(), personId: test.ids.next(), grants: new Map([[centre, new Set(permissions)]]) },
    });
    const made = await rooms.get(Centres).create(actor('*'), { code: 'T', name: '网格中心', region: '430200' });
    centreId = made.id;
    hr = actor(centreId);
    await rooms.get(Agencies).create(hr, centreId, { code: 'A1', name: '甲公司' });
    await rooms.get(Structure).saveUnits(hr, centreId, [
      { code: 'S1', name: '街道', kind: 'street' },
      { code: 'G1', name: '网格', kind: 'grid', parentCode: 'S1' },
    ]);
    await rooms
      .get(Structure)
      .saveGrades(hr, centreId, [
        { code: 'W1', name: '一级', postCode: 'W', base: 1, post: 0, performance: 0, from: '2020-01-01' },
      ]);
    const people = [1, 2, 3].map((n) => ({
      name: `测试${n}`,
      idNumber: idOf(n),
      agency: 'A1',
      joinedOn: '2022-01-01',
      gridCode: 'G1',
      gradeCode: 'W1',
    }));
    numbers = (await rooms.get(RosterLoader).load(hr, centreId, people)).people.map(({ no }) => no);
    await tags.define(hr, centreId, {
      code: 'Night',
      nameZh: '夜巡',
      nameEn: 'night patrol',
      tone: 'warn',
      order: 1,
      inUse: true,
      from: '2022-01-01',
    });
  });

  afterAll(() => test.close());

  const mark = (workerNos: readonly number[], held: boolean, from: string, code = 'night'): Promise<number> => {
    test.clock.advance(1000);
    return tags.mark(hr, { centreId, code, workerNos, held, from });
  };
  const bearing = async (on: string, more: object = {}): Promise<number[]> => {
    const filter = { centreId, on, tag: 'night', ...more };
    const { rows } = await rooms.get(WorkerList).page(hr, filter);
    expect(await rooms.get(WorkerList).count(hr, filter)).toBe(rows.length);
    return rows.map(({ no }) => no);
  };

  it('are borne by date, found by what is now known, and taken back in the timeline', async () => {
    const [a, b, c] = numbers as [number, number, number];
    expect(await mark([a, b], true, '2023-02-01')).toBe(2);
    expect(await mark([a, b], true, '2023-02-01')).toBe(0);
    expect(await mark([b, c], false, '2023-03-01')).toBe(1);
    expect([await bearing('2023-01-31'), await bearing('2023-02-01'), await bearing('2023-03-01')]).toEqual([
      [],
      [a, b],
      [a],
    ]);
    expect(await bearing('2023-02-01', { engagedOnly: true })).toEqual([a, b]);
    expect(await bearing('2023-02-01', { search: '测试', agency: 'A1' })).toEqual([a, b]);
    const listed = await rooms.get(WorkerList).page(hr, { centreId, on: '2023-02-15' });
    expect(listed.rows.map(({ tags: borne }) => borne)).toEqual([['night'], ['night'], []]);
    const { timeline } = await rooms.get(WorkerDetails).get(hr, { centreId, workerNo: b });
    const own = timeline.filter(({ kind }) => kind === 'tag');
    expect(own.map(({ values, from }) => [values, from])).toEqual([
      [{ tagCode: 'night', held: true }, '2023-02-01'],
      [{ tagCode: 'night', held: false }, '2023-03-01'],
    ]);
    test.clock.advance(1000);
    await rooms
      .get(WorkerChanges)
      .retract(hr, { centreId, workerNo: b, kind: 'tag', factId: own[1]?.factId as string, reason: '误操作' });
    expect(await bearing('2023-03-01')).toEqual([a, b]);
  });

  it('are set for all who are named or for none', async () => {
    const [a] = numbers as [number];
    await expect(mark([a, 99_999], true, '2023-04-01')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(mark(numbers, true, '2021-12-31')).rejects.toMatchObject({ code: 'BEFORE_ENGAGEMENT' });
    await expect(mark([], true, '2023-04-01')).rejects.toMatchObject({ code: 'OUT_OF_RANGE' });
    await expect(mark([a], true, '2023-04-01', 'no-such')).rejects.toMatchObject({ code: 'TAG_UNKNOWN' });
    await expect(
      tags.mark(
        { ...hr, grants: new Map([[centreId, new Set<Permission>(['roster:read'])]]) },
        { centreId, code: 'night', workerNos: [a], held: true, from: '2023-04-01' },
      ),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const [{ n }] = (await test.db.query<{ n: number }>(
      "SELECT COUNT(*) AS n FROM worker_tag_fact WHERE valid_from = '2023-04-01'",
    )) as [{ n: number }];
    expect(Number(n)).toBe(0);
  });

  it('out of use are given to nobody, and kept by who has them', async () => {
    const define = (inUse: boolean, from: string): Promise<boolean> => {
      test.clock.advance(1000);
      return tags.define(hr, centreId, {
        code: 'night',
        nameZh: '夜巡',
        nameEn: 'night patrol',
        tone: 'warn',
        order: 1,
        inUse,
        from,
      });
    };
    expect(await define(false, '2023-06-01')).toBe(true);
    expect(await define(false, '2023-06-01')).toBe(false);
    await expect(mark(numbers, true, '2023-06-01')).rejects.toMatchObject({ code: 'TAG_UNKNOWN' });
    expect(await bearing('2023-06-01')).toHaveLength(2);
    expect(await mark(numbers, false, '2023-06-01')).toBe(2);
    expect(await bearing('2023-06-01')).toEqual([]);
    expect(await tags.list(hr, centreId, '2023-06-01')).toMatchObject([{ code: 'night', inUse: false }]);
    expect(await tags.list(hr, centreId, '2023-05-31')).toMatchObject([{ code: 'night', inUse: true, tone: 'warn' }]);
    await expect(
      tags.define(hr, centreId, {
        code: 'x',
        nameZh: 'x',
        nameEn: 'x',
        tone: 'red',
        order: 1,
        inUse: true,
        from: '2023-01-01',
      }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
