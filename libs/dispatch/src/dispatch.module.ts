import { AuditModule } from '@gridstaff/audit';
import { RosterModule } from '@gridstaff/roster';
import { Module } from '@nestjs/common';
import { Agreements } from './application/agreements';
import { DispatchMatters } from './application/matters';
import { Review } from './application/review';
import { Returns } from './application/returns';
import { DispatchStore, ReturnStore } from './domain/stores';
import { SqlDispatchStore, SqlReturnStore } from './persistence';

const USE_CASES = [Agreements, DispatchMatters, Returns];

@Module({
  imports: [AuditModule, RosterModule],
  providers: [{ provide: DispatchStore, useClass: SqlDispatchStore }, { provide: ReturnStore, useClass: SqlReturnStore }, ...USE_CASES, Review],
  exports: USE_CASES,
})
export class DispatchModule {}
