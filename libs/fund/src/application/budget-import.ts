import { AuditLog } from '@gridstaff/audit';
import type { Permission } from '@gridstaff/contracts';
import { DomainError, type Fen, formatYuan, type Id } from '@gridstaff/kernel';
import {
  type CellError,
  type ImportContext,
  ImportHandler,
  type ImportPlan,
  type ParsedRow,
  type SheetSpec,
} from '@gridstaff/exchange';
import { Clock, Ids } from '@gridstaff/runtime';
import { expectOne } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import type { BudgetLine } from '../domain/budget-document';
import { type Fund, type FundKind, FundRepository } from '../domain/fund';
import { parseWan } from '../domain/wan';
import { BudgetWriter } from './budget-writer';

const KINDS: Readonly<Record<string, FundKind>> = { 基本支出: 'basic', 项目支出: 'project', 零预算: 'zero' };

const text = (zh: string, en: string, noteZh: string, noteEn: string, sample: string) => ({
  zh,
  en,
  noteZh,
  noteEn,
  sample,
});

const SHEET: SheetSpec = {
  zh: '预算',
  en: 'Budget',
  columns: [
    {
      key: 'year',
      type: 'int',
      required: true,
      ...text('年度', 'Fiscal year', '预算年度，如 2023。', 'The fiscal year, such as 2023.', '2023'),
    },
    {
      ...{ key: 'kind', type: 'text', required: true, choices: Object.keys(KINDS) },
      ...text(
        '类别',
        'Category',
        '零预算为公开数为零的科目，不得支出。',
        'A zero line (零预算) was published as zero and takes no spending.',
        '项目支出',
      ),
    },
    {
      ...{ key: 'name', type: 'text', required: true },
      ...text(
        '科目/项目名称',
        'Line',
        '同一年度内不得重复，最多 120 字。',
        'Once per year, at most 120 characters.',
        '基层社会治理专项',
      ),
    },
    {
      ...{ key: 'amount', type: 'decimal', required: true },
      ...text(
        '金额(万元)',
        'Amount (10,000 yuan)',
        '年初预算数，单位万元，最多六位小数。',
        'Initial amount in 10,000 yuan, at most six decimals.',
        '1633.80',
      ),
    },
    {
      ...{ key: 'code', type: 'text', required: false },
      ...text(
        '资金编码',
        'Code',
        '资金分摊和薪酬项目按编码指向资金，各年度相同；留空即为名称，最多 40 字。',
        'What splits and pay items name the line by, the same in every year. Empty: its name. At most 40 characters.',
        '',
      ),
    },
    {
      ...{ key: 'purpose', type: 'text', required: false },
      ...text('用途', 'Purpose', '最多 500 字。', 'At most 500 characters.', '发放网格化劳务派遣人员的薪酬待遇'),
    },
    {
      ...{ key: 'functionCode', type: 'digits', required: false },
      ...text(
        '功能分类科目编码',
        'Function code',
        '支出功能分类编码，文本格式。',
        'Code of the functional classification, as text.',
        '2080208',
      ),
    },
    {
      ...{ key: 'economicCode', type: 'digits', required: false },
      ...text(
        '经济分类科目编码',
        'Economic code',
        '部门预算支出经济分类编码，文本格式。',
        'Code of the department economic classification, as text.',
        '30226',
      ),
    },
  ],
};

interface YearPlan {
  fiscalYear: number;
  fresh: BudgetLine[];
  changed: Fund[];
  known: Map<string, { fund: Fund; initial: Fen }>;
}

/** Budget lines from Excel: new lines are entered, purposes and codes changed; an amount on record is never overwritten. */
@Injectable()
export class BudgetImport extends ImportHandler {
  readonly kind = 'budget';
  readonly permission: Permission = 'fund:manage';
  readonly needsPeriod = false;
  readonly sheets = [SHEET];

