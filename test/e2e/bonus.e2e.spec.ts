import { BonusRecords, TaxRecords } from '@gridstaff/payroll';
import { Agencies } from '@gridstaff/roster';
import { SmallOffice } from '@gridstaff/testing';
import { Browser, TestApi } from './api-support';

const PERIOD = '2023-12';

/** Which way of taxing a bonus is better, and changing it before the run is submitted, over HTTP. */
describe('the methods of a bonus run over HTTP', () => {
  let api: TestApi;
  let office: SmallOffice;
  let hr: Browser;
  let leader: Browser;
  let address: string;

  beforeAll(async () => {
    api = await TestApi.start();
    office = await SmallOffice.open(api.running.app, 'B1', 3);
    const { centreId, numbers } = office;
    const { app } = api.running;
    // Eleven months of 2,755 with 400 of contributions before the system was used.
    const before = {
      throughMonth: 11,
      months: 11,
      income: 3_030_500,
      exempt: 0,
      special: 440_000,
      other: 0,
      relief: 0,
    };
    const [agency] = await app.get(Agencies).list(office.hr, centreId);
    const agencyId = agency?.id ?? '';
    const openings = numbers.map((workerNo) => ({ workerNo, agencyId, ...before, tax: 0 }));
    await app.get(TaxRecords).recordOpenings(office.hr, centreId, 2023, openings);
    const [small, large] = numbers as [number, number];
    await app.get(BonusRecords).record(office.hr, centreId, PERIOD, [
      { workerNo: small, amount: 2_000_000, method: 'separate' },
      { workerNo: large, amount: 3_600_000, method: 'separate' },
    ]);
    api.clock.set('2023-12-20T09:00:00+08:00');
    const created = await office.create(PERIOD, undefined, { kind: 'bonus', payDate: '2023-12-25' });
    const run = await office.calculate(created);
    address = `/api/v1/runs/${run.id}`;
    hr = await api.person('hr', [{ role: 'hr', centreId }]);
    leader = await api.person('leader', [{ role: 'leader', centreId }]);
  });

  afterAll(() => api.close());

  const calculated = async (): Promise<void> => {
    // The stream of events ends with the calculation.
    expect((await hr.get(`${address}/events`)).status).toBe(200);
  };

  it('compares both over the year, in yuan', async () => {
    // 30,305 − 4,400 − 60,000 = −34,095: 36,000 with the wages leave 1,905 at 3 %.
    expect((await leader.get(`${address}/bonus-choices`)).body).toEqual({
      after: null,
      choices: [
        {
          ...{ workerNo: office.numbers[0], amount: '20000.00', method: 'separate', yearTaxable: '-34095.00' },
          ...{ separateTax: '600.00', togetherTax: '0.00', better: 'together', saves: '600.00' },
        },
        {
          ...{ workerNo: office.numbers[1], amount: '36000.00', method: 'separate', yearTaxable: '-34095.00' },
          ...{ separateTax: '1080.00', togetherTax: '57.15', better: 'together', saves: '1022.85' },
        },
      ],
    });
  });

  it('changes nothing for who prepares nothing, for people without a bonus, or with a version that is old', async () => {
    const choices = [{ workerNo: office.numbers[0], method: 'together' }];
    expect((await leader.post(`${address}/bonus-choices`, { choices })).status).toBe(403);
    const withStranger = [...choices, { workerNo: office.numbers[2], method: 'together' }];
    expect((await hr.post(`${address}/bonus-choices`, { choices: withStranger })).status).toBe(404);
    const stale = await hr.post(`${address}/bonus-choices`, { choices }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'IF_MATCH_STALE']);
    expect((await hr.post(`${address}/bonus-choices`, { choices: [{ ...choices[0], method: 'both' }] })).status).toBe(
      400,
    );
    const { body } = await hr.get(`${address}/bonus-choices`);
    expect((body.choices as { method: string }[]).map(({ method }) => method)).toEqual(['separate', 'separate']);
    expect((await hr.get(address)).body.tax).toBe('1680.00');
  });

  it('records the other method, calculates the run with it, and leaves the amount as it is', async () => {
    const choices = [{ workerNo: office.numbers[1], method: 'together' }];
    api.clock.advance(1000);
    const changed = await hr.post(`${address}/bonus-choices`, { choices });
    expect([changed.status, changed.body.status]).toEqual([202, 'draft']);
    await calculated();
    expect((await hr.get(address)).body).toMatchObject({ status: 'calculated', gross: '56000.00', tax: '657.15' });
    const slip = await hr.get(`${address}/slips/${office.numbers[1]}`);
    expect(slip.body).toMatchObject({ gross: '36000.00', tax: '57.15', net: '35942.85' });
    const { body } = await hr.get(`${address}/bonus-choices`);
    expect((body.choices as { method: string }[]).map(({ method }) => method)).toEqual(['separate', 'together']);
  });

  it('is over once the run is submitted', async () => {
    expect((await hr.post(`${address}/submit`)).status).toBe(200);
    const choices = [{ workerNo: office.numbers[0], method: 'together' }];
    const late = await hr.post(`${address}/bonus-choices`, { choices });
    expect([late.status, late.body.code]).toEqual([409, 'WRONG_STEP']);
  });

  it('is no question for other runs', async () => {
    await office.evaluate(PERIOD);
    const regular = await office.calculate(await office.create(PERIOD));
    const at = `/api/v1/runs/${regular.id}/bonus-choices`;
    expect((await hr.get(at)).body.code).toBe('BONUS_RUN_ONLY');
    expect((await hr.post(at, { choices: [] })).body.code).toBe('BONUS_RUN_ONLY');
  });
});
