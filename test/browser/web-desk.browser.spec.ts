import type { Browser } from 'playwright-core';
import {
  type Centre,
  calculatedRun,
  done,
  GRADE,
  openBareCentre,
  PEOPLE,
  person,
  PERIOD,
  UNITS,
} from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

/** In the order of the desk: each test leaves the centre one step further. */
describe('the desk', () => {
  let centre: Centre;
  let browser: Browser;
  let run: string;

  beforeAll(async () => {
    centre = await openBareCentre();
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  const open = (name: string, phone = false): Promise<Screen> =>
    Screen.signedIn(browser, centre.url, name, phone ? { size: PHONE } : {});

  it('leads an empty centre step by step to its first month, and says who does what', async () => {
    const hr = await open('hr1');
    await hr.text('desk:first.count', { done: 3, all: 6 }).waitFor();
    const next = hr.page.locator('[aria-current=step]', { hasText: hr.t('desk:first.units') });
    await next.waitFor();
    expect(await hr.text('desk:first.ask', { who: hr.t('desk:first.who.budget') }).count()).toBe(1);
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.link('desk:first.people').click();
    await hr.dialog.getByText(hr.t('imports:kind.roster')).first().waitFor();
    await hr.closeDialog();

    const { hr: office, base } = centre;
    await done(office.post(`${base}/org-units`, { units: UNITS }));
    await done(office.post(`${base}/grades`, { grades: [GRADE] }));
    for (const [n, name] of PEOPLE.entries()) await done(office.post(`${base}/workers`, person(n, name)));
    await hr.go('/desk');
    await hr.text('desk:first.count', { done: 5, all: 6 }).waitFor();
    run = await calculatedRun(centre);
    await hr.go('/desk');
    await hr.page.getByRole('link', { name: hr.t('runs:name', { period: PERIOD, no: 1 }) }).waitFor();
    expect(await hr.text('desk:first.title').count()).toBe(0);
    expect(hr.complaints).toEqual([]);
    await hr.close();
  });

  it('shows what waits, what is done and what one began, and the dates of the month', async () => {
    const hr = await open('hr1');
    await hr.text('desk:todos.submit', { period: PERIOD }).waitFor();
    await hr.tab('desk:matters.done').click();
    await hr.text('desk:matters.doneNone').waitFor();
    await hr.tab('desk:matters.started').click();
    await hr.page.getByRole('tabpanel').getByText(hr.t('desk:matters.prepared')).waitFor();
    const payDay = hr.page.getByRole('cell').filter({ hasText: hr.t('desk:month.mark.payDay') });
    expect(await payDay.textContent()).toContain('28');
    expect(hr.complaints).toEqual([]);
    await hr.close();
  });

  it('forecasts the year beside what is used, on the desk and on the run', async () => {
    const finance = await open('finance1', true);
    const forecast = finance.page.getByRole('term').filter({ hasText: finance.t('funds:bar.forecast') });
    const figure = forecast.locator('xpath=following-sibling::*[1]');
    expect(await figure.textContent()).toMatch(/^[1-9]\d*\.\d\d$/);
    expect(await finance.overflow()).toBeLessThanOrEqual(0);
    await finance.go(run);
    expect(await figure.textContent()).toMatch(/^\d{2,3},\d{3}\.\d\d$/);
    await finance.close();
  });

  it('opens funds in the last year that has any, and names who did what', async () => {
    const finance = await open('finance1');
    await finance.menu('funds');
    const fund = finance.page.getByRole('cell').getByRole('link', { name: '基层社会治理专项' });
    const address = await fund.getAttribute('href');
    expect(await finance.field('funds:year').inputValue()).toBe('2023');
    await finance.go(String(address).replace(/\?.*/, ''));
    await finance.page.getByRole('heading', { level: 1, name: '基层社会治理专项' }).waitFor();
    await finance.go(run);
    await finance.tab('runs:tab.history').click();
    await finance.page.getByRole('tabpanel').getByText('hr1').first().waitFor();
    expect(finance.complaints).toEqual([]);
    await finance.close();
  });
});
