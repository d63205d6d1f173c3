import { ApprovalModule } from '@gridstaff/approval';
import { AuditModule } from '@gridstaff/audit';
import { IdentityModule } from '@gridstaff/identity';
import { JobRegistry } from '@gridstaff/jobs';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ExchangeModule } from '../exchange.module';
import { SealedParts } from '../stored/sealed-parts.repository';
import { StoredSweep } from '../stored/stored-sweep';
import { ExportTasks } from './export-tasks';
import { ExportTasksTable } from './export-tasks.repository';
import { MakeList } from './make-list';

/** Lists as files, made by jobs. Apart from `ExchangeModule`, whose users need neither jobs nor approvals. */
@Module({
  imports: [ApprovalModule, AuditModule, ExchangeModule, IdentityModule],
  providers: [ExportTasks, ExportTasksTable, MakeList, SealedParts, StoredSweep],
  exports: [ExportTasks, StoredSweep],
})
export class ListExportsModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly make: MakeList,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.make);
  }
}
