import type { Browser } from 'playwright-core';
import { type Centre, done, openCentre, PEOPLE } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

const AREA = JSON.stringify({
  type: 'Polygon',
  coordinates: [
    [
      [113.1, 27.8],
      [113.16, 27.79],
      [113.2, 27.83],
      [113.17, 27.9],
      [113.12, 27.88],
      [113.1, 27.8],
    ],
  ],
});

async function gridId({ hr, base }: Centre): Promise<string> {
  const { units } = await done(hr.get(`${base}/org-units/seats`));
  return (units as { id: string; code: string }[]).find(({ code }) => code === 'G1')?.id as string;
}

describe.each(['zh-CN', 'en'] as const)('units in %s', (language) => {
  let centre: Centre;
  let browser: Browser;

  beforeAll(async () => {
    centre = await openCentre();
    const { hr: office, base } = centre;
    await done(
      office.post(`${base}/org-units`, { units: [{ code: 'G2', name: '第二网格', kind: 'grid', parentCode: 'Q1' }] }),
    );
    await done(office.post(`${base}/org-units/area`, { unitCode: 'G1', area: AREA, from: '2022-01-01' }));
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  it('show seats, people, vacancies and the outline; seats are set, and a grid with people closes only when they move', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    await hr.go('/settings?part=units');
    await hr.page.getByRole('row').filter({ hasText: 'S1' }).getByRole('cell', { name: '4', exact: true }).waitFor();
    await hr.picture(`units-${language}`);
    await hr.go(`/units/${await gridId(centre)}`);
    await hr.page.getByRole('img', { name: hr.t('units:area.label', { name: '第一网格' }) }).waitFor();
    await hr.page.getByRole('link', { name: PEOPLE[0] }).waitFor();
    await hr.button('units:seats.button').click();
    await hr.dialog.getByRole('combobox', { name: hr.t('units:seats.post') }).click();
    await hr.page.locator('.ant-select-item-option', { hasText: '网格员' }).click();
    await hr.dialog.getByLabel(hr.t('units:seats.count')).fill('5');
    await hr.date('units:from', '2022-01-01');
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    const post = hr.page.getByRole('row').filter({ hasText: '网格员' });
    await post.getByRole('cell', { name: '5', exact: true }).waitFor();
    expect(await post.getByRole('cell', { name: '1', exact: true }).count()).toBe(1);
    await hr.picture(`unit-${language}`);
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.button('units:close.button').click();
    await hr.dialog.getByLabel(hr.t('common:reasonLabel')).fill('合并');
    await hr.answer('common:action.save').click();
    await hr.dialog.getByRole('alert').getByText('UNIT_HAS_PEOPLE').waitFor();
    await hr.close();
  }, 60_000);

  it('fit a phone', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language, size: PHONE });
    await hr.go(`/units/${await gridId(centre)}`);
    await hr.page.getByRole('img', { name: hr.t('units:area.label', { name: '第一网格' }) }).waitFor();
    await hr.picture(`unit-phone-${language}`);
    expect(await hr.overflow()).toBeLessThanOrEqual(0);
    await hr.close();
  });

  it('show on a line who was on which grid, and say in words that nobody was', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    await hr.menu('coverage');
    const line = hr.page.getByRole('row').filter({ hasText: '第二网格' });
    await line.getByText(hr.t('coverage:state.nobody'), { exact: true }).waitFor();
    await hr.page.getByRole('row').filter({ hasText: '第一网格' }).getByText(PEOPLE[0]).first().waitFor();
    await hr.picture(`coverage-${language}`);
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.page.getByRole('checkbox', { name: hr.t('coverage:gapsOnly') }).check();
    await hr.page.getByRole('row').filter({ hasText: '第一网格' }).waitFor({ state: 'detached' });
    const file = await hr.downloaded(() => hr.button('coverage:download').click());
    expect(file.subarray(0, 2).toString()).toBe('PK');
    expect(hr.complaints).toEqual([]);
    await hr.close();
    const phone = await Screen.signedIn(browser, centre.url, 'hr1', { language, size: PHONE });
    await phone.go('/coverage');
    await phone.text('coverage:gapsOnly').waitFor();
    await phone.page.getByText('第二网格').waitFor();
    await phone.picture(`coverage-phone-${language}`);
    expect(await phone.overflow()).toBeLessThanOrEqual(0);
    await phone.close();
  }, 60_000);
});
