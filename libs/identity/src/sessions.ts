import { AuditLog } from '@gridstaff/audit';
import { DomainError, type Id } from '@gridstaff/kernel';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { Actors, type SignedIn, toSignedIn } from './actors';
import { LoginGuard } from './login-guard';
import { PasswordHasher } from './passwords';
import { type OpenedSession, SessionStore } from './session-store';
import { normalName } from './user-name';

export interface NewSession extends OpenedSession {
  userId: Id;
  mustChangePassword: boolean;
}

interface Credentials {
  id: string;
  person_id: string;
  password_hash: string | null;
  initial_until: number | null;
  must_change_password: number;
  disabled: number;
}

/** `last_seen_at` is written once a minute at most: idle time is measured to the minute, and reading stays reading. */
const TOUCH_MS = 60_000;

/** Sign-in and the opaque server-side sessions behind the cookie. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly hasher: PasswordHasher,
    private readonly store: SessionStore,
    private readonly guard: LoginGuard,
    private readonly audit: AuditLog,
    private readonly actors: Actors,
  ) {}

  /**
   * Always makes a new session; a token the client brought is no part of it. Five wrong tries in a row lock the account for 15 minutes,
   * also for the right password. Text and work are the same for a wrong password, a lock, a disabled and an unknown account.
   * @param ip the peer's address, for the audit log
   * @throws DomainError SIGN_IN_FAILED
   */
  async signIn(name: string, password: string, ip: string): Promise<NewSession> {
    const user = await this.db.one<Credentials>(
      'SELECT id, person_id, password_hash, initial_until, must_change_password, disabled FROM app_user WHERE name = ?',
      [normalName(name)],
    );
    // The try is counted before the password is looked at: a burst of parallel guesses gets five of them checked, not all.
    const counted = user !== undefined && (await this.uow.run(() => this.guard.countTry(user.id)));
    const matches = await this.hasher.verify(user?.password_hash ?? null, password);
    const outdated = user?.initial_until != null && Number(user.initial_until) <= this.clock.millis();
    if (!user || !counted || !matches || outdated || Number(user.disabled) === 1) {
      await this.uow.run(() => this.recordFailure(user?.id, ip));
      throw new DomainError('SIGN_IN_FAILED');
    }
    return this.uow.run(async () => {
      await this.guard.clear(user.id);
      const session = await this.store.open(user.id);
      const actor = { userId: user.id, personId: user.person_id, grants: new Map() };
      await this.audit.append({
        actor,
        centreId: null,
        action: 'session.opened',
        subjectType: 'user',
        subjectId: user.id,
        data: { ip: ip.slice(0, 45) },
      });
      return { ...session, userId: user.id, mustChangePassword: Number(user.must_change_password) === 1 };
    });
  }

  /** Rights are read each time, so a changed role counts from the next request. @throws DomainError NOT_SIGNED_IN */
  async authenticate(token: string): Promise<SignedIn> {
    const rows = await this.store.find(token);
    const session = rows[0];
    if (!session) throw new DomainError('NOT_SIGNED_IN');
    if (Number(session.last_seen_at) <= this.clock.millis() - TOUCH_MS)
      await this.uow.run(() => this.store.touch(token));
    return toSignedIn(rows, { expiresAt: Number(session.expires_at), idleMinutes: this.store.idleMinutes });
  }

  /** Ending an ended session is no error. */
  async signOut(token: string): Promise<void> {
    const [session] = await this.store.find(token);
    await this.uow.run(async () => {
      if (!(await this.store.end(token)) || !session) return;
      const actor = { userId: session.id, personId: session.person_id, grants: new Map() };
      await this.audit.append({
        actor,
        centreId: null,
        action: 'session.closed',
        subjectType: 'user',
        subjectId: session.id,
      });
    });
  }

  /** The name tried is not recorded: people type passwords into the wrong field. */
  private async recordFailure(userId: Id | undefined, ip: string): Promise<void> {
    const locked = userId !== undefined && (await this.guard.isLocked(userId));
    await this.audit.append({
      ...{
        actor: this.actors.system(),
        centreId: null,
        action: 'session.refused',
        subjectType: 'user',
        subjectId: userId ?? 'unknown',
      },
      data: { ip: ip.slice(0, 45), locked },
    });
  }
}
