import { AuditReader } from '@gridstaff/audit';
import type { Permission } from '@gridstaff/contracts';
import { type ExportedFile, type ExportRequest, ExportService, moneyWords, taxLayout } from '@gridstaff/exchange';
import { formatYuan, type Id } from '@gridstaff/kernel';
import { OwnPayslipFile, type PayRun, RunProgress, type SlipDetail } from '@gridstaff/payroll';
import { WorkerIdentities } from '@gridstaff/roster';
import { PrepareSettlements, SettlementReader } from '@gridstaff/settlement';
import ExcelJS from 'exceljs';
import { createHash, randomUUID } from 'node:crypto';
import { ALL, CARDLESS, cardOf, CHIEF, idOf, PEOPLE, RunScene, UNINSURED } from '../support/run-scene';

const NOW = '2023-01-28T10:30:00+08:00';

describe('files of a run', () => {
  let scene: RunScene;
  let run: PayRun;
  let slips: SlipDetail[];
  let agencies: Map<string, Id>;
  let numbers: number[];
  let centreId: Id;

  const make = (kind: string, more: Partial<ExportRequest> = {}): Promise<ExportedFile> => scene.make(kind, more);

  beforeAll(async () => {
    scene = await RunScene.open();
    await scene.calculate();
  });
  afterAll(() => scene.close());

  it('before approval only the pay sheet, which says so', async () => {
    const { no } = scene.run;
    for (const kind of ['bank', 'tax', 'insurance', 'payslips']) {
      const params = expect.objectContaining({ run: no, status: 'calculated' }) as object;
      await expect(make(kind)).rejects.toMatchObject({ code: 'EXPORT_RUN_STATUS', params });
    }
    expect(cells(await read(await make('payroll')), '甲派遣公司', 2)[0]).toContain('不作发放依据');
    await scene.approve();
    ({ run, slips, agencies, numbers, centreId } = scene);
    scene.clock.set(NOW);
    expect(cells(await read(await make('payroll')), '甲派遣公司', 2)[0]).not.toContain('不作发放依据');
  });

  async function read(file: ExportedFile): Promise<ExcelJS.Workbook> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(file.content).buffer);
    return workbook;
  }

  const cells = (workbook: ExcelJS.Workbook, sheet: string, row: number): ExcelJS.CellValue[] =>
    (workbook.getWorksheet(sheet)?.getRow(row).values as ExcelJS.CellValue[]).slice(1);
  /** Rows below the header as objects by header. */
  const rows = (workbook: ExcelJS.Workbook, sheet: string, head: number): Record<string, ExcelJS.CellValue>[] => {
    const headers = cells(workbook, sheet, head).map(String);
    const count = workbook.getWorksheet(sheet)?.rowCount ?? 0;
    return Array.from({ length: count - head }, (_, i) => {
      const values = cells(workbook, sheet, head + 1 + i);
      return Object.fromEntries(headers.map((header, n) => [header, values[n]]));
    });
  };
  const fen = (value: ExcelJS.CellValue): number => Math.round(Number(value ?? 0) * 100);
  const sum = (list: readonly Record<string, ExcelJS.CellValue>[], header: string): number =>
    list.reduce((total, row) => total + fen(row[header]), 0);
  const ofAgency = (code: string): SlipDetail[] => slips.filter((slip) => slip.agencyId === agencies.get(code));
  const total = (list: readonly SlipDetail[], of: (slip: SlipDetail) => number): number =>
    list.reduce((n, slip) => n + of(slip), 0);
  const pages = (pdf: Buffer): number => pdf.toString('latin1').split('/Type /Page\n').length - 1;

  it('pay sheet: every person and item, totals to the fen, a sheet per agency or street', async () => {
    const file = await make('payroll');
    expect(file).toMatchObject({ rows: PEOPLE, leftOut: [], fileName: `工资表_2023-01_批次${run.no}.xlsx` });
    const workbook = await read(file);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['甲派遣公司', '乙派遣公司', '单位承担']);
    for (const [code, name] of [
      ['A1', '甲派遣公司'],
      ['A2', '乙派遣公司'],
    ] as const) {
      const own = ofAgency(code);
      const all = rows(workbook, name, 3);
      const people = all.slice(0, own.length);
      expect(people.map((row) => row['工号'])).toEqual(own.map((slip) => slip.workerNo));
      for (const [i, slip] of own.entries()) {
        const row = people[i] ?? {};
        for (const line of slip.lines.filter((l) => l.kind !== 'employer_cost' && l.amount !== 0))
          expect(fen(row[line.nameZh])).toBe(line.amount);
        expect([fen(row['应发合计']), fen(row['扣款合计']), fen(row['实发金额'])]).toEqual([
          slip.totals.gross,
          slip.totals.gross - slip.totals.net,
          slip.totals.net,
        ]);
      }
      const net = total(own, (slip) => slip.totals.net);
      expect(fen(all[own.length]?.['实发金额'])).toBe(net);
      const foot = all.slice(own.length + 1).map((row) => String(row['序号']));
      expect(foot[0]).toBe(`实发合计（大写）：人民币${moneyWords(net)}`);
      expect(foot[1]).toMatch(/制表：.*审核：.*负责人：.*单位盖章：/);
      expect(foot[2]).toBe('导出人：王人事（hr01）　时间：2023-01-28 10:30　用途：测试用途');
    }
    const cost = rows(workbook, '单位承担', 3).slice(0, PEOPLE);
    expect(sum(cost, '单位承担合计')).toBe(run.employerInsurance + run.employerFund + run.fee);
    const streets = await read(await make('payroll', { options: { groupBy: 'street' } }));
    expect(streets.worksheets.map((sheet) => sheet.name)).toEqual(['东街道', '西街道', '单位承担']);
    const all = ['东街道', '西街道'].flatMap((name) =>
      rows(streets, name, 3).filter((row) => typeof row['工号'] === 'number'),
    );
    expect([all.length, sum(all, '实发金额')]).toEqual([PEOPLE, run.net]);
    expect(pages((await make('payroll', { format: 'pdf' })).content)).toBe(2);
    await expect(make('payroll', { options: { groupBy: 'colour' } })).rejects.toMatchObject({ code: 'EXPORT_OPTION' });
  });

  it('bank file: accounts as text, whoever has no card by name, count and total tie with the run', async () => {
    const file = await make('bank');
    const missing = slips.find((slip) => slip.workerNo === numbers[CARDLESS]) as SlipDetail;
    expect(file).toMatchObject({
      rows: PEOPLE - 1,
      leftOut: [{ workerNo: missing.workerNo, code: 'NO_BANK_CARD', amount: missing.totals.net }],
    });
    const workbook = await read(file);
    const paid = rows(workbook, '代发明细', 1);
    expect(paid.map((row) => row['账号'])).toEqual(numbers.flatMap((_, i) => (i === CARDLESS ? [] : [cardOf(i)])));
    expect(workbook.getWorksheet('代发明细')?.getCell('B2').numFmt).toBe('@');
    expect(sum(paid, '金额') + missing.totals.net).toBe(run.net);
    expect(rows(workbook, '合计', 3).find((row) => row['项目'] === '代发合计')).toMatchObject({
      人数: PEOPLE - 1,
      金额: (run.net - missing.totals.net) / 100,
    });
    expect(rows(workbook, '未列入人员', 3)[0]).toMatchObject({
      工号: missing.workerNo,
      姓名: '测试戊',
      应付金额: missing.totals.net / 100,
    });
    const csv = (await make('bank', { format: 'csv', agencyId: agencies.get('A2') })).content
      .toString('utf8')
      .trim()
      .split('\r\n');
    expect(csv[1]).toBe(`1,${cardOf(0)},测试甲,${formatYuan(slips[0]?.totals.net ?? 0)},2023年01月工资`);
    expect(csv).toHaveLength(ofAgency('A2').length + 1);
    await expect(make('bank', { options: { layout: 'nobank' } })).rejects.toMatchObject({
      code: 'EXPORT_LAYOUT_UNKNOWN',
    });
  });

  it('tax file: ID numbers as text, income and contributions of the run, cumulative deductions by category', async () => {
    const workbook = await read(await make('tax'));
    const name = '正常工资薪金收入';
    expect(cells(workbook, name, 1)).toEqual(taxLayout('30').columns.map((column) => column.header));
    const people = rows(workbook, name, 1);
    expect(people.map((row) => row['*证件号码'])).toEqual(numbers.map((_, i) => idOf(i)));
    expect(sum(people, '本期收入')).toBe(total(slips, (slip) => slip.taxAdded.income));
    const special = ['基本养老保险费', '基本医疗保险费', '失业保险费', '住房公积金'];
    expect(special.reduce((n, header) => n + sum(people, header), 0)).toBe(
      total(slips, (slip) => slip.taxAdded.special),
    );
    expect(people[CHIEF]).toMatchObject({ 累计子女教育: 1000, 累计赡养老人: 2000 });
    expect(people[0]?.['备注']).toBe('上年各月均有申报且全年收入不超过6万元；乙派遣公司');
    const single = rows(
      await read(await make('tax', { agencyId: agencies.get('A2'), options: { columns: '28' } })),
      name,
      1,
    );
    expect(single.map((row) => row['备注'])).toEqual(['上年各月均有申报且全年收入不超过6万元', undefined, undefined]);
    const template = (await make('tax', { options: { columns: '29' } })).content;
    const filled = rows(
      await read(await make('tax', { options: { template }, agencyId: agencies.get('A1') })),
      name,
      1,
    );
    expect(filled.filter((row) => row['*姓名'])).toHaveLength(ofAgency('A1').length);
    await expect(make('tax', { agencyId: centreId })).rejects.toMatchObject({ code: 'EXPORT_AGENCY_UNKNOWN' });
  });

  it('insurance list: insured people only, bases within the bounds', async () => {
    const file = await make('insurance');
    const people = rows(await read(file), '参保职工列表模板', 1);
    expect(file.rows).toBe(PEOPLE - 1);
    expect(people.map((row) => row['证件号码'])).toEqual(numbers.flatMap((_, i) => (i === UNINSURED ? [] : [idOf(i)])));
    const pension = slips[2]?.lines.find((line) => line.code === 'pension')?.amount ?? 0;
    expect(fen(people[2]?.['110|企业职工基本养老保险'])).toBe(Math.round(pension / 0.08));
    expect(people[1]?.['210|失业保险']).toBe(5000);
  });

  it('payslips: a whole run with several on a page, one person, and one’s own only once it is paid', async () => {
    const all = await make('payslips');
    expect(all.rows).toBe(PEOPLE);
    expect(pages(all.content)).toBe(3);
    const workerNo = numbers[0] as number;
    expect(pages((await make('payslip', { options: { workerNo } })).content)).toBe(1);
    await expect(make('payslip')).rejects.toMatchObject({ code: 'MISSING_FIELD' });
    await expect(make('payslip', { options: { workerNo: 999_999 } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const own = { centreId, workerNo };
    const worker = scene.actor(['payslip:own']);
    await expect(scene.get(OwnPayslipFile).pdf(worker, own, run.no)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      scene.get(ExportService).run(worker, { kind: 'payslip', runId: run.id, options: { workerNo } }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('settlement sheet: what each agency is owed, after the settlement is there', async () => {
    await expect(make('settlement')).rejects.toMatchObject({ code: 'EXPORT_NO_SETTLEMENT' });
    await scene.get(PrepareSettlements).run(scene.hr, run.id);
    const file = await make('settlement');
    const workbook = await read(file);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['甲派遣公司', '乙派遣公司']);
    for (const settlement of await scene.get(SettlementReader).ofRun(run.id)) {
      const name = settlement.agencyId === agencies.get('A1') ? '甲派遣公司' : '乙派遣公司';
      const lines = rows(workbook, name, 3);
      const amount = (item: string): number => fen(lines.find((line) => line['项目'] === item)?.['金额']);
      expect([amount('代收代付小计'), amount('派遣管理费'), amount('结算合计')]).toEqual([
        settlement.passThrough,
        settlement.fee,
        settlement.total,
      ]);
      expect(lines.map((line) => line['序号'])).toContain(`结算合计（大写）：人民币${moneyWords(settlement.total)}`);
    }
    expect(pages((await make('settlement', { format: 'pdf', agencyId: agencies.get('A1') })).content)).toBe(1);
  });

  it('gives the same bytes at the same instant, others later, and an audit entry for each', async () => {
    const kinds: [string, Partial<ExportRequest>][] = [
      ...(['payroll', 'bank', 'tax', 'insurance', 'settlement', 'payslips'] as const).map((kind): [string, object] => [
        kind,
        {},
      ]),
      ...(['payroll', 'settlement'] as const).map((kind): [string, Partial<ExportRequest>] => [
        kind,
        { format: 'pdf' },
      ]),
    ];
    for (const [kind, more] of kinds) {
      const first = await make(kind, more);
      const again = await make(kind, more);
      expect([kind, again.sha256]).toEqual([kind, first.sha256]);
      expect(first.sha256).toBe(createHash('sha256').update(first.content).digest('hex'));
      scene.clock.advance(60_000);
      expect((await make(kind, more)).sha256).not.toBe(first.sha256);
      scene.clock.set(NOW);
      const ofRun = { scope: centreId, subjectType: 'pay_run', subjectId: run.id };
      const [entry] = (await scene.get(AuditReader).page(scene.hr, ofRun)).rows;
      expect(entry).toMatchObject({ action: 'export.made', userId: scene.hr.userId, reason: '测试用途' });
      const { format, rows } = first;
      const data = JSON.parse(entry?.data ?? '') as object;
      // Nothing beside: no name and no number of a person is kept.
      expect(data).toEqual({ kind, format, rows, leftOut: first.leftOut.length, sha256: expect.any(String) as string });
    }
  });

  it('papers of ours come in English too; forms of authorities and banks keep their heads', async () => {
    const english = (kind: string, more: Partial<ExportRequest> = {}): Promise<ExportedFile> =>
      make(kind, { language: 'en', ...more });
    const sheet = await english('payroll', { purpose: undefined });
    expect(sheet.fileName).toBe(`Pay sheet_2023-01_run ${run.no}.xlsx`);
    const workbook = await read(sheet);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['甲派遣公司', '乙派遣公司', 'Employer']);
    const [title, subtitle, heads] = [1, 2, 3].map((row) => cells(workbook, '甲派遣公司', row).map(String));
    expect([title?.[0], subtitle?.[0]]).toEqual([
      expect.stringContaining('2023-01 Pay sheet'),
      expect.stringContaining('Amounts in yuan'),
    ]);
    // Items have English names; what stands in the cells is the same.
    expect(heads?.join('')).toMatch(/^[\x20-\x7e]+$/);
    const own = ofAgency('A1');
    const people = rows(workbook, '甲派遣公司', 3).slice(0, own.length);
    expect(people.map((row) => [row.Worker, fen(row['Net pay'])])).toEqual(
      own.map((slip) => [slip.workerNo, slip.totals.net]),
    );
    const foot = rows(workbook, '甲派遣公司', 3).slice(own.length + 1);
    const net = total(own, (slip) => slip.totals.net);
    expect(foot.map((row) => String(row.No))).toEqual([
      `Total net pay (in capital numerals): 人民币${moneyWords(net)}`,
      expect.stringMatching(/Prepared by:.*Checked by:.*Approved by:.*Seal:/),
      'Made by 王人事 (hr01), 2023-01-28 10:30 (UTC+8), purpose: Pay sheet',
    ]);
    expect(workbook.worksheets[0]?.headerFooter.oddFooter).toBe('&CPage &P of &N');
    const settlement = await read(await english('settlement'));
    expect(cells(settlement, '甲派遣公司', 3)).toEqual(['No', 'Item', 'Amount', 'Remark']);
    expect((await english('payslips')).fileName).toBe(`Payslip_2023-01_run ${run.no}.pdf`);
    for (const kind of ['payroll', 'settlement', 'payslips'] as const) {
      const [one, other] = [await english(kind, { format: 'pdf' }), await make(kind, { format: 'pdf' })];
      expect([kind, pages(one.content)]).toEqual([kind, pages(other.content)]);
      expect(one.sha256).not.toBe(other.sha256);
    }
    for (const kind of ['bank', 'tax', 'insurance'])
      expect((await english(kind)).sha256).toBe((await make(kind)).sha256);
  });

  it('opens numbers only to those who may, with an entry of its own', async () => {
    const can = (permissions: readonly Permission[], kind: string): Promise<ExportedFile> =>
      scene.get(ExportService).run(scene.actor(permissions), { kind, runId: run.id });
    expect((await can(['run:read', 'settlement:pay'], 'bank')).rows).toBe(PEOPLE - 1);
    for (const kind of ['bank', 'tax', 'insurance'])
      await expect(can(['run:read'], kind)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(can(['run:read', 'settlement:pay'], 'tax')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const kind of ['payroll', 'bank', 'settlement', 'payslips']) {
      await expect(
        scene.get(ExportService).run(scene.actor(ALL, randomUUID()), { kind, runId: run.id }),
      ).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const identities = scene.get(WorkerIdentities);
    const ask = {
      centreId,
      workerNos: [...numbers, 999_999],
      fields: ['phone', 'bankCard'],
      on: '2023-01-28',
      purpose: '核对',
    } as const;
    const found = await identities.read(scene.hr, ask);
    expect([found.size, found.get(numbers[0] as number)]).toEqual([
      PEOPLE,
      expect.objectContaining({ bankCard: cardOf(0), idNumber: null, phone: null }),
    ]);
    const [entry] = (await scene.get(AuditReader).page(scene.hr, { scope: centreId })).rows;
    expect(entry).toMatchObject({ action: 'worker.identities-read', reason: '核对' });
    expect(JSON.parse(entry?.data ?? '')).toEqual({ workers: PEOPLE, fields: ['bankCard', 'phone'] });
    await expect(identities.read(scene.hr, { ...ask, purpose: ' ' })).rejects.toMatchObject({ code: 'MISSING_FIELD' });
    await expect(identities.read(scene.actor(['settlement:pay']), ask)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('gives a worker their own payslip once it is paid, and an entry for it', async () => {
    await scene.get(RunProgress).markSettled(scene.hr, run.id);
    await scene.get(RunProgress).markPaid(scene.hr, run.id);
    const worker = scene.actor(['payslip:own']);
    const file = await scene.get(OwnPayslipFile).pdf(worker, { centreId, workerNo: numbers[0] as number }, run.no);
    expect(file.content.subarray(0, 5).toString()).toBe('%PDF-');
    const [entry] = (await scene.get(AuditReader).page(scene.hr, { scope: centreId })).rows;
    expect(entry).toMatchObject({ action: 'export.made', userId: worker.userId, reason: '本人工资条' });
  });
});
