import type { Browser } from 'playwright-core';
import { PASSWORD } from '../e2e/api-support';
import { type Centre, openCentre, PERIOD } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

const PAGE = `/month?period=${PERIOD}&part=schedule`;

describe('the schedule of a team', () => {
  let centre: Centre;
  let browser: Browser;

  beforeAll(async () => {
    centre = await openCentre();
    centre.api.clock.set('2023-02-01T09:00:00+08:00');
    await centre.hr.signIn('hr1', PASSWORD);
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  const cell = (screen: Screen, row: number, day: number) => screen.page.locator(`[data-row="${row}"][data-day="${day}"]`);
  const saved = (screen: Screen) => screen.page.locator('[data-state=waiting]').first().waitFor({ state: 'detached' });

  it('begins with the shifts, is filled by rotation, keyboard and paste, and shows cover and findings', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1');
    const { page } = hr;
    await hr.go(PAGE);
    await hr.text('schedule:noShifts').waitFor();
    for (const [code, name, mark, starts, ends] of [
      ['D', '白班', '白', '08:30', '17:30'],
      ['N', '夜班', '夜', '21:00', '05:00'],
    ] as const) {
      await hr.button('schedule:shift.open').click();
      await hr.dialog.getByLabel(hr.t('schedule:shift.code')).fill(code);
      await hr.dialog.getByLabel(hr.t('schedule:shift.name')).fill(name);
      await hr.dialog.getByLabel(hr.t('schedule:shift.mark')).fill(mark);
      await hr.dialog.getByLabel(hr.t('schedule:shift.starts')).fill(starts);
      await hr.dialog.getByLabel(hr.t('schedule:shift.ends')).fill(ends);
      if (code === 'N') await hr.dialog.getByLabel(hr.t('schedule:shift.rest')).fill('0');
      await hr.date('schedule:shift.from', '2022-12-01');
      if (code === 'N') await hr.picture('schedule-shifts');
      await hr.answer('common:action.save').click();
      await hr.dialog.waitFor({ state: 'hidden' });
    }
    await hr.button('schedule:pattern.open').click();
    await hr.dialog.getByLabel(hr.t('schedule:pattern.days'), { exact: true }).first().fill('白 白 夜 休');
    await hr.dialog.getByLabel(hr.t('schedule:pattern.stagger')).fill('1');
    await hr.picture('schedule-pattern');
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await saved(hr);
    expect([await cell(hr, 0, 3).textContent(), await cell(hr, 1, 2).textContent()]).toEqual(['夜', '夜']);
    // Typed, refused with its reason, taken back; a block from a workbook.
    await cell(hr, 0, 5).click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('晚');
    await page.keyboard.press('Enter');
    await page.locator('[data-row="0"][data-day="5"][data-state=wrong]').waitFor();
    expect(await cell(hr, 0, 5).getAttribute('title')).toContain('晚');
    await page.keyboard.press('Control+z');
    await page.locator('[data-row="0"][data-day="5"][data-state=wrong]').waitFor({ state: 'detached' });
    await cell(hr, 0, 9).click();
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '\\u591c\\t\\u591c\\t\\u591c\\r\\n');
      document.querySelector('[role=grid]').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    await saved(hr);
    expect(await cell(hr, 0, 11).textContent()).toBe('夜');
    await hr.text('schedule:coverage.title').first().waitFor();
    await page.getByText(/工时提示 \d+ 条/).click();
    await page.getByText(/劳动法第四十四条/).first().waitFor();
    await hr.picture('schedule');
    await page.getByRole('button', { name: hr.t('shell:screen.dark') }).click();
    await hr.picture('schedule-dark');
    expect(await hr.seriousFindings()).toEqual([]);
    expect(hr.complaints).toEqual([]);
  });

  it('comprehensive hours are set with their approval; the month sheet asks for what is planned', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1');
    await hr.go(PAGE);
    await hr.button('schedule:hours.open').click();
    await hr.answer('common:action.save').click();
    await hr.dialog.getByText(hr.t('schedule:needed')).waitFor();
    await hr.dialog.getByLabel(hr.t('schedule:hours.document')).fill('株人社工时〔2023〕1号');
    await hr.picture('schedule-hours');
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.page.getByText(/实行综合或不定时工时/).waitFor();
    await hr.go(`/month?period=${PERIOD}&part=sheet`);
    // Sunday the 1st with a shift is due; the 4th, planned off, is not.
    await cell(hr, 0, 1).waitFor();
    expect([await cell(hr, 0, 1).textContent(), await cell(hr, 0, 4).textContent()]).toEqual(['?', '']);
    const phone = await Screen.signedIn(browser, centre.url, 'hr1', { size: PHONE, language: 'en' });
    await phone.go(PAGE);
    await cell(phone, 0, 1).waitFor();
    await phone.picture('schedule-phone');
    expect(phone.complaints).toEqual([]);
  });
});
