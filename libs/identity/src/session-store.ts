import type { Id } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Clock, SecuritySettings } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { USER_WITH_ROLE, type UserWithRole } from './actors';
import { randomToken, tokenHash } from './passwords';

export interface OpenedSession {
  /** Goes into the cookie and nowhere else. */
  token: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

export type LiveSession = UserWithRole & { last_seen_at: number; expires_at: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Rows of `user_session`. */
@Injectable()
export class SessionStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: SecuritySettings,
  ) {}

  async open(userId: Id): Promise<OpenedSession> {
    const token = randomToken();
    const now = this.clock.millis();
    const expiresAt = now + this.settings.sessionHours * HOUR_MS;
    await this.db.insert(
      'user_session',
      ['token_hash', 'user_id', 'created_at', 'last_seen_at', 'expires_at', 'ended_at'],
      [[tokenHash(token), userId, now, now, expiresAt, null]],
    );
    return { token, expiresAt };
  }

  /** Session, account and rights in one query; empty when the session is over, too long idle, or the account disabled. */
  find(token: string): Promise<LiveSession[]> {
    const now = this.clock.millis();
    return this.db.query<LiveSession>(
      `SELECT ${USER_WITH_ROLE.columns}, s.last_seen_at, s.expires_at
         FROM user_session s JOIN app_user u ON u.id = s.user_id ${USER_WITH_ROLE.roles}
        WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.expires_at > ? AND s.last_seen_at > ? AND u.disabled = 0`,
      [tokenHash(token), now, now - this.settings.sessionIdleMinutes * MINUTE_MS],
    );
  }

  /** Minutes without a request after which a session ends. */
  get idleMinutes(): number {
    return this.settings.sessionIdleMinutes;
  }

  async touch(token: string): Promise<void> {
    await this.db.execute('UPDATE user_session SET last_seen_at = ? WHERE token_hash = ? AND ended_at IS NULL', [
      this.clock.millis(),
      tokenHash(token),
    ]);
  }

  /** @returns whether it was open */
  async end(token: string): Promise<boolean> {
    const ended = await this.db.execute(
      'UPDATE user_session SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL',
      [this.clock.millis(), tokenHash(token)],
    );
    return ended === 1;
  }

  async endAllOf(userId: Id): Promise<void> {
    await this.db.execute('UPDATE user_session SET ended_at = ? WHERE user_id = ? AND ended_at IS NULL', [
      this.clock.millis(),
      userId,
    ]);
  }
}
