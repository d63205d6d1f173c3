import type { Actor } from '@gridstaff/contracts';
import { PerformanceBook } from '@gridstaff/evaluation';
import { VerifyDatabase } from '@gridstaff/reporting';
import { SmallOffice } from '@gridstaff/testing';
import { type Browser, TestApi } from './api-support';

interface Slip {
  workerNo: number;
  fee: string;
  retro: { period: string; code: string; amount: string }[];
}

/** An agency whose price depends on the head count of the month, from the rate card to the slip, its explanation and the checker. */
describe('a fee by head count over HTTP', () => {
  let api: TestApi;
  let office: SmallOffice;
  let hr: Browser;
  let finance: Browser;
  let fees: string;
  let agencies: string;

  beforeAll(async () => {
    api = await TestApi.start();
    api.clock.set('2023-01-26T09:00:00+08:00');
    office = await SmallOffice.open(api.running.app, 'FT', 6);
    const { centreId } = office;
    hr = await api.person('hr', [{ role: 'hr', centreId }]);
    finance = await api.person('finance', [{ role: 'finance', centreId }]);
    agencies = `/api/v1/centres/${centreId}/agencies`;
    const [agency] = (await hr.get(agencies)).body.agencies as [{ id: string }];
    fees = `${agencies}/${agency.id}/fees`;
  });

  afterAll(() => api.close());

  const slips = async (runId: string): Promise<Slip[]> => {
    const details = office.numbers.map(async (no) => (await hr.get(`/api/v1/runs/${runId}/slips/${no}`)).body as unknown as Slip);
    return Promise.all(details);
  };
  const violations = async (): Promise<unknown> =>
    (await api.running.app.get(VerifyDatabase, { strict: false }).execute(everything(), null)).violations;
  const everything = (): Actor => ({ userId: office.hr.userId, personId: office.hr.personId, grants: new Map([['*', new Set(['verify:run' as const])]]) });

  it('refuses cards that cannot be read, and says what holds', async () => {
    const tiers = (steps: object[], mode = 'whole') => ({ from: '2023-01-01', kind: 'per_head', tiers: { mode, steps } });
    for (const wrong of [
      tiers([]),
      tiers([{ from: 2, amount: '60.00' }]),
      tiers([{ from: 1, amount: '60.00' }, { from: 1, amount: '50.00' }]),
      tiers([{ from: 1, rate: '0.02' }]),
      { ...tiers([{ from: 1, rate: '0.02' }], 'slices'), kind: 'rate' },
    ])
      expect([(await hr.post(fees, wrong)).body.code]).toEqual(['FEE_TIERS_INVALID']);
    const card = tiers([{ from: 1, amount: '60.00' }, { from: 5, amount: '50.00' }], 'slices');
    expect((await finance.post(fees, card)).status).toBe(403);
    expect((await hr.post(fees, { ...card, amount: '60.00' })).status).toBe(400);
    expect((await hr.post(fees, card)).body).toEqual({ changed: true });
    expect((await hr.post(fees, card)).body).toEqual({ changed: false });
    const [listed] = (await finance.get(`${agencies}?on=2023-01-15`)).body.agencies as [{ fee: unknown }];
    expect(listed.fee).toEqual({
      ...{ kind: 'per_head', amount: '60.00', rate: null },
      tiers: { mode: 'slices', steps: [{ from: 1, amount: '60.00', rate: null }, { from: 5, amount: '50.00', rate: null }] },
    });
    const [before] = (await finance.get(`${agencies}?on=2022-12-15`)).body.agencies as [{ fee: unknown }];
    expect(before.fee).toEqual({ kind: 'per_head', amount: '60.00', rate: null, tiers: null });
  });

  it('in slices each head pays the price of its place, and the slip says which', async () => {
    await office.evaluate('2023-01');
    const run = await office.calculate(await office.create('2023-01'));
    expect((await slips(run.id)).map(({ fee }) => fee)).toEqual(['60.00', '60.00', '60.00', '60.00', '50.00', '50.00']);
    const why = await hr.get(`/api/v1/runs/${run.id}/slips/${office.numbers[4]}/explanation`);
    expect(why.body.feeTier).toEqual({ mode: 'slices', heads: 6, from: 5, to: null, place: 5, amount: '50.00', rate: null });
    await office.approve(run);
    expect(await violations()).toEqual([]);
  });

  it('of the whole count everybody pays one price; who joins late changes what the month cost for everybody', async () => {
    const card = { mode: 'whole', steps: [{ from: 1, amount: '60.00' }, { from: 7, amount: '40.00' }] };
    expect((await hr.post(fees, { from: '2023-02-01', kind: 'per_head', tiers: card })).body).toEqual({ changed: true });
    api.clock.set('2023-02-26T09:00:00+08:00');
    hr = await api.person('hr2', [{ role: 'hr', centreId: office.centreId }]);
    await office.evaluate('2023-02');
    const run = await office.calculate(await office.create('2023-02'));
    expect((await slips(run.id)).map(({ fee }) => fee)).toEqual(Array.from({ length: 6 }, () => '60.00'));
    await office.approve(run);
    // Found out in March: a seventh was there all along.
    api.clock.set('2023-03-26T09:00:00+08:00');
    hr = await api.person('hr3', [{ role: 'hr', centreId: office.centreId }]);
    await office.hire(6);
    await office.evaluate('2023-03');
    const no = office.numbers[6] as number;
    const late = ['2023-01', '2023-02'].map((period) => ({ workerNo: no, period, score: null, coefficient: 9_000, award: 0 }));
    await office.app.get(PerformanceBook).record(office.hr, office.centreId, late);
    const march = await office.calculate(await office.create('2023-03'));
    const all = await slips(march.id);
    const difference = ({ retro }: Slip, period: string) => retro.filter((one) => one.period === period && /fee/.test(one.code)).map(({ amount }) => amount);
    expect(all.slice(0, 6).map((slip) => difference(slip, '2023-02'))).toEqual(Array.from({ length: 6 }, () => ['-20.00']));
    // In slices the seventh is one more head at the price of the second step: nobody else's January changes.
    expect(all.slice(0, 6).map((slip) => difference(slip, '2023-01'))).toEqual(Array.from({ length: 6 }, () => []));
    await office.approve(march);
    expect(await violations()).toEqual([]);
  });
});
