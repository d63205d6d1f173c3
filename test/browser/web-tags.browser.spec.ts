import type { Browser } from 'playwright-core';
import { type Centre, openCentre, PEOPLE } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';
import type { Language } from './support/texts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

describe.each(LANGUAGES)('tags and fields in %s', (language) => {
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

  const named = async (hr: Screen, code: string, zh: string, en: string): Promise<void> => {
    await hr.dialog.getByLabel(hr.t('tags:code')).fill(code);
    await hr.dialog.getByLabel(hr.t('tags:nameZh')).fill(zh);
    await hr.dialog.getByLabel(hr.t('tags:nameEn')).fill(en);
    await hr.date('tags:from', '2023-01-01');
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
  };
  const chosen = async (hr: Screen, text: string): Promise<void> => {
    await hr.page.locator('.ant-select-item-option').filter({ hasText: text }).first().click();
  };
  const name = language === 'en' ? 'night patrol' : '夜巡';

  it('are made in the settings, given to many in the roster, found by, and shown on a person’s page', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    await hr.go('/settings?part=dictionary');
    await hr.button('tags:add').click();
    await named(hr, 'night', '夜巡', 'night patrol');
    await hr.page.getByText('夜巡 night patrol').waitFor();
    await hr.button('tags:kinds.add').click();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`tags-kind-${language}`);
    await named(hr, 'no-crime', '无犯罪记录证明', 'clean record');
    await hr.page.getByText('无犯罪记录证明').waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`tags-settings-${language}`);
    await hr.button('tags:fields.add').click();
    await hr.dialog.getByLabel(hr.t('tags:fields.type')).click();
    await chosen(hr, hr.t('tags:fields.types.sealed'));
    await named(hr, 'radio', '对讲机编号', 'radio number');
    await hr.page.getByText('radio number').waitFor();
    await hr.picture(`tags-fields-${language}`);
    await hr.go('/roster');
    for (const who of PEOPLE.slice(0, 2)) await hr.page.getByRole('checkbox', { name: who, exact: true }).check();
    await hr.button('tags:mark', { count: 2 }).click();
    await hr.dialog.getByLabel(hr.t('tags:tag')).click();
    await chosen(hr, name);
    await hr.date('tags:from', '2023-01-02');
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`tags-mark-${language}`);
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.page.getByRole('row').filter({ hasText: PEOPLE[1] }).getByText(name).waitFor();
    await hr.button('roster:filter.more').click();
    await hr.page.getByRole('combobox', { name: hr.t('tags:tag') }).click();
    await chosen(hr, name);
    await hr.button('common:action.search').click();
    await hr.page.getByRole('row').filter({ hasText: PEOPLE[2] }).waitFor({ state: 'hidden' });
    expect(await hr.page.getByRole('row').filter({ hasText: name }).count()).toBe(2);
    // With a tag the changes of many would mean more people than the list shows.
    expect(await hr.button('roster:bulk').count()).toBe(0);
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`tags-roster-${language}`);
    await hr.page.getByRole('button', { name: hr.t('shell:screen.dark') }).click();
    await hr.page.getByRole('link', { name: PEOPLE[0] }).click();
    await hr.page.getByRole('heading', { name: PEOPLE[0] }).waitFor();
    await hr.page.getByRole('banner').or(hr.page.locator('.page-head:visible')).getByText(name).first().waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`tags-person-dark-${language}`);
    const field = language === 'en' ? 'radio number' : '对讲机编号';
    await hr.button('tags:fields.changeOf', { name: field }).click();
    await hr.dialog.getByLabel(hr.t('tags:fields.value')).fill('RADIO-88776655');
    await hr.date('tags:from', '2023-01-02');
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.page.getByText('***6655').first().waitFor();
    expect(await hr.page.getByText('88776655').count()).toBe(0);
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`tags-field-value-${language}`);
    await hr.button('tags:button').click();
    await hr.dialog.getByLabel(hr.t('tags:tag')).click();
    await chosen(hr, name);
    await hr.dialog.getByLabel(hr.t('tags:takeAway')).check();
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.page.locator('.page-head:visible').getByText(name).waitFor({ state: 'hidden' });
    expect(hr.complaints).toEqual([]);
    await hr.close();
    const phone = await Screen.signedIn(browser, centre.url, 'finance1', { language, size: PHONE });
    await phone.go('/roster');
    await phone.page
      .getByText(PEOPLE[1] as string)
      .first()
      .waitFor();
    expect(await phone.page.getByRole('checkbox', { name: PEOPLE[1], exact: true }).count()).toBe(0);
    expect(await phone.overflow()).toBeLessThanOrEqual(0);
    expect(await phone.seriousFindings()).toEqual([]);
    await phone.picture(`tags-phone-${language}`);
    await phone.close();
  });
});
