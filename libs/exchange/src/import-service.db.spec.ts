import { TemplateLists } from './template-lists';
import ExcelJS from 'exceljs';
import { auditEntities, AuditLog } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import { createTestDatabase, type TestDatabase } from '@gridstaff/testing';
import {
  BatchRegistry,
  BatchRows,
  BatchUndo,
  type CellError,
  exchangeEntities,
  type ImportContext,
  ImportHandler,
  ImportHistory,
  type ImportKind,
  ImportLayouts,
  ImportLayoutStore,
  type ImportPlan,
  ImportRegistry,
  ImportService,
  type ParsedRow,
  writeWorkbook,
} from '.';
import { ImportBatches } from './import-batch.repository';

const CENTRE = '01850000-0000-7000-8000-000000000001';
const actor = (permission: 'evaluation:write' | 'roster:read', centreId = CENTRE): Actor => ({
  userId: '01850000-0000-7000-8000-00000000000a',
  personId: '01850000-0000-7000-8000-00000000000b',
  grants: new Map([[centreId, new Set([permission])]]),
});
const HR = actor('evaluation:write');

const column = (key: string, zh: string, type: 'int' | 'yuan') => ({
  key,
  zh,
  en: key,
  type,
  required: true,
  noteZh: zh,
  noteEn: key,
  sample: '1',
});

/** Keeps one amount per number in a table of its own. */
class AmountImport extends ImportHandler {
  readonly kind: ImportKind = 'scores';
  readonly permission = 'evaluation:write';
  readonly needsPeriod = true;
  readonly sheets = [
    { zh: '金额', en: 'Amounts', columns: [column('no', '工号', 'int'), column('amount', '金额', 'yuan')] },
  ];

  constructor(private readonly test: TestDatabase) {
    super();
  }

  async plan({ period }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const stored = await this.test.db.query<{ no: number; amount: number }>(
      'SELECT no, amount FROM amount WHERE period = ?',
      [period as string],
    );
    const before = new Map(stored.map((row) => [row.no, Number(row.amount)]));
    const errors: CellError[] = rows
      .filter((row) => row.values.no === 13)
      .map((row) => ({
        sheet: row.sheet,
        row: row.row,
        column: '工号',
        value: '13',
        code: 'OUT_OF_RANGE',
        params: { value: 13 },
      }));
    const changed = rows.filter(
      ({ values }) => before.has(values.no as number) && before.get(values.no as number) !== values.amount,
    );
    const created = rows.filter(({ values }) => !before.has(values.no as number));
    return {
      created: created.length,
      changed: changed.length,
      same: rows.length - created.length - changed.length,
      errors,
      apply: async () => {
        for (const { values } of changed)
          await this.test.db.execute('UPDATE amount SET amount = ? WHERE no = ?', [
            values.amount as number,
            values.no as number,
          ]);
        await this.test.db.insert(
          'amount',
          ['no', 'period', 'amount'],
          created.map(({ values }) => [values.no as number, period as string, values.amount as number]),
        );
      },
    };
  }
}

