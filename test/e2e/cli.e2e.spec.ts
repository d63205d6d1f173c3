import { writeWorkbook } from '@gridstaff/exchange';
import { Database } from '@gridstaff/persistence';
import { projectRoot } from '@gridstaff/runtime';
import { testEngine } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { until } from '../fault/support/until';
import { documentOf, type Ended, type Env, grid, idNumber, install, type Installation, openCentre, openRooms, rosterWorkbook, start } from './cli-support';

interface ErrorAnswer {
  error: { code: string; message: string; place: Record<string, unknown> };
}

interface ImportAnswer {
  batchId: string | null;
  created: number;
  changed: number;
  same: number;
  wrong: number;
  errors: { sheet: string; row: number; column: string; value: string; code: string; message: string }[];
}

const CHINESE: Env = { LANG: 'zh_CN.UTF-8' };
const HAN = /\p{Script=Han}/u;

let home: Installation;
let app: INestApplicationContext;

const run = (...args: string[]): Promise<Ended> => grid(args, home.env);
const inChinese = (...args: string[]): Promise<Ended> => grid(args, { ...home.env, ...CHINESE });
const countOf = async (table: string): Promise<number> => Number((await app.get(Database).one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n);

/** A refusal as a Chinese reader gets it: the sentence on standard error, and nothing on standard output but the document. */
async function refused(args: string[], env: Env = {}): Promise<{ code: string; exit: number | null; place: Record<string, unknown> }> {
  const ended = await grid([...args, '--json'], { ...home.env, ...env, ...CHINESE });
  const { error } = documentOf<ErrorAnswer>(ended);
  expect(error.message).toMatch(HAN);
  expect(ended.err).toContain(`${error.code}`);
  expect(ended.err).toContain(error.message);
  return { code: error.code, exit: ended.code, place: error.place };
}

beforeAll(async () => {
  home = await install();
  const migrated = await run('db', 'migrate', '--json');
  expect(migrated.code).toBe(0);
  expect(documentOf<{ applied: string[]; keysCreated: boolean }>(migrated)).toMatchObject({ keysCreated: true, applied: expect.arrayContaining([expect.stringMatching(/^create_job/)]) });
  app = await openRooms(home.env);
  await openCentre(app);
});

afterAll(async () => {
  await app?.close();
  await home?.dispose();
});

describe('usage', () => {
  it('refuses what it cannot parse with exit 2 and a sentence, in the language of the shell', async () => {
    const [english, chinese, argument, port] = await Promise.all([run('verify', '--fast'), inChinese('verify', '--fast'), refused(['import']), refused(['serve', '--port', '99999'])]);
    expect([english, chinese].map(({ code, out }) => [code, out])).toEqual([[2, ''], [2, '']]);
    expect(english.err).toMatch(/WRONG_USAGE: There is no option “--fast”/);
    expect(chinese.err).toMatch(/WRONG_USAGE: 没有选项“--fast”/);
    expect(argument).toMatchObject({ code: 'WRONG_USAGE', exit: 2 });
    expect(port).toMatchObject({ code: 'OUT_OF_RANGE', exit: 2, place: { field: '--port' } });
  });

  it('refuses a misspelt setting, a wrong one, and a worker without a queue with exit 3', async () => {
    const [unknown, wrong, worker] = await Promise.all([
      refused(['db', 'status'], { GRID_PROT: '3000' }),
      refused(['verify'], { DATABASE_URL: 'postgres://localhost/grid' }),
      refused(['worker'], { REDIS_URL: '' }),
    ]);
    expect(unknown).toMatchObject({ code: 'SETTING_UNKNOWN', exit: 3, place: { field: 'GRID_PROT' } });
    expect(wrong).toMatchObject({ code: 'SETTING_INVALID', exit: 3, place: { field: 'DATABASE_URL' } });
    expect(worker).toMatchObject({ code: 'WORKER_NEEDS_QUEUE', exit: 3 });
  });
});

describe('calc', () => {
  const cases = [
    { id: 'a', op: 'overtime', input: { base: '5220', weekday_hours: '2', restday_hours: '0', holiday_hours: '8' } },
    {
      ...{ id: 'b', op: 'wage_cumulative' },
      input: { mode: 'normal', hire_month: 3, months: [3, 4].map((month) => ({ month, income: '9000', special: '1100', additional: '0' })) },
    },
    { id: 'c', op: 'overtime', input: { base: '-1' } },
  ];

  it('answers the published example, with exit 1 because one case is wrong', async () => {
    const ended = await grid(['calc', '-'], home.env, JSON.stringify(cases));
    expect(ended.code).toBe(1);
    expect(documentOf(ended)).toMatchObject([
      { id: 'a', op: 'overtime', output: { hour_rate_6dp: '30.000000', weekday: '90.00', restday: '0.00', holiday: '720.00', total: '810.00' } },
      {
        ...{ id: 'b', op: 'wage_cumulative' },
        output: {
          per_month: [
            { month: 3, cum_basic_deduction: '5000.00', cum_taxable: '2900.00', cum_tax_due: '87.00', tax: '87.00' },
            { month: 4, cum_basic_deduction: '10000.00', cum_taxable: '5800.00', cum_tax_due: '174.00', tax: '87.00' },
          ],
          year_total: '174.00',
        },
      },
      { id: 'c', op: 'overtime', error: { code: 'NEGATIVE_AMOUNT', path: 'input.base' } },
    ]);
  });

  it('exits 0 when all were computed and 2 when the input is no JSON or no array', async () => {
    const [good, object, text, absent] = await Promise.all([
      grid(['calc', home.file('good.json', JSON.stringify(cases.slice(0, 2)))], home.env),
      grid(['calc', '-'], home.env, '{}'),
      grid(['calc', '-'], home.env, '[{'),
      run('calc', path.join(home.folder, 'absent.json')),
    ]);
    expect(good.code).toBe(0);
    expect([object, text, absent].map(({ code, out }) => [code, out])).toEqual(Array.from({ length: 3 }, () => [2, '']));
  });
});

describe('accounts', () => {
  it('shows a new password once, on standard error alone, and records who acted with the operating-system user', async () => {
    const added = await run('user', 'add', 'hr.test', '--role', 'hr', '--json');
    expect(documentOf(added)).toMatchObject({ name: 'hr.test', roles: ['hr'] });
    const password = /([a-z0-9]{5}-){2,}[a-z0-9]+/.exec(added.err)?.[0] ?? '';
    expect(password).not.toBe('');
    expect(added.out).not.toContain(password);

    const [reset, taken] = [await run('user', 'reset', 'hr.test'), await refused(['user', 'add', 'hr.test', '--role', 'hr'])];
    expect(reset.code).toBe(0);
    expect(reset.err).toMatch(/([a-z0-9]{5}-){2,}[a-z0-9]+/);
    expect(reset.err).not.toContain(password);
    expect(taken).toMatchObject({ code: 'USER_NAME_TAKEN', exit: 2 });
    const list = await run('user', 'list', '--json');
    expect(documentOf<{ name: string }[]>(list).map((user) => user.name)).toContain('hr.test');
    expect(list.out + list.err).not.toContain(password);
  });
});

describe('import', () => {
  const person = (serial: number, change: Record<number, string | number> = {}): (string | number)[] =>
    ['王测试', idNumber(serial), 'A', '2022-03-01', 'S1-C1-G1', 'G1', '是', '3300', '否'].map((cell, i) => change[i] ?? cell);

  it('writes the template of a kind, in the reader’s language', async () => {
    const target = path.join(home.folder, '花名册模板.xlsx');
    const [ended, unknown] = await Promise.all([inChinese('import', 'roster', '--template', target, '--json'), refused(['import', 'rosters', '--template', target])]);
    expect(documentOf(ended)).toEqual({ file: target });
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
    expect(unknown).toMatchObject({ code: 'IMPORT_KIND_UNKNOWN', exit: 2 });
  });

  it('tells every wrong cell by place, and what to do, in both languages, and writes nothing', async () => {
    const wrongDigit = idNumber(3).replace(/.$/, (digit) => (digit === '1' ? '2' : '1'));
    const wrong = home.file('wrong.xlsx', await rosterWorkbook([person(1), person(2, { 3: '2023-02-30' }), person(0, { 1: wrongDigit }), person(1), person(4, { 7: '3300.001' })]));
    const numeric = home.file('numeric.xlsx', await rosterWorkbook([person(1, { 1: 430204199001010000 })], { idKind: 'int' }));
    const unknown = home.file('unknown.xlsx', await rosterWorkbook([[...person(1), '备注']], { extra: ['爱好'] }));
    // Both languages say the same of the same cells.
    const [cells, zh, digits, columns] = await Promise.all([
      run('import', 'roster', wrong, '--json'),
      inChinese('import', 'roster', wrong, '--centre', 'SF', '--json'),
      run('import', 'roster', numeric, '--json'),
      run('import', 'roster', unknown, '--json'),
    ]);
    const [answer, chinese] = [documentOf<ImportAnswer>(cells), documentOf<ImportAnswer>(zh)];
    expect([cells.code, zh.code, digits.code, columns.code]).toEqual([1, 1, 1, 1]);
    expect(answer.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '入职日期', 'NOT_A_DATE'],
      [6, '缴费基数', 'TOO_MANY_DECIMALS'],
      ...[expect.arrayContaining([4, '证件号码', 'ID_CHECK_DIGIT']), expect.arrayContaining([5, '证件号码', 'ROSTER_DUPLICATE_ROW'])],
    ]);
    expect(answer).toMatchObject({ batchId: null, wrong: 4 });
    expect(answer.errors.every((e) => e.sheet === '人员' && !HAN.test(e.message.replace(/“[^”]*”/g, '')))).toBe(true);
    expect(chinese.errors.map((e) => [e.row, e.code])).toEqual(answer.errors.map((e) => [e.row, e.code]));
    expect(chinese.errors.every((e) => HAN.test(e.message))).toBe(true);
    expect(cells.out + zh.out).not.toContain(idNumber(1));
    expect(documentOf<ImportAnswer>(digits).errors).toMatchObject([{ sheet: '人员', row: 2, column: '证件号码', code: 'NUMERIC_ID_CELL' }]);
    expect(documentOf<ImportAnswer>(columns).errors).toMatchObject([{ sheet: '人员', row: 1, column: '爱好', code: 'UNKNOWN_COLUMN' }]);
    expect([await countOf('worker'), await countOf('import_batch')]).toEqual([0, 0]);
  });

  it('checks in a dry run, brings in for the named user, and changes nothing the second time', async () => {
    const file = home.file('roster.xlsx', await rosterWorkbook([person(1), person(2)]));
    const dry = documentOf<ImportAnswer>(await run('import', 'roster', file, '--dry-run', '--json'));
    expect([dry.batchId, dry.errors, await countOf('worker')]).toEqual([null, [], 0]);
    const done = documentOf<ImportAnswer>(await run('import', 'roster', file, '--as', 'hr.test', '--json'));
    expect(done).toMatchObject({ created: dry.created, changed: 0, wrong: 0, errors: [] });
    expect(await countOf('worker')).toBe(2);
    const recorded = await app.get(Database).one<{ os_user: string; name: string }>(
      "SELECT e.os_user, u.name FROM audit_entry e JOIN app_user u ON u.id = e.user_id WHERE e.action = 'import.applied' AND e.subject_id = ?",
      [done.batchId ?? ''],
    );
    expect(recorded).toMatchObject({ name: 'hr.test', os_user: expect.stringMatching(/./) });
    const again = documentOf<ImportAnswer>(await run('import', 'roster', file, '--as', 'hr.test', '--json'));
    expect(again).toMatchObject({ batchId: null, created: 0, changed: 0, same: done.created });
  });

  it('loads the published budget whole, and refuses one below zero by its path', async () => {
    const published = path.join(projectRoot(), 'config/demo/budget-2023.json');
    const below = JSON.parse(readFileSync(published, 'utf8')) as { projects: { amount: string }[] };
    Object.assign(below.projects[3] as object, { amount: '-1633.80' });
    const wrong = await run('import', 'budget', home.file('below.json', JSON.stringify(below)), '--json');
    expect(wrong.code).toBe(1);
    expect(documentOf<ImportAnswer>(wrong).errors).toContainEqual(expect.objectContaining({ column: 'budget.projects[3].amount', code: 'NEGATIVE_AMOUNT' }));
    const dry = documentOf<ImportAnswer>(await run('import', 'budget', published, '--dry-run', '--json'));
    expect([dry.batchId, dry.errors, await countOf('fund')]).toEqual([null, [], 0]);
    const loaded = documentOf<ImportAnswer>(await run('import', 'budget', published, '--json'));
    expect(loaded).toMatchObject({ created: dry.created, errors: [] });
    expect(await countOf('fund')).toBe(dry.created);
  });
});

