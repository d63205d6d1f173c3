import { writeWorkbook } from '@gridstaff/exchange';
import type { Browser } from 'playwright-core';
import { calculatedRun, type Centre, openCentre, PEOPLE } from './support/centre';
import { launch } from './support/chromium';
import { Screen } from './support/screen';
import type { Language } from './support/texts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

describe('insight on the screen', () => {
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

  it.each(LANGUAGES)('opens the changes of a run and the sheet beside it in %s', async (language) => {
    const screen = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    const { page } = screen;
    await screen.go(run);
    await screen.tab('runs:tab.variance').click();
    await screen.text('variance:explained').waitFor();
    await page.getByRole('button', { name: PEOPLE[0] }).first().click();
    await screen.dialog.getByRole('table').first().waitFor();
    expect(await screen.seriousFindings()).toEqual([]);
    await page.keyboard.press('Escape');

    await screen.tab('runs:tab.parallel').click();
    const sheet = await writeWorkbook([
      {
        name: '工资',
        columns: [
          { header: '姓名', kind: 'text' },
          { header: '基本工资', kind: 'yuan' },
        ],
        rows: PEOPLE.slice(0, -1).map((name, i) => [name, i === 0 ? 190_100 : 190_000]),
      },
    ]);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'own.xlsx', mimeType: 'application/octet-stream', buffer: sheet });
    await screen.text('parallel:verdict.open').waitFor();
    expect(await page.getByRole('row').filter({ hasText: '1,901.00' }).count()).toBe(1);
    const marked = await screen.downloaded(() => screen.button('parallel:file').click());
    expect(marked.subarray(0, 2).toString()).toBe('PK');
    expect(await screen.seriousFindings()).toEqual([]);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it.each(LANGUAGES)('calculates a scenario against the fund in %s', async (language) => {
    const screen = await Screen.signedIn(browser, centre.url, 'leader1', { language });
    const { page } = screen;
    await screen.menu('what-if');
    await screen.field('whatIf:year').fill('2023');
    await page.getByRole('combobox', { name: screen.t('whatIf:fund') }).click();
    await page.getByTitle('基层社会治理专项').click();
    await page.getByLabel(screen.t('whatIf:raise'), { exact: true }).fill('10');
    const month = screen.field('whatIf:raiseFrom');
    await month.fill('2023-03');
    await month.press('Tab');
    await screen.button('whatIf:calculate').click();
    await page.getByRole('row').filter({ hasText: '2023-12' }).waitFor();
    expect(await screen.seriousFindings()).toEqual([]);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});
