import { AuditModule } from '@gridstaff/audit';
import { CalendarModule } from '@gridstaff/calendar';
import { BatchRegistry, ExchangeModule, ImportRegistry } from '@gridstaff/exchange';
import { RosterModule } from '@gridstaff/roster';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AttendanceBook } from './application/attendance-book';
import { AttendanceImport } from './application/attendance-import';
import { AttendancePlanner } from './application/attendance-planner';
import { AttendanceUndo, AttendanceWatch } from './application/attendance-undo';
import { LeaveBalances } from './application/leave-balances';
import { LeaveCatalogue } from './application/leave-catalogue';
import { LeaveLedger } from './application/leave-ledger';
import { LeaveLimits } from './application/leave-limits';
import { PriorServices } from './application/prior-services';
import { Workforce } from './application/workforce';
import { AttendanceStore } from './domain/attendance-store';
import { MonthFacts } from './domain/month-facts';
import { SqlAttendanceStore, SqlMonthFacts } from './persistence';

@Module({
  imports: [AuditModule, CalendarModule, ExchangeModule, RosterModule],
  providers: [
    { provide: AttendanceStore, useClass: SqlAttendanceStore },
    { provide: MonthFacts, useClass: SqlMonthFacts },
    AttendanceBook,
    AttendanceImport,
    AttendancePlanner,
    AttendanceUndo,
    AttendanceWatch,
    LeaveBalances,
    LeaveCatalogue,
    LeaveLedger,
    LeaveLimits,
    PriorServices,
    Workforce,
  ],
  exports: [AttendanceBook, LeaveBalances, LeaveCatalogue, LeaveLedger, MonthFacts, PriorServices, Workforce],
})
export class AttendanceModule implements OnModuleInit {
  constructor(
    private readonly imports: ImportRegistry,
    private readonly attendance: AttendanceImport,
    private readonly batches: BatchRegistry,
    private readonly undo: AttendanceUndo,
    private readonly watch: AttendanceWatch,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.attendance);
    this.batches.registerRoom(this.undo);
    this.batches.registerWatch(this.watch);
  }
}
