import { AuditModule } from '@gridstaff/audit';
import { PayrollModule } from '@gridstaff/payroll';
import { RosterModule } from '@gridstaff/roster';
import { Module } from '@nestjs/common';
import { VerifyDatabase } from './application/verify-database';
import { VerificationStore } from './domain/verification-store';
import { SqlVerificationStore } from './persistence/verification.repository';

@Module({
  imports: [AuditModule, PayrollModule, RosterModule],
  providers: [VerifyDatabase, { provide: VerificationStore, useClass: SqlVerificationStore }],
  exports: [VerifyDatabase],
})
export class ReportingModule {}