describe('pay preview', () => {
  interface Preview {
    period: string;
    payDate: string;
    slips: ({ workerNo: number; lines: { item: string; amount: string; kind: string }[] } & Record<string, string>)[];
    exclusions: unknown[];
  }

  it('calculates a month without saving anything; who cannot be calculated is told apart', async () => {
    const column = (header: string, kind: 'text' | 'decimal' = 'text') => ({ header, kind });
    const scores = await writeWorkbook([{ name: '考核结果', columns: [column('证件号码'), column('绩效系数', 'decimal'), column('奖金')], rows: [[idNumber(1), 0.9, '100.00']] }]);
    expect((await run('import', 'scores', home.file('scores.xlsx', scores), '--period', '2023-05')).code).toBe(0);
    const ended = await run('pay', 'preview', '--period', '2023-05', '--json');
    const { slips, ...rest } = documentOf<Preview>(ended);
    expect([ended.code, rest.period, slips.map((s) => s.workerNo)]).toEqual([1, '2023-05', [1]]);
    expect(rest.exclusions).toEqual([{ workerNo: 2, code: 'NO_COEFFICIENT', message: expect.stringMatching(/coefficient/) }]);
    // 2,000 + 300 + 500 × 0.9, one whole year of service, the award; insurance at the floor of 3,770; below the tax threshold.
    expect(slips[0]).toMatchObject({
      ...{ gross: '2900.00', employeeInsurance: '403.31', employeeFund: '0.00', tax: '0.00', otherDeductions: '0.00', net: '2496.69' },
      ...{ employerInsurance: '980.20', employerFund: '0.00', fee: '60.00' },
    });
    expect(slips[0]?.lines).toContainEqual({ item: 'seniority', amount: '50.00', kind: 'earning' });
    expect(await countOf('pay_run')).toBe(0);
  });

  it('refuses a month that no parameters or no calendar cover, and one that does not exist', async () => {
    const [before, after, never] = await Promise.all(['2022-12', '2027-01', '2023-13'].map((period) => refused(['pay', 'preview', '--period', period])));
    expect([before, after].map((r) => [r?.code === 'NO_PARAMETERS' || r?.code === 'NO_CALENDAR', r?.exit])).toEqual([[true, 2], [true, 2]]);
    expect(never).toMatchObject({ code: 'NOT_A_PERIOD', exit: 2 });
  });
});

