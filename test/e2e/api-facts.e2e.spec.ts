import { SmallOffice } from '@gridstaff/testing';
import { type Browser, TestApi } from './api-support';

const JULY = '2023-07';

describe('facts of a month through HTTP', () => {
  let api: TestApi;
  let hr: Browser;
  let base: string;
  let first: number;
  let second: number;

  beforeAll(async () => {
    api = await TestApi.start();
    const office = await SmallOffice.open(api.running.app, 'SF', 3);
    hr = await api.person('hr1', [{ role: 'hr', centreId: office.centreId }]);
    base = `/api/v1/centres/${office.centreId}`;
    [first, second] = office.numbers as [number, number];
  });

  afterAll(() => api?.close());

  it('maternity leave, time off and days in heat are recorded, listed and taken back', async () => {
    const recorded = await hr.post(`${base}/attendance`, {
      absences: [{ workerNo: first, kind: 'maternity', from: '2023-07-17', to: '2023-08-01', days: '11' }],
      overtime: [{ workerNo: second, period: JULY, restday: '16', restdayOff: '8' }],
      heatWork: [{ workerNo: second, period: JULY, days: '10.5' }],
    });
    expect([recorded.status, recorded.body.created]).toEqual([200, 3]);
    const month = await hr.get(`${base}/attendance?period=${JULY}`);
    expect(month.body).toMatchObject({
      absences: [{ workerNo: first, kind: 'maternity', leaveKind: null, days: '11.00' }],
      overtime: [{ workerNo: second, restday: '16.00', restdayOff: '8.00' }],
      heatWork: [{ workerNo: second, period: JULY, days: '10.50' }],
    });
    const wrong = await hr.post(`${base}/attendance`, { heatWork: [{ workerNo: second, period: JULY, days: '-1' }] });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    const many = await hr.post(`${base}/attendance`, { heatWork: [{ workerNo: second, period: JULY, days: '21.5' }] });
    expect([many.status, many.body.code]).toEqual([422, 'HEAT_DAYS_TOO_MANY']);
    const taken = await hr.post(`${base}/attendance/heat-work/${second}/${JULY}/retract`, { reason: '登记错误' });
    expect(taken.status).toBe(204);
    expect((await hr.get(`${base}/attendance?period=${JULY}`)).body.heatWork).toEqual([]);
  });

  it('what is given once is recorded, listed with what was paid, and taken back by nought', async () => {
    const give = (entries: object[]) => hr.post(`${base}/one-offs`, { period: JULY, entries });
    const leave = { workerNo: first, kind: 'annual_leave', days: 3, averageWage: '2755.00' };
    const severance = { workerNo: second, kind: 'severance', years: 3, months: 5, averageWage: '3200', localAverage: '81600' };
    expect((await give([leave, severance])).status).toBe(204);
    const { body } = await hr.get(`${base}/one-offs?period=${JULY}`);
    expect(body.entries).toMatchObject([
      { workerNo: first, kind: 'annual_leave', days: 3, amount: null, paidDays: 0, averageWage: '2755.00' },
      { workerNo: second, kind: 'severance', days: null, amount: '11200.00', paidAmount: '0.00', months: '3.5' },
    ]);
    const loss = await give([{ workerNo: first, kind: 'loss', amount: '100' }]);
    expect([loss.status, loss.body.code]).toEqual([400, 'MISSING_FIELD']);
    const stranger = await give([{ ...leave, workerNo: 999_999 }]);
    expect([stranger.status, stranger.body.code]).toEqual([422, 'UNKNOWN_WORKER']);
    expect((await give([{ workerNo: first, kind: 'annual_leave', days: 0 }])).status).toBe(204);
    expect((await hr.get(`${base}/one-offs?period=${JULY}`)).body.entries).toMatchObject([{ kind: 'severance' }]);
  });

  it('leave: kinds with their sources, balances with why, service before with its evidence', async () => {
    const { body } = await hr.get(`${base}/leave-kinds`);
    const kinds = body.kinds as { code: string; limits: object[] }[];
    expect(kinds.find(({ code }) => code === 'childcare')?.limits).toMatchObject([{ days: 10, confidence: 'unconfirmed' }]);
    const of = async (no: number) => {
      const { workers } = (await hr.get(`${base}/leave-balances?year=2023&limit=500`)).body as { workers: { workerNo: number; standings: object[] }[] };
      return workers.find(({ workerNo }) => workerNo === no)?.standings;
    };
    expect(await of(second)).toMatchObject([{ code: 'annual', accrued: '3.00', left: '3.00' }, { code: 'time_off', accrued: '1.00' }]);
    const prior = { workerNo: second, months: 240, continuousFrom: '2010-01-01', evidence: '社保缴费记录' };
    expect((await hr.post(`${base}/prior-services`, { entries: [prior] })).body).toEqual({ recorded: 1 });
    expect(await of(second)).toMatchObject([{ code: 'annual', accrued: '15.00' }, {}]);
    const off = { workerNo: second, kind: 'paid', leaveKind: 'time_off', from: '2023-07-24', to: '2023-07-26', days: '2' };
    const refused = await hr.post(`${base}/attendance`, { absences: [off] });
    expect([refused.status, refused.body.code]).toEqual([422, 'LEAVE_BALANCE_EXCEEDED']);
    const auditor = await api.person('auditor1', [{ role: 'auditor', centreId: base.split('/').at(-1) as string }]);
    expect((await auditor.get(`${base}/leave-balances?year=2023`)).status).toBe(200);
    expect((await auditor.post(`${base}/prior-services`, { entries: [prior] })).status).toBe(403);
  });

  it('probation and the months of a second engagement are said of a worker', async () => {
    const late = { from: '2023-07-01', engagementStatus: 'probation', contractWage: '3600' };
    const once = await hr.post(`${base}/workers/${first}/engagement-status`, late);
    expect([once.status, once.body.code]).toEqual([422, 'PROBATION_ONCE']);
    const why = { from: '2023-07-01', engagementStatus: 'suspended' };
    const unsaid = await hr.post(`${base}/workers/${first}/engagement-status`, why);
    expect([unsaid.status, unsaid.body.code, unsaid.body.place]).toEqual([400, 'MISSING_FIELD', { field: 'statusReason' }]);
    const from = { from: '2022-05-01', engagementStatus: 'probation' };
    const status = await hr.post(`${base}/workers/${first}/engagement-status`, { ...from, contractWage: '3600' });
    expect([status.status, status.body]).toEqual([200, { changed: true }]);
    const { body } = await hr.get(`${base}/workers/${first}`);
    expect(JSON.stringify(body.timeline)).toContain('"contractWage":"3600.00"');
    const alone = await hr.post(`${base}/workers/${second}/engagement-status`, { ...from, lowestSamePost: '3500' });
    expect([alone.status, alone.body.code]).toEqual([400, 'MISSING_FIELD']);
    const chosen = await hr.post(`${base}/tax-profiles`, { year: 2023, profiles: [{ workerNo: first, rehire: 'continuous' }] });
    expect(chosen.status).toBe(204);
    expect((await hr.get(`${base}/tax-profiles?year=2023`)).body.profiles).toMatchObject([
      { workerNo: first, mode: 'normal', rehire: 'continuous', priorGross: null },
    ]);
  });
});
