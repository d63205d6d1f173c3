import { writeWorkbook } from '@gridstaff/exchange';
import { RunQueries } from '@gridstaff/payroll';
import { checkDigitOf } from '@gridstaff/roster';
import { SmallOffice } from '@gridstaff/testing';
import { Browser, TestApi } from './api-support';

/** What explains and forecasts pay, over HTTP, as the roles that may and may not ask. */
describe('insight over HTTP', () => {
  let api: TestApi;
  let office: SmallOffice;
  let leader: Browser;
  let clerk: Browser;
  let address: string;
  let runId: string;

  beforeAll(async () => {
    api = await TestApi.start();
    api.clock.set('2023-01-26T09:00:00+08:00');
    office = await SmallOffice.open(api.running.app, 'I1', 6);
    const { centreId } = office;
    address = `/api/v1/centres/${centreId}`;
    await office.evaluate('2023-01');
    await office.approve(await office.calculate(await office.create('2023-01')));
    api.clock.set('2023-02-26T09:00:00+08:00');
    await office.evaluate('2023-02', 0);
    runId = (await office.calculate(await office.create('2023-02'))).id;
    leader = await api.person('leader', [{ role: 'leader', centreId }]);
    clerk = await api.person('clerk', [{ role: 'agency_clerk', centreId }]);
  });

  afterAll(() => api.close());

  it('tells what changed from last month, in pages and by flag', async () => {
    const { body } = await leader.get(`/api/v1/runs/${runId}/variance?limit=4`);
    expect(body).toMatchObject({
      ...{ people: 6, next: expect.any(String) as string, rest: { net: '0.00', gross: '0.00', cost: '0.00' } },
      bridge: [{ cause: 'award', name_zh: '奖励', name_en: 'awards', people: 6, gross: '-600.00' }],
    });
    expect((await leader.get(`/api/v1/runs/${runId}/variance?limit=4&after=${String(body.next)}`)).body).toMatchObject({
      next: null,
    });
    expect((await leader.get(`/api/v1/runs/${runId}/variance?flag=left`)).body).toMatchObject({ rows: [], next: null });
    expect((await leader.get(`/api/v1/runs/${runId}/variance?flag=tall`)).status).toBe(400);
    const one = await leader.get(`/api/v1/runs/${runId}/variance/${office.numbers[0]}`);
    expect(one.body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ code: 'award_pay', before: '100.00', after: '0.00', difference: '-100.00' }),
      ]),
      facts: expect.arrayContaining([expect.objectContaining({ cause: 'award', before: '100.00', after: '0.00' })]),
    });
  });

  it('answers what would be, and keeps nothing', async () => {
    const scenario = {
      fundId: office.fundId,
      raise: { percent: '10', from: '2023-03' },
      hires: { count: 2, agency: 'A1', joinedOn: '2023-04-03', gridCode: 'G1', gradeCode: 'W1' },
    };
    const { status, body } = await leader.post(`${address}/what-if`, scenario);
    expect([status, body]).toMatchObject([200, { from: '2023-02', changes: { hires: 2, leaving: [] }, leftOut: [] }]);
    // 10 % of 1,950 + 300 + 0.9 × 450 for six.
    expect((body.months as { difference: object }[])[1]?.difference).toMatchObject({
      gross: '1593.00',
      total: '1593.00',
    });
    const preview = await leader.post(`${address}/pay-preview`, {
      period: '2023-02',
      workers: [{ kind: 'base', workerNo: office.numbers[0], from: '2023-02-01', value: '5000.00' }],
    });
    expect([preview.status, (preview.body.slips as unknown[]).length]).toEqual([200, 6]);
    expect(
      (await leader.post(`${address}/what-if`, { ...scenario, raise: { percent: 'x', from: '2023-03' } })).body,
    ).toMatchObject({ code: 'NOT_A_NUMBER' });
    const wrong = {
      period: '2023-02',
      workers: [{ kind: 'grade', workerNo: office.numbers[0], from: '2023-02-01', value: 'W7' }],
    };
    expect((await leader.post(`${address}/pay-preview`, wrong)).body).toMatchObject({ code: 'UNKNOWN_GRADE' });
    const all = { field: 'no', descending: true, limit: 10 } as const;
    expect((await api.get(RunQueries).list(office.hr, {}, all)).rows).toHaveLength(2);
  });

  it('compares a sheet of the office with the run, and keeps none of it', async () => {
    const sheet = await writeWorkbook([
      {
        name: '工资',
        columns: [
          { header: '姓名', kind: 'text' },
          { header: '基本工资', kind: 'yuan' },
          { header: '甲', kind: 'yuan' },
        ],
        rows: office.numbers.map((_, i) => [`测试${i}`, 195_000, 265_500]),
      },
    ]);
    const parallel = `/api/v1/runs/${runId}/parallel`;
    expect((await leader.upload(`${parallel}/columns`, sheet)).body).toMatchObject({
      columns: [{ target: 'name' }, { target: 'item:1' }, { target: null, said: false }],
    });
    expect(
      (await leader.send('PUT', `${parallel}/columns`, { body: { columns: [{ header: '甲', target: 'gross' }] } }))
        .status,
    ).toBe(403);
    const hr = await api.person('hr', [{ role: 'hr', centreId: office.centreId }]);
    expect(
      (await hr.send('PUT', `${parallel}/columns`, { body: { columns: [{ header: '甲', target: 'gross' }] } })).status,
    ).toBe(204);
    const { body } = await leader.upload(parallel, sheet);
    expect(body).toMatchObject({
      verdict: 'same',
      people: { ours: 6, theirs: 6, matched: 6, equal: 6 },
      differences: [],
      more: 0,
    });
    expect((await leader.upload(`${parallel}/file`, sheet)).headers['content-type']).toContain('spreadsheetml');
    expect((await leader.upload(parallel, Buffer.from('x'))).body).toMatchObject({ code: 'IMPORT_IS_CSV' });
  });

  it('answers nobody who may not read runs', async () => {
    for (const answer of [
      await clerk.get(`/api/v1/runs/${runId}/variance`),
      await clerk.post(`${address}/what-if`, { fundId: office.fundId }),
      await clerk.post(`${address}/pay-preview`, { period: '2023-02' }),
    ])
      expect(answer.status).toBe(403);
  });

  it('adopts a scenario once, by who may record it, as it was looked at', async () => {
    const hr = await api.person('hr-adopts', [{ role: 'hr', centreId: office.centreId }]);
    const first17 = '43020419900101007';
    const people = [{ name: '新人', idNumber: first17 + checkDigitOf(first17) }];
    const scenario = {
      fundId: office.fundId,
      raise: { percent: '5', from: '2023-03' },
      hires: { count: 1, agency: 'A1', joinedOn: '2023-03-06', gridCode: 'G1', gradeCode: 'W1' },
    };
    const { body: answer } = await hr.post(`${address}/what-if`, scenario);
    const adopt = { ...scenario, changesHash: answer.changesHash, people, reason: '党组会 2023-3' };
    const at = `${address}/what-if/adopt`;
    expect((await leader.pay(at, adopt, 'adopt-leader')).status).toBe(403);
    expect((await hr.post(at, adopt)).body.code).toBe('MISSING_FIELD');
    expect((await hr.pay(at, { ...adopt, people: [] }, 'adopt-nobody')).body.code).toBe('SCENARIO_PEOPLE');
    const bounds = { fundId: office.fundId, bounds: { from: '2023-07', insuranceFloor: '4000.00' } };
    const { changesHash } = (await hr.post(`${address}/what-if`, bounds)).body;
    const statutory = await hr.pay(at, { ...bounds, changesHash, reason: '试' }, 'adopt-bounds');
    expect(statutory.body.code).toBe('SCENARIO_NOT_FACTS');
    const other = await hr.pay(at, { ...adopt, raise: { percent: '6', from: '2023-03' } }, 'adopt-other');
    expect([other.status, other.body.code]).toEqual([409, 'SCENARIO_STALE']);

    const adopted = { workers: 0, gradeStandards: 1, certificateStandards: 0, agencyFees: 0, hired: 1, scheme: false };
    const five = await Promise.all(Array.from({ length: 5 }, () => hr.pay(at, adopt, 'adopt-5-percent')));
    for (const { status, body } of five) expect([status, body]).toEqual([200, adopted]);
    const { workers } = (await hr.get(`${address}/workers?on=2023-03-31`)).body as { workers: { name: string }[] };
    expect(workers.filter(({ name }) => name === '新人')).toHaveLength(1);
    const now = (await hr.post(`${address}/what-if`, { fundId: office.fundId, from: answer.from })).body;
    expect((now.now as { total: string }).total).toBe((answer.then as { total: string }).total);
    expect((await hr.pay(at, adopt, 'adopt-again')).body.code).toBe('SCENARIO_STALE');
    expect((await hr.pay(at, { ...adopt, reason: '别的' }, 'adopt-5-percent')).body.code).toBe('IDEMPOTENCY_MISMATCH');
  });
});
