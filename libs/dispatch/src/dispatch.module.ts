import { AuditModule } from '@gridstaff/audit';
import { RosterModule } from '@gridstaff/roster';
import { Module } from '@nestjs/common';
import { Agreements } from './application/agreements';
import { DispatchMatters } from './application/matters';
import { Review } from './application/review';
import { DispatchStore } from './domain/stores';
import { SqlDispatchStore } from './persistence';

const USE_CASES = [Agreements, DispatchMatters];

@Module({
  imports: [AuditModule, RosterModule],
  providers: [{ provide: DispatchStore, useClass: SqlDispatchStore }, ...USE_CASES, Review],
  exports: USE_CASES,
})
export class DispatchModule {}
