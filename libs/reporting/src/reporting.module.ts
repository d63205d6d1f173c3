import { AuditModule } from '@gridstaff/audit';
import { ExchangeModule } from '@gridstaff/exchange';
import { FundModule } from '@gridstaff/fund';
import { PayrollModule } from '@gridstaff/payroll';
import { RosterModule } from '@gridstaff/roster';
import { Module } from '@nestjs/common';
import { EqualPayFile } from './application/equal-pay/equal-pay-file';
import { EqualPayReports } from './application/equal-pay/equal-pay-report';
import { PeopleReportFile } from './application/people/people-report-file';
import { PeopleReports } from './application/people/people-reports';
import { ReportFrames } from './application/people/report-frame';
import { VerifyDatabase } from './application/verify-database';
import { WhatIf } from './application/what-if/what-if';
import { EqualPayStore } from './domain/equal-pay/equal-pay-store';
import { PeopleReportStore } from './domain/people/people-store';
import { VerificationStore } from './domain/verification-store';
import { SqlEqualPayStore } from './persistence/equal-pay/equal-pay.store';
import { SqlPeopleReportStore } from './persistence/people/people-report.store';
import { SqlVerificationStore } from './persistence/verification.repository';

@Module({
  imports: [AuditModule, ExchangeModule, FundModule, PayrollModule, RosterModule],
  providers: [
    ...[EqualPayFile, EqualPayReports, PeopleReportFile, PeopleReports, ReportFrames, VerifyDatabase, WhatIf],
    { provide: EqualPayStore, useClass: SqlEqualPayStore },
    { provide: PeopleReportStore, useClass: SqlPeopleReportStore },
    { provide: VerificationStore, useClass: SqlVerificationStore },
  ],
  exports: [EqualPayFile, EqualPayReports, PeopleReportFile, PeopleReports, VerifyDatabase, WhatIf],
})
export class ReportingModule {}
