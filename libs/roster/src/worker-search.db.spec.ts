import type { Actor } from '@gridstaff/contracts';
import { Actors } from '@gridstaff/identity';
import type { Id, LocalDate } from '@gridstaff/kernel';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { ManualClock } from '@gridstaff/runtime';
import { startProduct, TEST_NOW, type TestProduct } from '@gridstaff/testing';
import {
  Agencies,
  Centres,
  checkDigitOf,
  RosterLoader,
  type RosterPerson,
  Structure,
  WorkerChanges,
  WorkerDetails,
  type WorkerFilters,
  WorkerList,
} from '.';
import { SearchFilling } from './application/search-filling';

const idOf = (n: number, last3 = String(n % 1000).padStart(3, '0')): string => {
  const first17 = `4302041${960 + (Math.floor(n / 1000) % 40)}0307${last3}`;
  return first17 + checkDigitOf(first17);
};
const PERSON = { agency: 'A1', joinedOn: '2023-01-01', gridCode: 'G0101', gradeCode: 'W1' };

describe('finding workers', () => {
  let product: TestProduct;
  let actor: Actor;
  let centreId: Id;
  let list: WorkerList;
  let codes = 0;

  beforeAll(async () => {
    product = await startProduct(new ManualClock(TEST_NOW));
    actor = product.app.get(Actors).system('test');
    list = product.app.get(WorkerList);
  }, 60_000);
  afterAll(() => product.close());

  beforeEach(async () => {
    const { app } = product;
    centreId = (await app.get(Centres).create(actor, { code: `F${++codes}`, name: '网格中心', region: '430200' })).id;
    for (const code of ['A1', 'A2']) await app.get(Agencies).create(actor, centreId, { code, name: `派遣${code}` });
    const community = ['C1', 'C2'].map((code) => ({ code, name: code, kind: 'community' as const, parentCode: 'S1' }));
    const grid = ['G0101', 'G0102', 'G0201'].map((code) => ({
      ...{ code, name: code, kind: 'grid' as const, parentCode: `C${code[2]}` },
    }));
    await app
      .get(Structure)
      .saveUnits(actor, centreId, [{ code: 'S1', name: 'S1', kind: 'street' }, ...community, ...grid]);
    await app.get(Structure).saveGrades(
      actor,
      centreId,
      ['W1', 'W2', 'L1'].map((code) => ({
        ...{ code, name: code, postCode: code.slice(0, 1), base: 200_000, post: 0, performance: 0, from: '2020-01-01' },
      })),
    );
  });

  const load = async (people: Partial<RosterPerson>[]): Promise<number[]> => {
    const all = people.map((one, i) => ({ ...PERSON, name: `测试${i}`, idNumber: idOf(i), ...one }));
    return (await product.app.get(RosterLoader).load(actor, centreId, all)).people.map(({ no }) => no);
  };
  const names = async (filters: Omit<WorkerFilters, 'centreId'>): Promise<string> => {
    const { rows } = await list.page(actor, { centreId, ...filters });
    expect(await list.count(actor, { centreId, ...filters })).toBe(rows.length);
    return rows.map(({ name }) => name).join();
  };

  it('goes by name, pinyin in either reading, initials, tails of numbers, grid and worker number; nothing is a wildcard', async () => {
    const [first] = await load([
      { name: '单雄信', phone: '13800001111' },
      { name: '曾国藩', phone: '13900002222', gridCode: 'G0102' },
      { name: '张三丰', phone: '13800003333', gridCode: 'G0201' },
      { name: '100%\\_型' },
    ]);
    const by = (search: string, on?: LocalDate): Promise<string> => names({ search, on });
    expect([await by('shanxiong'), await by('dan'), await by('SXX'), await by('dxx')]).toEqual(Array(4).fill('单雄信'));
    expect([await by('zeng'), await by('ceng guo'), await by('国藩')]).toEqual(Array(3).fill('曾国藩'));
    expect(await by('z')).toBe('曾国藩,张三丰');
    expect(await by(idOf(1).slice(-4).toLowerCase())).toBe('曾国藩');
    expect([await by(idOf(2)), await by('13800003333'), await by('3333')]).toEqual(Array(3).fill('张三丰'));
    expect([await by('g0201'), await by('G02')]).toEqual(['张三丰', '张三丰']);
    expect(await by('g01')).toBe('单雄信,曾国藩,100%\\_型');
    expect(await by(String(first))).toContain('单雄信');
    expect([await by('100%'), await by('100%\\_')]).toEqual(Array(2).fill('100%\\_型'));
    for (const hostile of ['%', '_', '\\', '张%', 'z_', "' OR 1=1 --", '10_%']) expect(await by(hostile)).toBe('');
    // The phone of a day: the old tail finds nobody once the number has changed, and the new one nobody before.
    const phone = { centreId, workerNo: first as number, from: '2023-03-01', phone: '13700009999' };
    await product.app.get(WorkerChanges).changePhone(actor, phone);
    expect([await by('1111', '2023-02-28'), await by('1111', '2023-03-01')]).toEqual(['单雄信', '']);
    expect([await by('9999', '2023-02-28'), await by('9999', '2023-03-01')]).toEqual(['', '单雄信']);
    const correction = { centreId, workerNo: first as number, name: '秦叔宝', reason: '改名' };
    await product.app.get(WorkerChanges).correctName(actor, correction);
    expect([await by('shan'), await by('qsb')]).toEqual(['', '秦叔宝']);
  });

  it('keeps tails as blind indexes, those of ID and phone apart', async () => {
    await load([{ phone: `1380000${idOf(0).slice(-4).replace('X', '0')}` }]);
    const db = product.app.get(Database);
    const row = await db.one<{ id: string; phone: string }>(
      `SELECT w.id_tail_index AS id, f.phone_tail_index AS phone FROM worker w JOIN phone_fact f ON f.worker_no = w.no WHERE w.centre_id = ?`,
      [centreId],
    );
    expect([row?.id, row?.phone]).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}$/),
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ]);
    expect(row?.id).not.toBe(row?.phone);
  });

  it('answers a text that means thousands, and filters of it, page by page', async () => {
    const people = Array.from({ length: 2_100 }, (_, i) => ({
      name: i % 700 === 0 ? '张特殊' : '张平常',
      ...{ gridCode: i % 2 === 0 ? 'G0101' : 'G0102', agency: i % 100 === 0 ? 'A2' : 'A1' },
    }));
    await load([...people, { name: '李四', gridCode: 'G0201' }]);
    const count = (filters: Omit<WorkerFilters, 'centreId'>): Promise<number> =>
      list.count(actor, { centreId, ...filters });
    expect(await count({ search: 'z' })).toBe(2_100);
    expect(await count({ search: 'z', engagedOnly: true })).toBe(2_100);
    expect(await count({ search: 'zts' })).toBe(3);
    expect(await count({ search: 'z', agency: 'A2' })).toBe(21);
    expect(await count({ search: 'g01' })).toBe(2_100);
    expect(await count({ search: 'g01', engagedOnly: true, on: '2023-06-01' })).toBe(2_100);
    expect(await count({ search: 'g01', on: '2022-12-31' })).toBe(0);
    expect(await count({ unitCode: 'C1' })).toBe(2_100);
    expect(await count({ unitCode: 'S1' })).toBe(2_101);
    for (const filters of [
      { search: 'z' },
      { search: 'g01' },
      { unitCode: 'S1' },
      { search: 'li' },
      { unitCode: 'S1', search: 'z' },
    ]) {
      const page = { field: 'name', descending: true, limit: 2 } as const;
      const { rows } = await list.page(actor, { centreId, ...filters, page });
      expect([filters, rows[0]?.name]).toEqual([filters, filters.search === 'li' ? '李四' : '张特殊']);
    }
    const seen = new Set<number>();
    for (let after: NonNullable<Awaited<ReturnType<WorkerList['page']>>['next']> | undefined; ;) {
      const page = { field: 'name', descending: true, limit: 500, after } as const;
      const { rows, next } = await list.page(actor, { centreId, search: 'zhang', engagedOnly: true, page });
      rows.forEach(({ no }) => seen.add(no));
      if (!next) break;
      after = next;
    }
    expect(seen.size).toBe(2_100);
  }, 60_000);

  it('lists on any day whom the facts put there, whatever has been changed, corrected and taken back', async () => {
    const changes = product.app.get(WorkerChanges);
    const numbers = await load(Array.from({ length: 6 }, (_, i) => ({ gridCode: i % 2 ? 'G0101' : 'G0201' })));
    const random = seeded(codes * 7919);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const day = (): LocalDate => `2023-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`;
    for (let i = 0; i < 120; i++) {
      const target = { centreId, workerNo: pick(numbers) };
      const from = day();
      const act = pick([
        () => changes.move(actor, { ...target, from, gridCode: pick(['G0101', 'G0102', 'G0201']) }),
        () => changes.changeGrade(actor, { ...target, from, gradeCode: pick(['W1', 'W2', 'L1']) }),
        () => changes.changeStatus(actor, { ...target, from, status: pick(['in_post', 'suspended'] as const), statusReason: 'other' }),
        () => changes.endEngagement(actor, { ...target, lastDay: from, endReason: 'left' }),
        () => retractOne(target, random),
      ]);
      // What the roster refuses changes nothing; what it takes must be seen.
      await act().catch((error: Error) => expect(error).toHaveProperty('code'));
    }
    const seen = { out: 0, engaged: 0 };
    for (const on of ['2022-12-31', '2023-01-01', '2023-03-16', '2023-06-16', '2023-09-16', '2024-01-01']) {
      const { rows } = await list.page(actor, { centreId, on });
      for (const { no, status, gridCode, gradeCode, postCode, joinedOn } of rows) {
        const facts = await factsOn(no, on);
        expect({ on, no, status, gridCode, gradeCode, postCode, joinedOn }).toEqual({ on, no, ...facts });
        seen[status === null ? 'out' : 'engaged'] += 1;
      }
      const inPost = rows.filter(({ status }) => status !== null).map(({ no }) => no);
      const engaged = await list.page(actor, { centreId, on, engagedOnly: true });
      expect(engaged.rows.map(({ no }) => no)).toEqual(inPost);
    }
    expect(Math.min(seen.out, seen.engaged)).toBeGreaterThan(0);
  }, 60_000);

  async function retractOne(target: { centreId: Id; workerNo: number }, random: () => number): Promise<unknown> {
    const { timeline } = await product.app.get(WorkerDetails).get(actor, target);
    const held = timeline.filter(({ inForce, kind }) => inForce.length > 0 && kind !== 'engagement');
    const row = held[Math.floor(random() * held.length)];
    if (!row) return undefined;
    return product.app
      .get(WorkerChanges)
      .retract(actor, { ...target, kind: row.kind, factId: row.factId, reason: '试' });
  }

  async function factsOn(workerNo: number, on: LocalDate): Promise<object> {
    const { timeline } = await product.app.get(WorkerDetails).get(actor, { centreId, workerNo });
    const held = (kind: string) =>
      timeline.find(
        (row) => row.kind === kind && !row.values.covering && row.inForce.some((p) => p.from <= on && on < p.to),
      )?.values;
    const [engagement, grade] = [held('engagement'), held('grade')];
    const units = await product.app.get(Structure).units(actor, centreId, on);
    return {
      status: engagement?.status ?? null,
      joinedOn: engagement?.joinedOn ?? null,
      gridCode: units.find(({ id }) => id === held('assignment')?.orgUnitId)?.code ?? null,
      gradeCode: grade?.gradeCode ?? null,
      postCode: grade?.postCode ?? null,
    };
  }

  it('fills what is missing of people who were entered before, once and again', async () => {
    await load([{ name: '单雄信', phone: '13800001111' }, { name: '张三丰' }]);
    const { app } = product;
    const db = app.get(Database);
    const everything = async (): Promise<unknown[]> =>
      Promise.all(
        ['worker', 'worker_term', 'worker_standing', 'phone_fact'].map((table) =>
          db.query(`SELECT * FROM ${table} WHERE centre_id = ? ORDER BY 1, 2, 3`, [centreId]),
        ),
      );
    const before = await everything();
    const forget = (behind: string): Promise<void> =>
      app.get(UnitOfWork).run(async () => {
        for (const table of ['worker_term', 'worker_standing'])
          await db.execute(`DELETE FROM ${table} WHERE centre_id = ?`, [centreId]);
        await db.execute(
          `UPDATE worker SET name_sort = NULL, id_tail_index = NULL, search_version = ${behind} WHERE centre_id = ?`,
          [centreId],
        );
        await db.execute('UPDATE phone_fact SET phone_tail_index = NULL WHERE centre_id = ?', [centreId]);
      });
    for (const behind of ['NULL', '0']) {
      await forget(behind);
      expect(await names({ engagedOnly: true })).toBe('');
      expect(await app.get(SearchFilling).run()).toBe(2);
      expect(await everything()).toEqual(before);
      expect(await app.get(SearchFilling).run()).toBe(0);
    }
    expect(await names({ search: '1111' })).toBe('单雄信');
  });
});

/** The same numbers at every run. */
function seeded(seed: number): () => number {
  let state = seed % 2147483647 || 1;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}
