import { projectRoot } from '@gridstaff/runtime';
import { checkDigitOf } from '@gridstaff/roster';
import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Answer, type Browser, PASSWORD, TestApi } from './api-support';

const PERIOD = '2023-01';
const PAY_FUND = '基层社会治理专项';

const idNumber = (n: number): string => {
  const first17 = `4302041990030${String(7000 + n).slice(0, 4)}`;
  return first17 + checkDigitOf(first17);
};

/** The figures of the answer are read loosely: what matters is asserted. */
type Row = Record<string, string>;
const rows = (answer: Answer, name: string): Row[] => answer.body[name] as Row[];

/** Fills the people sheet of a template and leaves its other sheets out. */
async function filled(template: Buffer, people: readonly Record<string, string>[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(template as unknown as ExcelJS.Buffer);
  const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
  for (const other of workbook.worksheets.slice(1)) workbook.removeWorksheet(other.id);
  const heads = (sheet.getRow(1).values as (string | undefined)[]).map((head) => head?.replace('*', ''));
  people.forEach((person, i) => {
    sheet.getRow(2 + i).values = heads.map((head) =>
      head === undefined ? undefined : person[head],
    ) as ExcelJS.CellValue[];
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('a month through HTTP, each step by its own person', () => {
  let api: TestApi;
  let admin: Browser;
  let security: Browser & { userId: string };
  let hr: Browser & { userId: string };
  let finance: Browser & { userId: string };
  let leader: Browser & { userId: string };
  let worker: Browser;
  let centre: string;
  let base: string;
  let fund: string;
  let run: { id: string; no: string };
  let hash: string;
  /** Undoing the import of the roster. */
  let batch: string;

  beforeAll(async () => {
    api = await TestApi.start();
    admin = await api.person('root1', [{ role: 'system_admin', centreId: '*' }]);
    security = await api.person('guard1', [{ role: 'security_admin', centreId: '*' }]);
    hr = await api.person('hr1');
    finance = await api.person('finance1');
    leader = await api.person('leader1');
  });

  afterAll(() => api?.close());

  const getRun = async (by: Browser): Promise<Row> => (await by.get(`/api/v1/runs/${run.id}`)).body as unknown as Row;

  it('administrators open the centre and give the roles', async () => {
    const made = await admin.post('/api/v1/centres', {
      code: 'SF',
      name: '网格中心',
      region: '430200',
      settings: { payDay: 28 },
    });
    expect(made.status).toBe(201);
    centre = made.body.id as string;
    base = `/api/v1/centres/${centre}`;
    for (const [person, role] of [
      [hr, 'hr'],
      [finance, 'finance'],
      [leader, 'leader'],
    ] as const) {
      const granted = await security.post(`/api/v1/users/${person.userId}/roles`, { role, centreId: centre });
      expect(granted.status).toBe(204);
    }
    // Whoever keeps the system grants nothing, and whoever grants makes no account.
    expect((await admin.post(`/api/v1/users/${hr.userId}/roles`, { role: 'leader', centreId: centre })).status).toBe(
      403,
    );
    expect((await security.post('/api/v1/users', { name: 'x1', displayName: 'x' })).status).toBe(403);
    expect(rows(await hr.get('/api/v1/centres'), 'centres')).toEqual([
      expect.objectContaining({ id: centre, code: 'SF' }),
    ]);
  });

  it('HR sets up structure and pay, finance loads the budget', async () => {
    const units = [
      { code: 'S1', name: '街道', kind: 'street' },
      { code: 'Q1', name: '社区', kind: 'community', parentCode: 'S1' },
      { code: 'G1', name: '网格', kind: 'grid', parentCode: 'Q1' },
    ];
    expect((await hr.post(`${base}/org-units`, { units })).status).toBe(200);
    const agency = await hr.post(`${base}/agencies`, { code: 'A1', name: '甲派遣公司' });
    const fees = `${base}/agencies/${agency.body.id as string}/fees`;
    expect((await hr.post(fees, { from: '2023-01-01', kind: 'per_head', rate: '0.01' })).body.code).toBe(
      'UNKNOWN_FIELD',
    );
    expect((await hr.post(fees, { from: '2023-01-01', kind: 'per_head', amount: '60.00' })).body).toEqual({
      changed: true,
    });
    const grade = {
      code: 'W1',
      name: '一级',
      postCode: 'W',
      base: '1900.00',
      post: '500',
      performance: '600.0',
      from: '2022-01-01',
    };
    expect((await hr.post(`${base}/grades`, { grades: [grade] })).status).toBe(200);
    expect(rows(await hr.get(`${base}/grades?on=2023-01-31`), 'grades')).toEqual([
      expect.objectContaining({ code: 'W1', standard: { base: '1900.00', post: '500.00', performance: '600.00' } }),
    ]);
    expect((await hr.post(`${base}/pay-schemes`, { validFrom: PERIOD })).status).toBe(201);

    const document: unknown = JSON.parse(
      readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8'),
    );
    const loaded = await finance.pay(`${base}/budgets`, { document }, 'budget-2023-first');
    expect(loaded.status).toBe(201);
    const again = await finance.pay(`${base}/budgets`, { document }, 'budget-2023-first');
    expect(again.body).toEqual(loaded.body);
    const funds = rows(await finance.get(`${base}/funds?year=2023`), 'funds');
    fund = funds.find((f) => f.name === PAY_FUND)?.id as string;
    expect(funds.find((f) => f.name === PAY_FUND)).toMatchObject({
      balances: { available: '16338000.00', paid: '0.00' },
    });
  });

  it('HR imports people with a dry run first, and hires one by hand', async () => {
    const template = await api.running.app.inject({
      method: 'GET',
      url: `${base}/import-templates/roster?language=en`,
      headers: { cookie: hr.cookie },
    });
    expect(template.statusCode).toBe(200);
    const person = { Agency: 'A1', 'Joined on': '2022-06-01', Grid: 'G1', 'Grid code': 'G1', Grade: 'W1' };
    const people = [1, 2].map((n) => ({
      ...person,
      Name: `员工${n}`,
      'ID number': idNumber(n),
      Phone: `1380000000${n}`,
    }));
    const wrong = [
      { ...people[0], 'ID number': `${idNumber(1).slice(0, 17)}${idNumber(1).endsWith('0') ? '1' : '0'}` },
      people[1] as object,
    ];
    const imports = `${base}/imports/roster`;
    const refused = await hr.upload(imports, await filled(template.rawPayload, wrong as typeof people));
    expect(refused.body).toMatchObject({ batchId: null, wrong: 1 });
    expect(rows(refused, 'errors')[0]).toMatchObject({
      code: 'ID_CHECK_DIGIT',
      row: 2,
      detail_en: expect.stringContaining('check digit'),
    });
    const file = await filled(template.rawPayload, people);
    expect((await hr.upload(`${imports}?dryRun=true`, file)).body).toMatchObject({
      batchId: null,
      created: 2,
      errors: [],
    });
    expect(rows(await hr.get(`${base}/workers`), 'workers')).toEqual([]);
    const wrongFile = await hr.upload(imports, await filled(template.rawPayload, [{ ...(people[0] as object), Name: '错名' } as (typeof people)[0]]));
    const undo = `${base}/import-batches/${wrongFile.body.batchId as string}/undo`;
    expect((await hr.get(undo)).body).toMatchObject({ people: 1, entered: 1, uses: [] });
    for (const other of [finance, leader]) {
      expect((await other.get(undo)).status).toBe(403);
      expect((await other.post(undo, { reason: '导错' })).status).toBe(403);
    }
    expect((await hr.post(undo, {})).status).toBe(400);
    expect((await hr.post(undo, { reason: '导错文件' })).body).toMatchObject({ entered: 1, uses: [] });
    expect((await hr.post(undo, { reason: '导错文件' })).body.code).toBe('BATCH_UNDONE');
    expect(rows(await hr.get(`${base}/workers`), 'workers')).toEqual([]);
    expect(rows(await hr.get(imports), 'imports')[0]).toMatchObject({ recorded: true, undone: { reason: '导错文件', by: hr.userId } });
    const imported = await hr.upload(imports, file);
    expect(imported.body).toMatchObject({ created: 2, errors: [] });
    batch = `${base}/import-batches/${imported.body.batchId as string}/undo`;
    expect((await hr.upload(imports, Buffer.from('no workbook'))).status).toBe(400);
    expect((await hr.post(imports, {})).body.code).toBe('FILE_MISSING');

    const hired = await hr.post(`${base}/workers`, {
      ...{
        name: '新员工',
        idNumber: idNumber(3),
        phone: '13900001111',
        agency: 'A1',
        joinedOn: '2023-01-03',
        gridCode: 'G1',
        gradeCode: 'W1',
      },
      ...{
        bankCard: '6222021234567894',
        fundMember: true,
        fundBase: '3000',
        fundEmployerRate: '0.05',
        fundEmployeeRate: '0.05',
      },
    });
    expect(hired.status).toBe(201);
  });

  it('personal data leaves masked; one value at a time is revealed, for a purpose', async () => {
    const list = await hr.get(`${base}/workers?limit=2`);
    expect(rows(list, 'workers')).toHaveLength(2);
    const next = await hr.get(`${base}/workers?limit=2&after=${list.body.after as unknown as number}`);
    const [third] = rows(next, 'workers') as [Row];
    const detail = await hr.get(`${base}/workers/${third.no}`);
    expect(detail.status).toBe(200);
    for (const secret of [idNumber(1), idNumber(3), '13900001111', '6222021234567894']) {
      expect(list.text + next.text + detail.text).not.toContain(secret);
    }
    const reveal = `${base}/workers/${third.no}/reveal`;
    expect((await hr.post(reveal, { what: 'idNumber' })).status).toBe(400);
    expect((await finance.post(reveal, { what: 'idNumber', purpose: 'curiosity' })).status).toBe(403);
    expect((await hr.post(reveal, { what: 'idNumber', purpose: '核对证件' })).body).toEqual({
      what: 'idNumber',
      value: idNumber(3),
    });
    const own = await hr.post(`${base}/workers/${third.no}/file`, { purpose: '本人申请' });
    expect([own.status, own.headers['content-disposition']]).toEqual([200, expect.stringMatching(/^attachment; filename=.*UTF-8''/)]);
    expect(own.headers['x-content-type-options']).toBe('nosniff');
    expect((await finance.post(`${base}/workers/${third.no}/file`, { purpose: 'curiosity' })).status).toBe(403);
    expect(rows(await hr.get(`${base}/workers?search=%25`), 'workers')).toEqual([]);
    // Found by pinyin, initials and the last four of a phone or an ID number; counted only when that was asked for.
    for (const search of ['xinyuan', 'XYG', '1111', idNumber(3).slice(-4)]) {
      const found = await hr.get(`${base}/workers?search=${search}&counted=true`);
      expect([rows(found, 'workers').map(({ no }) => no), found.body.total]).toEqual([[third.no], 1]);
    }
    expect(list.body.total).toBeNull();
    expect((await hr.get(`${base}/workers?post=none&status=in_post&counted=true`)).body.total).toBe(0);
    expect((await hr.get(`${base}/workers?status=retired`)).status).toBe(400);
  });

  it('another card counts once a second person has approved it', async () => {
    const people = rows(await hr.get(`${base}/workers`), 'workers');
    const no = people.at(-1)?.no as unknown as number;
    const card = `${base}/workers/${no}/bank-card`;
    const entered = await hr.post(card, { from: '2023-01-04', bankCard: '8100123456789012', bankName: '演示银行' });
    expect(entered.body).toMatchObject({ changed: true });
    const again = await hr.post(card, { from: '2023-01-04', bankCard: '8100123456789013' });
    expect([again.status, again.body.code]).toEqual([409, 'CARD_CHANGE_OPEN']);
    const [change] = rows(await finance.get(`${base}/card-changes`), 'changes') as [Row];
    expect(change).toMatchObject({ workerNo: no, bankCardMasked: '**** 9012', presentMasked: '**** 7894' });
    expect(rows(await finance.get('/api/v1/approvals/todos'), 'todos')).toMatchObject([
      { subjectType: 'card_change', subjectId: change.id, kind: 'card' },
    ]);
    const approve = `${base}/card-changes/${change.id as unknown as string}/approve`;
    const own = await hr.post(approve, { hash: change.hash });
    expect([own.status, own.body.code]).toEqual([403, 'SEPARATION_OF_DUTIES']);
    const other = await finance.post(approve, { hash: 'another' });
    expect([other.status, other.body.code]).toEqual([409, 'APPROVAL_STALE']);
    expect((await finance.post(approve, { hash: change.hash })).status).toBe(204);
    const history = rows(await hr.get(`${base}/workers/${no}/card-changes`), 'changes');
    expect(history).toMatchObject([{ status: 'approved', id: change.id }]);
    const held = await hr.post(`${base}/workers/${no}/reveal`, { what: 'bankCard', purpose: '核对' });
    expect(held.body.value).toBe('8100123456789012');
  });

  it('HR records the month and calculates; one worker without a score is left out with a reason', async () => {
    const people = rows(await hr.get(`${base}/workers`), 'workers');
    const [first, second, third] = people.map((p) => p.no) as unknown as [number, number, number];
    const results = [first, second].map((workerNo) => ({
      workerNo,
      period: PERIOD,
      coefficient: '0.9',
      award: '100.00',
    }));
    expect((await hr.post(`${base}/evaluations`, { results })).status).toBe(200);
    const absences = [{ workerNo: first, kind: 'unpaid', from: '2023-01-09', to: '2023-01-10', days: '0.5' }];
    expect((await hr.post(`${base}/attendance`, { absences })).body).toMatchObject({ created: 1 });
    expect(rows(await hr.get(`${base}/attendance?period=${PERIOD}`), 'absences')[0]).toMatchObject({ days: '0.50' });

    const preview = await hr.get(`${base}/pay-preview?period=${PERIOD}`);
    expect(rows(preview, 'slips').length + rows(preview, 'exclusions').length).toBe(3);
    const made = await hr.post('/api/v1/runs', {
      centreId: centre,
      period: PERIOD,
      kind: 'regular',
      payDate: '2023-01-28',
      fundId: fund,
    });
    expect(made.status).toBe(201);
    run = made.body as unknown as typeof run;
    expect((await hr.get(`/api/v1/runs/${run.id}/events`)).text).toMatch(
      /^retry: 2000\n\nevent: progress\n.*\n\nevent: end\n/,
    );
    expect((await hr.post(`/api/v1/runs/${run.id}/calculate`)).status).toBe(202);
    // The stream ends with the job, whichever process works on it.
    const stream = await hr.get(`/api/v1/runs/${run.id}/events`);
    expect(stream.headers).toMatchObject({
      'content-type': expect.stringContaining('text/event-stream'),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const end = /event: end\ndata: (.*)\n\n$/.exec(stream.text)?.[1] as string;
    expect(JSON.parse(end)).toMatchObject({ status: 'calculated', job: { state: 'done', error: null } });
    expect((await hr.get(`/api/v1/runs/${run.id}/progress`)).body).toMatchObject({
      status: 'calculated',
      job: { state: 'done', error: null },
    });

    for (const left of rows(await hr.get(`/api/v1/runs/${run.id}/exclusions`), 'exclusions')) {
      expect(left).toMatchObject({ workerNo: third, message_en: expect.any(String), acknowledgedBy: null });
      const acknowledge = `/api/v1/runs/${run.id}/exclusions/${left.workerNo}/acknowledge`;
      expect((await hr.post(acknowledge, { reason: '下月补发' })).status).toBe(204);
    }
    const slips = rows(await hr.get(`/api/v1/runs/${run.id}/slips`), 'slips');
    expect(slips.map((slip) => slip.workerNo)).toEqual(expect.arrayContaining([first, second]));
    const slip = await finance.get(`/api/v1/runs/${run.id}/slips/${first}`);
    expect(rows(slip, 'lines').find((line) => line.kind === 'earning')).toMatchObject({
      amount: expect.stringMatching(/^-?\d+\.\d\d$/),
    });
    const explanation = await finance.get(`/api/v1/runs/${run.id}/slips/${first}/explanation`, {
      'accept-language': 'en',
    });
    expect(rows(explanation, 'lines').length).toBeGreaterThan(3);
    const url = `/api/v1/runs/${run.id}`;
    const seen = (await hr.get(url)).headers.etag as string;
    expect(seen).toMatch(/^"\d+"$/);
    const known = await hr.get(url, { 'if-none-match': `W/"0", ${seen}` });
    expect([known.status, known.text, known.headers.etag]).toEqual([304, '', seen]);
    expect((await hr.get(url, { 'if-none-match': '"0"' })).status).toBe(200);
    const submit = (tag: string) => hr.post(`${url}/submit`, undefined, { 'if-match': tag });
    expect((await submit('"0"')).body).toMatchObject({ status: 412, code: 'IF_MATCH_STALE' });
    expect((await submit(seen.slice(1))).body).toMatchObject({ status: 400, code: 'IF_MATCH_INVALID' });
    const submitted = await submit(seen);
    expect(submitted.body).toMatchObject({ status: 'submitted' });
    expect(submitted.headers.etag).not.toBe(seen);
    expect((await submit(seen)).status).toBe(412);
    expect((await submit('*')).body.code).toBe('WRONG_STEP');
    hash = (await getRun(hr)).hash as string;
    // What the run has read is not undone any more; the refusal names the run.
    const used = await hr.post(batch, { reason: '太晚了' });
    expect([used.status, used.body.code]).toEqual([409, 'BATCH_USED']);
    expect(used.text).toContain('BATCH_USED_BY_RUN');
    expect(rows(await hr.get(batch), 'uses')).toContainEqual(expect.objectContaining({ detail_en: expect.stringContaining(`Run ${run.no}`) }));
  });

  it('nobody decides alone: neither without the permission nor about one’s own work', async () => {
    expect((await hr.post(`/api/v1/runs/${run.id}/check`, { hash })).status).toBe(403);
    expect((await leader.pay(`/api/v1/runs/${run.id}/approve`, { hash }, 'approve-too-soon')).status).toBe(409);
    for (const role of ['finance', 'leader'])
      await security.post(`/api/v1/users/${hr.userId}/roles`, { role, centreId: centre });
    expect((await hr.post(`/api/v1/runs/${run.id}/check`, { hash })).body.code).toBe('SEPARATION_OF_DUTIES');
    expect(rows(await finance.get('/api/v1/approvals/todos'), 'todos')).toEqual([
      expect.objectContaining({ subjectId: run.id, kind: 'check', hash }),
    ]);
    expect((await finance.post(`/api/v1/runs/${run.id}/check`, { hash: '0'.repeat(64) })).status).toBe(409);
    expect((await finance.post(`/api/v1/runs/${run.id}/check`, { hash, opinion: '相符' })).body).toMatchObject({
      status: 'checked',
    });
    expect((await hr.pay(`/api/v1/runs/${run.id}/approve`, { hash }, 'approve-own-work')).body.code).toBe(
      'SEPARATION_OF_DUTIES',
    );
    for (const role of ['finance', 'leader'])
      await security.post(`/api/v1/users/${hr.userId}/roles/revoke`, { role, centreId: centre });
    expect((await hr.pay(`/api/v1/runs/${run.id}/approve`, { hash }, 'approve-own-work')).status).toBe(403);
    expect((await getRun(hr)).status).toBe('checked');
  });

  it('the leader approves once, however often it is sent', async () => {
    const approve = `/api/v1/runs/${run.id}/approve`;
    expect((await leader.post(approve, { hash })).body).toMatchObject({
      code: 'MISSING_FIELD',
      place: { field: 'Idempotency-Key' },
    });
    const etag = (await leader.get(`/api/v1/runs/${run.id}`)).headers.etag as string;
    const approved = (tag: string, key: string) =>
      leader.post(approve, { hash }, { 'if-match': tag, 'idempotency-key': key });
    expect((await approved('"0"', 'approve-january')).body.code).toBe('IF_MATCH_STALE');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => approved(etag, 'approve-january')));
    for (const answer of answers) expect(answer.body).toMatchObject({ status: 'approved' });
    expect((await leader.pay(approve, { hash: '0'.repeat(64) }, 'approve-january')).body.code).toBe(
      'IDEMPOTENCY_MISMATCH',
    );
    const reserved = rows(await finance.get(`/api/v1/funds/${fund}/movements`), 'entries').filter(
      (entry) => entry.kind === 'reserve',
    );
    expect(reserved).toHaveLength(1);
    const trail = rows(await leader.get(`/api/v1/runs/${run.id}/approvals`), 'steps');
    expect(trail.map((step) => [step.kind, step.decidedBy])).toEqual([
      ['check', finance.userId],
      ['approve', leader.userId],
    ]);
  });

  it('finance settles and pays, and everything ties', async () => {
    const settlements = rows(await finance.post(`/api/v1/runs/${run.id}/settlements`), 'settlements');
    expect(settlements).toHaveLength(1);
    const [{ id, total }] = settlements as [Row];
    const detail = await finance.get(`/api/v1/settlements/${id}`);
    expect(
      (await finance.get(`/api/v1/settlements/${id}`, { 'if-none-match': String(detail.headers.etag) })).status,
    ).toBe(304);
    expect((await leader.post(`/api/v1/settlements/${id}/confirm`)).status).toBe(403);
    expect((await finance.post(`/api/v1/settlements/${id}/confirm`)).status).toBe(204);
    const pay = { documentNo: 'PZ-2023-01', paidOn: '2023-01-28' };
    api.clock.set('2023-01-28T10:00:00+08:00');
    await finance.signIn('finance1', PASSWORD);
    const answers = await Promise.all(
      [1, 2, 3].map(() => finance.pay(`/api/v1/settlements/${id}/payments`, pay, 'pay-january')),
    );
    for (const answer of answers) expect(answer.body).toMatchObject({ amount: total, status: 'paid' });
    const [paid] = rows(await finance.get(`${base}/funds?year=2023`), 'funds').filter((f) => f.id === fund);
    expect(paid).toMatchObject({ balances: { paid: total, reserved: '0.00' } });
    expect((await finance.get(`/api/v1/runs/${run.id}`)).body).toMatchObject({ status: 'paid' });
    expect((await finance.post(`${base}/verification`)).body).toMatchObject({ violations: [] });
  });

  it('a month is locked by whoever saw its last state, and by nobody else', async () => {
    for (const [person, name] of [
      [hr, 'hr1'],
      [leader, 'leader1'],
    ] as const) {
      await person.signIn(name, PASSWORD);
    }
    const url = `${base}/periods/${PERIOD}`;
    const { etag } = (await hr.get(url)).headers as { etag: string };
    const lock = (tag: string) => hr.post(`${url}/lock`, undefined, { 'if-match': tag });
    const locked = await lock(etag);
    expect(locked.body).toMatchObject({ status: 'locked' });
    expect((await lock(etag)).body.code).toBe('IF_MATCH_STALE');
    expect((await hr.get(url)).headers.etag).toBe(locked.headers.etag);
  });

  it('every command that moves money wants a key, and refuses the same key for something else', async () => {
    const [from, to] = rows(await finance.get(`${base}/funds?year=2023`), 'funds') as [Row, Row];
    const body = { amount: '1.00', documentNo: '文9', effectiveOn: '2023-01-20' };
    const commands: [string, object, object][] = [
      [`/api/v1/funds/${from.id}/appropriations`, { ...body, kind: 'supplement' }, { ...body, kind: 'carry_over' }],
      [
        '/api/v1/funds/adjustments',
        { ...body, fromFundId: from.id, toFundId: to.id },
        { ...body, fromFundId: to.id, toFundId: from.id },
      ],
    ];
    for (const [url, first, other] of commands) {
      expect((await finance.post(url, first)).body).toMatchObject({ status: 400, code: 'MISSING_FIELD' });
      expect((await finance.pay(url, first, 'x')).body.code).toBe('IDEMPOTENCY_KEY_INVALID');
      const done = await finance.pay(url, first, `key-of-${url.slice(-11)}`);
      expect([url, done.status]).toEqual([url, 201]);
      expect((await finance.pay(url, first, `key-of-${url.slice(-11)}`)).body).toEqual(done.body);
      const mixed = await finance.pay(url, other, `key-of-${url.slice(-11)}`);
      expect([mixed.body.code, [409, 422].includes(mixed.status)]).toEqual(['IDEMPOTENCY_MISMATCH', true]);
    }
    const budget = await finance.post(`${base}/budgets`, { document: { unitName: 'x' } });
    const cancel = await leader.post(`/api/v1/runs/${run.id}/cancel`, { reason: 'x' });
    for (const { body: answer } of [budget, cancel])
      expect(answer).toMatchObject({ status: 400, code: 'MISSING_FIELD' });
    expect((await finance.post(`${base}/verification`)).body).toMatchObject({ violations: [] });
  });

  it('a worker reads the own payslip with its reasons, and nobody else’s', async () => {
    const people = rows(await finance.get(`/api/v1/runs/${run.id}/slips`), 'slips');
    const [own, other] = people.map((slip) => Number(slip.workerNo)) as [number, number];
    worker = await api.person('worker1', [{ role: 'worker', centreId: centre }], { centreId: centre, workerNo: own });
    const slips = rows(await worker.get('/api/v1/me/payslips'), 'payslips');
    expect(slips).toEqual([expect.objectContaining({ runNo: run.no, workerNo: own, net: people[0]?.net })]);
    const slip = await worker.get(`/api/v1/me/payslips/${run.no}`);
    expect(slip.body).toMatchObject({ workerNo: own, lines: expect.any(Array), explanation: expect.any(Array) });
    expect((await worker.get(`/api/v1/me/payslips/${run.no}?workerNo=${other}`)).status).toBe(400);
    expect((await worker.get(`/api/v1/runs/${run.id}/slips/${other}`)).status).toBe(403);
    expect((await worker.get('/api/v1/me/payslips/999')).status).toBe(404);
    const pdf = await worker.get(`/api/v1/me/payslips/${run.no}/pdf`);
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/),
      'x-rows': '1',
    });
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
    expect((await worker.get('/api/v1/me/payslips/999/pdf')).status).toBe(404);
  });

  it('files leave with their name and a trace in the audit log, to those who may have them', async () => {
    const files = `/api/v1/runs/${run.id}/exports`;
    const sheet = await finance.post(`${files}/payroll`, { format: 'xlsx', purpose: '报财政备案' });
    expect([sheet.status, sheet.headers['x-rows']]).toEqual([200, '2']);
    expect(decodeURIComponent(String(sheet.headers['content-disposition']))).toMatch(
      /filename\*=UTF-8''工资表.*\.xlsx$/,
    );
    expect(String(sheet.headers['content-type'])).toContain('spreadsheetml');
    const english = await finance.post(`${files}/payroll`, {}, { 'accept-language': 'en' });
    const chosen = await finance.post(`${files}/payroll`, { language: 'en' });
    for (const { headers } of [english, chosen])
      expect(headers['content-disposition']).toContain("filename*=UTF-8''Pay%20sheet");
    expect((await finance.post(`${files}/payroll`, { language: 'fr' })).body.code).toBe('REQUEST_INVALID');
    expect((await finance.post(`${files}/settlement`, { format: 'pdf' })).text.startsWith('%PDF-')).toBe(true);
    expect((await worker.post(`${files}/payroll`, {})).status).toBe(403);
    expect((await hr.post(`${files}/nonsense`, {})).body).toMatchObject({ status: 404, code: 'EXPORT_KIND_UNKNOWN' });
    expect((await hr.post(`${files}/payroll`, { format: 'csv' })).body.code).toBe('EXPORT_FORMAT_UNKNOWN');
    expect((await hr.post(`${files}/payroll`, { path: '../x' })).body.code).toBe('REQUEST_INVALID');
    const auditor = await api.person('auditor1', [{ role: 'auditor', centreId: centre }]);
    const audit = await auditor.get(`/api/v1/audit?scope=${centre}&subjectType=pay_run&limit=5`);
    expect(rows(audit, 'entries').map((entry) => entry.data)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'payroll', rows: 2, sha256: sheet.headers['x-sha256'] }),
        expect.objectContaining({ kind: 'payslip', rows: 1 }),
      ]),
    );
  });
});
