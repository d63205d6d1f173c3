import { AuditModule } from '@gridstaff/audit';
import { BatchRegistry, ExchangeModule } from '@gridstaff/exchange';
import { RosterModule, StaffChangeGuards } from '@gridstaff/roster';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AgencyDocuments } from './application/agency-documents';
import { Agreements } from './application/agreements';
import { DispatchMatters } from './application/matters';
import { Review } from './application/review';
import { Returns } from './application/returns';
import { ReturnRoom, StaffChangeLaw } from './application/staff-change-law';
import { DispatchStore, ReturnStore } from './domain/stores';
import { SqlDispatchStore, SqlReturnStore } from './persistence';

const USE_CASES = [AgencyDocuments, Agreements, DispatchMatters, Returns];

@Module({
  imports: [AuditModule, ExchangeModule, RosterModule],
  providers: [{ provide: DispatchStore, useClass: SqlDispatchStore }, { provide: ReturnStore, useClass: SqlReturnStore }, ...USE_CASES, Review, StaffChangeLaw, ReturnRoom],
  exports: USE_CASES,
})
export class DispatchModule implements OnModuleInit {
  constructor(
    private readonly guards: StaffChangeGuards,
    private readonly law: StaffChangeLaw,
    private readonly batches: BatchRegistry,
    private readonly returns: ReturnRoom,
  ) {}

  onModuleInit(): void {
    this.guards.register(this.law);
    this.batches.registerRoom(this.returns);
  }
}
