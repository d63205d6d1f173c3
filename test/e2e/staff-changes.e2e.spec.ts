import { PerformanceBook } from '@gridstaff/evaluation';
import { writeWorkbook } from '@gridstaff/exchange';
import { parseYuan } from '@gridstaff/kernel';
import { DecideRun, type PayRun, SubmitRun } from '@gridstaff/payroll';
import { Structure } from '@gridstaff/roster';
import { SmallOffice } from '@gridstaff/testing';
import { type Answer, type Browser, TestApi } from './api-support';

type Row = Record<string, unknown>;
interface Line {
  workerNo: number;
  seen: string;
  problems: { code: string }[];
}
const ACT = { kind: 'grade', date: '2023-03-01', reason: '年度晋级', documentNo: '石网〔2023〕5号' };

describe('changes of many people over HTTP', () => {
  let api: TestApi;
  let office: SmallOffice;
  let hr: Browser;
  let finance: Browser;
  let clerk: Browser;
  let base: string;
  let acts: string;

  beforeAll(async () => {
    api = await TestApi.start();
    office = await SmallOffice.open(api.running.app, 'SC', 6);
    const { centreId } = office;
    base = `/api/v1/centres/${centreId}`;
    acts = `${base}/staff-changes`;
    await api.running.app.get(Structure).saveGrades(office.hr, centreId, [
      { code: 'W2', name: '二级', postCode: 'W', base: 215_000, post: 30_000, performance: 45_000, from: '2022-01-01' },
    ]);
    await api.running.app.get(Structure).saveUnits(office.hr, centreId, [{ code: 'G2', name: '网格二', kind: 'grid', parentCode: 'S1' }]);
    api.clock.set('2023-03-26T09:00:00+08:00');
    hr = await api.person('hr', [{ role: 'hr', centreId }]);
    finance = await api.person('finance', [{ role: 'finance', centreId }]);
    clerk = await api.person('clerk', [{ role: 'agency_clerk', centreId }]);
  });

  afterAll(() => api.close());

  const raise = (of = office.numbers) => ({ ...ACT, lines: of.map((workerNo) => ({ workerNo, gradeCode: 'W2' })) });
  const seenOf = async (act: ReturnType<typeof raise>): Promise<object> => {
    const { lines } = (await hr.post(`${acts}/preview`, act)).body as unknown as { lines: Line[] };
    return { ...act, lines: act.lines.map((line, i) => ({ ...line, seen: lines[i]?.seen })) };
  };
  const errors = (answer: Answer): Row[] => answer.body.errors as Row[];

  it('HR chooses, looks, sees what it does to pay and carries it out once; the run pays what was foretold', async () => {
    const chosen = await hr.post(`${acts}/people`, { filter: { unit: 'G1' } });
    expect((chosen.body.people as Row[]).map(({ workerNo }) => workerNo)).toEqual(office.numbers);
    const pasted = await hr.post(`${acts}/people`, { texts: ['测试0', '没有这个人'] });
    expect(pasted.body.people).toMatchObject([{ workerNo: office.numbers[0], problem: null }, { workerNo: null, problem: { code: 'STAFF_CHANGE_NAME' } }]);
    const columns = ['工号', '姓名', '新岗级'].map((header) => ({ header, kind: 'text' as const }));
    const file = await writeWorkbook([{ name: '名单', columns, rows: [[`${office.numbers[1]}`, '测试1', 'W2']] }]);
    expect((await hr.upload(`${acts}/file`, file)).body.people).toMatchObject([{ row: 2, workerNo: office.numbers[1], target: { gradeCode: 'W2' } }]);

    const preview = await hr.post(`${acts}/preview`, raise());
    expect([preview.status, preview.body.ready]).toEqual([200, 6]);
    expect((preview.body.lines as Row[])[0]).toMatchObject({ name: '测试0', before: { gradeCode: 'W1' }, after: { gradeCode: 'W2', postCode: 'W' }, problems: [] });
    const effect = await hr.post(`${acts}/effect`, { ...raise(), fundId: office.fundId });
    // 200 yuan more base pay each, ten months of the year for six.
    expect([effect.status, effect.body]).toMatchObject([200, { period: '2023-03', assumed: 6, fiscalYear: 2023, fund: { id: office.fundId } }]);
    const { now, then, yearNow, yearThen, fund, people } = effect.body as unknown as {
      now: { gross: string };
      then: { gross: string };
      yearNow: string;
      yearThen: string;
      fund: { available: string; left: string };
      people: { workerNo: number; then: { gross: string; net: string; cost: string } }[];
    };
    expect(parseYuan(then.gross) - parseYuan(now.gross)).toBe(6 * 20_000);
    expect(parseYuan(yearThen) - parseYuan(yearNow)).toBe(10 * 6 * 20_000);
    expect(parseYuan(fund.available) - parseYuan(fund.left)).toBe(10 * 6 * 20_000);

    const act = await seenOf(raise());
    const answers = await Promise.all([1, 2, 3].map(() => hr.pay(acts, act, 'raise-all-2023')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await finance.get(acts)).body.changes).toMatchObject([{ kind: 'grade', date: '2023-03-01', documentNo: ACT.documentNo, people: 6, undone: null }]);
    // Nobody had given the month's performance; it is now what was taken.
    const results = office.numbers.map((workerNo) => ({ workerNo, period: '2023-03', score: null, coefficient: 10_000, award: 0 }));
    await office.app.get(PerformanceBook).record(office.hr, office.centreId, results);
    const run = await office.calculate(await office.create('2023-03'));
    const { slips } = (await hr.get(`/api/v1/runs/${run.id}/slips?limit=50`)).body as unknown as { slips: { workerNo: number; gross: string; net: string }[] };
    const foretold = new Map(people.map((one) => [one.workerNo, one.then]));
    for (const { workerNo, gross, net } of slips) expect(foretold.get(workerNo)).toMatchObject({ gross, net });
    expect(slips).toHaveLength(6);
    await office.app.get(SubmitRun).submit(office.hr, run.id);
    submitted = run;
  });

  let submitted: PayRun;

  it('a submitted run that has read it keeps it from being taken back; returned, it goes whole', async () => {
    const [{ id }] = (await hr.get(acts)).body.changes as [{ id: string }];
    const look = await hr.get(`${acts}/${id}/undo`);
    expect(look.body).toMatchObject({ rows: 6, people: 6, used: 1, uses: [{ code: 'BATCH_USED_BY_RUN' }] });
    const refused = await hr.post(`${acts}/${id}/undo`, { reason: '撤回' });
    expect([refused.status, refused.body.code]).toEqual([409, 'BATCH_USED']);
    await office.app.get(DecideRun).returnRun(office.finance, submitted.id, 'calculated', '岗级有误');
    expect((await finance.post(`${acts}/${id}/undo`, { reason: '撤回' })).status).toBe(403);
    const undone = await hr.post(`${acts}/${id}/undo`, { reason: '晋级文件撤回' });
    expect([undone.status, undone.body.rows]).toEqual([200, 6]);
    expect((await hr.get(`${acts}/${id}`)).body).toMatchObject({ undone: { reason: '晋级文件撤回' }, lines: office.numbers.map((workerNo) => ({ workerNo })) });
    const worker = (await hr.get(`${base}/workers?limit=10`)).body.workers as Row[];
    expect(worker.map(({ gradeCode }) => gradeCode)).toEqual(Array.from({ length: 6 }, () => 'W1'));
  });

  it('refuses what was seen before somebody else changed it, by name, and what the rules forbid', async () => {
    const act = await seenOf(raise());
    const no = office.numbers[2] as number;
    await hr.post(`${base}/workers/${no}/assignments`, { from: '2023-03-10', gridCode: 'G2', covering: true });
    const stale = await hr.pay(acts, act, 'stale-raise-1');
    expect([stale.status, stale.body.code, errors(stale).map(({ code }) => code)]).toEqual([409, 'STAFF_CHANGE_STALE', ['STAFF_CHANGE_SINCE']]);
    const wrong = await hr.pay(acts, { ...(await seenOf({ ...raise(), date: '2021-01-01' })) }, 'early-raise-1');
    expect([wrong.status, wrong.body.code]).toEqual([409, 'STAFF_CHANGE_REFUSED']);
    const back = { kind: 'return', date: '2023-03-31', reason: '协议期满', lines: [{ workerNo: no, ground: 'rule12_3' }] };
    expect((await hr.post(`${acts}/preview`, back)).body).toMatchObject({ ready: 0, lines: [{ problems: [{ code: 'RETURN_EVIDENCE_MISSING' }] }] });
  });

  it('whoever may not change the roster neither looks nor acts; other centres do not exist', async () => {
    for (const who of [finance, clerk]) {
      expect((await who.post(`${acts}/preview`, raise())).status).toBe(403);
      expect((await who.post(`${acts}/people`, { texts: ['测试0'] })).status).toBe(403);
      expect((await who.pay(acts, { ...raise(), lines: [] }, 'not-allowed-1')).status).toBe(403);
    }
    expect((await finance.post(`${acts}/effect`, raise())).status).toBe(403);
    expect((await clerk.get(acts)).status).toBe(403);
    const other = await SmallOffice.open(api.running.app, 'SD', 1);
    expect((await hr.post(`/api/v1/centres/${other.centreId}/staff-changes/preview`, raise())).status).toBe(404);
    expect((await hr.post(`${acts}/preview`, raise(other.numbers))).status).toBe(404);
  });
});
