import { yearOf } from '@gridstaff/kernel';
import { CONTROLLERS } from '../../apps/api/src/http/controllers';
import { describeApi, type OperationDocument } from '../../apps/api/src/http/openapi/document';
import { BonusRecords } from '@gridstaff/payroll';
import { SmallOffice } from '@gridstaff/testing';
import { type Answer, type Browser, TestApi } from './api-support';

const PERIOD = '2023-01';
const PEOPLE = 7;

type Row = Record<string, unknown>;

/** Lists that stay whole: their length is given by the law, the budget or one run's own steps, not by how long the system has been used. */
const WHOLE = [
  ...['centres_certificates', 'centres_grades', 'funds_list', 'imports_undoPreview', 'importLayouts_list', 'leave_kinds', 'session_me', 'staffChanges_undoPreview'],
  // Agreements with agencies, and what the law asks for a return: few, by their nature.
  ...['dispatch_list', 'dispatch_ownStaff', 'returns_grounds', 'returns_evidence'],
  // Papers of one person or agency, bounded by the quota, and what kinds there are.
  ...['tags_list', 'customFields_list'],
  ...['documentKinds_list', 'workerDocuments_list', 'agencyDocuments_list'],
  ...['monthClose_get', 'monthSheets_get', 'monthSheets_trail', 'schedules_get', 'schedules_hours', 'schedules_shifts', 'units_tree', 'coverage_report'],
  // Sums: rows are months, agencies, or the units of one level.
  ...['peopleReports_report', 'equalPay_report'],
  ...[
    'runs_agencies',
    'runs_history',
    'runs_trail',
    'slips_explain',
    'payRules_preview',
    'payRules_readiness',
    'fundSplits_list',
  ],
];
const WHOLE_AREAS = /^(calendar|policy|packs?|calculators)_/;

