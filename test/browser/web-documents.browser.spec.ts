import { samplePdf, samplePng } from '@gridstaff/testing';
import type { Browser } from 'playwright-core';
import { type Centre, done, openCentre, PEOPLE } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';
import type { Language } from './support/texts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const WHO = PEOPLE[0] as string;

describe.each(LANGUAGES)('documents in %s', (language) => {
  let centre: Centre;
  let browser: Browser;
  let no: number;

  beforeAll(async () => {
    centre = await openCentre();
    browser = await launch();
    const { workers } = await done(centre.hr.get(`${centre.base}/workers?search=${encodeURIComponent(WHO)}`));
    no = (workers as { no: number }[])[0]?.no as number;
    const evidence = { kind: 'violation', happenedOn: '2022-12-01', document: '处分决定 3 号' };
    await done(centre.hr.post(`${centre.base}/dispatch/workers/${no}/evidence`, evidence));
    const { agencies } = await done(centre.hr.get(`${centre.base}/agencies`));
    const [{ id }] = agencies as [{ id: string }];
    await done(
      centre.hr.post(`${centre.base}/dispatch/agencies/${id}/agreements`, {
        from: '2022-01-01',
        lastDay: '2030-12-31',
        number: 'XY-1',
      }),
    );
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  const upload = async (
    hr: Screen,
    kind: string | undefined,
    name: string,
    buffer: Buffer,
    more?: () => Promise<void>,
  ): Promise<void> => {
    await hr.dialog.waitFor();
    if (kind !== undefined) {
      await hr.dialog.getByLabel(hr.t('documents:kind')).click();
      await hr.page.locator('.ant-select-item-option').filter({ hasText: kind }).first().click();
    }
    await hr.choose(name, buffer);
    await more?.();
    await hr.answer('documents:upload').click();
  };
  const said = (zh: string, en: string): string => (language === 'en' ? en : zh);

  it('keeps photo, ID card and evidence, opens a paper for a purpose, refuses what is no paper, and withdraws', async () => {
    const hr = await Screen.signedIn(browser, centre.url, 'hr1', { language });
    await hr.go(`/roster/${no}`);
    await hr.text('documents:none').waitFor();
    await hr.button('documents:add').click();
    await upload(hr, said('照片', 'photo'), 'face.png', samplePng({ width: 90, height: 120 }));
    await hr.page.getByRole('img', { name: hr.t('documents:photoOf', { name: WHO }) }).waitFor();
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.button('documents:add').click();
    await upload(hr, said('身份证正面', 'side with the face'), '身份证.pdf', Buffer.from('MZ not a paper'));
    await hr.dialog.getByRole('alert').filter({ hasText: 'FILE_TYPE_REFUSED' }).waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`documents-refused-${language}`);
    await hr.choose('身份证 430204199003070019.pdf', samplePdf('id'));
    await hr.date('documents:expiresOn', '2022-12-31');
    await hr.answer('documents:upload').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.page.getByText('身份证 ***.pdf').waitFor();
    await hr.page.getByText(hr.t('documents:ended', { day: '2022-12-31' })).waitFor();
    await hr.button('documents:attachTo', { name: '处分决定 3 号' }).click();
    await upload(hr, undefined, '处分决定.pdf', samplePdf('evidence'));
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.page.getByRole('button', { name: '处分决定.pdf', exact: true }).waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`documents-${language}`);
    const row = hr.page.getByRole('row').filter({ hasText: '身份证 ***.pdf' });
    await row.getByRole('button', { name: hr.t('documents:open') }).click();
    await hr.dialog.getByLabel(hr.t('documents:purpose')).fill('核对原件');
    const file = await hr.downloaded(() => hr.answer('documents:open').click());
    expect(file.equals(samplePdf('id'))).toBe(true);
    await hr.dialog.waitFor({ state: 'hidden' });
    await row.getByRole('button', { name: hr.t('documents:withdraw') }).click();
    await hr.dialog.getByLabel(hr.t('common:reasonLabel')).fill('扫描不清');
    await hr.answer('documents:withdraw').click();
    await row.waitFor({ state: 'hidden' });
    await hr.page.getByLabel(hr.t('documents:withdrawnToo')).check();
    await row.getByText('扫描不清').waitFor();
    await hr.page.getByRole('button', { name: hr.t('shell:screen.dark') }).click();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`documents-dark-${language}`);
    await hr.go('/dispatch');
    await hr.tab('dispatch:part.agreements').click();
    await hr.button('documents:title').click();
    await hr.dialog.getByRole('button', { name: hr.t('documents:add') }).click();
    const inner = hr.page.getByRole('dialog', { name: hr.t('documents:add') });
    await inner.getByLabel(hr.t('documents:kind')).click();
    await hr.page
      .locator('.ant-select-item-option')
      .filter({ hasText: said('劳务派遣协议', 'dispatch agreement') })
      .first()
      .click();
    await inner
      .locator('input[type=file]')
      .setInputFiles({ name: '协议.pdf', mimeType: 'application/pdf', buffer: samplePdf('agreement') });
    await inner.getByRole('button', { name: hr.t('documents:upload'), exact: true }).click();
    await hr.page.getByText('协议.pdf').waitFor();
    await inner.waitFor({ state: 'hidden' });
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.picture(`documents-agency-${language}`);
    expect(hr.complaints).toEqual([]);
    await hr.close();
    const phone = await Screen.signedIn(browser, centre.url, 'finance1', { language, size: PHONE });
    await phone.go(`/roster/${no}`);
    await phone.page.getByRole('img', { name: phone.t('documents:photoOf', { name: WHO }) }).waitFor();
    expect(await phone.button('documents:add').count()).toBe(0);
    expect(await phone.page.getByText('处分决定.pdf').count()).toBe(0);
    expect(await phone.overflow()).toBeLessThanOrEqual(0);
    expect(await phone.seriousFindings()).toEqual([]);
    await phone.picture(`documents-phone-${language}`);
    await phone.close();
  });
});
