import { AuditModule } from '@gridstaff/audit';
import { ExchangeModule, ExportRegistry } from '@gridstaff/exchange';
import { FundModule } from '@gridstaff/fund';
import { PayrollModule } from '@gridstaff/payroll';
import { RosterModule } from '@gridstaff/roster';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ConfirmSettlement } from './application/confirm-settlement';
import { SettlementExport } from './application/exports/settlement-sheet';
import { PaySettlement } from './application/pay-settlement';
import { PayrollRunTotals } from './application/payroll-run-totals';
import { PrepareSettlements } from './application/prepare-settlements';
import { RunTotalsReader } from './application/run-totals';
import { SettlementReader } from './application/settlement-reader';
import { SettlementRepository } from './domain/settlement';
import { SqlSettlementRepository } from './persistence/settlement.repository';

const USE_CASES = [PrepareSettlements, ConfirmSettlement, PaySettlement, SettlementReader];

@Module({
  imports: [AuditModule, ExchangeModule, FundModule, PayrollModule, RosterModule],
  providers: [
    { provide: SettlementRepository, useClass: SqlSettlementRepository },
    { provide: RunTotalsReader, useClass: PayrollRunTotals },
    ...USE_CASES,
    SettlementExport,
  ],
  exports: USE_CASES,
})
export class SettlementModule implements OnModuleInit {
  constructor(
    private readonly exports: ExportRegistry,
    private readonly sheet: SettlementExport,
  ) {}

  onModuleInit(): void {
    this.exports.register(this.sheet);
  }
}
