import type { Browser } from 'playwright-core';
import { type Centre, done, openCentre, PEOPLE } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';
import type { Language } from './support/texts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const WHO = PEOPLE[0] as string;
const FIRST = '8100123456789011';
const SECOND = '8100123456789012';

describe.each(LANGUAGES)('another bank card in %s', (language) => {
  let centre: Centre;
  let browser: Browser;
  let no: number;

  beforeAll(async () => {
    centre = await openCentre();
    browser = await launch();
    const { workers } = await done(centre.hr.get(`${centre.base}/workers?search=${encodeURIComponent(WHO)}`));
    no = (workers as { no: number }[])[0]?.no as number;
    await done(centre.hr.post(`${centre.base}/workers/${no}/bank-card`, { from: '2022-05-01', bankCard: FIRST }));
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  it('is proposed by one person and counts once another one has approved it', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    await hr.go(`/roster/${no}`);
    await hr.button('changes:button').click();
    await hr.page.getByRole('menuitem', { name: hr.t('changes:kind.bank-card') }).click();
    await hr.dialog.getByLabel(hr.t('changes:field.bankCard')).fill(SECOND);
    await hr.answer('changes:submit').click();
    await hr.dialog.getByText(hr.t('changes:proposed')).waitFor();
    await hr.page.keyboard.press('Escape');
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.text('cards:history').first().waitFor();
    await hr.page.getByText(hr.t('cards:status.proposed'), { exact: true }).waitFor();
    expect(await hr.button('cards:approve.button').count()).toBe(0);
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`card-proposed-${language}`);
    expect(hr.complaints).toEqual([]);

    const finance = await Screen.signedIn(browser, centre.url, 'finance1', { language });
    await finance.menu('approvals');
    await finance.page.getByRole('link', { name: finance.t('approvals:card_change', { count: 1 }) }).click();
    await finance.page.getByRole('link', { name: WHO }).waitFor();
    await finance.picture(`cards-waiting-${language}`);
    expect(await finance.seriousFindings()).toEqual([]);
    await finance.button('cards:approve.button').click();
    await finance.answer('cards:approve.button').click();
    await finance.text('cards:none').first().waitFor();
    expect(finance.complaints).toEqual([]);
    await finance.close();

    await hr.go(`/roster/${no}`);
    await hr.page.getByText(hr.t('cards:status.approved'), { exact: true }).waitFor();
    await hr.close();
    const phone = await Screen.signedIn(browser, centre.url, 'finance1', { language, size: PHONE });
    await phone.go('/card-changes');
    await phone.text('cards:none').first().waitFor();
    expect(await phone.seriousFindings()).toEqual([]);
    await phone.picture(`cards-phone-${language}`);
    await phone.close();
  });
});