/** The address that `serve --json` tells. */
async function addressOf(child: ChildProcess): Promise<URL> {
  child.stderr?.resume();
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', resolve).once('close', () => reject(new Error('no address')));
  });
  return new URL((JSON.parse(line) as { url: string }).url);
}

describe('grid bench', () => {
  it('measures in databases of its own: a run against the raw insert of its rows, and what an office waits for', async () => {
    const before = await countOf('pay_run');
    const payroll = documentOf<{ staff: number; linesPerSlip: number; ratioToFloor: number }>(await run('bench', 'payroll', '--staff', '5', '--json'));
    expect(payroll).toMatchObject({ staff: 5, ratioToFloor: expect.any(Number) as number });
    expect(payroll.linesPerSlip).toBeGreaterThan(10);
    const office = documentOf<{ engine: { linesPerSlip: number; slipsPerSecond: number } }>(await run('bench', 'office', '--staff', '3', '--repeat', '1', '--json'));
    expect(office).toMatchObject({ staff: 3, previewMs: expect.any(Number) as number, whatIfYearMs: expect.any(Number) as number });
    expect(office.engine.slipsPerSecond).toBeGreaterThan(0);
    expect(office.engine.linesPerSlip).toBeGreaterThan(10);
    expect(await countOf('pay_run')).toBe(before);
    expect((await run('bench', 'office', '--staff', '0')).code).toBe(2);
  });
});

