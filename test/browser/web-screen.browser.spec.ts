import type { Browser } from 'playwright-core';
import { PASSWORD } from '../e2e/api-support';
import { calculatedRun, type Centre, openCentre } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

describe('the web app on a phone, by keyboard, and as its user left it', () => {
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

  it.each(['hr1', 'auditor1', 'root1'])('fits the phone of %s: no page is wider than the screen', async (account) => {
    const screen = await Screen.signedIn(browser, centre.url, account, { size: PHONE });
    const fits = async (): Promise<void> => {
      await screen.settled();
      expect([screen.path, (await screen.overflow()) > 0]).toEqual([screen.path, false]);
      if (account === 'hr1') expect([screen.path, await screen.seriousFindings()]).toEqual([screen.path, []]);
    };
    await screen.button('shell:foldMenu').click();
    const names = await screen.menuNames();
    await screen.page.keyboard.press('Escape');
    await screen.dialog.waitFor({ state: 'hidden' });
    for (const name of names) {
      await screen.drawnMenu(name);
      await fits();
    }
    for (const path of account === 'hr1' ? [run, '/roster/1'] : []) {
      await screen.go(path);
      await fits();
    }
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('keeps the columns that a user chose, also through a new session', async () => {
    const screen = await Screen.signedIn(browser, centre.url, 'hr1');
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
