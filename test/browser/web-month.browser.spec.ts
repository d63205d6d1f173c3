import type { Browser } from 'playwright-core';
import { AGENCY, type Centre, GRADE, idNumber, openBareCentre, OFFICE, PEOPLE, person, UNITS } from './support/centre';
import { launch } from './support/chromium';
import { PHONE, Screen } from './support/screen';
import type { Language } from './support/texts';
import { filled, type Row, Sheet } from './support/workbook';

type Person = keyof typeof OFFICE;

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const DOCUMENT = '石财支〔2023〕1号';
const HEADS = {
  'zh-CN': { sheet: '人员', idNumber: '证件号码', reason: '错误原因' },
  en: { sheet: 'People', idNumber: 'ID number', reason: 'What to put right' },
} as const;
const ROSTER: Row[] = PEOPLE.map((name, n) => person(n, name));
/** The last figure of an ID number tells whether the others are right. */
const mistyped = (idNumber: string): string => idNumber.slice(0, -1) + ((Number(idNumber.at(-1)) + 1) % 10 || 0);
const WRONG: Row[] = ROSTER.map((row, n) => (n === 1 ? { ...row, idNumber: mistyped(row.idNumber as string) } : row));

describe.each(LANGUAGES)('a month on the screen in %s, each step by its own person', (language) => {
  let centre: Centre;
  let browser: Browser;
  const screens = {} as Record<Person | 'worker1', Screen>;
  let run: string;

  beforeAll(async () => {
    centre = await openBareCentre();
    browser = await launch();
    for (const name of ['hr1', 'finance1', 'cashier1', 'leader1'] as const)
      screens[name] = await Screen.signedIn(browser, centre.url, name, {
        language,
        size: name === 'leader1' ? PHONE : undefined,
      });
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  /** HR opens the dialog of a kind, takes its template, and fills it in. */
  const template = async (kind: string, rows: Record<string, readonly Row[]>): Promise<Buffer> => {
    const hr = screens.hr1;
    const file = await hr.downloaded(() => hr.answer('imports:dialog.template').click());
    return filled(centre.api, file, kind, language, rows);
  };

  it('HR imports the roster: the wrong row is named, and the corrected file comes in', async () => {
    const hr = screens.hr1;
    await hr.menu('imports');
    await hr.startImport('roster');
    const sheets = { 机构: UNITS, 岗级: [GRADE] };
    await hr.choose('roster.xlsx', await template('roster', { ...sheets, 人员: WRONG }));
    const wrong = hr.dialog.getByRole('row').filter({ hasText: mistyped(idNumber(1)).slice(-4) });
    await wrong.waitFor();
    await hr.picture(`month-import-wrong-${language}`);
    expect(await hr.tile('wrong')).toBe('1');
    // Below the heads and the sample row, the second person.
    expect(await wrong.getByRole('cell').nth(1).textContent()).toBe('4');
    expect(await hr.answer('imports:dialog.confirm').isDisabled()).toBe(true);
    expect(await hr.seriousFindings()).toEqual([]);

    // The own sheet comes back with the reason beside the row; mended there, it is taken.
    const back = await hr.downloaded(() => hr.answer('imports:errors.download').click());
    const { sheet: name, idNumber: column, reason } = HEADS[language];
    const sheet = await Sheet.open(back, name);
    expect(sheet.cell(4, reason).text).toMatch(new RegExp(`^${column}`));
    if (language === 'en') expect(sheet.cell(4, reason).text).not.toMatch(/\p{sc=Han}/u);
    expect(sheet.cell(3, reason).text).toBe('');
    sheet.cell(4, column).value = idNumber(1);
    await hr.choose('roster.xlsx', await sheet.file());
    await wrong.waitFor({ state: 'hidden' });
    expect([await hr.tile('created'), await hr.tile('wrong')]).toEqual(['8', '0']);
    await hr.finishImport();
    await hr.menu('roster');
    for (const name of PEOPLE) await hr.page.getByRole('cell').filter({ hasText: name }).waitFor();
  });

  it('HR imports absences and scores of the month', async () => {
    const hr = screens.hr1;
    await hr.menu('imports');
    await hr.startImport('attendance');
    await hr.date('imports:dialog.period', '2023-01');
    const away: Row = { workerNo: '2', absence: '事假', from: '2023-01-09', to: '2023-01-10', days: '2' };
    await hr.choose('attendance.xlsx', await template('attendance', { 缺勤: [away] }));
    await hr.finishImport();
    await hr.startImport('scores');
    await hr.date('imports:dialog.period', '2023-01');
    const scores = PEOPLE.slice(0, -1).map((_, n): Row => ({ workerNo: String(n + 1), score: '95', coefficient: '1' }));
    await hr.choose('scores.xlsx', await template('scores', { 考核结果: scores }));
    await hr.finishImport();
    await hr.page.getByRole('row').filter({ hasText: 'scores.xlsx' }).waitFor();
  });

  it('HR makes the run, has it calculated, looks at who is left out, and submits', async () => {
    const hr = screens.hr1;
    await hr.menu('runs');
    await hr.button('runs:create.button').first().click();
    await hr.date('runs:create.period', '2023-01');
    await hr.dialog.getByLabel(hr.t('runs:create.fund')).click();
    await hr.page
      .getByTitle(/^基层社会治理专项/)
      .last()
      .click();
    await hr.answer('runs:create.submit').click();
    await hr.button('runs:do.calculate').click();
    await hr.tab('runs:tab.slips', { count: 3 }).waitFor();
    run = hr.path;

    await hr.page.getByRole('button', { name: '赵一' }).click();
    await hr.dialog.getByRole('button', { name: /基本工资|Base pay/i }).click();
    await hr.dialog.getByText('1,900.00').nth(1).waitFor();
    expect(await hr.seriousFindings()).toEqual([]);
    await hr.page.keyboard.press('Escape');
    await hr.dialog.waitFor({ state: 'hidden' });

    await hr.button('runs:do.submit').click();
    await hr.answer('runs:do.submit').click();
    await hr.page.getByRole('alert').getByText('EXCLUSIONS_OPEN').waitFor();
    await hr.picture(`month-exclusions-open-${language}`);
    await hr.answer('common:action.cancel').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await hr.tab('runs:tab.exclusions', { count: 1 }).click();
    await hr.confirmed('runs:exclusions.acknowledge', '下月补发');
    await hr.page.getByRole('cell', { name: '下月补发' }).waitFor();
    await hr.confirmed('runs:do.submit');
    await hr.text('runs:holder.submitted').waitFor();
    await hr.picture(`month-submitted-${language}`);
    expect(await hr.button('runs:do.check').count()).toBe(0);
  });

  it('finance checks what waits on the desk, and the leader approves it on a phone', async () => {
    const finance = screens.finance1;
    await finance.page.reload();
    await finance.link('desk:todos.go').click();
    await finance.button('runs:do.check').waitFor();
    await finance.picture(`month-check-${language}`);
    await finance.confirmed('runs:do.check');
    const leader = screens.leader1;
    await leader.drawnMenu('approvals');
    await leader.link('approvals:go.approve').click();
    await leader.button('runs:do.approve').waitFor();
    await leader.picture(`month-approve-${language}`);
    expect(await leader.overflow()).toBeLessThanOrEqual(0);
    await leader.confirmed('runs:do.approve');
    await leader.text('runs:holder.approved').waitFor();
    await leader.picture(`month-approved-${language}`);
    expect(await leader.seriousFindings()).toEqual([]);
  });

  it('finance settles, somebody else of finance pays and closes', async () => {
    const finance = screens.finance1;
    await finance.go(run);
    await finance.confirmed('runs:do.settle');
    await finance.page.getByRole('link', { name: AGENCY }).click();
    await finance.picture(`month-settlement-${language}`);
    await finance.confirmed('settlements:confirm.do');
    const cashier = screens.cashier1;
    await cashier.menu('settlements');
    await cashier.page.getByRole('link', { name: AGENCY }).click();
    await cashier.button('settlements:pay.button').click();
    await cashier.dialog.getByLabel(cashier.t('settlements:pay.documentNo')).fill(DOCUMENT);
    await cashier.date('settlements:pay.paidOn', '2023-01-28');
    await cashier.picture(`month-pay-${language}`);
    await cashier.answer('settlements:pay.submit').click();
    await cashier.page.getByRole('cell', { name: DOCUMENT }).waitFor();
    await cashier.picture(`month-paid-${language}`);
    await cashier.go(run);
    await cashier.confirmed('runs:do.close');
    await cashier.text('runs:status.closed').first().waitFor();
  });

  it('the worker reads the own payslip on a phone, and why it is so much', async () => {
    const { api, id } = centre;
    await api.person('worker1', [{ role: 'worker', centreId: id }], { centreId: id, workerNo: 1 });
    const worker = await Screen.signedIn(browser, centre.url, 'worker1', { language, size: PHONE });
    await worker.go('/payslips');
    await worker.page
      .locator('main')
      .getByRole('button', { name: worker.t('payslips:month', { year: '2023', month: 1 }) })
      .click();
    await worker.dialog.getByRole('button', { name: /基本工资|Base pay/i }).click();
    await worker.dialog.getByText('1,900.00').nth(1).waitFor();
    await worker.picture(`month-payslip-${language}`);
    expect(await worker.overflow()).toBeLessThanOrEqual(0);
    expect(await worker.seriousFindings()).toEqual([]);
    // Nobody else's run is theirs to see.
    await worker.go(run);
    await worker.text('shell:noPage.title').first().waitFor();
    screens.worker1 = worker;
  });

  it('nobody’s browser had anything to complain about', () => {
    for (const screen of Object.values(screens)) expect(screen.complaints).toEqual([]);
  });
});
