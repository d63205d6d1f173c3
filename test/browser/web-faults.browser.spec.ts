import { createDataSource } from '@gridstaff/persistence';
import { RosterLoader, type RosterPerson } from '@gridstaff/roster';
import type { Browser } from 'playwright-core';
import { PASSWORD } from '../e2e/api-support';
import { AGENCY, calculatedRun, type Centre, done, draftRun, openCentre, PERIOD, person } from './support/centre';
import { launch } from './support/chromium';
import { Screen } from './support/screen';

const DOCUMENT = '石财支〔2023〕1号';
/** So many, in parts so small, that a server stops in the middle. */
const MANY = 1500;
const SMALL_PARTS = { GRID_CHUNK_SIZE: '20' };
const LONGEST_MS = 60_000;

/** The steps of a run as its history has them, oldest first. */
async function stepsOf(centre: Centre, run: string): Promise<string[]> {
  const { events } = await done(centre.hr.get(`/api/v1${run}/history`));
  return (events as { step: string }[]).map(({ step }) => step);
}

/** Parts of a calculation that nobody has done yet, read while no server is there. */
async function partsLeft({ api }: Centre): Promise<number> {
  const source = await createDataSource({ kind: 'sqlite', pool: 1, url: api.databaseUrl }, [], true).initialize();
  const [row] = await source.query<{ n: number }[]>("SELECT COUNT(*) AS n FROM job_chunk WHERE state <> 'done'");
  await source.destroy();
  return Number(row?.n);
}

