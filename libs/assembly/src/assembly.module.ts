import { ApprovalModule } from '@gridstaff/approval';
import { AttendanceModule } from '@gridstaff/attendance';
import { AuditModule, DailySigning } from '@gridstaff/audit';
import { CalendarModule } from '@gridstaff/calendar';
import { DispatchModule } from '@gridstaff/dispatch';
import { EvaluationModule } from '@gridstaff/evaluation';
import { ExchangeModule, ListExportsModule, NightlyFileErasure } from '@gridstaff/exchange';
import { FundModule } from '@gridstaff/fund';
import { IdentityModule } from '@gridstaff/identity';
import { JobsModule } from '@gridstaff/jobs';
import { PayrollModule } from '@gridstaff/payroll';
import { PersistenceModule } from '@gridstaff/persistence';
import { PolicyModule } from '@gridstaff/policy';
import { ReportingModule } from '@gridstaff/reporting';
import { RosterModule } from '@gridstaff/roster';
import { RuntimeModule, type RuntimeOptions } from '@gridstaff/runtime';
import { SettlementModule } from '@gridstaff/settlement';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ALL_ENTITIES } from './entities';

export interface AssemblyOptions extends RuntimeOptions {
  /** The role of the process, chosen here and asked nowhere else: does it work on jobs, or only enqueue them? */
  consumeJobs: boolean;
}

/** The product without a face: api, worker and command line are this plus HTTP, nothing, or commands. */
@Module({})
export class AssemblyModule {
  static with(options: AssemblyOptions): DynamicModule {
    return {
      module: AssemblyModule,
      imports: [
        RuntimeModule.from(options),
        PersistenceModule.with(ALL_ENTITIES),
        JobsModule.with({ consume: options.consumeJobs }),
        AuditModule,
        IdentityModule,
        ApprovalModule,
        CalendarModule,
        ExchangeModule,
        ListExportsModule,
        PolicyModule,
        RosterModule,
        DispatchModule,
        AttendanceModule,
        EvaluationModule,
        FundModule,
        PayrollModule,
        SettlementModule,
        ReportingModule,
        ...(options.consumeJobs ? [ScheduleModule.forRoot()] : []),
      ],
      providers: options.consumeJobs ? [DailySigning, NightlyFileErasure] : [],
    };
  }
}
