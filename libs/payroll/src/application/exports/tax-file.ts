import type { Permission } from '@gridstaff/contracts';
import {
  type ExportContent,
  type ExportContext,
  type ExportFormat,
  ExportHandler,
  type ExportRequest,
  type ExportSubject,
  fillTaxTemplate,
  MIME,
  notesSheet,
  taxLayout,
  type TaxRow,
  taxSheet,
  writeBook,
} from '@gridstaff/exchange';
import { DomainError, type Fen, formatYuan, yearOf } from '@gridstaff/kernel';
import type { RuleName, WorkerInput } from '@gridstaff/pay-engine';
import { WorkerIdentities, type WorkerIdentity } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { FROZEN, type NewDeduction, TaxStore } from '../../domain';
import { assertTies, type BookSlip, fileName, monthText, type OpenRun, RunBook } from './run-book';

const ID_KINDS: Readonly<Record<WorkerIdentity['idKind'], string>> = {
  resident_id: '居民身份证',
  residence_permit: '港澳台居民居住证',
};
/** 公告2020年第19号: what the withholding agent notes in the January declaration. */
const LOW_INCOME_REMARK = '上年各月均有申报且全年收入不超过6万元';

/** 正常工资薪金所得 of a run for the tax client: in its 30, 29 or 28 columns, or in the agency's own template. */
@Injectable()
export class TaxExport extends ExportHandler {
  readonly kind = 'tax';
  readonly titles = { zh: '个税申报', en: 'Wage tax file' };
  readonly permission: Permission = 'run:read';
  readonly reveals: readonly Permission[] = ['worker:reveal'];
  readonly formats: readonly ExportFormat[] = ['xlsx'];

  constructor(
    private readonly book: RunBook,
    private readonly identities: WorkerIdentities,
    private readonly store: TaxStore,
  ) {
    super();
  }

  subject(request: ExportRequest): Promise<ExportSubject> {
    return this.book.subject(request);
  }

  async write(context: ExportContext): Promise<ExportContent> {
    const layout = taxLayout(context.options.columns);
    const open = await this.book.open(context, this.titles.zh, FROZEN);
    const declared = await this.declared(open);
    const workerNos: number[] = [];
    const apart = new Map<number, Fen>();
    let income = 0;
    for await (const page of this.book.pages(open)) {
      for (const slip of page) {
        workerNos.push(slip.workerNo);
        income += slip.taxAdded.income;
        for (const [no, amount] of slip.amounts) apart.set(no, (apart.get(no) ?? 0) + amount);
      }
    }
    const found = await this.identities.read(context.actor, {
      ...{ centreId: open.run.centreId, workerNos, fields: ['idNumber'], on: open.run.payDate },
      ...{ purpose: context.purpose, permissions: this.reveals },
    });
    const rows = this.rows(open, found, declared);
    const notes = await this.notes(open, { income, apart }, context);
    const { template } = context.options;
    const content = template
      ? await fillTaxTemplate(template, layout, rows, notes, context.stamp.at)
      : await writeBook(
          [taxSheet(layout, rows), notesSheet(layout.notesSheet, [...layout.notes, ...notes])],
          context.stamp.at,
        );
    return {
      ...{ content, mime: MIME.xlsx, rows: workerNos.length, leftOut: [] },
      fileName: fileName(this.titles.zh, open, context.agencyId, 'xlsx'),
    };
  }

  /** What the calculation took as special additional deductions and mode, by worker. */
  private async declared(open: OpenRun): Promise<Map<number, Declared>> {
    const { centreId, taxMonth, knownAt } = open.run;
    const scope = { centreId, taxYear: yearOf(taxMonth), knownAt: knownAt ?? Number.MAX_SAFE_INTEGER };
    const facts = new Map<number, (NewDeduction & { month: string })[]>();
    for (const fact of await this.store.deductionsUpTo(scope, taxMonth)) {
      const own = facts.get(fact.workerNo);
      if (own) own.push(fact);
      else facts.set(fact.workerNo, [fact]);
    }
    const declared = new Map<number, Declared>();
    for await (const page of this.book.inputs(open)) {
      for (const { workerNo, input } of page) {
        const { mode, additionalToDate } = (input as WorkerInput).tax;
        declared.set(workerNo, { mode, categories: this.categories(open, facts.get(workerNo), additionalToDate) });
      }
    }
    return declared;
  }

