import { SmallOffice } from '@gridstaff/testing';
import ExcelJS from 'exceljs';
import { type Answer, Browser, TestApi } from './api-support';

type Row = Record<string, unknown>;
const rows = (answer: Answer, name: string): Row[] => answer.body[name] as Row[];

const placeOf = (answer: Answer): unknown => (answer.body.place as { field?: string } | undefined)?.field;

/** What the law of dispatch wants to be known of people, as the roles that may and may not record it. */
describe('dispatch over HTTP', () => {
  let api: TestApi;
  let office: SmallOffice;
  let hr: Browser;
  let finance: Browser;
  let base: string;
  let first: string;

  beforeAll(async () => {
    api = await TestApi.start();
    office = await SmallOffice.open(api.running.app, 'DP', 4);
    const { centreId } = office;
    base = `/api/v1/centres/${centreId}`;
    first = `${base}/workers/${office.numbers[0]}`;
    api.clock.set('2023-03-01T09:00:00+08:00');
    hr = await api.person('hr', [{ role: 'hr', centreId }]);
    finance = await api.person('finance', [{ role: 'finance', centreId }]);
  });

  afterAll(() => api.close());

  const timeline = async (kind: string): Promise<Row[]> =>
    rows(await hr.get(first), 'timeline').filter((row) => row.kind === kind);
  const joinedOn = async (): Promise<string> =>
    ((await timeline('engagement'))[0]?.values as { joinedOn: string }).joinedOn;

  it('HR records the contract, its renewal and its correction; finance reads them', async () => {
    const startsOn = await joinedOn();
    const contract = { startsOn, endsOn: '2024-12-31', postKind: 'auxiliary', contractNo: 'HT-1', signedOn: startsOn };
    expect((await finance.post(`${first}/contracts`, contract)).status).toBe(403);
    expect((await hr.post(`${first}/contracts`, { ...contract, postKind: 'permanent' })).status).toBe(400);
    expect((await hr.post(`${first}/contracts`, contract)).body).toEqual({ changed: true });
    const overlap = await hr.post(`${first}/contracts`, { ...contract, startsOn: '2024-12-31', endsOn: undefined });
    expect([overlap.status, overlap.body.code, placeOf(overlap)]).toEqual([409, 'CONTRACT_OVERLAP', 'startsOn']);
    const late = { ...contract, startsOn: '2025-01-01', endsOn: '2026-12-31', probationEndsOn: '2027-01-01' };
    expect((await hr.post(`${first}/contracts`, late)).body.code).toBe('PROBATION_OUTSIDE_CONTRACT');
    expect((await hr.post(`${first}/contracts`, { ...late, probationEndsOn: undefined })).body).toEqual({ changed: true });
    const renewal = (await timeline('contract'))[1] as { factId: string };
    const corrected = await hr.post(`${first}/facts/${renewal.factId}/correct`, {
      ...{ kind: 'contract', to: '2028-01-01', reason: '签了三年' },
      values: { contractNo: 'HT-2' },
    });
    expect(corrected.body).toEqual({ changed: true });
    const held = rows(await finance.get(first), 'timeline').filter(
      (row) => row.kind === 'contract' && (row.inForce as Row[]).length > 0,
    );
    expect(held.map(({ values }) => values)).toMatchObject([
      { contractNo: 'HT-1', postKind: 'auxiliary', fullTime: true, startsOn, endsOn: '2024-12-31' },
      { contractNo: 'HT-2', startsOn: '2025-01-01', endsOn: '2027-12-31' },
    ]);
  });

  it('a protection tells its evidence for a purpose only, and the audit log nothing of it', async () => {
    const protection = { from: '2023-02-01', lastDay: '2023-11-30', ground: 'pregnancy', evidence: '株洲市三医院 孕检 0217' };
    expect((await finance.post(`${first}/protections`, protection)).status).toBe(403);
    expect((await hr.post(`${first}/protections`, protection)).body).toEqual({ changed: true });
    expect((await timeline('protection')).map(({ values, to }) => [values, to])).toEqual([
      [{ ground: 'pregnancy', evidenceMasked: '***' }, '2023-12-01'],
    ]);
    expect((await finance.post(`${first}/reveal`, { what: 'protection', purpose: '退回前核对' })).status).toBe(403);
    const shown = await hr.post(`${first}/reveal`, { what: 'protection', purpose: '退回前核对' });
    expect(shown.body.value).toBe(protection.evidence);
    const auditor = await api.person('auditor', [{ role: 'auditor', centreId: office.centreId }]);
    const log = (await auditor.get(`/api/v1/audit?scope=${office.centreId}&limit=200`)).text;
    expect(log).toContain('worker.protected');
    expect(log).not.toContain('pregnancy');
    expect(log).not.toContain('0217');
  });

  it('retirement age goes by sex, and the ID card has a last day', async () => {
    const { sex } = (await hr.get(first)).body as { sex: 'male' | 'female' };
    const [right, wrong] = sex === 'male' ? ['male_60', 'female_50'] : ['female_50', 'male_60'];
    const refused = await hr.post(`${first}/retirement`, { from: '2023-02-01', category: wrong });
    expect([refused.status, placeOf(refused)]).toEqual([400, 'category']);
    expect((await hr.post(`${first}/retirement`, { from: '2023-02-01', category: right })).body.changed).toBe(true);
    expect((await hr.post(`${first}/retirement`, { from: '2023-02-01', category: right })).body.changed).toBe(false);
    const card = { from: '2023-02-01', validUntil: '2033-05-01' };
    expect((await finance.post(`${first}/identity-card`, card)).status).toBe(403);
    expect((await hr.post(`${first}/identity-card`, card)).body.changed).toBe(true);
  });

  it('imports contracts by person and first day: new, same, corrected, and errors by cell', async () => {
    const template = await api.running.app.inject({
      method: 'GET',
      url: `${base}/import-templates/contracts?language=zh`,
      headers: { cookie: hr.cookie },
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(template.rawPayload as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0] as ExcelJS.Worksheet;
    const file = async (lines: (string | number | undefined)[][]): Promise<Buffer> => {
      for (let i = 2; i < 8; i++) sheet.getRow(i).values = lines[i - 2] ?? [];
      return Buffer.from(await book.xlsx.writeBuffer());
    };
    const startsOn = await joinedOn();
    const [, second, third] = office.numbers as [number, number, number];
    const wrong = await hr.upload(
      `${base}/imports/contracts`,
      await file([
        [second, undefined, 'HT-8', '正式', startsOn],
        [second, undefined, 'HT-9', '辅助性', startsOn, '2022-01-01'],
        [third, undefined, 'HT-9', '辅助性', '2000-01-01'],
      ]),
    );
    expect(rows(wrong, 'errors').map((e) => [e.row, e.column, e.code])).toEqual([
      [2, '岗位性质', expect.any(String)],
      [3, '合同终止日', 'EMPTY_RANGE'],
      [4, '合同起始日', 'NOT_ENGAGED'],
    ]);
    const good = [
      [second, undefined, 'HT-8', '辅助性', startsOn, '2024-12-31', undefined, startsOn],
      [third, undefined, 'HT-9', '替代性', startsOn, undefined, undefined, undefined, '否', '2030-01-01'],
    ];
    expect((await finance.upload(`${base}/imports/contracts`, await file(good))).status).toBe(403);
    expect((await hr.upload(`${base}/imports/contracts`, await file(good))).body).toMatchObject({ created: 2, errors: [] });
    (good[0] as unknown[])[5] = '2025-12-31';
    const again = await hr.upload(`${base}/imports/contracts`, await file(good));
    expect(again.body).toMatchObject({ created: 0, changed: 1, same: 1, errors: [] });
    const shown = rows(await hr.get(`${base}/workers/${second}`), 'timeline').filter(
      (row) => row.kind === 'contract' && (row.inForce as Row[]).length > 0,
    );
    expect(shown.map(({ values, to }) => [values, to])).toMatchObject([[{ endsOn: '2025-12-31' }, '2026-01-01']]);
  });

  const findings = async (query = ''): Promise<Row[]> =>
    rows(await hr.get(`${base}/dispatch/findings?limit=500${query}`), 'findings');

  it('findings name the article and the person; a warning is accepted with a reason, a block is not', async () => {
    const third = office.numbers[2] as number;
    const lacking = office.numbers[3] as number;
    const found = await findings();
    expect(found.map(({ code, workerNo }) => [code, workerNo])).toEqual(
      expect.arrayContaining([
        ['AGREEMENT_MISSING', null],
        ['CONTRACT_MISSING', lacking],
        ['PART_TIME', third],
        ['CONTRACT_NOT_FIXED', third],
        ['LICENCE_MISSING', null],
        ['OWN_STAFF_UNKNOWN', null],
      ]),
    );
    const severities = found.map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort());
    expect((await findings(`&workerNo=${third}`)).every(({ workerNo }) => workerNo === third)).toBe(true);
    const open = found.find(({ code }) => code === 'CONTRACT_NOT_FIXED') as { key: string; law_zh: string };
    expect(open.law_zh).toBe('劳动合同法第五十八条');
    const accept = { key: open.key, act: 'accept', reason: '连续两次固定期限后本人要求，见法律意见 2023-1' };
    expect((await finance.post(`${base}/dispatch/decisions`, accept)).status).toBe(403);
    const block = found.find(({ code }) => code === 'PART_TIME') as { key: string };
    expect((await hr.post(`${base}/dispatch/decisions`, { ...accept, key: block.key })).body.code).toBe('FINDING_BLOCKS');
    expect((await hr.post(`${base}/dispatch/decisions`, { ...accept, act: 'done' })).body.code).toBe('DECISION_NOT_FOR_IT');
    expect((await hr.post(`${base}/dispatch/decisions`, { ...accept, key: 'w1/NOTHING/' })).status).toBe(404);
    expect((await hr.post(`${base}/dispatch/decisions`, { ...accept, until: '2023-02-01' })).status).toBe(400);
    expect((await hr.post(`${base}/dispatch/decisions`, { ...accept, until: '2023-06-30' })).status).toBe(204);
    const left = async (on = ''): Promise<unknown[]> =>
      (await findings(`&workerNo=${third}${on}`))
        .map(({ code }) => code)
        .filter((code) => code !== 'RETIREMENT_CATEGORY_UNKNOWN');
    expect(await left()).toEqual(['PART_TIME']);
    expect(await left('&closed=true')).toHaveLength(2);
    expect((await left('&on=2023-07-01')).sort()).toEqual(['CONTRACT_NOT_FIXED', 'PART_TIME']);
    expect((await hr.post(`${base}/dispatch/decisions`, { key: open.key, act: 'reopen', reason: '重新核查' })).status).toBe(204);
    expect(await left()).toHaveLength(2);
  });

  it('the share of dispatch is a warning that a recorded legal opinion answers', async () => {
    expect((await finance.post(`${base}/dispatch/own-staff`, { from: '2023-01-01', people: 7 })).status).toBe(403);
    expect((await hr.post(`${base}/dispatch/own-staff`, { from: '2023-01-01', people: 7 })).status).toBe(204);
    expect((await finance.get(`${base}/dispatch/own-staff`)).body).toEqual({
      ownStaff: [{ from: '2023-01-01', people: 7 }],
    });
    const share = (await findings()).find(({ code }) => code === 'DISPATCH_SHARE') as Row;
    expect(share).toMatchObject({ severity: 'warning', subjectType: 'centre', text_zh: expect.stringContaining('36.4%') as string });
    const opinion = { key: share.key, act: 'accept', reason: '法律意见书〔2023〕3号：不适用于事业单位' };
    expect((await hr.post(`${base}/dispatch/decisions`, opinion)).status).toBe(204);
    expect((await findings()).map(({ code }) => code)).not.toContain('DISPATCH_SHARE');
  });

  it('an agreement answers the finding and ends on a day that comes up', async () => {
    const [agency] = rows(await hr.get(`${base}/agencies`), 'agencies') as { id: string }[];
    const at = `${base}/dispatch/agencies/${agency?.id}/agreements`;
    const agreement = { from: '2022-01-01', lastDay: '2023-04-20', number: 'XY-1', headcount: 4, tax: 'difference_5' };
    expect((await finance.post(at, agreement)).status).toBe(403);
    expect((await hr.post(at, { ...agreement, lastDay: '2021-12-31' })).status).toBe(400);
    expect((await hr.post(at, agreement)).status).toBe(204);
    expect(rows(await finance.get(`${base}/dispatch/agreements`), 'agreements')).toMatchObject([
      { ...{ agencyId: agency?.id, from: '2022-01-01', to: '2023-04-21', headcount: 4, tax: 'difference_5' } },
    ]);
    const codes = (await findings()).map(({ code }) => code);
    expect(codes).not.toContain('AGREEMENT_MISSING');
    expect(codes).toContain('AGREEMENT_INCOMPLETE');
    const soon = rows(await finance.get(`${base}/dispatch/expiries?kind=agreement`), 'expiries');
    expect(soon).toMatchObject([{ kind: 'agreement', date: '2023-04-20', daysLeft: 50, stage: 'd60', label: 'XY-1' }]);
  });

  it('what ends comes up sixty days ahead; it is postponed or done, and counted for the desk', async () => {
    const expiries = async (query: string): Promise<Row[]> =>
      rows(await hr.get(`${base}/dispatch/expiries?limit=500&kind=contract${query}`), 'expiries');
    expect(await expiries('&on=2025-11-01')).toMatchObject([{ workerNo: office.numbers[1], daysLeft: 60, stage: 'd60' }]);
    expect(await expiries('&on=2025-10-31')).toEqual([]);
    api.clock.set('2025-12-26T09:00:00+08:00');
    hr = await api.person('hr2', [{ role: 'hr', centreId: office.centreId }]);
    const [one] = (await expiries('')) as { key: string; stage: string }[];
    expect(one?.stage).toBe('d7');
    const counts = async (): Promise<Row> => (await hr.get(`${base}/dispatch/counts`)).body;
    const before = await counts();
    const later = { key: one?.key, act: 'postpone', reason: '续签会议 12 月 29 日' };
    expect((await hr.post(`${base}/dispatch/decisions`, later)).status).toBe(400);
    expect((await hr.post(`${base}/dispatch/decisions`, { ...later, until: '2025-12-29' })).status).toBe(204);
    expect(await expiries('')).toEqual([]);
    expect((await counts()).d7).toBe((before.d7 as number) - 1);
    expect(await expiries('&on=2025-12-30')).toMatchObject([{ decision: { act: 'postpone', until: '2025-12-29' } }]);
    expect((await hr.post(`${base}/dispatch/decisions`, { ...later, act: 'done' })).status).toBe(204);
    expect(await expiries('&on=2025-12-30')).toEqual([]);
  });

  it('a renewed licence counts from its day: the finding was there before and is gone after', async () => {
    const [agency] = rows(await hr.get(`${base}/agencies`), 'agencies') as { id: string }[];
    const at = `${base}/agencies/${agency?.id}/details`;
    finance = await api.person('finance3', [{ role: 'finance', centreId: office.centreId }]);
    const old = { from: '2022-01-01', licenceNo: 'PQ-1', licenceUntil: '2025-12-01', taxNo: '91430200X' };
    expect((await finance.post(at, old)).status).toBe(403);
    expect((await hr.post(at, old)).body).toEqual({ changed: true });
    const codes = async (on: string): Promise<unknown[]> =>
      (await findings(`&on=${on}`)).map(({ code }) => code).filter((code) => String(code).startsWith('LICENCE'));
    expect(await codes('2025-12-01')).toEqual([]);
    expect(await codes('2025-12-20')).toEqual(['LICENCE_EXPIRED']);
    const renewed = { from: '2025-12-10', licenceNo: 'PQ-2', licenceUntil: '2028-12-09' };
    expect((await hr.post(at, renewed)).body).toEqual({ changed: true });
    expect((await hr.post(at, renewed)).body).toEqual({ changed: false });
    expect(await codes('2025-12-09')).toEqual(['LICENCE_EXPIRED']);
    expect(await codes('2025-12-20')).toEqual([]);
    const listed = async (on: string): Promise<Row | undefined> =>
      rows(await finance.get(`${base}/agencies?on=${on}`), 'agencies')[0];
    expect(await listed('2025-12-09')).toMatchObject({ licenceNo: 'PQ-1', taxNo: '91430200X' });
    expect(await listed('2025-12-10')).toMatchObject({ licenceNo: 'PQ-2', licenceUntil: '2028-12-09', taxNo: '91430200X' });
  });

  it('returns nobody without a ground, evidence in order, and while protected', async () => {
    const [protectedOne, , , last] = office.numbers as [number, number, number, number];
    const at = (no: number): string => `${base}/dispatch/workers/${no}`;
    const plain = { lastDay: '2025-12-26', endReason: 'returned_to_agency' };
    expect((await hr.post(`${base}/workers/${last}/end`, plain)).body.code).toBe('RETURN_NEEDS_GROUND');
    const [, ground] = rows(await hr.get(`${base}/dispatch/return-grounds`), 'grounds').filter(({ code }) => /^art40/.test(String(code)));
    expect(ground).toMatchObject({ code: 'art40_2', law_zh: '劳动合同法第四十条第二项' });
    const give = { lastDay: '2025-12-26', ground: 'art40_2', reason: '两次考核不能胜任' };
    const refused = await hr.post(`${at(last)}/return`, give);
    expect([refused.status, refused.body.code]).toEqual([409, 'RETURN_EVIDENCE_MISSING']);
    expect(refused.body.detail_zh).toMatch(/考核不能胜任工作.*已培训或已调整岗位.*再次考核仍不能胜任/);
    finance = await api.person('finance2', [{ role: 'finance', centreId: office.centreId }]);
    expect((await finance.post(`${at(last)}/return`, give)).status).toBe(403);
    const add = (no: number, kind: string, happenedOn: string): Promise<Answer> =>
      hr.post(`${at(no)}/evidence`, { kind, happenedOn, document: '考核表' });
    expect((await add(last, 'failed', '2025-12-27')).status).toBe(400);
    for (const no of [protectedOne, last]) {
      for (const [kind, day] of [
        ['failed', '2025-06-30'],
        ['moved', '2025-07-15'],
        ['failed_again', '2025-12-20'],
      ] as const)
        expect((await add(no, kind, day)).status).toBe(201);
    }
    expect((await finance.get(`${at(last)}/evidence`)).status).toBe(403);
    const [first] = rows(await hr.get(`${at(last)}/evidence`), 'evidence') as { id: string }[];
    expect((await hr.post(`${base}/dispatch/evidence/${first?.id}/withdraw`, { reason: '登记错误' })).status).toBe(204);
    expect((await hr.post(`${base}/dispatch/evidence/${first?.id}/withdraw`, { reason: '登记错误' })).status).toBe(404);
    expect((await hr.post(`${at(last)}/return`, give)).body.detail_zh).toMatch(/还缺证据：考核不能胜任工作[^;]*（/);
    expect((await add(last, 'failed', '2025-07-01')).status).toBe(201);
    const protection = { from: '2025-11-01', ground: 'work_injury', evidence: '工伤认定 88' };
    expect((await hr.post(`${base}/workers/${protectedOne}/protections`, protection)).status).toBe(200);
    expect((await hr.post(`${at(protectedOne)}/return`, give)).body.code).toBe('RETURN_PROTECTED');
    expect((await hr.post(`${at(last)}/return`, give)).status).toBe(204);
    expect((await hr.post(`${at(last)}/return`, give)).body.code).toBe('ENGAGEMENT_ENDED');
    const end = rows(await hr.get(`${base}/workers/${last}`), 'timeline').find(
      ({ kind, inForce }) => kind === 'engagement' && (inForce as Row[]).length > 0,
    );
    expect(end).toMatchObject({ to: '2025-12-27', values: { endReason: 'returned_to_agency' }, reason: give.reason });
    expect(await findings(`&workerNo=${last}&on=2026-01-05`)).toEqual([]);
  });

  it('what ends and what was found go out as files with the filters of the screen, for whoever may see them', async () => {
    const from = (path: string, columns: string): Promise<Answer> =>
      finance.post(`${base}/dispatch/${path}`, { format: 'csv', language: 'zh', purpose: '核对到期', columns });
    const made = async (path: string, columns: string): Promise<string[]> => {
      const asked = await from(path, columns);
      expect([asked.status, asked.body.code]).toEqual([202, undefined]);
      const task = `${base}/export-tasks/${String(asked.body.id)}`;
      for (;;) {
        const { status } = (await finance.get(task)).body;
        if (status === 'done') break;
        expect(['queued', 'making']).toContain(status);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return (await finance.post(`${task}/file`)).text.replace('\ufeff', '').trimEnd().split('\r\n');
    };
    const screen = rows(await finance.get(`${base}/dispatch/findings?severity=block&limit=500`), 'findings');
    expect(screen.length).toBeGreaterThan(0);
    const [stamp, head, ...found] = await made('findings/exports?severity=block', 'severity,who,what');
    expect(stamp).toContain('用途：核对到期');
    expect(head).toBe('级别,对象,事项');
    expect(found).toEqual(screen.map(({ name, text_zh: text }) => expect.stringMatching(new RegExp(`^违规,${String(name)},.*${String(text).slice(0, 6)}`))));
    const until = rows(await finance.get(`${base}/dispatch/expiries?limit=500&closed=true&on=2024-12-01`), 'expiries');
    expect(until.length).toBeGreaterThan(0);
    const ends = await made('expiries/exports?closed=true&on=2024-12-01', 'date,stage,no');
    expect(ends.slice(2)).toEqual(until.map(({ date, daysLeft, workerNo }) => [date, daysLeft, workerNo ?? ''].join(',')));
    const stranger = await api.person('stranger', []);
    expect((await stranger.post(`${base}/dispatch/expiries/exports`, { purpose: '核对' })).status).toBe(403);
  });
});
