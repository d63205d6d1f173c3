import { SmallOffice } from '@gridstaff/testing';
import ExcelJS from 'exceljs';
import { type Answer, Browser, TestApi } from './api-support';

const PERIOD = '2023-01';
const PAY = '基层社会治理专项';
const INFO = '网格信息化建设专项';

type Row = Record<string, unknown>;
const rows = (answer: Answer, name: string): Row[] => answer.body[name] as Row[];
const fen = (yuan: unknown): number => Math.round(Number(yuan) * 100);

/** A month that two funds bear: finance says the shares, and each fund is reserved, settled and paid by itself. */
describe('a run out of two funds over HTTP', () => {
  let api: TestApi;
  let office: SmallOffice;
  let hr: Browser;
  let finance: Browser;
  let leader: Browser;
  let base: string;
  let run: string;
  let parts: { fundId: string; name: string; cost: string; people: number }[];

  beforeAll(async () => {
    api = await TestApi.start();
    office = await SmallOffice.open(api.running.app, 'FS', 3);
    const { centreId } = office;
    base = `/api/v1/centres/${centreId}`;
    api.clock.set('2023-01-26T09:00:00+08:00');
    hr = await api.person('hr', [{ role: 'hr', centreId }]);
    finance = await api.person('finance', [{ role: 'finance', centreId }]);
    leader = await api.person('leader', [{ role: 'leader', centreId }]);
    await office.evaluate(PERIOD);
  });

  afterAll(() => api.close());

  const balances = async (): Promise<Record<string, Row>> =>
    Object.fromEntries(
      rows(await finance.get(`${base}/funds?year=2023`), 'funds').map((f) => [f.name as string, f.balances as Row]),
    );

  it('finance records a split, nobody else does, and what cannot be charged is refused', async () => {
    const at = `${base}/workers/${office.numbers[0]}/fund-splits`;
    const shares = [
      { fund: PAY, percent: '66.67' },
      { fund: INFO, percent: '33.33' },
    ];
    expect((await hr.post(at, { from: '2023-01-01', shares })).status).toBe(403);
    expect((await leader.post(at, { from: '2023-01-01', shares })).status).toBe(403);
    const refused = async (more: Row[]): Promise<unknown> =>
      (await finance.post(at, { from: '2023-01-01', shares: more })).body.code;
    expect(await refused([{ fund: PAY, percent: '66.66' }, shares[1] as Row])).toBe('FUND_SPLIT_SUM');
    expect(await refused([{ fund: '去年的专项', percent: '100' }])).toBe('FUND_NOT_IN_YEAR');
    expect(await refused([{ fund: '会议费', percent: '100' }])).toBe('FUND_ZERO_LINE');
    expect(await refused([{ fund: PAY, percent: '100.001' }])).toBe('OUT_OF_RANGE');
    expect(rows(await finance.get(at), 'splits')).toEqual([]);
    expect((await finance.post(at, { from: '2023-01-01', shares })).status).toBe(204);
    expect((await finance.post(`${base}/workers/999999/fund-splits`, { from: '2023-01-01', shares })).status).toBe(422);
    expect(rows(await hr.get(at), 'splits')).toEqual([{ from: '2023-01-01', to: '9999-12-31', shares }]);
  });

  it('finance imports more of them: one row per fund, errors by cell', async () => {
    const template = await api.running.app.inject({
      method: 'GET',
      url: `${base}/import-templates/splits?language=zh`,
      headers: { cookie: finance.cookie },
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(template.rawPayload as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0] as ExcelJS.Worksheet;
    const file = async (lines: (string | number | undefined)[][]): Promise<Buffer> => {
      for (let i = 2; i < 8; i++) sheet.getRow(i).values = lines[i - 2] ?? [];
      return Buffer.from(await book.xlsx.writeBuffer());
    };
    const [, second, third] = office.numbers as [number, number, number];
    const wrong = await file([
      [second, undefined, '2023-01-01', PAY, 60],
      [second, undefined, '2023-01-01', INFO, 30],
      [third, undefined, '2023-01-01', '没有的', 100],
    ]);
    const refused = await finance.upload(`${base}/imports/splits`, wrong);
    expect(rows(refused, 'errors').map((e) => [e.row, e.column, e.code])).toEqual([
      [2, '比例(%)', 'FUND_SPLIT_SUM'],
      [4, '资金', 'FUND_NOT_IN_YEAR'],
    ]);
    const good = await file([
      [second, undefined, '2023-01-17', PAY, '0.01'],
      [second, undefined, '2023-01-17', INFO, 99.99],
    ]);
    expect((await hr.upload(`${base}/imports/splits`, good)).status).toBe(403);
    expect((await finance.upload(`${base}/imports/splits`, good)).body).toMatchObject({ created: 1, errors: [] });
    expect((await finance.upload(`${base}/imports/splits`, good)).body).toMatchObject({ created: 0, same: 1 });
    expect(rows(await finance.get(`${base}/workers/${second}/fund-splits`), 'splits')[0]?.shares).toEqual([
      { fund: PAY, percent: '0.01' },
      { fund: INFO, percent: '99.99' },
    ]);
  });

  it('the run says what each fund bears, of the whole and per agency', async () => {
    api.clock.advance(1000);
    const calculated = await office.calculate(await office.create(PERIOD));
    run = `/api/v1/runs/${calculated.id}`;
    const { body } = await hr.get(run);
    parts = body.funds as typeof parts;
    expect(parts.map((f) => [f.name, f.people]).sort()).toEqual(
      [
        [PAY, 3],
        [INFO, 2],
      ].sort(),
    );
    const owed = ['gross', 'employerInsurance', 'employerFund', 'fee'].reduce((sum, name) => sum + fen(body[name]), 0);
    expect(parts.reduce((sum, part) => sum + fen(part.cost), 0)).toBe(owed);
    const { body: slip } = await hr.get(`${run}/slips/${office.numbers[0]}`);
    const own = slip.funds as { name: string; amount: string }[];
    const cost = ['gross', 'employerInsurance', 'employerFund', 'fee'].reduce((sum, name) => sum + fen(slip[name]), 0);
    expect(own.map((f) => f.name).sort()).toEqual([PAY, INFO].sort());
    expect(fen(own.find((f) => f.name === INFO)?.amount)).toBe(Math.round(cost * 0.3333));
    expect(own.reduce((sum, f) => sum + fen(f.amount), 0)).toBe(cost);
    const [agency] = rows(await leader.get(`${run}/agencies`), 'agencies');
    expect(agency?.funds).toEqual(parts);
  });

  it('is reserved, settled and paid per fund', async () => {
    const { body } = await hr.get(run);
    const hash = body.hash;
    expect((await hr.post(`${run}/submit`)).status).toBe(200);
    expect((await finance.post(`${run}/check`, { hash })).status).toBe(200);
    expect((await leader.pay(`${run}/approve`, { hash }, 'approve-two-funds')).status).toBe(200);
    const costOf = (name: string): string => parts.find((part) => part.name === name)?.cost ?? '';
    expect([(await balances())[PAY]?.reserved, (await balances())[INFO]?.reserved]).toEqual([
      costOf(PAY),
      costOf(INFO),
    ]);
    const [settlement] = rows(await finance.post(`${run}/settlements`), 'settlements');
    const at = `/api/v1/settlements/${settlement?.id as string}`;
    expect((settlement?.funds as Row[]).map((f) => [f.name, f.amount, f.paid, f.ended]).sort()).toEqual(
      [PAY, INFO].map((name) => [name, costOf(name), '0.00', false]).sort(),
    );
    expect((await finance.post(`${at}/confirm`)).status).toBe(204);
    const pay = (more: Row): Promise<Answer> =>
      finance.pay(`${at}/payments`, { paidOn: '2023-01-28', ...more }, `pay-${more.documentNo as string}`);
    const unnamed = await pay({ documentNo: 'ZF-0' });
    expect([unnamed.status, unnamed.body.code]).toEqual([422, 'PAYMENT_NAMES_FUND']);
    const fundId = parts.find((part) => part.name === INFO)?.fundId;
    expect((await pay({ documentNo: 'ZF-1', fundId })).body).toMatchObject({
      fundId,
      amount: costOf(INFO),
      status: 'confirmed',
    });
    expect((await pay({ documentNo: 'ZF-2' })).body).toMatchObject({ amount: costOf(PAY), status: 'paid' });
    expect((await balances())[INFO]).toMatchObject({ reserved: '0.00', paid: costOf(INFO) });
    expect((await hr.get(run)).body.status).toBe('paid');
    const file = await api.running.app.inject({
      method: 'POST',
      url: `${run}/exports/settlement`,
      headers: { cookie: finance.cookie, 'x-requested-with': 'gridstaff', 'content-type': 'application/json' },
      payload: {},
    });
    expect(file.statusCode).toBe(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.rawPayload as unknown as ExcelJS.Buffer);
    const said = JSON.stringify(book.worksheets[0]?.getSheetValues());
    for (const { name, cost } of parts) expect(said).toContain(`${name} ${cost}`);
  });
});