  /** The categories of the amount that was calculated with: the latest fact of exactly that amount. @throws DomainError EXPORT_TOTALS */
  private categories(
    open: OpenRun,
    facts: readonly (NewDeduction & { month: string })[] = [],
    toDate: Fen,
  ): NewDeduction['categories'] {
    if (toDate === 0) return {};
    const latest = [...facts].sort((a, b) => (a.month < b.month ? 1 : -1)).find((fact) => fact.toDate === toDate);
    assertTies('special additional deductions', open, latest?.toDate ?? 0, toDate);
    return latest?.categories ?? {};
  }

  private async *rows(
    open: OpenRun,
    found: ReadonlyMap<number, WorkerIdentity>,
    declared: ReadonlyMap<number, Declared>,
  ): AsyncGenerator<TaxRow> {
    const ruled = new Map(open.items.flatMap((item) => (item.rule ? [[item.rule, item.no] as const] : [])));
    for await (const page of this.book.pages(open)) {
      for (const slip of page) {
        const identity = found.get(slip.workerNo);
        if (!identity) throw new DomainError('NOT_FOUND', { what: 'worker' }, { workerNo: slip.workerNo });
        yield rowOf(open, slip, ruled, identity, declared.get(slip.workerNo) ?? { mode: 'normal', categories: {} });
      }
    }
  }

  private async notes(
    open: OpenRun,
    { income, apart }: { income: Fen; apart: ReadonlyMap<number, Fen> },
    { stamp }: ExportContext,
  ): Promise<string[]> {
    const { run, agencies, people } = open;
    const names = agencies.map((agency) => agency.name).join('、');
    const exclusions = await this.book.exclusions(open);
    return [
      `税款所属期：${run.taxMonth}　工资月份：${monthText(run.period)}　批次：${run.no}`,
      `扣缴义务人：${names}　人数：${people}　本期收入合计：${formatYuan(income)} 元`,
      ...(agencies.length > 1 ? ['本文件含多家派遣公司的人员（见备注列），正式申报请按公司分别导出。'] : []),
      ...TAXED_APART.flatMap(([rule, what, sheet]) => {
        const amount = apart.get(open.items.find((item) => item.rule === rule)?.no ?? -1) ?? 0;
        return amount > 0 ? [`另有${what} ${formatYuan(amount)} 元，不在本表中，请在“${sheet}”表申报。`] : [];
      }),
      ...exclusions.map(({ workerNo, code }) => `工号 ${workerNo} 本月未核算，不在文件中（${code}），请另行申报。`),
      stamp.line,
    ];
  }
}

/** Income of slips that is declared in another sheet of the tax client than wages. */
const TAXED_APART: readonly (readonly [rule: RuleName, what: string, sheet: string])[] = [
  ['bonus.separate', '单独计税的全年一次性奖金', '全年一次性奖金收入'],
  ['severance.pay', '经济补偿', '解除劳动合同一次性补偿金'],
  ['labour.pay', '劳务报酬', '劳务报酬所得'],
];

interface Declared {
  mode: string;
  categories: NewDeduction['categories'];
}

function rowOf(
  open: OpenRun,
  slip: BookSlip,
  ruled: ReadonlyMap<RuleName, number>,
  { name, idKind, idNumber }: WorkerIdentity,
  { mode, categories }: Declared,
): TaxRow {
  const line = (rule: RuleName): Fen => slip.amounts.get(ruled.get(rule) ?? -1) ?? 0;
  const { income, exempt, special, other, relief } = slip.taxAdded;
  const pension = line('insurance.employee.pension');
  const unemployment = line('insurance.employee.unemployment');
  const housingFund = line('housing_fund.employee');
  const basic = line('insurance.employee.medical');
  const large = line('insurance.employee.large_medical');
  // Large medical insurance is deducted where the region's pack says so; it then belongs to the medical column.
  const medical = special - pension - unemployment - housingFund === basic + large ? basic + large : basic;
  assertTies('三险一金', open, pension + medical + unemployment + housingFund, special);
  const agency = open.agencies.find(({ id }) => id === slip.agencyId)?.name ?? '';
  const remarks = [
    ...(mode === 'prior_year_60000' && open.run.taxMonth.endsWith('-01') ? [LOW_INCOME_REMARK] : []),
    ...(open.agencies.length > 1 ? [agency] : []),
  ];
  return {
    texts: {
      ...{ workerNo: String(slip.workerNo), name, idKind: ID_KINDS[idKind], idNumber: idNumber ?? '' },
      remark: remarks.join('；'),
    },
    amounts: { income, exempt, pension, medical, unemployment, housingFund, other, relief, ...categories },
  };
}
