import { SmallOffice } from '@gridstaff/testing';
import { type Browser, TestApi } from './api-support';

type Row = Record<string, unknown>;

describe('one agency over HTTP', () => {
  let api: TestApi;
  let office: SmallOffice;
  let hr: Browser;
  let finance: Browser;
  let base: string;
  let agencyId: string;

  beforeAll(async () => {
    api = await TestApi.start();
    api.clock.set('2023-03-01T09:00:00+08:00');
    office = await SmallOffice.open(api.running.app, 'AG', 3);
    const { centreId } = office;
    base = `/api/v1/centres/${centreId}`;
    hr = await api.person('hr', [{ role: 'hr', centreId }]);
    finance = await api.person('finance', [{ role: 'finance', centreId }]);
    agencyId = ((await hr.get(`${base}/agencies`)).body.agencies as [{ id: string }])[0].id;
  });

  afterAll(() => api.close());

  it('tells licence, rate cards, people and contracts as of a day', async () => {
    const agency = `${base}/agencies/${agencyId}`;
    await hr.post(`${agency}/details`, { from: '2023-02-01', licenceNo: 'LW-1', licenceUntil: '2025-01-31' });
    await hr.post(`${agency}/fees`, { from: '2023-06-01', kind: 'per_head', tiers: { mode: 'whole', steps: [{ from: 1, amount: '60.00' }, { from: 3, amount: '50.00' }] } });
    const contract = { startsOn: '2022-05-01', endsOn: '2023-04-10', postKind: 'auxiliary' };
    await hr.post(`${base}/workers/${office.numbers[0]}/contracts`, contract);
    await hr.post(`${base}/workers/${office.numbers[1]}/contracts`, { ...contract, endsOn: '2024-04-30' });
    const { status, body } = await finance.get(agency);
    expect([status, body]).toMatchObject([
      200,
      {
        ...{ name: '演示派遣公司', licenceNo: 'LW-1', people: 3, contracts: { inForce: 2, endingSoon: 1 } },
        details: [{ from: '2023-02-01', licenceNo: 'LW-1' }],
        fees: [{ from: '2022-01-01', to: '2023-06-01', amount: '60.00', tiers: null }, { from: '2023-06-01', tiers: { mode: 'whole' } }],
      },
    ]);
    expect((await finance.get(`${agency}?on=2022-12-01`)).body).toMatchObject({ licenceNo: null, contracts: { inForce: 2, endingSoon: 0 } });
    const other = await SmallOffice.open(api.running.app, 'AH', 1);
    expect((await hr.get(`/api/v1/centres/${other.centreId}/agencies/${agencyId}`)).status).toBe(404);
  });

  it('an agreement is taken back until somebody has been in post under it; what it had covered holds again', async () => {
    const record = (from: string, lastDay: string, number: string) => hr.post(`${base}/dispatch/agencies/${agencyId}/agreements`, { from, lastDay, number });
    const held = async (): Promise<Row[]> => (await finance.get(`${base}/dispatch/agreements`)).body.agreements as Row[];
    const idOf = async (number: string): Promise<unknown> => (await held()).find((one) => one.number === number)?.factId;
    await record('2023-01-01', '2024-12-31', 'XY-1');
    const before = (await held()).map(({ number, from, to }) => [number, from, to]);
    await record('2023-07-01', '2025-06-30', 'XY-2');
    const wrong = await idOf('XY-2');
    const back = (id: unknown, who = hr) => who.post(`${base}/dispatch/agreements/${String(id)}/take-back`, { reason: '登记错了期限' });
    expect((await back(wrong, finance)).status).toBe(403);
    const under = await back(await idOf('XY-1'));
    expect([under.status, under.body.code]).toEqual([409, 'AGREEMENT_REPLACED']);
    expect((await back(wrong)).status).toBe(204);
    expect((await held()).map(({ number, from, to }) => [number, from, to])).toEqual(before);
    expect((await back(wrong)).status).toBe(404);
    const used = await back(await idOf('XY-1'));
    expect([used.status, used.body.code]).toEqual([409, 'AGREEMENT_USED']);
    // One of the years to come, over nothing: nothing holds then again.
    await record('2026-01-01', '2027-12-31', 'XY-3');
    expect((await back(await idOf('XY-3'))).status).toBe(204);
    expect((await held()).map(({ number, from, to }) => [number, from, to])).toEqual(before);
    const { findings } = (await hr.get(`${base}/dispatch/findings`)).body as { findings: Row[] };
    expect(findings.map(({ code }) => code)).not.toContain('AGREEMENT_MISSING');
  });
});
