import {
  CodeColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LocalDateColumn,
  NameColumn,
} from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';
import type { AppropriationKind, BudgetInfo, FundKind } from '../domain/fund';

/** The published budget of a centre's fiscal year. */
@Entity('budget')
@Index(['centreId', 'fiscalYear'], { unique: true })
@Check('ck_budget_status', "status IN ('open','closed')")
export class BudgetRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @IntColumn()
  fiscalYear: number;

  @NameColumn(200, { nullable: true })
  unitName: string | null;

  @CodeColumn(12, { nullable: true })
  region: string | null;

  @NameColumn(200)
  source: string;

  @NameColumn(200, { nullable: true })
  excludes: string | null;

  @CodeColumn(12)
  status: 'open' | 'closed';

  @FenColumn({ nullable: true })
  totalFen: number | null;

  @FenColumn({ nullable: true })
  previousTotalFen: number | null;

  @IntColumn({ nullable: true })
  posts: number | null;

  @IntColumn({ nullable: true })
  filled: number | null;

  @InstantColumn()
  loadedAt: number;

  @IdColumn()
  loadedBy: string;
}

/** Published figures that are not lines of their own. */
@Entity({ name: 'budget_info', withoutRowid: true })
export class BudgetInfoRow {
  @IdColumn({ primary: true })
  budgetId: string;

  @CodeColumn(20, { primary: true })
  section: BudgetInfo['section'];

  @IntColumn({ primary: true })
  no: number;

  @NameColumn(120)
  name: string;

  @FenColumn({ nullable: true })
  amountFen: number | null;
}

@Entity('fund')
@Index(['centreId', 'fiscalYear', 'no'], { unique: true })
@Index(['centreId', 'fiscalYear', 'name'], { unique: true })
@Index(['centreId', 'fiscalYear', 'code'], { unique: true })
@Check('ck_fund_kind', "kind IN ('basic','project','zero')")
export class FundRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @IntColumn()
  fiscalYear: number;

  @IntColumn()
  no: number;

  @NameColumn(120)
  name: string;

  /** Null: its name. */
  @NameColumn(120, { nullable: true })
  code: string | null;

  @CodeColumn(12)
  kind: FundKind;

  @NameColumn(500, { nullable: true })
  purpose: string | null;

  @CodeColumn(20, { nullable: true })
  functionCode: string | null;

  @CodeColumn(20, { nullable: true })
  economicCode: string | null;

  @IntColumn()
  version: number;
}

/** Changed by relative updates alone; the checks hold whatever the code does. */
@Entity('fund_balance')
@Check('ck_fund_balance_available', 'available_fen >= 0')
@Check('ck_fund_balance_reserved', 'reserved_fen >= 0')
@Check('ck_fund_balance_paid', 'paid_fen >= 0')
@Check('ck_fund_balance_ties', 'granted_fen = available_fen + reserved_fen + paid_fen')
@Check('ck_fund_balance_zero_line', 'zero_line = 0 OR granted_fen = 0')
export class FundBalanceRow {
  @IdColumn({ primary: true })
  fundId: string;

  @IdColumn()
  centreId: string;

  @FlagColumn()
  zeroLine: boolean;

  @FenColumn()
  grantedFen: number;

  @FenColumn()
  availableFen: number;

  @FenColumn()
  reservedFen: number;

  @FenColumn()
  paidFen: number;

  @IntColumn()
  lastNo: number;
}

/** Added only. */
@Entity('appropriation')
@Index(['fundId', 'effectiveOn'])
@Check('ck_appropriation_kind', "kind IN ('initial','supplement','reduction','adjustment','carry_over')")
export class AppropriationRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @IdColumn()
  fundId: string;

  @CodeColumn(12)
  kind: AppropriationKind;

  @FenColumn()
  amountFen: number;

  @NameColumn(80)
  documentNo: string;

  @LocalDateColumn()
  effectiveOn: string;

  @NameColumn(300, { nullable: true })
  reason: string | null;

  @IdColumn({ nullable: true })
  transferId: string | null;

  @InstantColumn()
  recordedAt: number;

  @IdColumn()
  recordedBy: string;
}
