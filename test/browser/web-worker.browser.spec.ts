import type { Browser } from 'playwright-core';
import { type Centre, done, openCentre, PEOPLE } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';
import type { Language } from './support/texts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const WHO = PEOPLE[0] as string;
const HOME = '湖南省株洲市石峰区响石岭街道 12 号';

describe.each(LANGUAGES)('a person’s page in %s', (language) => {
  let centre: Centre;
  let browser: Browser;
  let no: number;

  beforeAll(async () => {
    centre = await openCentre();
    browser = await launch();
    const { workers } = await done(centre.hr.get(`${centre.base}/workers?search=${encodeURIComponent(WHO)}`));
    no = (workers as { no: number }[])[0]?.no as number;
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  const opened = async (hr: Screen, kind: string): Promise<void> => {
    await hr.button('changes:button').click();
    await hr.page.getByRole('menuitem', { name: hr.t(`changes:kind.${kind}`) }).click();
    await hr.dialog.waitFor();
  };
  const chosen = async (hr: Screen, field: string, option: string): Promise<void> => {
    await hr.dialog.getByLabel(hr.t(field)).click();
    await hr.page
      .locator('.ant-select-item-option')
      .filter({ hasText: hr.t(option) })
      .first()
      .click();
  };
  const saved = async (hr: Screen): Promise<void> => {
    await hr.answer('changes:submit').click();
    await hr.dialog.waitFor({ state: 'hidden' });
  };

  it('takes education, address and contact, shows them masked, and says why somebody is suspended', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    await hr.go(`/roster/${no}`);
    await opened(hr, 'education');
    await chosen(hr, 'roster:value.level', 'roster:level.college');
    await saved(hr);
    await opened(hr, 'addresses');
    await chosen(hr, 'roster:value.addressUse', 'roster:addressUse.household');
    await hr.dialog.getByLabel(hr.t('roster:value.address'), { exact: true }).fill(HOME);
    await saved(hr);
    await opened(hr, 'contacts');
    await chosen(hr, 'roster:value.relation', 'roster:relation.spouse');
    await hr.dialog.getByLabel(hr.t('roster:value.contactName'), { exact: true }).fill('李小花');
    await hr.dialog.getByLabel(hr.t('roster:value.contactPhone'), { exact: true }).fill('13698765432');
    expect(await hr.seriousFindings()).toEqual([]);
    await saved(hr);
    await hr.page.getByText('湖南省株洲市石峰区***').first().waitFor();
    await hr.page.getByText('李*花').first().waitFor();
    expect(await hr.page.getByText('响石岭').count()).toBe(0);
    await opened(hr, 'engagement-status');
    await chosen(hr, 'changes:field.status', 'roster:status.suspended');
    await hr.answer('changes:submit').click();
    // Why is demanded.
    await hr.dialog.locator('.ant-form-item-explain-error').first().waitFor();
    await chosen(hr, 'roster:value.statusReason', 'roster:statusReason.investigation');
    await saved(hr);
    await hr.page.getByText(hr.t('roster:statusReason.investigation')).first().waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`worker-${language}`);
    // Before the suspension, by what is known now; then by what was known before anybody had been entered.
    const day = hr.page.getByLabel(hr.t('roster:travel.on'), { exact: true });
    await day.fill('2022-06-01');
    await day.press('Enter');
    await hr.page.getByText(hr.t('roster:travel.past', { on: '2022-06-01' })).waitFor();
    await hr.page.getByText(hr.t('roster:status.in_post'), { exact: true }).first().waitFor();
    expect(await hr.page.getByText(hr.t('roster:statusReason.investigation')).count()).toBe(0);
    expect(await hr.button('changes:button').count()).toBe(0);
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`worker-past-${language}`);
    await hr.button('roster:travel.now').click();
    const known = hr.page.getByLabel(hr.t('roster:travel.knownOn'), { exact: true });
    await known.fill('2022-12-31');
    await known.press('Enter');
    await hr.page.getByText(hr.t('roster:status.out'), { exact: true }).first().waitFor();
    await hr.button('roster:travel.now').click();
    await hr.page.getByText(hr.t('roster:status.suspended'), { exact: true }).first().waitFor();
    await hr.button('roster:reveal.button').click();
    await hr.dialog.getByLabel(hr.t('roster:reveal.purpose')).fill('本人申请查阅');
    const file = await hr.downloaded(() => hr.answer('roster:reveal.file').click());
    expect(file.subarray(0, 2).toString()).toBe('PK');
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`worker-file-${language}`);
    await hr.closeDialog();
    await hr.page.getByRole('button', { name: hr.t('shell:screen.dark') }).click();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`worker-dark-${language}`);
    expect(hr.complaints).toEqual([]);
    await hr.close();
    const phone = await Screen.signedIn(browser, centre.url, 'hr1', { language, size: PHONE });
    await phone.go(`/roster/${no}`);
    await phone.page.getByText('湖南省株洲市石峰区***').first().waitFor();
    expect(await phone.seriousFindings()).toEqual([]);
    await phone.picture(`worker-phone-${language}`);
    await phone.close();
  });
});
