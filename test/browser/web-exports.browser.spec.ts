import type { Browser } from 'playwright-core';
import { type Centre, openCentre } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

describe('lists as files', () => {
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

  it.each(['zh-CN', 'en'] as const)('the roster as it is searched goes out for a purpose, and stands in the export centre (%s)', async (language) => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    await hr.menu('roster');
    await hr.button('exports:button').click();
    await hr.dialog.getByLabel(hr.t('exports:column.idNumberFull')).waitFor();
    await hr.dialog.getByLabel(hr.t('roster:column.phone'), { exact: true }).uncheck();
    await hr.dialog.getByLabel(hr.t('exports:column.sex'), { exact: true }).check();
    await hr.answer('exports:dialog.confirm').click();
    await hr.dialog.getByText(hr.t('exports:dialog.purposeMissing')).waitFor();
    await hr.dialog.getByLabel(hr.t('exports:dialog.purpose'), { exact: true }).fill(`check ${language}`);
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`export-dialog-${language}`);
    const download = hr.page.waitForEvent('download');
    await hr.answer('exports:dialog.confirm').click();
    expect((await download).suggestedFilename()).toMatch(/^(花名册|Roster)-\d{8}\.xlsx$/);
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.menu('exports');
    await hr.page.getByText(`check ${language}`).waitFor();
    // By its role: the dialog that asked for it is kept, unseen, with the same word.
    await hr.page.getByRole('cell', { name: hr.t('exports:status.done') }).first().waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`exports-${language}`);
    expect(hr.complaints).toEqual([]);
    await hr.close();
    // Nobody else sees it, on whatever screen.
    const finance = await Screen.signedIn(browser, centre.url, 'finance1', { language, size: PHONE });
    await finance.go('/exports');
    await finance.text('exports:none').first().waitFor();
    await finance.picture(`exports-phone-${language}`);
    expect(await finance.seriousFindings()).toEqual([]);
    await finance.close();
  });
});
