import { AuditModule } from '@gridstaff/audit';
import { ExchangeModule } from '@gridstaff/exchange';
import { FundModule } from '@gridstaff/fund';
import { PayrollModule } from '@gridstaff/payroll';
import { RosterModule } from '@gridstaff/roster';
import { Module } from '@nestjs/common';
import { VerifyDatabase } from './application/verify-database';
import { WhatIf } from './application/what-if/what-if';
import { VerificationStore } from './domain/verification-store';
import { SqlVerificationStore } from './persistence/verification.repository';

@Module({
  imports: [AuditModule, ExchangeModule, FundModule, PayrollModule, RosterModule],
  providers: [VerifyDatabase, WhatIf, { provide: VerificationStore, useClass: SqlVerificationStore }],
  exports: [VerifyDatabase, WhatIf],
})
export class ReportingModule {}
