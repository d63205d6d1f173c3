import { writeWorkbook } from '@gridstaff/exchange';
import type { Browser } from 'playwright-core';
import { type Centre, done, GRADE, openBareCentre, person, UNITS } from './support/centre';
import { launch } from './support/chromium';
import { Screen } from './support/screen';

const HEADS = ['姓名', '证件号码', '派遣公司', '入职日期', '网格编码', '岗级', '手机号'];
const KEYS = ['name', 'idNumber', 'agency', 'joinedOn', 'gridCode', 'gradeCode', 'phone'] as const;
/** What a file may hold (libs/exchange). */
const MOST_ROWS = 20_000;
/** Longer than anybody waits before a bar that does not move. */
const LONGEST_CHECK_MS = 60_000;

function* people(count: number, from = 0): Generator<string[]> {
  for (let n = from; n < from + count; n++) {
    const row = person(n, `网格员${n}`);
    yield KEYS.map((key) => row[key] as string);
  }
}

const roster = (rows: Iterable<string[]>): Promise<Buffer> =>
  writeWorkbook([{ name: '人员', columns: HEADS.map((header) => ({ header, kind: 'text' as const })), rows }]);

describe('imports that go wrong on the screen', () => {
  let centre: Centre;
  let browser: Browser;
  let hr: Screen;

  beforeAll(async () => {
    centre = await openBareCentre();
    await done(centre.hr.post(`${centre.base}/org-units`, { units: UNITS }));
    await done(centre.hr.post(`${centre.base}/grades`, { grades: [GRADE] }));
    browser = await launch();
    hr = await Screen.signedIn(browser, centre.url, 'hr1');
    await hr.menu('imports');
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  const refusals: [what: string, name: string, file: () => Buffer | Promise<Buffer>, code: string][] = [
    ['a text file in an unknown encoding', 'people.csv', () => Buffer.from('a,b\n\xff\xff', 'latin1'), 'IMPORT_CSV_ENCODING'],
    [
      'a picture under another name',
      'people.xlsx',
      () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      'IMPORT_NOT_XLSX',
    ],
    ['a workbook of the old kind', 'people.xls', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'IMPORT_IS_XLS'],
    ['half of a workbook', 'people.xlsx', async () => (await roster(people(3))).subarray(0, 900), 'IMPORT_DAMAGED'],
    ['a workbook without a row', 'people.xlsx', () => roster([]), 'IMPORT_EMPTY'],
    ['one row too many', 'people.xlsx', () => roster(people(MOST_ROWS + 1)), 'IMPORT_TOO_MANY_ROWS'],
  ];
  it.each(refusals)('%s is refused with what to do, and another file may follow', async (_, name, file, code) => {
    await hr.startImport('roster');
    await hr.choose(name, await file());
    const alert = hr.dialog.getByRole('alert');
    await alert.getByText(code).waitFor({ timeout: LONGEST_CHECK_MS });
    // In words, before the code.
    expect(await alert.textContent()).toMatch(/\p{sc=Han}{6}/u);
    expect(await hr.answer('imports:dialog.confirm').isDisabled()).toBe(true);
    await hr.choose('people.xlsx', await roster(people(1)));
    await alert.waitFor({ state: 'hidden' });
    expect(await hr.tile('created')).toBe('1');
    await hr.closeDialog();
  });

  it('a file as long as may be is checked whole while the person waits', async () => {
    const file = await roster(people(MOST_ROWS));
    await hr.startImport('roster');
    const begun = performance.now();
    await hr.choose('people.xlsx', file);
    await hr.text('imports:dialog.checking').waitFor();
    await hr.text('imports:dialog.checking').waitFor({ state: 'hidden', timeout: LONGEST_CHECK_MS });
    process.stdout.write(`${MOST_ROWS} rows checked in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
    expect([await hr.tile('created'), await hr.tile('wrong')]).toEqual([String(MOST_ROWS), '0']);
    await hr.closeDialog();
  });

  it('a session that ends between preview and import is taken up again, and a double click imports once', async () => {
    await hr.startImport('roster');
    await hr.choose('people.xlsx', await roster(people(2)));
    expect(await hr.tile('created')).toBe('2');
    await hr.context.clearCookies();
    await hr.answer('imports:dialog.confirm').dblclick();
    await hr.signInAgain();
    await hr.dialog.getByRole('status').waitFor();
    await hr.dialog.getByRole('status').getByRole('button').click();
    await hr.page.getByRole('row').filter({ hasText: 'people.xlsx' }).waitFor();
    expect(await hr.page.getByRole('row').filter({ hasText: 'people.xlsx' }).count()).toBe(1);
    const { imports } = await done(centre.hr.get(`${centre.base}/imports/roster`));
    expect(imports).toMatchObject([{ created: 2, fileName: 'people.xlsx' }]);
  });

  it('the same file again changes nothing and says so', async () => {
    await hr.startImport('roster');
    await hr.choose('people.xlsx', await roster(people(2)));
    await hr.text('imports:dialog.nothing').waitFor();
    expect(await hr.answer('imports:dialog.confirm').isDisabled()).toBe(true);
    await hr.closeDialog();
    await hr.menu('roster');
    await hr.page.getByRole('cell').filter({ hasText: '网格员1' }).waitFor();
    expect(await hr.page.getByRole('cell').filter({ hasText: /^网格员\d$/ }).count()).toBe(2);
    expect(hr.complaints).toEqual([]);
  });

  it('an import is undone after its number is typed in, and one that was built on says by what', async () => {
    await hr.menu('imports');
    const row = hr.page.getByRole('row').filter({ hasText: 'people.xlsx' });
    await row.getByRole('button', { name: hr.t('imports:undo.confirm') }).click();
    await hr.dialog.getByText(hr.t('imports:undo.entered', { entered: 2 })).waitFor();
    const asked = (await hr.dialog.getByText(/“(\d+)”/).textContent()) ?? '';
    await hr.dialog.getByLabel(hr.t('common:reasonLabel')).fill('导错了文件');
    await hr.picture('imports-undo');
    await hr.answer('imports:undo.confirm').click();
    await hr.dialog.getByText(/请输入“\d+”$/).waitFor();
    await hr.dialog.getByLabel(asked).fill(/\d+/.exec(asked)?.[0] ?? '');
    await hr.answer('imports:undo.confirm').click();
    await hr.dialog.waitFor({ state: 'hidden' });
    await row.getByText('导错了文件').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    await hr.picture('imports-history');
    await hr.startImport('roster');
    await hr.choose('again.xlsx', await roster(people(2)));
    await hr.finishImport();
    const { workers } = await done(centre.hr.get(`${centre.base}/workers`));
    const [{ no }] = workers as [{ no: number }];
    await done(centre.hr.post(`${centre.base}/workers/${no}/phone`, { from: '2023-02-01', phone: '13900001111' }));
    const again = hr.page.getByRole('row').filter({ hasText: 'again.xlsx' });
    await again.getByRole('button', { name: hr.t('imports:undo.confirm') }).click();
    await hr.page.getByText(new RegExp(`${no} .*此后又有变更`)).waitFor();
    await hr.picture('imports-undo-used');
    await hr.page.getByRole('button', { name: hr.t('imports:undo.close') }).click();
    expect(hr.complaints).toEqual([]);
  });

  it('good rows may go in alone: the others are counted, handed back and named in the history', async () => {
    await hr.startImport('roster');
    const [good, bad] = [...people(2, 40)] as [string[], string[]];
    await hr.choose('mixed.xlsx', await roster([good, bad.map((cell) => (cell === bad[1] ? '123' : cell))]));
    expect([await hr.tile('created'), await hr.tile('wrong')]).toEqual(['1', '1']);
    expect(await hr.answer('imports:dialog.confirm').isDisabled()).toBe(true);
    await hr.dialog.getByRole('checkbox', { name: hr.t('imports:dialog.goodRows', { count: 1 }) }).check();
    await hr.picture('imports-good-rows');
    await hr.answer('imports:dialog.confirm').click();
    await hr.dialog.getByText(hr.t('imports:done.leftOut', { count: 1 })).waitFor();
    await hr.picture('imports-left-out');
    const back = await hr.downloaded(() => hr.answer('imports:errors.download').click());
    expect(back.subarray(0, 2).toString()).toBe('PK');
    await hr.dialog.getByRole('status').getByRole('button', { name: hr.t('common:action.close') }).click();
    await hr.dialog.waitFor({ state: 'hidden' });
    const { imports } = await done(centre.hr.get(`${centre.base}/imports/roster`));
    expect((imports as { fileName: string; created: number; leftOut: number | null }[])[0]).toMatchObject({ fileName: 'mixed.xlsx', created: 1, leftOut: 1 });
    expect(hr.complaints).toEqual([]);
  });

  it('a sheet of the office’s own layout is read once its columns are confirmed, then by itself, until it is forgotten', async () => {
    const own = (name: string, rows: string[][]): Buffer => Buffer.from(`\ufeff石峰区${name}名册,,,,,,\n${[['员工姓名', '身份证号', '劳务公司', '到岗', '所属网格', '级别', '备注'], ...rows].map((row) => row.join(',')).join('\n')}\n合计,,,,,,1\n`);
    const rowOf = (n: number): string[] => {
      const [name, idNumber, agency, joinedOn, grid, grade] = [...people(1, n)][0] as string[];
      return [name, idNumber, agency, joinedOn, grid, grade, '新'] as string[];
    };
    await hr.startImport('roster');
    await hr.choose('五月.csv', own('五月', [rowOf(60)]));
    await hr.dialog.getByText(hr.t('imports:columns.title'), { exact: true }).waitFor();
    await hr.picture('imports-columns');
    const joined = hr.dialog.getByLabel(hr.t('imports:columns.oursOf', { head: '到岗' }));
    expect(await hr.answer('imports:columns.keep').isDisabled()).toBe(true);
    await hr.dialog.getByText(hr.t('imports:columns.missing', { names: '岗级' })).waitFor();
    const grade = hr.dialog.getByLabel(hr.t('imports:columns.oursOf', { head: '级别' }));
    await grade.fill('岗级');
    await grade.press('Enter');
    expect(await joined.locator('xpath=ancestor::tr').textContent()).toContain(hr.t('imports:columns.by.content'));
    await hr.answer('imports:columns.keep').click();
    expect([await hr.tile('created'), await hr.tile('wrong')]).toEqual(['1', '0']);
    await hr.choose('六月.csv', own('六月', [rowOf(61), [...rowOf(62).map((cell, at) => (at === 3 ? '2023-02-30' : cell))]]));
    await hr.text('imports:columns.applied').waitFor();
    expect([await hr.tile('created'), await hr.tile('wrong')]).toEqual(['1', '1']);
    await hr.dialog.getByRole('cell', { name: '到岗' }).waitFor();
    await hr.picture('imports-columns-applied');
    const back = await hr.downloaded(() => hr.answer('imports:errors.download').click());
    expect(back.subarray(0, 2).toString()).toBe('PK');
    await hr.dialog.getByRole('button', { name: hr.t('imports:columns.layouts', { count: 1 }) }).click();
    await hr.picture('imports-layouts');
    await hr.page.getByRole('button', { name: hr.t('imports:columns.forgetOf', { name: '五月.csv · CSV' }) }).click();
    await hr.page.getByText(hr.t('imports:columns.forgotten')).waitFor();
    expect(hr.complaints).toEqual([]);
  });
});