  constructor(
    private readonly funds: FundRepository,
    private readonly writer: BudgetWriter,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  async plan(context: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const errors: CellError[] = [];
    const years = new Map<number, YearPlan>();
    const seen = new Set<string>();
    let same = 0;
    for (const row of rows) {
      const line = this.lineOf(row, errors);
      const fiscalYear = Number(row.values.year);
      if (!line) continue;
      if (seen.has(`${fiscalYear} ${line.name}`)) {
        errors.push(this.error(row, 'name', 'BUDGET_LINE_TWICE', { name: line.name }));
        continue;
      }
      seen.add(`${fiscalYear} ${line.name}`);
      const year = years.get(fiscalYear) ?? (await this.yearOf(context.centreId, fiscalYear));
      years.set(fiscalYear, year);
      const known = year.known.get(line.name);
      if (this.codeTaken(row, line, year, errors)) continue;
      if (!known) year.fresh.push(line);
      else if (!this.keepsAmount(row, line, known, errors)) continue;
      else if (this.describes(known.fund, line)) same += 1;
      else
        year.changed.push({
          ...known.fund,
          code: line.code ?? line.name,
          purpose: line.purpose,
          functionCode: line.functionCode,
          economicCode: line.economicCode,
        });
    }
    const plans = [...years.values()];
    return {
      created: plans.reduce((n, year) => n + year.fresh.length, 0),
      changed: plans.reduce((n, year) => n + year.changed.length, 0),
      ...{ same, errors },
      apply: async () => {
        for (const year of plans) await this.apply(context, year);
      },
    };
  }

  private lineOf(row: ParsedRow, errors: CellError[]): BudgetLine | undefined {
    const { year, kind, name, amount, code, purpose, functionCode, economicCode } = row.values;
    const before = errors.length;
    const fiscalYear = Number(year);
    if (fiscalYear < 2000 || fiscalYear > 2999)
      errors.push(this.error(row, 'year', 'OUT_OF_RANGE', { value: String(year) }));
    if (String(name).length > 120) errors.push(this.error(row, 'name', 'OUT_OF_RANGE', { value: '> 120' }));
    if (String(purpose ?? '').length > 500) errors.push(this.error(row, 'purpose', 'OUT_OF_RANGE', { value: '> 500' }));
    if (String(code ?? '').length > 40) errors.push(this.error(row, 'code', 'OUT_OF_RANGE', { value: '> 40' }));
    for (const key of ['functionCode', 'economicCode']) {
      if (String(row.values[key] ?? '').length > 20)
        errors.push(this.error(row, key, 'OUT_OF_RANGE', { value: '> 20' }));
    }
    const fen = this.wanOf(row, String(amount), errors);
    const fundKind = KINDS[String(kind)];
    if (!fundKind) errors.push(this.error(row, 'kind', 'INVALID_INPUT', { reason: Object.keys(KINDS).join(' / ') }));
    else if (fundKind === 'zero' && fen > 0)
      errors.push(this.error(row, 'amount', 'BUDGET_ZERO_AMOUNT', { name: String(name) }));
    if (!fundKind || errors.length > before) return undefined;
    return {
      ...{ name: String(name), code: code === undefined ? null : String(code), kind: fundKind, amount: fen },
      purpose: purpose === undefined ? null : String(purpose),
      functionCode: functionCode === undefined ? null : String(functionCode),
      economicCode: economicCode === undefined ? null : String(economicCode),
    };
  }

  private wanOf(row: ParsedRow, amount: string, errors: CellError[]): Fen {
    try {
      return parseWan(amount);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      errors.push(this.error(row, 'amount', error.code, { value: amount.slice(0, 40) }));
      return 0;
    }
  }

  private async yearOf(centreId: Id, fiscalYear: number): Promise<YearPlan> {
    const funds = await this.funds.funds(centreId, fiscalYear);
    const initial = new Map(
      (await this.funds.appropriations(funds.map((fund) => fund.id)))
        .filter((row) => row.kind === 'initial')
        .map((row) => [row.fundId, row.amount]),
    );
    const known = new Map(funds.map((fund) => [fund.name, { fund, initial: initial.get(fund.id) ?? 0 }]));
    return { fiscalYear, fresh: [], changed: [], known };
  }

  /** A code means one line of its year, and so does a name. */
  private codeTaken(row: ParsedRow, line: BudgetLine, year: YearPlan, errors: CellError[]): boolean {
    const code = line.code ?? line.name;
    const planned = [...year.fresh, ...year.changed].map((own) => ({ name: own.name, code: own.code ?? own.name }));
    const others = [...[...year.known.values()].map(({ fund }) => fund), ...planned].filter(
      (f) => f.name !== line.name,
    );
    const taken = others.find((other) => [other.code, other.name].includes(code) || other.code === line.name);
    if (taken) errors.push(this.error(row, 'code', 'BUDGET_CODE_TWICE', { code, name: taken.name }));
    return taken !== undefined;
  }

  private keepsAmount(
    row: ParsedRow,
    line: BudgetLine,
    known: { fund: Fund; initial: Fen },
    errors: CellError[],
  ): boolean {
    if (known.fund.kind !== line.kind) {
      errors.push(this.error(row, 'kind', 'BUDGET_LINE_KIND', { name: line.name, known: known.fund.kind }));
      return false;
    }
    if (known.initial !== line.amount) {
      const params = { name: line.name, known: formatYuan(known.initial), value: formatYuan(line.amount) };
      errors.push(this.error(row, 'amount', 'BUDGET_LINE_FIXED', params));
      return false;
    }
    return true;
  }

  private describes(fund: Fund, line: BudgetLine): boolean {
    return (
      fund.code === (line.code ?? line.name) &&
      fund.purpose === line.purpose &&
      fund.functionCode === line.functionCode &&
      fund.economicCode === line.economicCode
    );
  }

  private async apply(
    { actor, centreId }: ImportContext,
    { fiscalYear, fresh, changed, known }: YearPlan,
  ): Promise<void> {
    if (fresh.length + changed.length === 0) return;
    const budgetId = await this.budgetId(actor.userId, centreId, fiscalYear);
    const afterNo = Math.max(0, ...[...known.values()].map(({ fund }) => fund.no));
    await this.writer.addLines(actor, {
      centreId,
      fiscalYear,
      afterNo,
      documentNo: `${fiscalYear}年度预算`,
      lines: fresh,
    });
    for (const fund of changed) expectOne((await this.funds.describe(fund)) ? 1 : 0, 'fund');
    await this.audit.append({
      ...{ actor, centreId, action: 'budget.imported', subjectType: 'budget', subjectId: budgetId },
      data: { fiscalYear, created: fresh.length, changed: changed.length },
    });
  }

  private async budgetId(userId: Id, centreId: Id, fiscalYear: number): Promise<Id> {
    const known = await this.funds.budget(centreId, fiscalYear);
    if (known) return known.id;
    const id = this.ids.next();
    await this.funds.addBudgets([
      {
        ...{
          id,
          centreId,
          fiscalYear,
          source: `${fiscalYear}年度预算`,
          status: 'open',
          loadedAt: this.clock.millis(),
          loadedBy: userId,
        },
        ...{
          unitName: null,
          region: null,
          excludes: null,
          total: null,
          previousTotal: null,
          posts: null,
          filled: null,
        },
      },
    ]);
    return id;
  }

  private error(row: ParsedRow, key: string, code: string, params: Record<string, string | number>): CellError {
    const column = SHEET.columns.find((c) => c.key === key)?.zh ?? '';
    return { sheet: row.sheet, row: row.row, column, value: String(row.values[key] ?? '').slice(0, 40), code, params };
  }
}
