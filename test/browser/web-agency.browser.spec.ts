import type { Browser } from 'playwright-core';
import { AGENCY, type Centre, done, openCentre } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

describe.each(['zh-CN', 'en'] as const)('an agency in %s', (language) => {
  let centre: Centre;
  let browser: Browser;

  beforeAll(async () => {
    centre = await openCentre();
    const { hr, base } = centre;
    const { agencies } = await done(hr.get(`${base}/agencies`));
    const id = (agencies as { id: string }[])[0]?.id;
    await done(hr.post(`${base}/dispatch/agencies/${id}/agreements`, { from: '2040-01-01', lastDay: '2041-12-31', number: 'XY-2040' }));
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  it('gets prices by head count, which its card then shows', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    await hr.go('/settings?part=agencies');
    await hr.page.getByRole('row').filter({ hasText: AGENCY }).waitFor();
    await hr.button('settings:agency.setFee').click();
    await hr.dialog.getByRole('combobox', { name: hr.t('settings:agency.feeMode') }).click();
    await hr.page.locator('.ant-select-item-option', { hasText: hr.t('settings:agency.tiers.slices') }).click();
    await hr.dialog.getByRole('button', { name: hr.t('settings:agency.tiers.add') }).click();
    const amounts = hr.dialog.getByLabel(hr.t('settings:agency.amount'));
    await amounts.nth(0).fill('60');
    await amounts.nth(1).fill('55');
    await hr.dialog.getByLabel(hr.t('settings:agency.tiers.heads')).nth(1).fill('51');
    await hr.date('settings:from', '2023-01-01');
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`agency-fee-${language}`);
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.text('settings:agency.tiers.from', { count: 51 }).first().waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`agency-tiers-${language}`);
    // Its own page: rate cards, agreements that nobody is under yet may be taken back.
    await hr.page.getByRole('link', { name: AGENCY }).click();
    await hr.page.getByRole('heading', { name: AGENCY, level: 1 }).waitFor();
    await hr.page.getByText('XY-2040').waitFor();
    await hr.page.getByRole('cell', { name: hr.t('agencies:fees.slices') }).first().waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`agency-${language}`);
    await hr.button('agencies:agreements.takeBack').click();
    await hr.dialog.getByLabel(hr.t('common:reasonLabel')).fill('登记错了');
    await hr.answer('agencies:agreements.takeBack').click();
    await hr.text('agencies:agreements.none').waitFor();
    await hr.button('shell:screen.dark').click();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.page.setViewportSize(PHONE);
    expect(await hr.overflow()).toBeLessThanOrEqual(0);
    await hr.picture(`agency-phone-dark-${language}`);
    expect(hr.complaints).toEqual([]);
    await hr.close();
  });
});