describe('imports', () => {
  let test: TestDatabase;
  let service: ImportService;
  let past: ImportHistory;
  let layouts: ImportLayouts;
  const registry = new ImportRegistry();

  beforeAll(async () => {
    test = await createTestDatabase([...auditEntities, ...exchangeEntities]);
    await test.uow.run(() =>
      test.db.execute(
        'CREATE TABLE amount (no int NOT NULL, period varchar(7) NOT NULL, amount bigint NOT NULL, PRIMARY KEY (no, period))',
      ),
    );
    registry.register(new AmountImport(test));
    const batches = new ImportBatches(test.db);
    const rows = new BatchRows(test.db);
    const audit = new AuditLog(test.db, test.clock);
    layouts = new ImportLayouts(registry, new ImportLayoutStore(test.db), batches, audit, test.uow, test.clock);
    service = new ImportService(
      registry,
      batches,
      rows,
      layouts,
      new TemplateLists(),
      audit,
      test.uow,
      test.clock,
      test.ids,
    );
    past = new ImportHistory(registry, batches, rows, new BatchUndo(new BatchRegistry(), rows, test.db, test.uow, test.clock), audit, test.uow);
  });

  beforeEach(() =>
    test.uow.run(async () => {
      for (const table of ['amount', 'import_batch']) await test.db.execute(`DELETE FROM ${table}`);
    }),
  );

  afterAll(() => test.close());

  const file = (...rows: (string | number)[][]): Promise<Buffer> =>
    writeWorkbook([
      {
        name: '一月',
        columns: [
          { header: '工号', kind: 'text' },
          { header: '金额', kind: 'text' },
        ],
        rows,
      },
    ]);
  const run = (bytes: Buffer, more: Partial<Parameters<ImportService['run']>[1]> = {}, who = HR) =>
    service.run(who, {
      kind: 'scores',
      centreId: CENTRE,
      period: '2023-01',
      fileName: '../../a\r\nX: y\u202e.xlsx',
      file: bytes,
      dryRun: false,
      ...more,
    });
  const count = async (table: string): Promise<number> =>
    Number((await test.db.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n);

  it('previews, applies, records and audits', async () => {
    const bytes = await file([1, '10.00'], [2, '20.5']);
    const counts = { created: 2, changed: 0, same: 0, wrong: 0, errors: [] };
    expect(await run(bytes, { dryRun: true })).toEqual({ batchId: null, ...counts });
    expect([await count('amount'), await count('import_batch'), await count('import_lane')]).toEqual([0, 0, 0]);
    const result = await run(bytes);
    expect(result).toMatchObject(counts);
    const newest = { field: 'recordedAt', descending: true, limit: 1 } as const;
    const [batch] = (await past.list(HR, CENTRE, 'scores', newest)).rows;
    expect(batch).toMatchObject({
      id: result.batchId,
      period: '2023-01',
      fileName: 'aX: y.xlsx',
      created: 2,
      recordedBy: HR.userId,
      recordedAt: test.clock.millis(),
    });
    const [entry] = await test.db.query<{ action: string; data: string }>(
      'SELECT action, data FROM audit_entry WHERE subject_id = ?',
      [result.batchId],
    );
    expect([entry?.action, JSON.parse(entry?.data ?? '')]).toMatchObject([
      'import.applied',
      { created: 2, sha256: batch?.sha256 },
    ]);
  });

  it('writes nothing when any row is wrong, and reports cell and row errors together', async () => {
    const bytes = await file([1, '10.00'], [13, '1'], ['x', '3'], [4, '1.234']);
    const result = await run(bytes);
    expect(result).toMatchObject({ batchId: null, wrong: 3 });
    expect(result.errors.map((e) => [e.sheet, e.row, e.code])).toEqual([
      ['一月', 4, 'NOT_AN_INTEGER'],
      ['一月', 5, 'TOO_MANY_DECIMALS'],
      ['一月', 3, 'OUT_OF_RANGE'],
    ]);
    expect([await count('amount'), await count('import_batch')]).toEqual([0, 0]);
  });

  it('imports the good rows alone when asked to, records how many were left out, and hands these back', async () => {
    const bytes = await file([1, '10.00'], [13, '1'], ['x', '3'], [4, '1.23']);
    expect(await run(bytes, { dryRun: true, goodRows: true })).toMatchObject({ batchId: null, created: 2, wrong: 2 });
    expect(await count('amount')).toBe(0);
    const result = await run(bytes, { goodRows: true });
    expect(result).toMatchObject({ batchId: expect.any(String), created: 2, same: 0, wrong: 2 });
    expect(result.errors.map(({ row, code }) => [row, code])).toEqual([[4, 'NOT_AN_INTEGER'], [3, 'OUT_OF_RANGE']]);
    expect(await count('amount')).toBe(2);
    const [batch] = (await past.list(HR, CENTRE, 'scores', { field: 'recordedAt', descending: true, limit: 1 })).rows;
    expect(batch).toMatchObject({ created: 2, leftOut: 2 });
    const back = await service.withErrors(HR, { kind: 'scores', centreId: CENTRE, period: '2023-01', fileName: 'a.xlsx', file: bytes }, 'zh');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(back as unknown as ExcelJS.Buffer);
    const reasons = [2, 3, 4, 5].map((n) => workbook.worksheets[0]?.getCell(`C${n}`).text !== '');
    expect(reasons).toEqual([false, true, true, false]);
    expect(await run(await file([13, '1']), { goodRows: true })).toMatchObject({ batchId: null, wrong: 1 });
  });

  it('names the columns of errors as the file does', async () => {
    const columns = [{ header: '*No', kind: 'text' as const }, { header: 'Amount', kind: 'text' as const }];
    const bytes = await writeWorkbook([{ name: 'Amounts', columns, rows: [[13, '1'], [4, '1.234'], ['', '5']] }]);
    const { errors } = await run(bytes, { dryRun: true });
    expect(errors.map(({ column: name, code, params }) => [name, code, params?.name])).toEqual([
      ['Amount', 'TOO_MANY_DECIMALS', undefined],
      ['No', 'MISSING_FIELD', 'No'],
      ['No', 'OUT_OF_RANGE', undefined],
    ]);
  });

  it('hands the file back with what to put right beside each wrong row, and takes it again once mended', async () => {
    const bytes = await file([1, '10.00'], [13, '1'], [4, '1.234']);
    const request = { kind: 'scores', centreId: CENTRE, period: '2023-01', fileName: 'a.xlsx', file: bytes };
    const back = await service.withErrors(HR, request, 'zh');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(back as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0];
    expect(['A', 'B', 'C'].map((name) => sheet?.getCell(`${name}1`).text)).toEqual(['工号', '金额', '错误原因']);
    expect([sheet?.getCell('C2').text, sheet?.getCell('A2').text]).toEqual(['', '1']);
    expect(sheet?.getCell('C3').text).toMatch(/^工号：.+13/);
    expect(sheet?.getCell('C4').text).toMatch(/^金额：.+1\.234/);
    expect(sheet?.getCell('B4').fill).toMatchObject({ fgColor: { argb: 'FFFDE8E8' } });
    // A second try says what is wrong now, in the same column.
    const again = await service.withErrors(HR, { ...request, file: back }, 'en');
    await workbook.xlsx.load(again as unknown as ExcelJS.Buffer);
    expect(workbook.worksheets[0]?.columnCount).toBe(3);
    const mended = workbook.worksheets[0];
    if (mended) [mended.getCell('A3').value, mended.getCell('B4').value] = ['3', '1.23'];
    expect(await run(Buffer.from(await workbook.xlsx.writeBuffer()))).toMatchObject({ created: 3, wrong: 0, errors: [] });
    await expect(service.withErrors(actor('roster:read'), request, 'zh')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('lets the same file pass when it changes nothing, and names the first import when it would', async () => {
    const bytes = await file([1, '10.00']);
    const first = await run(bytes);
    expect(await run(bytes)).toMatchObject({ batchId: null, same: 1 });
    await test.uow.run(() => test.db.execute('UPDATE amount SET amount = 5'));
    const repeated = {
      code: 'IMPORT_REPEATED',
      params: { at: '2023-01-05 09:00', by: HR.userId, batchId: first.batchId },
    };
    await expect(run(bytes, { dryRun: true })).rejects.toMatchObject(repeated);
    await expect(run(bytes)).rejects.toMatchObject(repeated);
    expect(await run(bytes, { period: '2023-02' })).toMatchObject({ created: 1 });
    expect(await run(await file([1, '11.00']))).toMatchObject({ changed: 1 });
  });

  it('reads a file of any layout once a person has said what its columns are, then by itself, until it is forgotten', async () => {
    const own = async (month: string, ...rows: (string | number)[][]): Promise<Buffer> => {
      const workbook = new ExcelJS.Workbook();
      const sheet = workbook.addWorksheet(`${month}奖励`);
      for (const row of [[`${month}奖励发放表`], ['编号', '姓名', '奖励（元）'], ...rows]) sheet.addRow(row);
      return Buffer.from(await workbook.xlsx.writeBuffer());
    };
    const january = await own('1月', [1, '张三', '10.00'], ['合计', '', '10.00']);
    expect(await run(january)).toMatchObject({ batchId: null, errors: expect.arrayContaining([expect.objectContaining({ code: 'UNKNOWN_COLUMN' })]) });
    const [sheet] = (await layouts.look(HR, CENTRE, 'scores', january)).sheets;
    expect(sheet).toMatchObject({ headRow: 2, as: '金额', remembered: false, missing: ['工号', '金额'] });
    const said = { signature: sheet?.signature ?? '', sheet: '金额', columns: { 编号: 'no', 姓名: '', '奖励（元）': 'amount' }, source: '../1月.xlsx' };
    await expect(layouts.remember(actor('roster:read'), CENTRE, 'scores', said)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(layouts.remember(HR, CENTRE, 'scores', { ...said, columns: { 编号: 'no', 姓名: 'no', '奖励（元）': 'amount' } })).rejects.toMatchObject({ code: 'LAYOUT_COLUMN_TWICE' });
    await expect(layouts.remember(HR, CENTRE, 'scores', { ...said, columns: { 编号: 'no' } })).rejects.toMatchObject({ code: 'MISSING_COLUMN' });
    await layouts.remember(HR, CENTRE, 'scores', said);
    expect(await run(january)).toMatchObject({ created: 1, wrong: 0, errors: [] });
    // Another month's file of the same layout, with a wrong cell: its own head is named, its own sheet comes back.
    const february = await own('2月', [1, '张三', '12.00'], [2, '李四', '1.234']);
    const wrong = await run(february, { period: '2023-02' });
    expect(wrong.errors.map(({ sheet: name, row, column: head, code }) => [name, row, head, code])).toEqual([['2月奖励', 4, '奖励（元）', 'TOO_MANY_DECIMALS']]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await service.withErrors(HR, { kind: 'scores', centreId: CENTRE, period: '2023-02', fileName: 'a.xlsx', file: february }, 'zh')) as unknown as ExcelJS.Buffer);
    expect([workbook.worksheets[0]?.getCell('D2').text, workbook.worksheets[0]?.getCell('D4').text]).toEqual(['错误原因', expect.stringMatching(/^奖励（元）：/)]);
    expect((await layouts.look(HR, CENTRE, 'scores', february)).sheets[0]).toMatchObject({ remembered: true, missing: [] });
    expect(await layouts.list(HR, CENTRE, 'scores')).toMatchObject([{ source: '1月.xlsx', savedBy: HR.userId }]);
    // What one centre said counts for that centre alone.
    const there = '01850000-0000-7000-8000-000000000002';
    expect((await layouts.look(actor('evaluation:write', there), there, 'scores', february)).sheets[0]).toMatchObject({ remembered: false });
    await layouts.forget(HR, CENTRE, 'scores', said.signature);
    await expect(layouts.forget(HR, CENTRE, 'scores', said.signature)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await run(february, { period: '2023-02' })).errors.length).toBeGreaterThan(0);
    expect(await count('import_batch')).toBe(1);
  });

  it('does the work of five imports at once a single time', async () => {
    const bytes = await file([1, '1.00'], [2, '2.00']);
    const results = await Promise.all(Array.from({ length: 5 }, () => run(bytes)));
    expect(results.map((r) => r.created).sort()).toEqual([0, 0, 0, 0, 2]);
    expect([await count('amount'), await count('import_batch')]).toEqual([2, 1]);
  });

  it('refuses who may not, what it does not know, and a missing or wrong month', async () => {
    const bytes = await file([1, '1.00']);
    await expect(run(bytes, {}, actor('roster:read'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      run(bytes, {}, actor('evaluation:write', '01850000-0000-7000-8000-000000000002')),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      past.list(actor('roster:read'), CENTRE, 'scores', { field: 'fileName', descending: false, limit: 1 }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(run(bytes, { kind: '__proto__' })).rejects.toMatchObject({
      code: 'IMPORT_KIND_UNKNOWN',
      params: { kinds: 'scores' },
    });
    await expect(run(bytes, { period: undefined })).rejects.toMatchObject({ code: 'IMPORT_PERIOD_MISSING' });
    await expect(run(bytes, { period: '2023-13' })).rejects.toMatchObject({ code: 'NOT_A_PERIOD' });
    const { batchId } = await run(bytes);
    await expect(past.previewUndo(HR, CENTRE, batchId as string)).rejects.toMatchObject({ code: 'BATCH_NOT_RECORDED' });
    await expect(past.undo(HR, CENTRE, batchId as string, ' ')).rejects.toMatchObject({ code: 'MISSING_FIELD' });
    await expect(past.undo(actor('roster:read'), CENTRE, batchId as string, '误')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(past.undo(HR, CENTRE, CENTRE, '误')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(() => registry.register(new AmountImport(test))).toThrow();
    expect((await service.template('scores')).subarray(0, 2).toString()).toBe('PK');
  });
});
