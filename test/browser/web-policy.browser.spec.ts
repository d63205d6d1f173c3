import type { Browser } from 'playwright-core';
import { calculatedRun, type Centre, done, openCentre, PERIOD, person } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

const pack = (value: string): string =>
  `layer: '430000'\nparameters:\n  insurance.floor:\n    - valid_from: 2023-01\n      valid_to: 2024-01\n      source: 湘人社函〔2023〕9号\n      confidence: unconfirmed\n      value: ${value}\n`;

describe('policy parameters in the web app', () => {
  let centre: Centre;
  let browser: Browser;

  beforeAll(async () => {
    centre = await openCentre();
    const { hr, base } = centre;
    const insured = { ...person(7, '周五'), insured: true, insuranceBase: '3300.00' };
    const { workerNo, no } = (await done(hr.post(`${base}/workers`, insured))) as Record<string, number>;
    const results = [{ workerNo: workerNo ?? no, period: PERIOD, coefficient: '1' }];
    await done(hr.post(`${base}/evaluations`, { results }));
    await calculatedRun(centre);
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  const open = (name: string, look: Parameters<typeof Screen.signedIn>[3] = {}): Promise<Screen> =>
    Screen.signedIn(browser, centre.url, name, look);
  /** Kept where the caller asks for pictures. */
  const picture = async (screen: Screen, name: string): Promise<void> => {
    const folder = process.env.GRID_PICTURES;
    if (folder) await screen.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };
  const sound = async (screen: Screen): Promise<void> => {
    await screen.settled();
    expect(await screen.seriousFindings()).toEqual([]);
    expect(screen.complaints).toEqual([]);
  };

  it('shows the month with sources and marks, and only the unconfirmed ones when asked', async () => {
    const screen = await open('auditor1');
    await screen.menu('policy');
    const month = screen.field('policy:month');
    await month.fill('2023-05');
    await month.press('Enter');
    const row = screen.page.getByRole('row', { name: /社保缴费基数下限/ });
    await row.getByText('3,770.00').waitFor();
    await row.getByText(screen.t('policy:confidence.unconfirmed')).waitFor();
    await sound(screen);
    await picture(screen, 'policy-in-force');
    await screen.field('policy:onlyUnconfirmed').check();
    await screen.page.getByRole('row', { name: /每月减除费用/ }).waitFor({ state: 'detached' });
    expect(await screen.button('policy:propose').count()).toBe(0);
    await screen.close();
  });

  it('takes a pack from the text over its findings, difference and effect to the activation by another person', async () => {
    const hr = await open('hr1');
    await hr.go('/policy/new');
    await hr.field('policy:text').fill(pack('3870.5'));
    await hr.button('policy:check').click();
    await hr.page.getByText('parameters.insurance.floor[0].value').waitFor();
    await sound(hr);
    await picture(hr, 'policy-findings');
    expect(await hr.button('policy:propose').count()).toBe(0);
    await hr.field('policy:text').fill(pack("'3870'"));
    await hr.text('policy:checkAgain').waitFor();
    await hr.button('policy:check').click();
    await hr.page.getByText(hr.t('policy:fundFits')).waitFor();
    await hr.page
      .getByRole('row', { name: /社保缴费基数下限/ })
      .getByText('3,870.00')
      .waitFor();
    await sound(hr);
    await picture(hr, 'policy-effect');
    await hr.field('policy:reason').fill('湘人社函〔2023〕9号');
    await hr.button('policy:propose').click();
    await hr.page.getByText(hr.t('policy:status.proposed')).first().waitFor();
    expect(hr.path).toMatch(/^\/policy\/[0-9a-f-]{36}$/);
    expect(await hr.button('policy:activate.button').count()).toBe(0);
    const at = hr.path;
    await hr.close();

    const leader = await open('leader1');
    await leader.menu('approvals');
    await leader.page.getByRole('link', { name: leader.t('approvals:policy_pack') }).click();
    await leader.page.getByText(leader.t('policy:fundFits')).waitFor();
    expect(leader.path).toBe(at);
    await sound(leader);
    await leader.page.getByRole('button', { name: '展开行' }).first().click();
    await leader.page.getByText('周五').waitFor();
    await picture(leader, 'policy-pack');
    await leader.confirmed('policy:activate.button');
    await leader.page.getByText(leader.t('policy:status.activated')).first().waitFor();
    await leader.menu('policy');
    await leader.field('policy:month').fill('2023-05');
    await leader.field('policy:month').press('Enter');
    await leader.page
      .getByRole('row', { name: /社保缴费基数下限/ })
      .getByText('3,870.00')
      .waitFor();
    await leader.tab('policy:packs').click();
    await leader.page.getByRole('row', { name: /湘人社函〔2023〕9号/ }).waitFor();
    await sound(leader);
    await picture(leader, 'policy-packs');
    await leader.close();
  });

  it('fits a phone', async () => {
    const screen = await open('leader1', { size: PHONE, language: 'en' });
    await screen.go('/policy');
    await screen.settled();
    expect(await screen.overflow()).toBeLessThanOrEqual(0);
    await sound(screen);
    await picture(screen, 'policy-phone');
    await screen.close();
  });

  it('shows how far the effect is calculated, lets it be stopped, and calculates it again', async () => {
    const hr = await open('hr1');
    // The answers of the server until the screen was looked at: a small centre is done before anybody sees it.
    let state: 'running' | 'cancelled' | 'real' = 'running';
    await hr.page.route('**/api/v1/policy/packs/effects/*', async (route) => {
      const answer = await route.fetch();
      if (state === 'real') return route.fulfill({ response: answer });
      const body = (await answer.json()) as Record<string, unknown>;
      const job = { state, total: 8, done: 3, stopRequested: false, error: null };
      return route.fulfill({ response: answer, json: { ...body, job, effect: null } });
    });
    await hr.go('/policy/new');
    await hr.field('policy:text').fill(pack("'3950'"));
    await hr.button('policy:check').click();
    await hr.text('policy:progress.running', { done: 3, total: 8 }).waitFor();
    expect(await hr.page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('37');
    await sound(hr);
    await picture(hr, 'policy-progress');
    state = 'cancelled';
    await hr.button('policy:progress.stop').click();
    await hr.text('policy:progress.stopped').waitFor();
    state = 'real';
    await hr.button('policy:progress.again').click();
    await hr.page.getByText(hr.t('policy:fundFits')).waitFor();
    await sound(hr);
    await hr.close();
  });
});
