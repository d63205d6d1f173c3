import { SmallOffice } from '@gridstaff/testing';
import { Actors } from '@gridstaff/identity';
import { Structure } from '@gridstaff/roster';
import { type Browser, TestApi } from './api-support';

const JANUARY = '2023-01';

interface SheetBody {
  state: { status: string; hash: string; changed: boolean };
  days: string[];
  rows: { workerNo: number; cells: string[]; unmarked: number[]; findings: { code: string }[] }[];
}

describe('a month of attendance through HTTP', () => {
  let api: TestApi;
  let office: SmallOffice;
  let base: string;
  let hr: Browser;
  let head: Browser & { userId: string };
  let stranger: Browser;
  let leader: Browser;
  let auditor: Browser;
  let unitId: string;
  let first: number;

  beforeAll(async () => {
    api = await TestApi.start();
    office = await SmallOffice.open(api.running.app, 'SF', 3);
    api.clock.set('2023-02-01T09:00:00+08:00');
    const { centreId } = office;
    base = `/api/v1/centres/${centreId}`;
    hr = await api.person('hr1', [{ role: 'hr', centreId }]);
    head = await api.person('head1', [{ role: 'head', centreId }]);
    stranger = await api.person('head2', [{ role: 'head', centreId }]);
    leader = await api.person('leader1', [{ role: 'leader', centreId }]);
    auditor = await api.person('auditor1', [{ role: 'auditor', centreId }]);
    const units = await api.get(Structure).units(api.get(Actors).system('test'), centreId);
    unitId = units.find(({ code }) => code === 'S1')?.id as string;
    first = office.numbers[0] as number;
    expect((await hr.send('PUT', `${base}/attendance-teams/${unitId}/heads`, { body: { userIds: [head.userId] } })).status).toBe(204);
  });

  afterAll(() => api?.close());

  const at = (path = ''): string => `${base}/month-sheets/${JANUARY}/${unitId}${path}`;
  const sheet = async (by: Browser): Promise<SheetBody> => (await by.get(at())).body as unknown as SheetBody;
  const said = async (answer: Promise<{ status: number; body: Record<string, unknown> }>) => {
    const { status, body } = await answer;
    return [status, body?.code];
  };

  it('is seen by who may: the head of the unit and the centre, not another head, and written by neither auditor nor leader', async () => {
    const teams = async (by: Browser) => (await by.get(`${base}/attendance-teams?period=${JANUARY}`)).body.teams as { code: string; unmarkedDays: number }[];
    for (const by of [hr, head, leader, auditor]) expect(await teams(by)).toMatchObject([{ code: 'S1', people: 3, state: { status: 'open' } }]);
    expect(await teams(stranger)).toEqual([]);
    expect(await said(stranger.get(at()))).toEqual([404, 'NOT_FOUND']);
    const cells = { cells: [{ workerNo: first, day: 3, text: '√' }] };
    for (const by of [auditor, leader]) expect(await said(by.post(at('/cells'), cells))).toEqual([403, 'FORBIDDEN']);
    expect(await said(stranger.post(at('/cells'), cells))).toEqual([404, 'NOT_FOUND']);
    expect(await said(head.get(`${base}/attendance?period=${JANUARY}`))).toEqual([403, 'FORBIDDEN']);
    expect(await said(head.get(`${base}/attendance-close/${JANUARY}`))).toEqual([403, 'FORBIDDEN']);
    expect(await said(head.send('PUT', `${base}/attendance-teams/${unitId}/heads`, { body: { userIds: [] } }))).toEqual([403, 'FORBIDDEN']);
  });

  it('is made for paper for who may see it, and comes back as a file from the office alone', async () => {
    const made = async (by: Browser, format: string) => by.post(at('/file'), { format });
    for (const by of [hr, head, auditor]) expect((await made(by, 'pdf')).status).toBe(200);
    expect((await made(stranger, 'xlsx')).status).toBe(404);
    const { bytes } = await made(hr, 'xlsx');
    const bring = (by: Browser) => by.upload(`${base}/imports/month_sheet?period=${JANUARY}`, bytes);
    expect((await bring(hr)).body).toMatchObject({ created: 0, changed: 0, wrong: 0, errors: [] });
    expect((await bring(head)).status).toBe(403);
  });

  it('is filled, told cell by cell what is wrong, submitted, returned, submitted again and approved', async () => {
    const { rows, days } = await sheet(hr);
    expect([rows.length, days.length]).toEqual([3, 31]);
    const cells = rows.flatMap(({ workerNo, unmarked }) => unmarked.map((day) => ({ workerNo, day, text: day === 4 ? '病' : '√加1.5' })));
    const answer = await hr.post(at('/cells'), { cells: [...cells, { workerNo: first, day: 8, text: '年' }, { workerNo: first, day: 3, text: '?' }] });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { problems: [{ workerNo: first, day: 8, code: 'SHEET_REST_DAY' }, { workerNo: first, day: 3, code: 'SHEET_CELL_UNREADABLE', detail_zh: expect.stringContaining('“?”') as unknown }] },
    ]);
    const filled = await sheet(head);
    expect(filled.rows[0]).toMatchObject({ unmarked: [], findings: expect.arrayContaining([expect.objectContaining({ code: 'over_day' })]) as unknown });
    expect((await hr.post(at('/submit'), {})).status).toBe(204);
    const todos = (await head.get('/api/v1/approvals/todos')).body.todos as { subjectType: string; subjectId: string; kind: string }[];
    expect(todos).toMatchObject([{ subjectType: 'month_sheet', kind: 'sheet_approved' }]);
    expect((await stranger.get('/api/v1/approvals/todos')).body.todos).toEqual([]);
    const matter = await head.get(`${base}/attendance-matters/${todos[0]?.subjectId}`);
    expect(matter.body).toEqual({ kind: 'sheet', period: JANUARY, unitId });
    const { hash } = filled.state;
    expect(await said(hr.post(at('/decide'), { decision: 'pass', hash }))).toEqual([403, 'FORBIDDEN']);
    expect(await said(stranger.post(at('/decide'), { decision: 'pass', hash }))).toEqual([404, 'NOT_FOUND']);
    expect((await head.post(at('/decide'), { decision: 'return', hash, opinion: '4 日没有病假条' })).status).toBe(204);
    expect((await hr.post(at('/submit'), {})).status).toBe(204);
    expect(await said(head.post(at('/decide'), { decision: 'pass', hash: hash.replaceAll(/./g, '0') }))).toEqual([409, 'APPROVAL_STALE']);
    expect((await head.post(at('/decide'), { decision: 'pass', hash })).status).toBe(204);
    expect((await sheet(head)).state).toMatchObject({ status: 'approved', changed: false });
    expect((await auditor.get(at('/trail'))).body.steps).toMatchObject([{ decision: 'return', opinion: '4 日没有病假条' }, { decision: 'pass' }]);
  });

  it('is closed, shown to the pay run, opened again by another person, and what is recorded then waits in the inbox of late changes', async () => {
    const close = `${base}/attendance-close/${JANUARY}`;
    const readiness = async () => {
      const { items } = (await hr.get(`${base}/pay-readiness?period=${JANUARY}`)).body as { items: { check: string; level: string }[] };
      return items.find(({ check }) => check === 'attendance_close')?.level;
    };
    expect(await readiness()).toBe('warn');
    expect(await said(auditor.post(close, {}))).toEqual([403, 'FORBIDDEN']);
    expect((await auditor.get(close)).body).toMatchObject({ close: { status: 'open' }, openTeams: 0, unmarkedPeople: 0, without: [] });
    expect((await hr.post(close, {})).body).toMatchObject({ status: 'closed', exceptions: null });
    expect(await readiness()).toBe('ok');
    await office.month(JANUARY);
    const late = { absences: [{ workerNo: first, kind: 'unpaid', from: '2023-01-09', to: '2023-01-10', days: '1' }] };
    expect(await said(hr.post(`${base}/attendance`, late))).toEqual([409, 'ATTENDANCE_CLOSED']);
    expect((await hr.post(`${close}/reopen`, { reason: '9 日实为事假' })).status).toBe(204);
    expect(await said(hr.post(`${close}/reopen/decide`, { decision: 'pass' }))).toEqual([403, 'FORBIDDEN']);
    expect((await leader.post(`${close}/reopen/decide`, { decision: 'pass' })).status).toBe(204);
    api.clock.advance(1000);
    // The day was worked according to the sheet: the sheet is corrected.
    const corrected = await hr.post(at('/cells'), { cells: [{ workerNo: first, day: 9, text: '事' }] });
    expect(corrected.body).toEqual({ saved: 1, problems: [] });
    const inbox = (await hr.get(`${base}/late-changes?undecided=true`)).body.changes as { fact: { kind: string; workerNo: number } }[];
    expect(JSON.stringify(inbox)).toContain('"absence"');
    expect((await sheet(hr)).state).toMatchObject({ status: 'approved', changed: true });
    expect((await auditor.get(close)).body).toMatchObject({ close: { status: 'open' }, openTeams: 1, trail: [{ roundStatus: 'passed' }] });
  });
});
