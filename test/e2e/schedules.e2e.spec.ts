import { Actors } from '@gridstaff/identity';
import { Structure } from '@gridstaff/roster';
import { SmallOffice } from '@gridstaff/testing';
import { type Browser, TestApi } from './api-support';

const JANUARY = '2023-01';
const DAY = { code: 'D', name: '白班', mark: '白', starts: '08:30', ends: '17:30', rest: 60, paid: '8', colour: 'blue', from: '2022-12-01' };
const NIGHT = { code: 'N', name: '夜班', mark: '夜', starts: '21:00', ends: '05:00', rest: 0, paid: '8', colour: 'violet', from: '2022-12-01' };

interface Row {
  workerNo: number;
  cells: string[];
  missing: number[];
  hours: string;
  findings: { code: string }[];
}

describe('schedules through HTTP', () => {
  let api: TestApi;
  let base: string;
  let unitId: string;
  let first: number;
  let [hr, head, stranger, leader] = [] as unknown as Browser[] & { 0: Browser; 1: Browser; 2: Browser; 3: Browser };

  beforeAll(async () => {
    api = await TestApi.start();
    const office = await SmallOffice.open(api.running.app, 'SF', 3);
    api.clock.set('2023-02-01T09:00:00+08:00');
    const { centreId } = office;
    base = `/api/v1/centres/${centreId}`;
    hr = await api.person('hr1', [{ role: 'hr', centreId }]);
    const chief = await api.person('head1', [{ role: 'head', centreId }]);
    head = chief;
    stranger = await api.person('head2', [{ role: 'head', centreId }]);
    leader = await api.person('leader1', [{ role: 'leader', centreId }]);
    const units = await api.get(Structure).units(api.get(Actors).system('test'), centreId);
    unitId = units.find(({ code }) => code === 'S1')?.id as string;
    first = office.numbers[0] as number;
    await hr.send('PUT', `${base}/attendance-teams/${unitId}/heads`, { body: { userIds: [chief.userId] } });
  });

  afterAll(() => api?.close());

  const at = (path = ''): string => `${base}/schedules/${JANUARY}/${unitId}${path}`;
  const said = async (answer: Promise<{ status: number; body: Record<string, unknown> }>) => {
    const { status, body } = await answer;
    return [status, body?.code];
  };
  const rowsOf = async (by: Browser): Promise<Row[]> => (await by.get(at())).body.rows as Row[];

  it('the office sets the shifts; heads read them and cannot change them', async () => {
    for (const shift of [DAY, NIGHT]) expect((await hr.post(`${base}/shifts`, shift)).status).toBe(204);
    expect(await said(head.post(`${base}/shifts`, DAY))).toEqual([403, 'FORBIDDEN']);
    expect(await said(hr.post(`${base}/shifts`, { ...DAY, starts: '25:00' }))).toEqual([422, 'NOT_A_TIME']);
    expect(await said(hr.post(`${base}/shifts`, { ...DAY, code: 'X', name: '另一班' }))).toEqual([409, 'SHIFT_MARK_TAKEN']);
    expect((await hr.post(`${base}/shift-patterns`, { name: '两白一夜', days: ['白', '白', '夜', '休'].map((shift) => ({ shift })) })).status).toBe(204);
    expect((await head.get(`${base}/shifts?on=2023-01-01`)).body).toMatchObject({
      shifts: [{ code: 'D', starts: '08:30', nextDay: false, paid: '8.00' }, { code: 'N', starts: '21:00', ends: '05:00', nextDay: true }],
      patterns: [{ name: '两白一夜', codes: ['D', 'D', 'N', '-'] }],
    });
    expect((await hr.post(`${base}/shifts/N/end`, { from: '2023-03-01' })).status).toBe(204);
    expect((await hr.get(`${base}/shifts?on=2023-03-01`)).body.shifts).toHaveLength(1);
  });

  it('a head plans the own team: proposed by rotation, typed, told by cell; nobody else may', async () => {
    const { cells } = (await head.post(at('/fill'), { by: 'pattern', days: [{ shift: '白' }, { shift: '夜' }, { shift: '休' }], fromDay: 1, stagger: 1 })).body as { cells: { workerNo: number; day: number; text: string }[] };
    expect(cells.filter(({ workerNo }) => workerNo === first).slice(0, 4).map(({ text }) => text)).toEqual(['白', '夜', '休', '白']);
    expect((await rowsOf(head))[0]?.cells.every((text) => text === '')).toBe(true);
    expect((await head.post(at('/cells'), { cells: [...cells, { workerNo: first, day: 31, text: '晚' }] })).body).toMatchObject({ problems: [{ workerNo: first, day: 31, code: 'SHIFT_UNKNOWN' }] });
    const [row] = await rowsOf(leader);
    expect(row).toMatchObject({ cells: expect.arrayContaining(['白', '夜', '休']) as unknown, missing: expect.arrayContaining([1]) as unknown });
    expect(await said(leader.post(at('/cells'), { cells: [] }))).toEqual([403, 'FORBIDDEN']);
    expect(await said(stranger.get(at()))).toEqual([404, 'NOT_FOUND']);
    expect(await said(stranger.post(at('/fill'), { by: 'copy' }))).toEqual([404, 'NOT_FOUND']);
  });

  it('comprehensive hours need their approval, and change what is found', async () => {
    const rule = { unitId, system: 'comprehensive', cycle: 'quarter', from: '2023-01-01', until: '2023-12-31' };
    const codes = async () => new Set((await rowsOf(head))[0]?.findings.map(({ code }) => code));
    await hr.post(at('/cells'), { cells: [9, 10, 11, 12, 13, 14, 15].map((day) => ({ workerNo: first, day, text: '白' })) });
    expect([...(await codes())]).toEqual(expect.arrayContaining(['no_rest_day', 'week_over']));
    expect(await said(hr.post(`${base}/hours-systems`, rule))).toEqual([422, 'HOURS_NEED_APPROVAL']);
    expect(await said(head.post(`${base}/hours-systems`, { ...rule, document: '1号' }))).toEqual([403, 'FORBIDDEN']);
    expect((await hr.post(`${base}/hours-systems`, { ...rule, document: '株人社〔2023〕1号' })).status).toBe(204);
    expect(await codes()).not.toContain('week_over');
    expect((await head.get(`${base}/hours-systems?from=2023-06-01`)).body.systems).toMatchObject([{ unitId, workerNo: null, system: 'comprehensive', document: '株人社〔2023〕1号', until: '2023-12-31' }]);
  });
});
