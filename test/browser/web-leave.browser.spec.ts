import type { Browser } from 'playwright-core';
import { type Centre, openCentre, PEOPLE, PERIOD } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';
import type { Language } from './support/texts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const WHO = PEOPLE[0] as string;
const PAGE = `/month?period=${PERIOD}&part=leave`;

describe.each(LANGUAGES)('leave of a year in %s', (language) => {
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

  it('shows what everybody has and why; service before is recorded and changes it', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    const { page } = hr;
    await hr.go(PAGE);
    const row = page.getByRole('row').filter({ hasText: WHO });
    // In post since May 2022: the right begins in May 2023.
    await row.getByText('3.00').first().waitFor();
    await hr.button('month:balance.service').click();
    await hr.dialog.getByLabel(hr.t('month:name')).fill(WHO);
    await page.keyboard.press('Enter');
    await hr.dialog.getByLabel(hr.t('month:balance.prior'), { exact: true }).fill('240');
    await hr.date('month:balance.continuous', '2002-05-01');
    await hr.answer('common:action.save').click();
    // It says what proves it.
    await hr.dialog.locator('.ant-form-item-explain-error').first().waitFor();
    await hr.dialog.getByLabel(hr.t('month:balance.evidence')).fill('社保缴费记录');
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await row.getByText('15.00').first().waitFor();
    await row.getByRole('button', { name: hr.t('month:balance.why') }).click();
    await hr.dialog.getByText(hr.t('month:balance.sum', { days: 15 })).waitFor();
    await hr.picture(`leave-why-${language}`);
    await hr.closeDialog();
    await hr.button('month:balance.kinds').click();
    await hr.dialog.getByText('10', { exact: false }).first().waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`leave-kinds-${language}`);
    await hr.closeDialog();
    await hr.picture(`leave-${language}`);
    expect(hr.complaints).toEqual([]);
    await hr.close();
  });

  it('is read by the auditor, who records nothing, also on a phone', async () => {
    const auditor = await Screen.signedIn(browser, centre.url, 'auditor1', { language, size: PHONE });
    await auditor.go(PAGE);
    await auditor.page.getByText(WHO).first().waitFor();
    expect(await auditor.button('month:balance.service').count()).toBe(0);
    expect(await auditor.overflow()).toBeLessThanOrEqual(0);
    await auditor.picture(`leave-phone-${language}`);
    await auditor.close();
  });
});
