export { ConfirmSettlement } from './application/confirm-settlement';
export { type PaidSettlement, PaySettlement, type PayRequest } from './application/pay-settlement';
export { PrepareSettlements } from './application/prepare-settlements';
export { RunTotalsReader } from './application/run-totals';
export { type NamedSettlement, SettlementReader } from './application/settlement-reader';
export type {
  AgencyTotals,
  Payment,
  RunTotals,
  Settlement,
  SettlementLine,
  SettlementSort,
  SettlementStatus,
} from './domain/settlement';
export { settlementAppendOnlyTables, settlementEntities } from './persistence';
export { SettlementModule } from './settlement.module';
