import { writeWorkbook } from '@gridstaff/exchange';
import type { Browser } from 'playwright-core';
import { AGENCY, calculatedRun, type Centre, done, idNumber, openCentre, PEOPLE } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';
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

  const picture = async (screen: Screen, name: string): Promise<void> => {
    const folder = process.env.GRID_PICTURES;
    if (folder) await screen.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

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
    // The last year with a grant, and the fund that pay comes from, are there already.
    await page.getByTitle('基层社会治理专项').waitFor();
    expect(await screen.field('whatIf:year').inputValue()).toBe('2023');
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

  it('adopts a scenario: says what it would record, wants a person for each hire, and records it once', async () => {
    const screen = await Screen.signedIn(browser, centre.url, 'hr1');
    const { page } = screen;
    const month = async (key: string, value: string): Promise<void> => {
      await screen.field(key).fill(value);
      await screen.field(key).press('Tab');
    };
    const choose = async (key: string, title: string | RegExp): Promise<void> => {
      await page
        .getByRole('combobox', { name: screen.t(key) })
        .last()
        .click();
      await page.locator('.ant-select-dropdown:visible').getByTitle(title).last().click();
    };
    await screen.go('/what-if');
    await screen.field('whatIf:year').fill('2023');
    await choose('whatIf:fund', '基层社会治理专项');
    await page.getByLabel(screen.t('whatIf:raise'), { exact: true }).fill('10');
    // What a part still needs is said beside it, before the server is asked.
    await screen.button('whatIf:calculate').click();
    await page.getByText(screen.t('common:required')).first().waitFor();
    await month('whatIf:raiseFrom', '2023-03');
    await page.getByLabel(screen.t('whatIf:hires'), { exact: true }).fill('1');
    await month('whatIf:hireOn', '2023-03-06');
    await choose('whatIf:agency', AGENCY);
    await page.getByRole('combobox', { name: screen.t('whatIf:grid') }).fill('第一网格');
    await page
      .locator('.ant-select-dropdown:visible')
      .getByTitle(/第一网格/)
      .last()
      .click();
    await choose('whatIf:grade', /^W1/);
    await page.getByLabel(screen.t('whatIf:leavers'), { exact: true }).fill('1');
    await month('whatIf:leaveOn', '2023-06-30');
    await page.getByLabel(screen.t('whatIf:leaving'), { exact: true }).fill('30');
    await month('whatIf:leavingFrom', '2023-11');
    await page.getByLabel(screen.t('whatIf:base'), { exact: true }).fill('4000');
    await month('whatIf:baseFrom', '2023-05');
    await page.getByLabel(screen.t('whatIf:item'), { exact: true }).fill('驻村补贴');
    await page.getByLabel(screen.t('whatIf:itemAmount'), { exact: true }).fill('150');
    await month('whatIf:itemFrom', '2023-07');
    await screen.button('whatIf:calculate').click();
    const planned = page.locator('.adopt-list');
    await planned.getByText('2,090.00').waitFor();
    await planned.getByText('驻村补贴').waitFor();
    expect(await screen.seriousFindings()).toEqual([]);
    await picture(screen, 'what-if');
    await screen.button('whatIf:adopt.button').click();
    const people = screen.dialog.getByLabel(screen.t('whatIf:adopt.people', { count: 1 }));
    await people.fill('新人');
    await screen.dialog.getByLabel(screen.t('common:reasonLabel')).fill('党组会 2023-3');
    await screen.answer('common:action.save').click();
    await screen.dialog.getByText(screen.t('whatIf:adopt.peopleWrong', { count: 1 })).waitFor();
    // Mistyped: the server's finding, with what was typed kept.
    await people.fill(`新人\t${idNumber(77).slice(0, -1)}${idNumber(77).endsWith('1') ? '2' : '1'}`);
    await screen.answer('common:action.save').click();
    await screen.dialog.getByRole('alert').getByText(/ID_/).waitFor();
    await picture(screen, 'what-if-refused');
    await people.fill(`新人\t${idNumber(77)}`);
    await screen.answer('common:action.save').click();
    await screen.text('whatIf:adopt.after').waitFor();
    await screen.dialog.waitFor({ state: 'hidden' });
    const { workers } = await done(centre.hr.get(`${centre.base}/workers?on=2023-03-31`));
    expect((workers as { name: string }[]).map(({ name }) => name)).toContain('新人');
    const { grades } = await done(centre.hr.get(`${centre.base}/grades?on=2023-03-01`));
    expect(JSON.stringify(grades)).toContain('2090.00');
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('fits a phone in dark colours and English, and adopts nothing for who may not record', async () => {
    const screen = await Screen.signedIn(browser, centre.url, 'leader1', { language: 'en', size: PHONE });
    const { page } = screen;
    await screen.button('shell:screen.dark').click();
    await screen.go('/what-if');
    // The last year with a grant, and the fund that pay comes from, are there already.
    await page.getByTitle('基层社会治理专项').waitFor();
    expect(await screen.field('whatIf:year').inputValue()).toBe('2023');
    await page.getByLabel(screen.t('whatIf:raise'), { exact: true }).fill('-2.5');
    await screen.field('whatIf:raiseFrom').fill('2023-04');
    await screen.field('whatIf:raiseFrom').press('Tab');
    await screen.button('whatIf:calculate').click();
    await page.locator('.adopt-list li').first().waitFor();
    expect(await screen.button('whatIf:adopt.button').count()).toBe(0);
    expect(await screen.overflow()).toBeLessThanOrEqual(0);
    expect(await screen.seriousFindings()).toEqual([]);
    expect(screen.complaints).toEqual([]);
    await picture(screen, 'what-if-phone');
    await screen.close();
  });
});