describe('serve', () => {
  it('tells its address as the one document and ends with 0 when it is stopped', async () => {
    const child = start(['serve', '--port', '0', '--json'], home.env);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    try {
      const url = await addressOf(child);
      expect((await fetch(new URL('/health/live', url))).status).toBe(200);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  });

  it('answers what is under way when Ctrl+C reaches the launcher and the server alike, and then ends with 0', async () => {
    const child = start(['serve', '--port', '0', '--json'], home.env, { group: true });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const { hostname, port } = await addressOf(child);
    const body = JSON.stringify({ name: 'nobody', password: 'nothing of the kind' });
    const socket = connect(Number(port), hostname);
    const answer = new Promise<string>((resolve, reject) => socket.once('data', (data) => resolve(data.toString())).once('close', () => reject(new Error('cut off'))).once('error', reject));
    socket.write(`POST /api/v1/session HTTP/1.1\r\nhost: ${hostname}\r\nx-requested-with: gridstaff\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`);
    // An answer to a second connection: the first one's request has been taken up.
    await fetch(`http://${hostname}:${port}/health/live`);
    process.kill(-(child.pid as number), 'SIGINT');
    await until('not listening', 10_000, () => fetch(`http://${hostname}:${port}/health/live`).then(({ status }) => status === 503, () => true));
    socket.write(body);
    expect(await answer).toMatch(/^HTTP\/1\.1 /);
    socket.destroy();
    expect(await ended).toBe(0);
  });

  it('says who cannot have the port, before a demo has replaced anything', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => holder.listen(0, '127.0.0.1', () => resolve((holder.address() as AddressInfo).port)));
    const [serve, demo] = await Promise.all([
      refused(['serve', '--port', String(port)]),
      grid(['demo', '--staff', '20'], { ...home.env, GRID_PORT: String(port) }),
    ]);
    holder.close();
    expect(serve).toMatchObject({ code: 'PORT_TAKEN', exit: 3 });
    expect([demo.code, demo.out]).toEqual([3, '']);
    expect(demo.err).toContain(`PORT_TAKEN: Another program listens on port ${port} of 127.0.0.1 already; stop it,`);
  });
});

