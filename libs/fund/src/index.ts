export { ChangeAppropriation } from './application/change-appropriation';
export { FundLedger, type PostRequest, type ReserveRequest } from './application/fund-ledger';
export { FundReader, type FundView, type LedgerExport } from './application/fund-reader';
export { LoadBudget, type LoadedBudget } from './application/load-budget';
export type { Appropriation, AppropriationKind, Budget, BudgetInfo, Fund, FundKind } from './domain/fund';
export type { Account, Balances, LedgerEntry, MovementSort, Reservation, ReservationStatus } from './domain/ledger';
export { FundModule } from './fund.module';
export { fundAppendOnlyTables, fundEntities } from './persistence';