describe('lists', () => {
  const document = describeApi(CONTROLLERS);
  const reading = Object.entries(document.paths).flatMap(([address, { get }]): [string, OperationDocument][] =>
    get ? [[address, get]] : [],
  );
  const isPaged = ({ parameters }: OperationDocument): boolean => parameters.some(({ name }) => name === 'after');
  const paged = reading.filter(([, operation]) => isPaged(operation));
  const sortsOf = (operation: OperationDocument): readonly string[] =>
    operation.parameters.find(({ name }) => name === 'sort')?.schema.enum ?? [];

  let api: TestApi;
  let office: SmallOffice;
  let reader: Browser & { userId: string };
  /** Who reads what nobody else may. */
  let others: Record<string, Browser>;
  let places: Record<string, string>;
  /** Two ways of taxing are compared for a bonus run alone. */
  let bonusRunId: string;

  beforeAll(async () => {
    api = await TestApi.start();
    office = await SmallOffice.open(api.running.app, 'SF', PEOPLE);
    const run = await office.month(PERIOD);
    const here = office.centreId;
    const bonuses = office.numbers.map((workerNo) => ({ workerNo, amount: 100_000, method: 'separate' as const }));
    await api.running.app.get(BonusRecords).record(office.hr, here, PERIOD, bonuses);
    const bonusRun = await office.create(PERIOD, undefined, { kind: 'bonus', payDate: `${PERIOD}-29` });
    bonusRunId = (await office.calculate(bonusRun)).id;
    const own = { centreId: here, workerNo: office.numbers[0] };
    const roles = (['hr', 'finance', 'worker'] as const).map((role) => ({ role, centreId: here }));
    reader = await api.person('reader1', roles, own);
    others = {
      '/api/v1/users': await api.person('root1', [{ role: 'system_admin', centreId: '*' }]),
      '/api/v1/audit': await api.person('auditor1', [{ role: 'auditor', centreId: here }]),
    };
    places = { centreId: office.centreId, runId: run.id, fundId: office.fundId, kind: 'roster' };
    places.workerNo = String(office.numbers[0]);
  });

  afterAll(() => api?.close());

  const addressOf = (address: string): string => {
    const named = address.endsWith('/bonus-choices') ? { ...places, runId: bonusRunId } : places;
    return address.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? name);
  };
  const needed = (operation: OperationDocument): string[] =>
    operation.parameters.flatMap(({ name, in: where, required }) => {
      if (where !== 'query' || !required) return [];
      if (name === 'year') return [`year=${yearOf(PERIOD)}`];
      return [name === 'scope' ? `scope=${office.centreId}` : `${name}=${PERIOD}`];
    });
  const ask = (address: string, operation: OperationDocument, ...query: string[]): Promise<Answer> =>
    (others[address] ?? reader).get(`${addressOf(address)}?${[...needed(operation), ...query].join('&')}`);
  /** `after` are the figures of a month where two months are compared. */
  const nextOf = ({ body }: Answer): string | null => ('next' in body ? body.next : body.after) as string | null;
  const rowsOf = ({ body }: Answer): Row[] =>
    ('rows' in body ? body.rows : Object.values(body).filter(Array.isArray).flat()) as Row[];

  /** Every row of a list, two at a time. */
  async function walk(
    address: string,
    operation: OperationDocument,
    sort: string,
    between?: () => Promise<unknown>,
  ): Promise<Row[]> {
    const rows: Row[] = [];
    for (let after = ''; ;) {
      const answer = await ask(address, operation, `sort=${sort}`, 'limit=2', ...(after ? [`after=${after}`] : []));
      expect([address, sort, answer.status, answer.text.slice(0, 300)]).toEqual([
        address,
        sort,
        200,
        expect.anything(),
      ]);
      expect(rowsOf(answer).length).toBeLessThanOrEqual(2);
      rows.push(...rowsOf(answer));
      const next = nextOf(answer);
      if (next === null) return rows;
      after = next;
      await between?.();
    }
  }

  it('come in pages, all of them that grow', () => {
    for (const [address, operation] of reading) {
      const { content } = operation.responses['200'] ?? {};
      const { $ref = '', ...inPlace } = content?.['application/json']?.schema ?? {};
      const schema = $ref ? document.components.schemas[$ref.replace('#/components/schemas/', '')] : inPlace;
      const lists = Object.values(schema?.properties ?? {}).some(({ type }) => type === 'array');
      // What belongs to one thing (lines of a slip, facts of a worker) stands in its own answer.
      if (
        !lists ||
        /\{\w+\}$/.test(address) ||
        WHOLE.includes(operation.operationId) ||
        WHOLE_AREAS.test(operation.operationId)
      )
        continue;
      expect([operation.operationId, isPaged(operation), sortsOf(operation).length > 1]).toEqual([
        operation.operationId,
        true,
        true,
      ]);
    }
    expect(paged.length).toBeGreaterThan(14);
  });

  it('go forward and back through the same rows in every order they allow', async () => {
    for (const [address, operation] of paged) {
      const whole = rowsOf(await ask(address, operation, 'limit=200')).map((row) => JSON.stringify(row));
      for (const sort of sortsOf(operation)) {
        const rows = (await walk(address, operation, sort)).map((row) => JSON.stringify(row));
        expect([address, sort, [...rows].sort()]).toEqual([address, sort, [...whole].sort()]);
        if (sort.startsWith('-')) continue;
        const back = (await walk(address, operation, `-${sort}`)).map((row) => JSON.stringify(row));
        // Two lists stand in one answer of a month: their pages are compared as sets above.
        if (!address.endsWith('/attendance')) expect([address, sort, back.reverse()]).toEqual([address, sort, rows]);
      }
    }
  });

  it('sort what was asked for: numbers as numbers, texts by their characters', async () => {
    const list = (end: string): [string, OperationDocument] =>
      paged.find(([address]) => address.endsWith(end)) as [string, OperationDocument];
    const nets = (await walk(...list('/slips'), '-net')).map((slip) => Number(slip.net));
    expect(nets).toHaveLength(PEOPLE);
    expect(nets).toEqual([...nets].sort((a, b) => b - a));
    const names = (await walk(...list('/workers'), 'name')).map((worker) => String(worker.name));
    expect(names).toEqual([...names].sort());
    const finance = await api.person('finance1', [{ role: 'finance', centreId: office.centreId }]);
    const slips = addressOf('/api/v1/runs/{runId}/slips');
    expect((await finance.get(`${slips}?sort=net`)).status).toBe(200);
    const byName = await finance.get(`${slips}?sort=name`);
    expect(byName.status).toBe((await finance.get(addressOf('/api/v1/centres/{centreId}/workers'))).status);
  });

  it('neither repeat nor skip anybody while people come', async () => {
    const workers = paged.find(([address]) => address.endsWith('/workers')) as [string, OperationDocument];
    const before = new Set((await walk(...workers, 'name')).map((worker) => worker.no));
    let hired = 0;
    const hire = async (): Promise<void> => {
      hired += 1;
      await office.hire(PEOPLE + hired);
    };
    const seen = (await walk(...workers, '-name', hire)).map((worker) => worker.no);
    expect(new Set(seen).size).toBe(seen.length);
    for (const no of before) expect(seen).toContain(no);
    expect(hired).toBeGreaterThan(2);
  });

  it('are sorted by nothing else, and a cursor is taken for nothing but what it is', async () => {
    const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
    for (const [address, operation] of paged) {
      const sorts = sortsOf(operation);
      for (const sort of [
        'salary',
        `${sorts[0]};DROP TABLE worker`,
        '--',
        `${sorts[0]},${sorts[1]}`,
        ' ',
        '1',
        'constructor',
      ]) {
        const answer = await ask(address, operation, `sort=${encodeURIComponent(sort)}`);
        expect([address, sort, answer.status]).toEqual([address, sort, 400]);
        expect(answer.body).toMatchObject({ errors: [{ code: 'FIELD_CHOICE', place: { path: 'sort' } }] });
        for (const allowed of sorts) expect(answer.text).toContain(allowed);
      }
      const usual = String(operation.parameters.find(({ name }) => name === 'sort')?.schema.default);
      const bad = [
        ...['1', '-1', 'null', '{}', 'W10', '%00', '..%2F..', 'x'.repeat(1400)],
        ...[cursor(), cursor(usual), cursor(usual, 1), cursor(usual, 1, 1, 1), cursor('salary', 1, 1)],
        ...[cursor(usual, null, null), cursor(usual, {}, {}), cursor(usual, [1], [1]), cursor(usual, true, true)],
        ...[cursor(usual, 1e300, 1e300), cursor(usual, 1.5, 'x'), Buffer.from('["').toString('base64url')],
      ];
      for (const after of bad) {
        const answer = await ask(address, operation, `after=${after}`);
        expect([address, after, answer.status, answer.body.code]).toEqual([
          address,
          after,
          400,
          expect.stringMatching(/^(CURSOR_INVALID|REQUEST_INVALID|FIELD_SHAPE)$/),
        ]);
      }
      // Another order has other places.
      const other = sorts.find((sort) => sort !== usual) as string;
      const next = nextOf(await ask(address, operation, `sort=${other}`, 'limit=1'));
      if (next === null) continue;
      const crossed = await ask(address, operation, `sort=${usual}`, `after=${next}`);
      expect([address, crossed.status, crossed.body.code]).toEqual([address, 400, 'CURSOR_INVALID']);
      for (const limit of ['0', '501', '-1', '1e3', '9999999999999999999', 'all'])
        expect([address, limit, (await ask(address, operation, `limit=${limit}`)).status]).toEqual([
          address,
          limit,
          400,
        ]);
    }
  });
});