describe('db', () => {
  it('prints the least rights of the application’s account, or says that there are no accounts', async () => {
    const ended = await run('db', 'grants', '--user', "o'app", '--host', '10.0.0.%', '--json');
    if (testEngine() === 'sqlite') {
      expect([ended.code, documentOf<ErrorAnswer>(ended).error.code]).toEqual([2, 'NOT_ON_SQLITE']);
      return;
    }
    const statements = documentOf<string[]>(ended);
    const of = (table: string): string | undefined => statements.find((statement) => statement.includes(`\`${table}\``));
    expect(of('ledger_leg')).toMatch(/^GRANT SELECT, INSERT ON .* TO 'o''app'@'10\.0\.0\.%'$/);
    expect(of('audit_entry')).toMatch(/^GRANT SELECT, INSERT ON/);
    expect(of('pay_run')).toMatch(/^GRANT SELECT, INSERT, UPDATE, DELETE ON/);
  });

  it('refuses a database that is newer than the program', async () => {
    await app.get(Database).writer.query("INSERT INTO schema_migration (timestamp, name) VALUES (9999123100001, 'create_future_9999123100001')");
    const [verify, migrate, status] = await Promise.all([refused(['verify']), refused(['db', 'migrate']), run('db', 'status', '--json')]);
    await app.get(Database).writer.query("DELETE FROM schema_migration WHERE name = 'create_future_9999123100001'");
    expect([verify, migrate]).toEqual(Array.from({ length: 2 }, () => ({ code: 'SCHEMA_NEWER', exit: 3, place: {} })));
    expect([status.code, documentOf(status)]).toEqual([1, expect.objectContaining({ pending: [], unknown: ['create_future_9999123100001'] })]);
    expect((await run('db', 'status')).code).toBe(0);
  });

  it('backs up, refuses a damaged copy, restores what was there, and verifies it', async () => {
    const file = path.join(home.folder, 'grid.backup');
    expect((await run('db', 'backup', file, '--json')).code).toBe(0);
    await run('user', 'add', 'later', '--role', 'auditor');
    expect((await app.get(Database).query('SELECT id FROM app_user WHERE name = ?', ['later'])).length).toBe(1);
    await app.close();

    const bytes = readFileSync(file);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] as number) ^ 1;
    const damaged = await refused(['db', 'restore', home.file('damaged.backup', bytes)]);
    expect(damaged).toMatchObject({ code: 'BACKUP_DAMAGED', exit: 2 });
    const restored = await run('db', 'restore', file, '--json');
    expect([restored.code, documentOf(restored)]).toEqual([0, expect.objectContaining({ pending: [], unknown: [], verify: { checked: expect.any(Number), violations: [] } })]);
    app = await openRooms(home.env);
    const names = (await app.get(Database).query<{ name: string }>('SELECT name FROM app_user')).map((user) => user.name);
    expect([names.includes('hr.test'), names.includes('later'), existsSync(file)]).toEqual([true, false, true]);
    expect(await countOf('worker')).toBe(2);
  });
});
