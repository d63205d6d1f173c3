import { Actors } from '@gridstaff/identity';
import { PackDesk, RunQueries, type SlipDetail } from '@gridstaff/payroll';
import { Policies } from '@gridstaff/policy';
import { VerifyDatabase } from '@gridstaff/reporting';
import { ManualClock } from '@gridstaff/runtime';
import { SmallOffice, startProduct } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const CITY = readFileSync(path.join(__dirname, 'other-region/city.yaml'), 'utf8');

/** A centre in a city that nobody wrote a line of code for: its parameters are brought in as a text, at run time, by its own people. */
describe('another city is data only', () => {
  let app: INestApplicationContext;
  let office: SmallOffice;
  let home: SmallOffice;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const clock = new ManualClock('2023-01-26T09:00:00+08:00');
    ({ app, close } = await startProduct(clock));
    home = await SmallOffice.open(app, 'HOME', 2);
    office = await SmallOffice.open(app, 'AWAY', 2, '990100');
  });

  afterAll(() => close());

  const slipsOf = (of: SmallOffice, runId: string): Promise<SlipDetail[]> =>
    app.get(RunQueries).slipPageWithLines(of.hr, runId);

  it('from the text to paid slips, and nothing changes for the others', async () => {
    await office.evaluate('2023-01');
    await expect(office.create('2023-01')).rejects.toMatchObject({ code: 'NO_PARAMETERS' });
    const before = (await app.get(Policies).now()).parametersFor('430200', '2023-01').fingerprint;
    const desk = app.get(PackDesk);
    const pack = await desk.propose(office.hr, { centreId: office.centreId, text: CITY, reason: '新城市' });
    const { hash, basis } = await desk.effect(office.leader, CITY);
    await desk.activate(office.leader, { packId: pack.id, hash, basis });
    expect((await app.get(Policies).now()).parametersFor('430200', '2023-01').fingerprint).toBe(before);

    const run = await office.month('2023-01');
    const [withFund, without] = await slipsOf(office, run.id);
    // 1,950 + 300 + 450 × 0.9 + award 100, in either city. A base of 3,300 is above the city's ceiling of 3,000:
    // 11.5 % of it is the worker's, 26 % the agency's. The fund: 8 % of 2,511.11 = 200.8888, cut to the jiao.
    expect(without?.totals).toMatchObject({
      ...{ gross: 275_500, employeeInsurance: 34_500, employerInsurance: 78_000, employeeFund: 0, tax: 0 },
      net: 275_500 - 34_500,
    });
    expect(withFund?.totals).toMatchObject({ employeeFund: 20_080, employerFund: 20_080, net: 275_500 - 34_500 - 20_080 });
    expect(without?.lines.filter(({ nameZh, amount }) => nameZh.includes('工伤') && amount !== 0)).toEqual([]);

    const other = await home.month('2023-01');
    const [homely] = await slipsOf(home, other.id);
    expect(homely?.totals.gross).toBe(withFund?.totals.gross);
    expect(homely?.totals.employeeFund).not.toBe(withFund?.totals.employeeFund);
    expect(homely?.lines.some(({ nameZh, amount }) => nameZh.includes('工伤') && amount > 0)).toBe(true);
    const verified = await app.get(VerifyDatabase).execute(app.get(Actors).system(), null);
    expect(verified.violations).toEqual([]);
  });
});
