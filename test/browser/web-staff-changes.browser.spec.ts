import type { Browser } from 'playwright-core';
import { type Centre, done, openCentre, PEOPLE } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

const [FIRST, SECOND, THIRD] = PEOPLE;

describe.each(['zh-CN', 'en'] as const)('changes of many people in %s', (language) => {
  let centre: Centre;
  let browser: Browser;

  beforeAll(async () => {
    centre = await openCentre();
    const { hr, base } = centre;
    await done(hr.post(`${base}/org-units`, { units: [{ code: 'G2', name: '第二网格', kind: 'grid', parentCode: 'Q1' }] }));
    const w2 = { code: 'W2', name: '二级', postCode: '网格员', base: '2100.00', post: '500.00', performance: '600.00', from: '2022-01-01' };
    await done(hr.post(`${base}/grades`, { grades: [w2] }));
    const { workers } = await done(hr.get(`${base}/workers?search=${encodeURIComponent(THIRD)}`));
    const no = (workers as { no: number }[])[0]?.no;
    await done(hr.post(`${base}/workers/${no}/end`, { lastDay: '2022-12-31', endReason: 'left' }));
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  it('are looked at with what stands against them and what they do to pay, carried out whole, and taken back', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    await hr.go('/staff-changes');
    await hr.page.getByRole('tab', { name: hr.t('staff:choose.paste') }).click();
    await hr.page.getByRole('textbox', { name: hr.t('staff:choose.pasteHint') }).fill([FIRST, SECOND, THIRD, '无此人'].join('\n'));
    await hr.button('staff:choose.addPasted').click();
    await hr.text('staff:people', { count: 4 }).waitFor();
    await hr.page.locator('label', { hasText: hr.t('staff:kind.grade') }).first().click();
    const day = hr.page.getByLabel(hr.t('staff:date.grade'), { exact: true });
    await day.fill('2023-01-01');
    await day.press('Tab');
    await hr.field('staff:field.reason').fill('年度晋级');
    await hr.page.getByRole('combobox', { name: hr.t('staff:field.toGrade') }).click();
    await hr.page.locator('.ant-select-item-option', { hasText: 'W2' }).click();
    await hr.button('staff:look', { count: 3 }).click();
    await hr.text('staff:verdict.refused', { ready: 2, refused: 2 }).waitFor();
    await hr.page.getByText('NOT_ENGAGED').waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`staff-refused-${language}`);
    await hr.button('staff:removeRefused', { count: 2 }).click();
    await hr.button('staff:look', { count: 2 }).click();
    await hr.text('staff:verdict.clear', { count: 2 }).waitFor();
    await hr.page.getByRole('region', { name: hr.t('staff:effect.title') }).waitFor();
    // 200 yuan more base pay each.
    await hr.page.getByText('400.00', { exact: true }).first().waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`staff-ready-${language}`);
    await hr.button('staff:carryOut.confirm', { count: 2 }).click();
    await hr.dialog.getByRole('button', { name: hr.t('staff:carryOut.confirm', { count: 2 }) }).click();
    await hr.page.getByRole('cell', { name: '年度晋级' }).waitFor();
    await hr.button('common:action.details').click();
    await hr.dialog.getByRole('link', { name: FIRST }).waitFor();
    await hr.picture(`staff-details-${language}`);
    await hr.page.keyboard.press('Escape');
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.button('staff:undo.confirm').click();
    await hr.dialog.getByLabel(hr.t('common:reasonLabel')).fill('文件撤回');
    await hr.answer('staff:undo.confirm').click();
    await hr.page.getByText(hr.t('staff:past.undone'), { exact: true }).waitFor();
    expect(hr.complaints).toEqual([]);
    await hr.close();
  });

  it('begin from the list of the roster as it is filtered, on a phone and in the dark too', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    await hr.go('/roster');
    await hr.page.getByRole('link', { name: FIRST }).waitFor();
    await hr.button('roster:bulk').click();
    await hr.go('/staff-changes?search=' + encodeURIComponent(FIRST));
    await hr.text('staff:people', { count: 1 }).waitFor();
    await hr.button('shell:screen.dark').click();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`staff-dark-${language}`);
    await hr.page.setViewportSize(PHONE);
    expect(await hr.overflow()).toBeLessThanOrEqual(0);
    await hr.picture(`staff-phone-${language}`);
    expect(hr.complaints).toEqual([]);
    const auditor = await Screen.signedIn(browser, centre.url, 'auditor1', { language });
    await auditor.go('/staff-changes');
    await auditor.text('staff:past.title').first().waitFor();
    expect(await auditor.button('staff:choose.addFound').count()).toBe(0);
    await auditor.close();
    await hr.close();
  });
});
