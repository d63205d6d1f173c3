import { AuditModule } from '@gridstaff/audit';
import { BatchRegistry, ExchangeModule, ListExportRegistry } from '@gridstaff/exchange';
import { RosterModule, StaffChangeGuards } from '@gridstaff/roster';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AgencyDocuments } from './application/agency-documents';
import { Agreements } from './application/agreements';
import { ExpiriesExport, FindingsExport } from './application/matter-exports';
import { DispatchMatters } from './application/matters';
import { Review } from './application/review';
import { Returns } from './application/returns';
import { ReturnRoom, StaffChangeLaw } from './application/staff-change-law';
import { DispatchStore, ReturnStore } from './domain/stores';
import { SqlDispatchStore, SqlReturnStore } from './persistence';

const USE_CASES = [AgencyDocuments, Agreements, DispatchMatters, Returns];

@Module({
  imports: [AuditModule, ExchangeModule, RosterModule],
  providers: [{ provide: DispatchStore, useClass: SqlDispatchStore }, { provide: ReturnStore, useClass: SqlReturnStore }, ...USE_CASES, ExpiriesExport, FindingsExport, Review, StaffChangeLaw, ReturnRoom],
  exports: USE_CASES,
})
export class DispatchModule implements OnModuleInit {
  constructor(
    private readonly guards: StaffChangeGuards,
    private readonly law: StaffChangeLaw,
    private readonly batches: BatchRegistry,
    private readonly returns: ReturnRoom,
    private readonly lists: ListExportRegistry,
    private readonly findings: FindingsExport,
    private readonly expiries: ExpiriesExport,
  ) {}

  onModuleInit(): void {
    this.guards.register(this.law);
    this.batches.registerRoom(this.returns);
    this.lists.register(this.findings);
    this.lists.register(this.expiries);
  }
}
