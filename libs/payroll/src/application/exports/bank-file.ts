import type { Permission } from '@gridstaff/contracts';
import {
  bankCsv,
  bankLayout,
  type BankLayout,
  bankParts,
  type BankRow,
  bankSheet,
  type BookSheet,
  type ExportContent,
  type ExportContext,
  type ExportFormat,
  ExportHandler,
  type ExportRequest,
  type ExportSubject,
  type LeftOut,
  MIME,
  moneyWords,
  printedSheet,
  writeBook,
  zipOf,
} from '@gridstaff/exchange';
import { type Fen, sumFen } from '@gridstaff/kernel';
import { WorkerIdentities } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import type { RunStatus } from '../../domain';
import { assertTies, type BookSlip, fileName, monthText, type OpenRun, RunBook, subtitle } from './run-book';

/** No money moves before the approval. */
const STATUSES: readonly RunStatus[] = ['approved', 'settled', 'paid', 'closed'];
const DEFAULT_LAYOUT = 'default';
const REASONS: Readonly<Record<string, string>> = {
  NO_BANK_CARD: '没有登记银行卡，请补登后另行发放',
  NOTHING_TO_PAY: '实发为零，无需发放',
};

interface Payments {
  paid: (BankRow & { agencyId: string })[];
  missing: (LeftOut & { name: string })[];
  /** Slips with a net of zero. */
  nothing: (LeftOut & { name: string })[];
}

/** 代发工资文件: who is paid what to which account, in the layout of a bank, with count and total, and everybody who cannot be paid by name. */
@Injectable()
export class BankExport extends ExportHandler {
  readonly kind = 'bank';
  readonly titles = { zh: '银行代发', en: 'Bank transfer file' };
  readonly permission: Permission = 'run:read';
  /** Who posts the payments needs the accounts as much as who keeps them. */
  readonly reveals: readonly Permission[] = ['worker:reveal', 'settlement:pay'];
  readonly formats: readonly ExportFormat[] = ['xlsx', 'csv'];

  constructor(
    private readonly book: RunBook,
    private readonly identities: WorkerIdentities,
  ) {
    super();
  }

  subject(request: ExportRequest): Promise<ExportSubject> {
    return this.book.subject(request);
  }

  async write(context: ExportContext): Promise<ExportContent> {
    const layout = bankLayout(context.options.layout ?? DEFAULT_LAYOUT);
    const open = await this.book.open(context, this.titles.zh, STATUSES);
    const payments = await this.payments(context, open, layout);
    const sum = sumFen([...payments.paid, ...payments.missing].map(({ amount }) => amount));
    assertTies('net', open, sum, open.totals.net);
    const { paid, missing } = payments;
    const leftOut = missing.map(({ workerNo, code, amount }) => ({ workerNo, code, amount }));
    const report = reportSheets(open, context, payments);
    const parts = bankParts(layout, paid);
    const extension = context.format === 'csv' ? 'csv' : 'xlsx';
    const file = (rows: readonly BankRow[], last: boolean): Promise<Buffer> =>
      extension === 'csv'
        ? Promise.resolve(bankCsv(layout, rows))
        : writeBook([bankSheet(layout, rows), ...(last ? report : [])], context.stamp.at);
    const name = (suffix: string): string => fileName(`${this.titles.zh}${suffix}`, open, context.agencyId, extension);
    const common = { rows: paid.length, leftOut };
    if (parts.length <= 1) {
      return { ...common, content: await file(paid, true), fileName: name(''), mime: MIME[extension] };
    }
    const entries: { name: string; content: Buffer }[] = [];
    for (const [i, rows] of parts.entries())
      entries.push({ name: name(`_${i + 1}`), content: await file(rows, false) });
    const summary = fileName(`${this.titles.zh}汇总`, open, context.agencyId, 'xlsx');
    entries.push({ name: summary, content: await writeBook(report, context.stamp.at) });
    return {
      ...common,
      ...{ content: zipOf(entries, context.stamp.at), mime: MIME.zip },
      fileName: fileName(this.titles.zh, open, context.agencyId, 'zip'),
    };
  }

  private async payments(context: ExportContext, open: OpenRun, layout: BankLayout): Promise<Payments> {
    const slips: BookSlip[] = [];
    for await (const page of this.book.pages(open)) slips.push(...page);
    const found = await this.identities.read(context.actor, {
      ...{ centreId: open.run.centreId, workerNos: slips.map((slip) => slip.workerNo), on: open.run.payDate },
      fields: layout.columns.some((column) => column.field === 'idNumber') ? ['bankCard', 'idNumber'] : ['bankCard'],
      ...{ purpose: context.purpose, permissions: this.reveals },
    });
    const { period, no } = open.run;
    const remark = layout.remark.replaceAll('{month}', monthText(period)).replaceAll('{run}', String(no));
    const payments: Payments = { paid: [], missing: [], nothing: [] };
    for (const { workerNo, name, agencyId, totals } of slips) {
      const identity = found.get(workerNo);
      const { bankCard = null, bankName = null, idNumber = null } = identity ?? {};
      if (totals.net === 0) payments.nothing.push({ workerNo, name, code: 'NOTHING_TO_PAY', amount: 0 });
      else if (bankCard === null) payments.missing.push({ workerNo, name, code: 'NO_BANK_CARD', amount: totals.net });
      else {
        const row = { workerNo, name, account: bankCard, bank: bankName ?? '', idNumber: idNumber ?? '' };
        payments.paid.push({ ...row, agencyId, amount: totals.net, remark });
      }
    }
    return payments;
  }
}

/** 合计: count and total per agency, and who is not in the file; the bank reads the first sheet only. */
function reportSheets(open: OpenRun, { stamp }: ExportContext, { paid, missing, nothing }: Payments): BookSheet[] {
  const total = sumFen(paid.map(({ amount }) => amount));
  const due = sumFen(missing.map(({ amount }) => amount));
  const byAgency = open.agencies.map(({ id, name }): [string, number, Fen] => {
    const own = paid.filter((row) => row.agencyId === id);
    return [name, own.length, sumFen(own.map(({ amount }) => amount))];
  });
  const absent = [...missing, ...nothing];
  const tables = [
    {
      name: '合计',
      title: `${monthText(open.run.period)} 银行代发合计`,
      columns: [
        { header: '项目', kind: 'text', width: 44 },
        { header: '人数', kind: 'int', width: 12 },
        { header: '金额', kind: 'yuan', width: 20 },
      ] as const,
      rows: [...byAgency, ['未列入（无银行卡）', missing.length, due], ['实发为零', nothing.length, 0]] as const,
      total: ['代发合计', paid.length, total],
      lines: [`代发合计（大写）：人民币${moneyWords(total)}`],
    },
    {
      name: '未列入人员',
      title: `${monthText(open.run.period)} 未列入代发文件的人员`,
      columns: [
        { header: '工号', kind: 'int', width: 10 },
        { header: '姓名', kind: 'text', width: 16 },
        { header: '应付金额', kind: 'yuan', width: 16 },
        { header: '原因', kind: 'text', width: 40 },
      ] as const,
      rows: absent.map(({ workerNo, name, amount, code }) => [workerNo, name, amount, REASONS[code] ?? code]),
      total: ['合计', `${absent.length} 人`, due, null],
      lines: [],
    },
  ];
  return tables.map((table) =>
    printedSheet({ ...table, subtitle: subtitle(open), count: table.rows.length, signatures: [] }, stamp),
  );
}
