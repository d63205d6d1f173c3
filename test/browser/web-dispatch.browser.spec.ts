import type { Browser } from 'playwright-core';
import { PASSWORD } from '../e2e/api-support';
import { type Centre, done, openCentre, PEOPLE } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';

describe('dispatch compliance in the web app', () => {
  let centre: Centre;
  let browser: Browser;

  /** The first has a contract that ends soon, the second an open-ended one, the others none. */
  beforeAll(async () => {
    centre = await openCentre();
    const { hr, base, api } = centre;
    api.clock.set('2023-02-20T09:00:00+08:00');
    await hr.signIn('hr1', PASSWORD);
    const joinedOn = async (no: number): Promise<string> => {
      const { timeline } = await done(hr.get(`${base}/workers/${no}`));
      const rows = timeline as { kind: string; values: { joinedOn: string } }[];
      return rows.find(({ kind }) => kind === 'engagement')?.values.joinedOn ?? '';
    };
    await done(
      hr.post(`${base}/workers/1/contracts`, {
        ...{ startsOn: await joinedOn(1), endsOn: '2023-03-10', postKind: 'auxiliary', contractNo: 'HT-1' },
      }),
    );
    await done(hr.post(`${base}/workers/2/contracts`, { startsOn: await joinedOn(2), postKind: 'auxiliary' }));
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  const open = (name: string, look: Parameters<typeof Screen.signedIn>[3] = {}): Promise<Screen> =>
    Screen.signedIn(browser, centre.url, name, look);
  const picture = async (screen: Screen, name: string): Promise<void> => {
    const folder = process.env.GRID_PICTURES;
    if (folder) await screen.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };
  const sound = async (screen: Screen): Promise<void> => {
    await screen.settled();
    expect(await screen.seriousFindings()).toEqual([]);
    expect(screen.complaints).toEqual([]);
  };
  const rowOf = (screen: Screen, name: string, text: string) =>
    screen.page.getByRole('row').filter({ hasText: name }).filter({ hasText: text });

  /** A day typed into a field of the dialog. */
  const day = async (screen: Screen, key: string, text: string): Promise<void> => {
    const field = screen.dialog.getByLabel(screen.t(key));
    await field.fill(text);
    await field.press('Tab');
  };

  it('leads from the desk to what ends; HR renews the contract on the person’s page and it is gone', async () => {
    const hr = await open('hr1');
    await hr.page.getByRole('listitem').filter({ hasText: hr.t('desk:todos.ending', { count: 1 }) }).getByRole('link').click();
    const row = rowOf(hr, PEOPLE[0], 'HT-1');
    await row.getByText(hr.t('dispatch:daysLeft', { count: 18 })).waitFor();
    await sound(hr);
    await picture(hr, 'dispatch-expiries');
    await row.getByRole('link').click();
    await hr.button('changes:button').click();
    await hr.page.getByRole('menuitem', { name: hr.t('changes:kind.contracts') }).click();
    await hr.dialog.waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await day(hr, 'changes:field.endsOn', '2025-03-10');
    await picture(hr, 'dispatch-renewal');
    await hr.answer('changes:submit').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await picture(hr, 'dispatch-worker');
    await hr.go('/dispatch?part=expiries');
    await hr.text('dispatch:expiries.none').waitFor();
    await sound(hr);
    await hr.close();
  });

  it('says what is unlawful with its article, and takes a reason for a warning only', async () => {
    const hr = await open('hr1');
    await hr.go('/dispatch?part=findings');
    await rowOf(hr, PEOPLE[2], hr.t('dispatch:block')).first().waitFor();
    expect(await rowOf(hr, PEOPLE[2], hr.t('dispatch:block')).getByRole('button').count()).toBe(0);
    const warning = rowOf(hr, PEOPLE[1], '劳动合同法第五十八条');
    await warning.getByRole('button').click();
    await hr.answer('common:action.save').click();
    await hr.dialog.getByText(hr.t('common:required')).first().waitFor();
    await picture(hr, 'dispatch-accept');
    await hr.dialog.getByLabel(hr.t('dispatch:reason')).fill('本人要求订立无固定期限合同');
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await warning.waitFor({ state: 'detached' });
    await sound(hr);
    await picture(hr, 'dispatch-findings');
    await hr.page.getByRole('checkbox', { name: hr.t('dispatch:findings.closedToo') }).check();
    await warning.getByText('本人要求订立无固定期限合同').waitFor();
    await hr.close();
  });

  it('keeps agreements and the own staff; who may only look finds no button', async () => {
    const hr = await open('hr1');
    await hr.go('/dispatch?part=agreements');
    await hr.button('dispatch:agreement.add').click();
    await hr.dialog.waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await day(hr, 'dispatch:agreement.from', '2023-01-01');
    await day(hr, 'dispatch:agreement.lastDay', '2024-02-19');
    await hr.dialog.getByLabel(hr.t('dispatch:agreement.posts')).fill('网格员');
    await picture(hr, 'dispatch-agreement');
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.page.getByRole('cell', { name: '网格员' }).waitFor();
    await sound(hr);
    await hr.close();
    const finance = await open('finance1', { language: 'en' });
    await finance.go('/dispatch?part=agreements');
    await finance.page.getByRole('cell', { name: '网格员' }).waitFor();
    expect(await finance.button('dispatch:agreement.add').count()).toBe(0);
    await finance.go('/dispatch?part=findings');
    await finance.text('dispatch:block').first().waitFor();
    expect(await finance.button('dispatch:act.accept').count()).toBe(0);
    await sound(finance);
    await picture(finance, 'dispatch-en');
    await finance.close();
    const phone = await open('hr1', { size: PHONE });
    await phone.go('/dispatch?part=findings');
    await phone.text('dispatch:block').first().waitFor();
    await sound(phone);
    await picture(phone, 'dispatch-phone');
    await phone.close();
  });

  it('returns somebody only after the evidence that the ground needs, and says which lacks', async () => {
    const hr = await open('hr1');
    await hr.go('/roster/4');
    await hr.button('dispatch:return.do').click();
    await hr.dialog.waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.dialog.getByLabel(hr.t('dispatch:return.ground')).click();
    await hr.page.getByTitle('劳动合同法第四十条第二项').click();
    await day(hr, 'dispatch:return.lastDay', '2023-02-20');
    await hr.dialog.getByLabel(hr.t('dispatch:reason')).fill('考核不能胜任');
    await hr.answer('common:action.save').click();
    await hr.dialog.getByText('还缺证据').waitFor();
    await picture(hr, 'dispatch-return-refused');
    await hr.page.keyboard.press('Escape');
    for (const [kind, on] of [
      ['failed', '2022-10-31'],
      ['trained', '2022-11-20'],
      ['failed_again', '2023-01-31'],
    ])
      await done(
        centre.hr.post(`${centre.base}/dispatch/workers/4/evidence`, { kind, happenedOn: on, document: '考核表' }),
      );
    await hr.go('/roster/3');
    await hr.go('/roster/4');
    await hr.page.getByRole('cell', { name: '2022-11-20' }).waitFor();
    await sound(hr);
    await picture(hr, 'dispatch-evidence');
    await hr.close();
  });

  it('takes a renewed licence from its day on, and what it said is there to be changed', async () => {
    const hr = await open('hr1');
    await hr.go('/settings?part=agencies');
    await hr.button('settings:agency.change').click();
    await hr.dialog.waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.dialog.getByLabel(hr.t('settings:agency.licenceNo')).fill('PQ-2023-7');
    await day(hr, 'settings:agency.licenceUntil', '2023-03-31');
    await day(hr, 'settings:from', '2023-01-01');
    await picture(hr, 'agency-details');
    await hr.answer('common:action.save').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.page.getByRole('cell', { name: 'PQ-2023-7' }).waitFor();
    await sound(hr);
    await hr.go('/dispatch?part=expiries');
    await rowOf(hr, hr.t('dispatch:kind.licence'), '2023-03-31').waitFor();
    await hr.close();
  });
});
