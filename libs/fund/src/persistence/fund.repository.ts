import type { Id } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Appropriation, type Budget, type BudgetInfo, type Fund, FundRepository } from '../domain/fund';
import { AppropriationRow, BudgetInfoRow, BudgetRow, FundRow } from './fund.entity';

const BUDGET = [
  'id',
  'centre_id',
  'fiscal_year',
  'unit_name',
  'region',
  'source',
  'excludes',
  'status',
  'total_fen',
  'previous_total_fen',
  'posts',
  'filled',
  'loaded_at',
  'loaded_by',
];
const FUND = [
  'id',
  'centre_id',
  'fiscal_year',
  'no',
  'name',
  'code',
  'kind',
  'purpose',
  'function_code',
  'economic_code',
  'version',
];
const APPROPRIATION = [
  'id',
  'centre_id',
  'fund_id',
  'kind',
  'amount_fen',
  'document_no',
  'effective_on',
  'reason',
  'transfer_id',
  'recorded_at',
  'recorded_by',
];

const fundOf = ({ code, ...row }: FundRow): Fund => ({ ...row, code: code ?? row.name });
const codeOf = ({ code, name }: Fund): string | null => (code === name ? null : code);

@Injectable()
export class SqlFundRepository extends FundRepository {
  constructor(private readonly db: Database) {
    super();
  }

  async budget(centreId: Id, fiscalYear: number): Promise<Budget | undefined> {
    const row = await this.db.manager.getRepository(BudgetRow).findOneBy({ centreId, fiscalYear });
    if (!row) return undefined;
    const { totalFen, previousTotalFen, ...rest } = row;
    return { ...rest, total: totalFen, previousTotal: previousTotalFen };
  }

  async budgetInfo(budgetId: Id): Promise<BudgetInfo[]> {
    const rows = await this.db.manager
      .getRepository(BudgetInfoRow)
      .find({ where: { budgetId }, order: { section: 'ASC', no: 'ASC' } });
    return rows.map(({ section, no, name, amountFen }) => ({ section, no, name, amount: amountFen }));
  }

  async addBudgets(budgets: readonly Budget[]): Promise<void> {
    const rows = budgets.map((b) => [
      b.id,
      b.centreId,
      b.fiscalYear,
      b.unitName,
      b.region,
      b.source,
      b.excludes,
      b.status,
      b.total,
      b.previousTotal,
      b.posts,
      b.filled,
      b.loadedAt,
      b.loadedBy,
    ]);
    await this.db.insert('budget', BUDGET, rows);
  }

  async addBudgetInfo(budgetId: Id, info: readonly BudgetInfo[]): Promise<void> {
    const rows = info.map((i) => [budgetId, i.section, i.no, i.name, i.amount]);
    await this.db.insert('budget_info', ['budget_id', 'section', 'no', 'name', 'amount_fen'], rows);
  }

  async fund(id: Id): Promise<Fund | undefined> {
    const row = await this.db.manager.getRepository(FundRow).findOneBy({ id });
    return row ? fundOf(row) : undefined;
  }

  async byIds(ids: readonly Id[]): Promise<Fund[]> {
    if (ids.length === 0) return [];
    return (await this.db.manager.getRepository(FundRow).findBy({ id: In([...ids]) })).map(fundOf);
  }

  async latestYear(centreId: Id): Promise<number | undefined> {
    const last = await this.db.manager.getRepository(FundRow).maximum('fiscalYear', { centreId });
    return last === null ? undefined : Number(last);
  }

  async funds(centreId: Id, fiscalYear: number): Promise<Fund[]> {
    const found = { where: { centreId, fiscalYear }, order: { no: 'ASC' } } as const;
    return (await this.db.manager.getRepository(FundRow).find(found)).map(fundOf);
  }

  async addFunds(funds: readonly Fund[]): Promise<void> {
    const rows = funds.map((f) => [
      f.id,
      f.centreId,
      f.fiscalYear,
      f.no,
      f.name,
      codeOf(f),
      f.kind,
      f.purpose,
      f.functionCode,
      f.economicCode,
      f.version,
    ]);
    await this.db.insert('fund', FUND, rows);
  }

  async describe(fund: Fund): Promise<boolean> {
    const sql =
      'UPDATE fund SET code = ?, purpose = ?, function_code = ?, economic_code = ?, version = version + 1 WHERE id = ? AND version = ?';
    const { purpose, functionCode, economicCode, id, version } = fund;
    return (await this.db.execute(sql, [codeOf(fund), purpose, functionCode, economicCode, id, version])) === 1;
  }

  async appropriations(fundIds: readonly Id[]): Promise<Appropriation[]> {
    const rows = await this.db.manager
      .getRepository(AppropriationRow)
      .find({ where: { fundId: In([...fundIds]) }, order: { effectiveOn: 'ASC', id: 'ASC' } });
    return rows.map(({ amountFen, ...rest }) => ({ ...rest, amount: amountFen }));
  }

  async addAppropriations(appropriations: readonly Appropriation[]): Promise<void> {
    const rows = appropriations.map((a) => [
      a.id,
      a.centreId,
      a.fundId,
      a.kind,
      a.amount,
      a.documentNo,
      a.effectiveOn,
      a.reason,
      a.transferId,
      a.recordedAt,
      a.recordedBy,
    ]);
    await this.db.insert('appropriation', APPROPRIATION, rows);
  }
}
