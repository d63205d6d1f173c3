import type { Browser } from 'playwright-core';
import { type Centre, done, openCentre, PEOPLE } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

describe.each(['zh-CN', 'en'] as const)('reports in %s', (language) => {
  let centre: Centre;
  let browser: Browser;

  beforeAll(async () => {
    centre = await openCentre();
    await done(
      centre.hr.post(`${centre.base}/org-units`, { units: [{ code: 'S2', name: '田心街道', kind: 'street' }] }),
    );
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  it('show sums as a picture and as a table, go down the tree and lead to the people', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    await hr.menu('reports');
    await hr.page
      .getByRole('img', { name: hr.t('reports:chart', { title: hr.t('reports:part.head_count') }) })
      .waitFor();
    await hr.page.locator('.report-chart svg').waitFor();
    await hr.picture(`reports-${language}`);
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.page.getByRole('button', { name: '清水塘街道' }).press('Enter');
    await hr.page.getByRole('button', { name: '第一社区' }).press('Enter');
    const grid = hr.page.getByRole('row').filter({ hasText: '第一网格' });
    const count = String(PEOPLE.length);
    await grid.getByRole('link', { name: count }).click();
    await hr.page.getByRole('link', { name: PEOPLE[0] }).waitFor();
    expect(hr.page.url()).toMatch(/\/roster\?.*unit=G1/);
    await hr.page.goBack();
    await grid.waitFor();
    const file = await hr.downloaded(() => hr.button('reports:download').click());
    expect(file.subarray(0, 2).toString()).toBe('PK');
    for (const part of ['turnover', 'seats', 'contract_ends', 'equal_pay'] as const) {
      await hr.go(`/reports?part=${part}&from=2022-01-01&until=2023-01-31`);
      await hr.text(`reports:note.${part}`).waitFor();
      await hr.page.locator('.report-chart svg, .empty-hint').waitFor();
      await hr.picture(`reports-${part}-${language}`);
    }
    expect(hr.complaints).toEqual([]);
    await hr.close();
  }, 60_000);

  it('fit a phone, and the dark', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language, size: PHONE });
    await hr.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await hr.page.reload();
    await hr.go('/reports?by=age');
    await hr.page.locator('.report-chart svg').waitFor();
    await hr.picture(`reports-phone-${language}`);
    expect(await hr.overflow()).toBeLessThanOrEqual(0);
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.close();
  });
});
