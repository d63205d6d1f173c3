import { DomainError, type Fen, formatYuan, type Id, type LocalDate, monthOf, ratio, yearOf } from '@gridstaff/kernel';

/** basic 基本支出 | project 项目支出 | zero: a line published as zero (三公经费, 会议费, 培训费), which refuses any spend. */
export type FundKind = 'basic' | 'project' | 'zero';

/** 资金: one budget line of a fiscal year. */
export interface Fund {
  id: Id;
  centreId: Id;
  fiscalYear: number;
  /** Order in the budget, 1 … n. */
  no: number;
  name: string;
  /** What splits and pay items name it by, the same in every year; its name where the budget gives it no other. Unique among codes and names of a year. */
  code: string;
  kind: FundKind;
  purpose: string | null;
  /** 功能分类 and 部门经济分类 codes: not published, so they stay editable (domain facts, section 5). */
  functionCode: string | null;
  economicCode: string | null;
  version: number;
}

/** 年初 | 追加 | 追减 | 调剂 | 结转 */
export type AppropriationKind = 'initial' | 'supplement' | 'reduction' | 'adjustment' | 'carry_over';

/** 指标: a dated change of what a fund may spend, with the document that grants it. Rows are only added. */
export interface Appropriation {
  id: Id;
  centreId: Id;
  fundId: Id;
  kind: AppropriationKind;
  /** Signed fen. */
  amount: Fen;
  documentNo: string;
  effectiveOn: LocalDate;
  reason: string | null;
  /** The same on both sides of an adjustment. */
  transferId: Id | null;
  /** Epoch milliseconds. */
  recordedAt: number;
  recordedBy: Id;
}

export interface Budget {
  id: Id;
  centreId: Id;
  fiscalYear: number;
  unitName: string | null;
  region: string | null;
  source: string;
  excludes: string | null;
  status: 'open' | 'closed';
  /** As published; null for a budget entered line by line. */
  total: Fen | null;
  previousTotal: Fen | null;
  posts: number | null;
  filled: number | null;
  loadedAt: number;
  loadedBy: Id;
}

/** A published figure that is no spendable line of its own: another view of the same money (income, function, procurement …). */
export interface BudgetInfo {
  section: 'income' | 'function' | 'procurement' | 'performance' | 'unit_section';
  no: number;
  name: string;
  amount: Fen | null;
}

export abstract class FundRepository {
  abstract budget(centreId: Id, fiscalYear: number): Promise<Budget | undefined>;
  abstract budgetInfo(budgetId: Id): Promise<BudgetInfo[]>;
  abstract addBudgets(budgets: readonly Budget[]): Promise<void>;
  abstract addBudgetInfo(budgetId: Id, info: readonly BudgetInfo[]): Promise<void>;
  abstract fund(id: Id): Promise<Fund | undefined>;
  abstract byIds(ids: readonly Id[]): Promise<Fund[]>;
  /** The last year that has funds. */
  abstract latestYear(centreId: Id): Promise<number | undefined>;
  /** In the order of the budget. */
  abstract funds(centreId: Id, fiscalYear: number): Promise<Fund[]>;
  abstract addFunds(funds: readonly Fund[]): Promise<void>;
  /** Code, purpose and classification. @returns whether the version still was the one given */
  abstract describe(fund: Fund): Promise<boolean>;
  abstract appropriations(fundIds: readonly Id[]): Promise<Appropriation[]>;
  abstract addAppropriations(rows: readonly Appropriation[]): Promise<void>;
}

const POSITIVE: Readonly<Record<AppropriationKind, (amount: Fen) => boolean>> = {
  initial: (amount) => amount >= 0,
  supplement: (amount) => amount > 0,
  reduction: (amount) => amount < 0,
  adjustment: (amount) => amount > 0,
  carry_over: (amount) => amount > 0,
};

/** @throws DomainError APPROPRIATION_SIGN */
export function checkSign(kind: AppropriationKind, amount: Fen): void {
  if (!POSITIVE[kind](amount)) {
    throw new DomainError('APPROPRIATION_SIGN', { kind, amount: formatYuan(amount) }, { field: 'amount' });
  }
}

/** A change counts from the day of its document: within the year, never in the future. @throws DomainError APPROPRIATION_DATE */
export function checkDate(date: LocalDate, fiscalYear: number, today: LocalDate): void {
  if (yearOf(date) !== fiscalYear || date > today) {
    throw new DomainError('APPROPRIATION_DATE', { date, year: fiscalYear, today }, { field: 'effectiveOn' });
  }
}

/** Share of `part` in `whole` in per cent, two decimals ("8.33"); "0.00" of nothing. */
export function percentage(part: number, whole: number): string {
  return whole === 0
    ? '0.00'
    : ratio.formatDecimal(ratio.multiply(ratio.rational(part, whole), ratio.rational(100)), 2);
}

/** 序时进度: months begun of the fiscal year, in per cent (month / 12). */
export function timeProgress(fiscalYear: number, on: LocalDate): string {
  const year = yearOf(on);
  return percentage(year < fiscalYear ? 0 : year > fiscalYear ? 12 : monthOf(on), 12);
}
