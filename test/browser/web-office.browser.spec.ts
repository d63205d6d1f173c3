import type { Browser } from 'playwright-core';
import { type Centre, done, draftRun, openCentre, PEOPLE, PERIOD } from './support/centre';
import { launch } from './support/chromium';
import { Screen } from './support/screen';

const LEFT_OUT = PEOPLE.at(-1) ?? '';

describe('the office at work', () => {
  let centre: Centre;
  let browser: Browser;
  let run: string;

  beforeAll(async () => {
    centre = await openCentre();
    run = await draftRun(centre);
    await done(centre.hr.post(`/api/v1${run}/calculate`));
    await done(centre.hr.get(`/api/v1${run}/events`));
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  const open = (name: string): Promise<Screen> => Screen.signedIn(browser, centre.url, name);

  it('says in red who keeps a run from being submitted, and leads there', async () => {
    const hr = await open('hr1');
    await hr.go(run);
    await hr.text('runs:exclusions.blocks', { count: 1 }).waitFor();
    await hr.button('runs:exclusions.go').click();
    await hr.page.getByRole('cell', { name: LEFT_OUT, exact: true }).waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.confirmed('runs:exclusions.acknowledge', '下月补发');
    await hr.text('runs:exclusions.blocks', { count: 1 }).waitFor({ state: 'detached' });
    expect(hr.complaints).toEqual([]);
    await hr.close();
  });

  it('prints the whole pay sheet: every person, the total in words, and the cells to sign', async () => {
    const finance = await open('finance1');
    const printed = new Promise<string>((resolve) => {
      void finance.page.exposeFunction('onPaper', resolve);
    });
    await finance.page.addInitScript(`window.print = () => {
      const sheet = document.querySelector('.print-sheet');
      onPaper([document.body.dataset.printing, sheet.querySelectorAll('tbody tr').length, sheet.textContent].join('|'));
    }`);
    await finance.go(run);
    await finance.button('common:action.print').click();
    const sheet = await printed;
    expect(sheet).toMatch(new RegExp(`^sheet\\|${PEOPLE.length}\\|`));
    expect(sheet).toContain(PERIOD);
    for (const name of PEOPLE.slice(0, -1)) expect(sheet).toContain(name);
    expect(sheet).toMatch(/大写：[零壹贰叁肆伍陆柒捌玖拾佰仟万元角分整]+/);
    expect(sheet).toContain(finance.t('common:print.seal'));
    await finance.page.locator('.print-sheet').waitFor({ state: 'detached' });
    await finance.close();
  });

  it('links an account to a worker and takes the link back', async () => {
    const root = await open('root1');
    await root.menu('users');
    await root.settled();
    const row = root.page.getByRole('row').filter({ hasText: 'auditor1' });
    const choose = async (key: string): Promise<void> => {
      await row.getByRole('button').click();
      await root.page.getByRole('menuitem', { name: root.t(key), exact: true }).click();
    };
    await choose('users:worker.button');
    await root.dialog.getByLabel(root.t('users:worker.no'), { exact: true }).fill('2');
    expect(await root.seriousFindings()).toEqual([]);
    await root.answer('common:action.save').click();
    await row.getByRole('cell', { name: '2', exact: true }).waitFor();
    await choose('users:worker.unlink');
    await root.answer('users:worker.unlink').click();
    await row.getByRole('cell', { name: '2', exact: true }).waitFor({ state: 'detached' });
    expect(root.complaints).toEqual([]);
    await root.close();
  });
});
