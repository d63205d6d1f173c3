import { ApprovalModule } from '@gridstaff/approval';
import { AuditModule } from '@gridstaff/audit';
import { CalendarModule } from '@gridstaff/calendar';
import { BatchRegistry, ExchangeModule, ImportRegistry } from '@gridstaff/exchange';
import { IdentityModule } from '@gridstaff/identity';
import { RosterModule } from '@gridstaff/roster';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AttendanceBook } from './application/attendance-book';
import { AttendanceImport } from './application/attendance-import';
import { AttendancePlanner } from './application/attendance-planner';
import { AttendanceUndo, AttendanceWatch, PriorServiceUndo } from './application/attendance-undo';
import { LeaveBalances } from './application/leave-balances';
import { LeaveCatalogue } from './application/leave-catalogue';
import { LeaveLedger } from './application/leave-ledger';
import { LeaveLimits } from './application/leave-limits';
import { MonthClose } from './application/month-close';
import { MonthGate } from './application/month-gate';
import { MonthSheetImport } from './application/month-sheet-import';
import { MonthSheets } from './application/month-sheets';
import { PriorServiceImport } from './application/prior-service-import';
import { PriorServices } from './application/prior-services';
import { SheetApproval } from './application/sheet-approval';
import { Schedules } from './application/schedules';
import { SheetPapers } from './application/sheet-papers';
import { SheetReader } from './application/sheet-reader';
import { ShiftBook } from './application/shift-book';
import { TeamDesk } from './application/team-desk';
import { Workforce } from './application/workforce';
import { AttendanceStore } from './domain/attendance-store';
import { MonthFacts } from './domain/month-facts';
import { ScheduleStore } from './domain/schedule-store';
import { SheetStore } from './domain/sheet-store';
import { SqlAttendanceStore, SqlMonthFacts, SqlScheduleStore, SqlSheetStore } from './persistence';

@Module({
  imports: [ApprovalModule, AuditModule, CalendarModule, ExchangeModule, IdentityModule, RosterModule],
  providers: [
    { provide: AttendanceStore, useClass: SqlAttendanceStore },
    { provide: MonthFacts, useClass: SqlMonthFacts },
    { provide: ScheduleStore, useClass: SqlScheduleStore },
    { provide: SheetStore, useClass: SqlSheetStore },
    AttendanceBook,
    AttendanceImport,
    AttendancePlanner,
    AttendanceUndo,
    AttendanceWatch,
    LeaveBalances,
    LeaveCatalogue,
    LeaveLedger,
    LeaveLimits,
    MonthClose,
    MonthGate,
    MonthSheetImport,
    MonthSheets,
    PriorServiceImport,
    PriorServiceUndo,
    PriorServices,
    SheetApproval,
    Schedules,
    SheetPapers,
    SheetReader,
    ShiftBook,
    TeamDesk,
    Workforce,
  ],
  exports: [
    ...[AttendanceBook, LeaveBalances, LeaveCatalogue, LeaveLedger, MonthClose, MonthFacts, MonthSheets, PriorServices],
    ...[Schedules, SheetApproval, SheetPapers, ShiftBook, TeamDesk, Workforce],
  ],
})
export class AttendanceModule implements OnModuleInit {
  constructor(
    private readonly imports: ImportRegistry,
    private readonly attendance: AttendanceImport,
    private readonly batches: BatchRegistry,
    private readonly undo: AttendanceUndo,
    private readonly watch: AttendanceWatch,
    private readonly services: PriorServiceImport,
    private readonly servicesUndo: PriorServiceUndo,
    private readonly monthSheets: MonthSheetImport,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.attendance);
    this.imports.register(this.services);
    this.imports.register(this.monthSheets);
    this.batches.registerRoom(this.undo);
    this.batches.registerRoom(this.servicesUndo);
    this.batches.registerWatch(this.watch);
  }
}
