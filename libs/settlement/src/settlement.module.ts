import { AuditModule } from '@gridstaff/audit';
import { FundModule } from '@gridstaff/fund';
import { PayrollModule } from '@gridstaff/payroll';
import { Module } from '@nestjs/common';
import { ConfirmSettlement } from './application/confirm-settlement';
import { PaySettlement } from './application/pay-settlement';
import { PayrollRunTotals } from './application/payroll-run-totals';
import { PrepareSettlements } from './application/prepare-settlements';
import { RunTotalsReader } from './application/run-totals';
import { SettlementReader } from './application/settlement-reader';
import { SettlementRepository } from './domain/settlement';
import { SqlSettlementRepository } from './persistence/settlement.repository';

const USE_CASES = [PrepareSettlements, ConfirmSettlement, PaySettlement, SettlementReader];

@Module({
  imports: [AuditModule, FundModule, PayrollModule],
  providers: [
    { provide: SettlementRepository, useClass: SqlSettlementRepository },
    { provide: RunTotalsReader, useClass: PayrollRunTotals },
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class SettlementModule {}
