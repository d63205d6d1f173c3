import { ApprovalModule } from '@gridstaff/approval';
import { AssemblyModule, type AssemblyOptions } from '@gridstaff/assembly';
import { AttendanceModule } from '@gridstaff/attendance';
import { AuditModule } from '@gridstaff/audit';
import { CalendarModule } from '@gridstaff/calendar';
import { DispatchModule } from '@gridstaff/dispatch';
import { EvaluationModule } from '@gridstaff/evaluation';
import { ExchangeModule, ListExportsModule } from '@gridstaff/exchange';
import { FundModule } from '@gridstaff/fund';
import { IdentityModule } from '@gridstaff/identity';
import { PayrollModule } from '@gridstaff/payroll';
import { PolicyModule } from '@gridstaff/policy';
import { ReportingModule } from '@gridstaff/reporting';
import { RosterModule } from '@gridstaff/roster';
import { SettlementModule } from '@gridstaff/settlement';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { ThrottlerModule } from '@nestjs/throttler';
import { CookieSettings } from './http/common/cookie-settings';
import { DtoPipe } from './http/common/dto.pipe';
import { ProblemFilter } from './http/common/problem.filter';
import { RouteTable } from './http/common/route-table';
import { SessionGuard } from './http/common/session.guard';
import { UnaskedGuard } from './http/common/unasked.guard';
import { Freshness, VersionInterceptor } from './http/common/versions';
import { CONTROLLERS } from './http/controllers';
import { ListExports } from './http/exports/list-exports';
import { Readiness } from './http/health/readiness';
import { RunFeed } from './http/runs/run-feed';
import { LocalStrategy } from './http/session/local.strategy';

/** Sign-in tries per address and minute: many people may share the address of one office. */
const SIGN_INS_PER_MINUTE = 60;

/** The rooms whose use cases the controllers call; the assembly has configured them. */
const ROOMS = [
  ...[AuditModule, IdentityModule, ApprovalModule, CalendarModule, ExchangeModule, ListExportsModule, PolicyModule],
  ...[RosterModule, DispatchModule, AttendanceModule, EvaluationModule, FundModule, PayrollModule],
  ...[SettlementModule, ReportingModule],
];

/** HTTP over the product: controllers, and what stands in front of them. */
@Module({})
export class AppModule {
  static with(options: AssemblyOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        AssemblyModule.with(options),
        ...ROOMS,
        DiscoveryModule,
        PassportModule.register({ session: false }),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: SIGN_INS_PER_MINUTE }]),
      ],
      controllers: CONTROLLERS,
      providers: [
        Readiness,
        CookieSettings,
        LocalStrategy,
        RouteTable,
        Freshness,
        RunFeed,
        ListExports,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: UnaskedGuard },
        { provide: APP_PIPE, useClass: DtoPipe },
        { provide: APP_INTERCEPTOR, useClass: VersionInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
