import type { Browser } from 'playwright-core';
import { type Centre, openCentre, PEOPLE } from './support/centre';
import { launch } from './support/chromium';
import { Screen } from './support/screen';
import type { Language } from './support/texts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const WHO = PEOPLE[0] as string;
const ENTRIES = [
  { tab: 'month:tab.heat', of: 'month:heat', field: 'month:heat.days', given: '2', changed: '3' },
  { tab: 'month:tab.overtime', of: 'month:overtime', field: 'month:overtime.weekday', given: '4', changed: '5' },
];

describe.each(LANGUAGES)('entries of a month in %s', (language) => {
  let centre: Centre;
  let browser: Browser;

  beforeAll(async () => {
    centre = await openCentre();
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  it.each(ENTRIES)('$tab: recorded, changed and taken back', async ({ tab, of, field, given, changed }) => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    const { page } = hr;
    const filled = (): ReturnType<typeof page.getByLabel> => hr.dialog.getByLabel(hr.t(field), { exact: true });
    const row = page.getByRole('row').filter({ hasText: WHO });
    await hr.menu('month');
    await hr.tab(tab).click();
    await hr.button(`${of}.add`).click();
    await hr.dialog.getByLabel(hr.t('month:name')).fill(WHO);
    await page.keyboard.press('Enter');
    await filled().fill('much');
    await hr.answer('common:action.save').click();
    // What was typed stays beside what is wrong with it.
    await hr.dialog.locator('.ant-form-item-explain-error, .ant-alert').first().waitFor();
    await filled().fill(given);
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await row.getByRole('button', { name: hr.t('month:change') }).click();
    expect(Number(await filled().inputValue())).toBe(Number(given));
    await filled().fill(changed);
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await row.getByText(new RegExp(`^${changed}(\\.0+)?$`)).waitFor();
    await row.getByRole('button', { name: hr.t('month:retract') }).click();
    await hr.dialog.getByLabel(hr.t('common:reasonLabel')).fill('录入有误');
    await hr.answer('month:retract').click();
    await row.waitFor({ state: 'detached' });
    expect(hr.complaints).toEqual([]);
    await hr.close();
  });
});
