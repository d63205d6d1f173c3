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
      url: '/api/v1/imports/contracts/template?language=zh',
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
});
