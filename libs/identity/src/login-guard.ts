import type { Id } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';

const TRIES = 5;
const LOCK_MS = 15 * 60_000;

/** Counts password tries per account and locks it; both calls write inside the caller's unit. */
@Injectable()
export class LoginGuard {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one try, in one statement, so that parallel ones cannot share it. The fifth sets the lock; if it is right, `clear` lifts it.
   * @returns false while the account is locked
   */
  async countTry(userId: Id): Promise<boolean> {
    const now = this.clock.millis();
    // locked_until comes first: MySQL sees columns assigned earlier in the same statement with their new value.
    const counted = await this.db.execute(
      `UPDATE app_user
          SET locked_until = CASE WHEN failed_logins + 1 >= ${TRIES} THEN ? ELSE NULL END,
              failed_logins = CASE WHEN failed_logins + 1 >= ${TRIES} THEN 0 ELSE failed_logins + 1 END
        WHERE id = ? AND (locked_until IS NULL OR locked_until <= ?)`,
      [now + LOCK_MS, userId, now],
    );
    return counted === 1;
  }

  async clear(userId: Id): Promise<void> {
    await this.db.execute('UPDATE app_user SET failed_logins = 0, locked_until = NULL WHERE id = ?', [userId]);
  }

  async isLocked(userId: Id): Promise<boolean> {
    const row = await this.db.one('SELECT 1 AS locked FROM app_user WHERE id = ? AND locked_until > ?', [
      userId,
      this.clock.millis(),
    ]);
    return row !== undefined;
  }
}
