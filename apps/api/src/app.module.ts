import { AssemblyModule, type AssemblyOptions } from '@gridstaff/assembly';
import { IdentityModule } from '@gridstaff/identity';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { ThrottlerModule } from '@nestjs/throttler';
import { CookieSettings } from './http/common/cookie-settings';
import { DtoPipe } from './http/common/dto.pipe';
import { ProblemFilter } from './http/common/problem.filter';
import { RouteTable } from './http/common/route-table';
import { SessionGuard } from './http/common/session.guard';
import { HealthController } from './http/health/health.controller';
import { Readiness } from './http/health/readiness';
import { LocalStrategy } from './http/session/local.strategy';
import { SessionController } from './http/session/session.controller';

/** Sign-in tries per address and minute: many people may share the address of one office. */
const SIGN_INS_PER_MINUTE = 60;

/** HTTP over the product: controllers, and what stands in front of them. */
@Module({})
export class AppModule {
  static with(options: AssemblyOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        AssemblyModule.with(options),
        DiscoveryModule,
        PassportModule.register({ session: false }),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: SIGN_INS_PER_MINUTE }]),
        IdentityModule,
      ],
      controllers: [HealthController, SessionController],
      providers: [
        Readiness,
        CookieSettings,
        LocalStrategy,
        RouteTable,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useClass: DtoPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
