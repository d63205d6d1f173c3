import { AuditModule } from '@gridstaff/audit';
import type { EntityClass } from '@gridstaff/persistence';
import { Module } from '@nestjs/common';
import { AccountStore } from './account-store';
import { Accounts } from './accounts';
import { Actors } from './actors';
import { LoginGuard } from './login-guard';
import { PasswordHasher } from './passwords';
import { PersonDirectory } from './person-directory';
import { SessionStore } from './session-store';
import { Sessions } from './sessions';
import { Tokens } from './tokens';
import { ApiTokenRow, SessionRow, UserRoleRow, UserRow } from './user.entity';

export const identityEntities: EntityClass[] = [UserRow, UserRoleRow, SessionRow, ApiTokenRow];

@Module({
  imports: [AuditModule],
  providers: [
    AccountStore,
    Accounts,
    Actors,
    LoginGuard,
    PasswordHasher,
    PersonDirectory,
    SessionStore,
    Sessions,
    Tokens,
  ],
  exports: [Accounts, Actors, PersonDirectory, Sessions, Tokens],
})
export class IdentityModule {}