describe('what goes wrong while a run is on the screen', () => {
  let centre: Centre;
  let browser: Browser;
  let run: string;
  const screens = {} as Record<'hr1' | 'finance1' | 'leader1' | 'cashier1', Screen>;

  beforeAll(async () => {
    centre = await openCentre();
    browser = await launch();
    run = await calculatedRun(centre);
    for (const name of ['hr1', 'finance1', 'leader1', 'cashier1'] as const) {
      screens[name] = await Screen.signedIn(browser, centre.url, name);
      await screens[name].go(run);
    }
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  it('in two tabs: the second submission is refused, told why, and the page catches up', async () => {
    const first = screens.hr1;
    const second = await first.secondTab(run);
    await second.button('runs:do.submit').click();
    await first.confirmed('runs:do.submit');
    await second.answer('runs:do.submit').click();
    const alert = second.dialog.getByRole('alert');
    await alert.getByText('WRONG_STEP').waitFor();
    await alert.getByRole('button', { name: second.t('common:action.reload') }).click();
    await second.dialog.waitFor({ state: 'hidden' });
    await second.text('runs:holder.submitted').waitFor();
    expect(await second.button('runs:do.submit').count()).toBe(0);
    expect(second.complaints).toEqual([]);
    await second.page.close();
  });

  it('a double click decides once', async () => {
    const { finance1, leader1 } = screens;
    await finance1.page.reload();
    await finance1.button('runs:do.check').click();
    await finance1.answer('runs:do.check').dblclick();
    await finance1.text('runs:holder.checked').waitFor();
    await leader1.page.reload();
    await leader1.button('runs:do.approve').click();
    await leader1.answer('runs:do.approve').dblclick();
    await leader1.text('runs:holder.approved').waitFor();
    expect(await stepsOf(centre, run)).toEqual(['create', 'calculate', 'calculated', 'submit', 'check', 'approve']);
  });

  it('a page that shows the run as it was says so, keeps the reason that was typed, and loads again', async () => {
    const hr = screens.hr1;
    await hr.button('runs:do.takeBack').click();
    const reason = hr.dialog.getByLabel(hr.t('common:reasonLabel'));
    await reason.fill('发现漏登加班');
    await hr.answer('runs:do.takeBack').click();
    const alert = hr.dialog.getByRole('alert');
    await alert.getByText('WRONG_STEP').waitFor();
    expect(await reason.inputValue()).toBe('发现漏登加班');
    await alert.getByRole('button', { name: hr.t('common:action.reload') }).click();
    await hr.text('runs:holder.approved').waitFor();
    await hr.dialog.waitFor({ state: 'hidden' });
    expect(await hr.button('runs:do.takeBack').count()).toBe(0);
  });

  it('a session that ended asks for the password over the page, and a double click pays once', async () => {
    const { cashier1 } = screens;
    await cashier1.page.reload();
    await cashier1.confirmed('runs:do.settle');
    await cashier1.page.getByRole('link', { name: AGENCY }).click();
    await cashier1.confirmed('settlements:confirm.do');
    await cashier1.button('settlements:pay.button').click();
    const field = cashier1.dialog.getByLabel(cashier1.t('settlements:pay.documentNo'));
    await field.fill(DOCUMENT);
    await cashier1.date('settlements:pay.paidOn', '2023-01-28');
    await cashier1.context.clearCookies();
    await cashier1.answer('settlements:pay.submit').dblclick();
    const again = cashier1.page.getByRole('dialog', { name: cashier1.t('shell:again.title') });
    await again.waitFor();
    expect(await field.inputValue()).toBe(DOCUMENT);
    await again.getByLabel(cashier1.t('shell:signIn.password')).fill(PASSWORD);
    await again.getByRole('button', { name: cashier1.t('shell:signIn.submit') }).click();
    await cashier1.page.getByRole('cell', { name: DOCUMENT }).waitFor();
    expect(await cashier1.page.getByRole('cell', { name: DOCUMENT }).count()).toBe(1);
    await cashier1.go(run);
    await cashier1.text('runs:status.paid').first().waitFor();
    expect((await stepsOf(centre, run)).filter((step) => step === 'pay')).toHaveLength(1);
    for (const screen of Object.values(screens)) expect(screen.complaints).toEqual([]);
  });

  it('a double click makes one run', async () => {
    const hr = screens.hr1;
    await hr.menu('runs');
    await hr.button('runs:create.button').first().click();
    await hr.date('runs:create.period', '2023-02');
    await hr.dialog.getByLabel(hr.t('runs:create.fund')).waitFor();
    await hr.answer('runs:create.submit').dblclick();
    await hr.button('runs:do.calculate').waitFor();
    const { runs } = await done(centre.hr.get(`/api/v1/runs?centreId=${centre.id}`));
    expect((runs as { period: string }[]).map(({ period }) => period)).toEqual(['2023-02', PERIOD]);
  });
});

describe('the server stops while a run is calculated', () => {
  let centre: Centre;
  let browser: Browser;

  beforeAll(async () => {
    centre = await openCentre(SMALL_PARTS);
    browser = await launch();
    const people = Array.from({ length: MANY }, (_, n) => person(100 + n, `网格员${n}`) as unknown as RosterPerson);
    await centre.api.get(RosterLoader).load(centre.api.system, centre.id, people);
    const results = people.map((_, n) => ({ workerNo: 5 + n, period: PERIOD, coefficient: '1' }));
    for (let at = 0; at < results.length; at += 500)
      await done(centre.hr.post(`${centre.base}/evaluations`, { results: results.slice(at, at + 500) }));
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  it('the page says that it cannot reach it, goes on by itself when it is back, and the run is done once', async () => {
    const run = await draftRun(centre);
    const hr = await Screen.signedIn(browser, centre.url, 'hr1');
    await hr.go(run);
    await hr.button('runs:do.calculate').click();
    await hr.text('runs:progress.running').waitFor();
    await centre.api.restart(async () => {
      expect(await partsLeft(centre)).toBeGreaterThan(0);
      await hr.text('runs:progress.lost').waitFor();
    });
    await hr.tab('runs:tab.slips', { count: MANY + 3 }).waitFor({ timeout: LONGEST_MS });
    await hr.text('runs:progress.lost').waitFor({ state: 'hidden' });
    expect(await stepsOf(centre, run)).toEqual(['create', 'calculate', 'calculated']);
    expect(hr.complaints).toEqual([]);
  });
});
