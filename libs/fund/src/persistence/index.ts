import type { EntityClass } from '@gridstaff/persistence';
import { AppropriationRow, BudgetInfoRow, BudgetRow, FundBalanceRow, FundRow } from './fund.entity';
import { LedgerLegRow, LedgerTransactionRow, ReservationRow } from './ledger.entity';

export const fundEntities: EntityClass[] = [
  ...[BudgetRow, BudgetInfoRow, FundRow, FundBalanceRow, AppropriationRow],
  ...[ReservationRow, LedgerTransactionRow, LedgerLegRow],
];

/** Rows of these are never changed or removed: the application's database account gets SELECT and INSERT on them. */
export const fundAppendOnlyTables = ['budget_info', 'appropriation', 'ledger_transaction', 'ledger_leg'] as const;
