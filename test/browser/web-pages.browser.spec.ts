import type { Browser } from 'playwright-core';
import type { Role } from '@gridstaff/contracts';
import { PASSWORD } from '../e2e/api-support';
import { calculatedRun, type Centre, openCentre } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

/** An account per role, and what its menu must offer and must not; whatever else is there is looked at too. */
const ROLES: [role: Role, account: string, offers: readonly string[], hides: readonly string[]][] = [
  ['hr', 'hr1', ['desk', 'approvals', 'roster', 'imports', 'runs'], ['users', 'audit']],
  ['finance', 'finance1', ['approvals', 'settlements', 'funds', 'imports'], ['users', 'audit']],
  ['leader', 'leader1', ['approvals', 'runs', 'funds'], ['imports', 'users', 'audit']],
  ['auditor', 'auditor1', ['audit', 'runs', 'funds'], ['approvals', 'imports', 'users']],
  ['system_admin', 'root1', ['users'], ['roster', 'runs', 'funds', 'imports', 'approvals']],
];

describe('the pages of the web app', () => {
  let centre: Centre;
  let browser: Browser;
  let run: string;

  beforeAll(async () => {
    centre = await openCentre();
    run = await calculatedRun(centre);
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  const open = (name: string, phone = false): Promise<Screen> =>
    Screen.signedIn(browser, centre.url, name, phone ? { size: PHONE } : {});

  it.each(ROLES)(
    'shows %s every page of the menu in both languages, light and dark',
    async (_, account, offers, hides) => {
      const screen = await open(account);
      const names = await screen.menuNames();
      expect(names).toEqual(expect.arrayContaining([...offers]));
      expect(names.filter((name) => hides.includes(name))).toEqual([]);
      for (const name of names) {
        await screen.menu(name);
        await screen.settled();
        expect([name, await screen.seriousFindings()]).toEqual([name, []]);
      }
      await screen.button('shell:otherLanguage').click();
      const english = screen.in('en');
      await english.button('shell:screen.dark').click();
      expect(await screen.page.locator('html').getAttribute('lang')).toBe('en');
      for (const name of names) {
        await english.menu(name);
        await english.settled();
        // Names of people and places stay; what the product says does not.
        const title = await english.page.locator('main:visible h1').textContent();
        expect([name, title]).toEqual([name, expect.not.stringMatching(/\p{sc=Han}/u)]);
        expect([name, await english.seriousFindings()]).toEqual([name, []]);
      }
      expect(screen.complaints).toEqual([]);
      await screen.close();
    },
  );

  it.each(['hr1', 'auditor1', 'root1'])('fits the phone of %s: no page is wider than the screen', async (account) => {
    const screen = await open(account, true);
    await screen.button('shell:foldMenu').click();
    const pages = (await screen.menuNames()).map((name) => `/${name}`);
    await screen.page.keyboard.press('Escape');
    await screen.dialog.waitFor({ state: 'hidden' });
    for (const path of account === 'hr1' ? [...pages, run, '/roster/1'] : pages) {
      await screen.go(path);
      await screen.settled();
      expect([path, (await screen.overflow()) > 0]).toEqual([path, false]);
      if (account === 'hr1') expect([path, await screen.seriousFindings()]).toEqual([path, []]);
    }
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('keeps the columns that a user chose, also through a new session', async () => {
    const screen = await open('hr1');
    const { page } = screen;
    const column = (key: string) => page.getByRole('columnheader', { name: screen.t(`roster:${key}`) });
    await screen.menu('roster');
    await column('column.phone').waitFor();
    await screen.button('common:columns.title').click();
    await page.getByRole('checkbox', { name: screen.t('roster:column.phone') }).uncheck();
    await column('column.phone').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'hr1' }).click();
    await page.getByRole('menuitem', { name: screen.t('shell:signOut') }).click();
    await screen.signIn('hr1');
    await screen.menu('roster');
    await column('column.idNumber').waitFor();
    expect(await column('column.phone').count()).toBe(0);
    await screen.close();
  });

  it('does everything by keyboard: sign in, find a page, open a run, ask, and come back', async () => {
    // A drawer that is closed while it still comes in gives the focus back too.
    const screen = await Screen.open(browser, centre.url, { moving: true });
    const { page } = screen;
    const press = (key: string): Promise<void> => page.keyboard.press(key);
    // The name has the focus already.
    await screen.field('shell:signIn.name').waitFor();
    await page.keyboard.type('hr1');
    await press('Tab');
    await page.keyboard.type(PASSWORD);
    await press('Enter');
    await screen.button('shell:foldMenu').waitFor();

    await press('/');
    await screen.focused(screen.field('shell:menuSearch'));
    await page.keyboard.type(screen.t('shell:menu.runs'));
    await press('Enter');
    const toRun = page.getByRole('cell').getByRole('link', { name: '2023-01' });
    await screen.tabTo(toRun);
    await press('Enter');
    await screen.button('runs:do.submit').waitFor();
    expect(screen.path).toBe(run);

    // A dialog takes the focus, keeps it, closes by Esc, and gives it back to the button that opened it.
    const submit = screen.button('runs:do.submit').first();
    await screen.tabTo(submit);
    await press('Enter');
    await screen.dialog.locator(':focus').waitFor();
    for (let i = 0; i < 6; i++) {
      await press('Tab');
      expect(await page.locator(':focus:not([role=dialog] *)').count()).toBe(0);
    }
    await press('Escape');
    await screen.dialog.waitFor({ state: 'hidden' });
    await screen.focused(submit);

    const slip = page.getByRole('button', { name: '赵一' });
    await screen.tabTo(slip);
    await press('Enter');
    await screen.dialog.getByText(screen.t('runs:slip.earning')).waitFor();
    await press('Escape');
    await screen.dialog.waitFor({ state: 'hidden' });
    await screen.focused(slip);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});
