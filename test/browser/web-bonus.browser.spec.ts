import type { Browser } from 'playwright-core';
import { BonusRecords } from '@gridstaff/payroll';
import { type Centre, done, openCentre, PEOPLE, PERIOD } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

const PAY_DATE = '2023-01-28';

describe('bonus runs in the web app', () => {
  let centre: Centre;
  let browser: Browser;
  let run: string;

  beforeAll(async () => {
    centre = await openCentre();
    browser = await launch();
    const { hr, base, id } = centre;
    const { funds } = await done(hr.get(`${base}/funds?year=2023`));
    const fundId = (funds as { id: string; name: string }[]).find(({ name }) =>
      name.startsWith('基层社会治理专项'),
    )?.id;
    const body = { centreId: id, period: PERIOD, kind: 'bonus', payDate: PAY_DATE, fundId };
    run = `/runs/${(await done(hr.post('/api/v1/runs', body))).id as string}`;
    await done(hr.post(`/api/v1${run}/calculate`));
    await done(hr.get(`/api/v1${run}/events`));
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  const picture = async (screen: Screen, name: string): Promise<void> => {
    const folder = process.env.GRID_PICTURES;
    if (folder) await screen.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  it('are not offered for submission while nobody is paid by them', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1');
    await hr.go(run);
    await hr.button('runs:do.recalculate').waitFor();
    expect(await hr.button('runs:do.submit').count()).toBe(0);
    await hr.tab('runs:tab.bonus').click();
    await hr.text('bonus:none').waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.close();
  });

  it('show both ways for each person and change the way of those who are ticked', async () => {
    const rows = [1, 2].map((workerNo) => ({ workerNo, amount: 3_600_000 * workerNo, method: 'separate' as const }));
    const actor = await centre.api.actors.forUserName('hr1');
    centre.api.clock.advance(1000);
    await centre.api.get(BonusRecords).record(actor, centre.id, PERIOD, rows);
    const hr = await Screen.signedIn(browser, centre.url, 'hr1');
    await hr.go(run);
    await hr.button('runs:do.recalculate').click();
    await hr.tab('runs:tab.slips', { count: 2 }).waitFor();
    await hr.button('runs:do.submit').waitFor();
    await hr.tab('runs:tab.bonus').click();
    const row = hr.page.getByRole('row').filter({ hasText: PEOPLE[0] });
    await row.getByText('36,000.00').waitFor();
    await picture(hr, 'bonus');
    expect(await hr.seriousFindings()).toEqual([]);
    centre.api.clock.advance(1000);
    await hr.button('bonus:tickWorse', { count: 2 }).click();
    await hr.button('bonus:to.better').click();
    await hr.answer('bonus:confirm').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.tab('runs:tab.bonus').click();
    await row.getByRole('cell', { name: hr.t('bonus:method.together'), exact: true }).waitFor();
    await picture(hr, 'bonus-changed');
    expect(hr.complaints).toEqual([]);
    await hr.close();
  });

  it('fit a phone in English', async () => {
    const leader = await Screen.signedIn(browser, centre.url, 'leader1', { language: 'en', size: PHONE });
    await leader.go(run);
    await leader.tab('runs:tab.bonus').click();
    await leader.page.getByRole('row').filter({ hasText: PEOPLE[1] }).waitFor();
    expect(await leader.button('bonus:to.better').count()).toBe(0);
    expect(await leader.overflow()).toBeLessThanOrEqual(0);
    expect(await leader.seriousFindings()).toEqual([]);
    await picture(leader, 'bonus-phone');
    await leader.close();
  });
});
