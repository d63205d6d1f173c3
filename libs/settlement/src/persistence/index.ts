import type { EntityClass } from '@gridstaff/persistence';
import { PaymentRow, SettlementFundRow, SettlementLineRow, SettlementRow } from './settlement.entity';

export const settlementEntities: EntityClass[] = [SettlementRow, SettlementFundRow, SettlementLineRow, PaymentRow];

/** Rows of these are never changed or removed: the application's database account gets SELECT and INSERT on them. */
export const settlementAppendOnlyTables = ['settlement_line', 'payment'] as const;
