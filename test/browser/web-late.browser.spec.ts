import type { Browser } from 'playwright-core';
import { PASSWORD } from '../e2e/api-support';
import { calculatedRun, type Centre, done, GRADE, openCentre, PEOPLE, PERIOD } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

const NEXT = '2023-02';
const ALL_PEOPLE = PEOPLE.map((_, i) => i + 1);

describe('late changes in the web app', () => {
  let centre: Centre;
  let browser: Browser;
  let run: string;

  /** January is with the leader; what HR records about it afterwards is late. */
  beforeAll(async () => {
    centre = await openCentre();
    const { hr, finance, base, api, id } = centre;
    const before = await calculatedRun(centre);
    const at = `/api/v1${before}`;
    await done(hr.post(`${base}/grades`, { grades: [{ ...GRADE, code: 'W2', name: '二级', base: '2100.00' }] }));
    const { hash } = await done(hr.post(`${at}/submit`));
    await done(finance.post(`${at}/check`, { hash }));
    api.clock.set('2023-02-20T09:00:00+08:00');
    await hr.signIn('hr1', PASSWORD);
    await done(hr.post(`${base}/workers/1/grade`, { gradeCode: 'W2', from: '2023-01-01' }));
    await done(
      hr.post(`${base}/attendance`, {
        absences: [{ workerNo: 2, kind: 'unpaid', from: '2023-01-09', to: '2023-01-10', days: '1' }],
      }),
    );
    await done(hr.post(`${base}/workers/4/grade`, { gradeCode: 'W2', from: '2023-01-01' }));
    const results = ALL_PEOPLE.map((workerNo) => ({ workerNo, period: NEXT, coefficient: '1' }));
    await done(hr.post(`${base}/evaluations`, { results }));
    api.clock.set('2023-02-25T09:00:00+08:00');
    await hr.signIn('hr1', PASSWORD);
    const { funds } = await done(hr.get(`${base}/funds?year=2023`));
    const fund = (funds as { id: string; name: string }[]).find(({ name }) => name.startsWith('基层社会治理专项'));
    const body = { centreId: id, period: NEXT, kind: 'regular', payDate: '2023-02-28', fundId: fund?.id };
    run = `/runs/${(await done(hr.post('/api/v1/runs', body))).id as string}`;
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  const open = (name: string, look: Parameters<typeof Screen.signedIn>[3] = {}): Promise<Screen> =>
    Screen.signedIn(browser, centre.url, name, look);
  const picture = async (screen: Screen, name: string): Promise<void> => {
    const folder = process.env.GRID_PICTURES;
    if (folder) await screen.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };
  const sound = async (screen: Screen): Promise<void> => {
    await screen.settled();
    expect(await screen.seriousFindings()).toEqual([]);
    expect(screen.complaints).toEqual([]);
  };
  const rowOf = (screen: Screen, name: string) => screen.page.getByRole('row').filter({ hasText: name });

  it('leads from the desk and the readiness list to the inbox, which says who, what, since when and for which month', async () => {
    const hr = await open('hr1');
    const count = hr.text('desk:todos.late', { count: 3 });
    await count.waitFor();
    await hr.go(run);
    await hr.text('readiness:item.late_changes.open', { count: 3 }).waitFor();
    await hr.page
      .getByRole('listitem')
      .filter({ hasText: hr.t('readiness:item.late_changes.open', { count: 3 }) })
      .getByRole('link')
      .click();
    const row = rowOf(hr, PEOPLE[1]);
    await row.waitFor();
    for (const said of ['缺勤', '2023-01-09', PERIOD, '事假', hr.t('late:undecided')])
      expect([said, await row.getByText(said).count()]).toEqual([said, expect.not.stringMatching('^0$')]);
    await sound(hr);
    await picture(hr, 'late-changes');
    await hr.close();
  });

  it('decides about several at once, with a reason; a later decision about one of them holds', async () => {
    const hr = await open('hr1');
    await hr.go('/late-changes');
    for (const name of [PEOPLE[0], PEOPLE[1]]) await rowOf(hr, name).first().getByRole('checkbox').check();
    await hr.button('late:decideTicked', { count: 2 }).click();
    await hr.dialog.getByRole('radio', { name: hr.t('late:choice.refuse') }).check();
    await hr.answer('common:action.save').click();
    await hr.dialog.getByText(hr.t('common:reasonMissing')).waitFor();
    await picture(hr, 'late-decision');
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.dialog.getByLabel(hr.t('common:reasonLabel')).fill('依据不足');
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await rowOf(hr, PEOPLE[0]).first().waitFor({ state: 'detached' });
    await hr.page.getByRole('checkbox', { name: hr.t('late:decidedToo') }).check();
    await rowOf(hr, PEOPLE[1]).getByText('依据不足').waitFor();
    await rowOf(hr, PEOPLE[0])
      .first()
      .getByRole('button', { name: hr.t('late:decideAgain') })
      .click();
    await hr.dialog.getByText(hr.t('late:decideTitle', { count: 1 })).waitFor();
    await hr.dialog.getByRole('radio', { name: hr.t('late:choice.retro') }).check();
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    const { changes } = await done(centre.hr.get(`${centre.base}/late-changes`));
    const decided = (changes as { workerNo: number; decision: { decision: string } | null }[]).map(
      ({ workerNo, decision }) => [workerNo, decision?.decision],
    );
    expect(decided.sort()).toEqual([
      [1, 'retro'],
      [2, 'refuse'],
      [4, undefined],
    ]);
    await sound(hr);
    await hr.close();
  });

  it('pays what was decided, by original month and item, and names what cannot be recalculated', async () => {
    const hr = await open('hr1');
    await hr.go(run);
    await hr.button('runs:do.calculate').click();
    await hr.text('runs:notes.there', { count: 1 }).waitFor();
    await hr.button('runs:notes.go').click();
    const note = rowOf(hr, PEOPLE[3]);
    await note.getByText(PERIOD).first().waitFor();
    await sound(hr);
    await picture(hr, 'run-notes');
    await hr.tab('runs:tab.slips', { count: 4 }).click();
    await hr.page.getByRole('button', { name: PEOPLE[0] }).first().click();
    const retro = hr.dialog.getByRole('region', { name: hr.t('runs:retro.title') });
    await retro.getByText(hr.t('runs:retro.month', { period: PERIOD })).waitFor();
    expect(await retro.getByText('200.00').count()).toBeGreaterThan(0);
    expect(await hr.seriousFindings()).toEqual([]);
    await picture(hr, 'slip-retro');
    await hr.page.keyboard.press('Escape');
    await hr.page.getByRole('button', { name: PEOPLE[1] }).first().click();
    await hr.dialog.getByText(hr.t('runs:slip.hash')).waitFor();
    expect(await hr.dialog.getByText(hr.t('runs:retro.title')).count()).toBe(0);
    await hr.close();
  });

  it('fits a phone, in English and dark colours, and offers no decision to who prepares nothing', async () => {
    const auditor = await open('auditor1', { language: 'en', size: PHONE });
    await auditor.button('shell:screen.dark').click();
    await auditor.go('/late-changes');
    await auditor.page.getByRole('checkbox', { name: auditor.t('late:decidedToo') }).check();
    await rowOf(auditor, PEOPLE[1]).first().waitFor();
    expect(await auditor.page.getByRole('button', { name: auditor.t('late:decideAgain') }).count()).toBe(0);
    expect(await auditor.overflow()).toBeLessThanOrEqual(0);
    await sound(auditor);
    await picture(auditor, 'late-phone');
    await auditor.close();
  });
});
