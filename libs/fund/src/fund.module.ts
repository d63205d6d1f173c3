import { AuditModule } from '@gridstaff/audit';
import { ExchangeModule, ImportRegistry, TemplateLists } from '@gridstaff/exchange';
import { Module, type OnModuleInit } from '@nestjs/common';
import { BudgetImport } from './application/budget-import';
import { BudgetWriter } from './application/budget-writer';
import { ChangeAppropriation } from './application/change-appropriation';
import { FundLedger } from './application/fund-ledger';
import { FundReader } from './application/fund-reader';
import { LedgerWriter } from './application/ledger-writer';
import { LoadBudget } from './application/load-budget';
import { FundRepository } from './domain/fund';
import { LedgerRepository } from './domain/ledger';
import { SqlFundRepository } from './persistence/fund.repository';
import { SqlLedgerRepository } from './persistence/ledger.repository';

@Module({
  imports: [AuditModule, ExchangeModule],
  providers: [
    { provide: FundRepository, useClass: SqlFundRepository },
    { provide: LedgerRepository, useClass: SqlLedgerRepository },
    ...[LedgerWriter, BudgetWriter, FundLedger, FundReader, LoadBudget, ChangeAppropriation, BudgetImport],
  ],
  exports: [FundLedger, FundReader, LoadBudget, ChangeAppropriation],
})
export class FundModule implements OnModuleInit {
  constructor(
    private readonly registry: ImportRegistry,
    private readonly budgetImport: BudgetImport,
    private readonly lists: TemplateLists,
    private readonly funds: FundReader,
  ) {}

  onModuleInit(): void {
    this.registry.register(this.budgetImport);
    this.lists.register('fund', (centreId) => this.funds.offered(centreId));
  }
}
