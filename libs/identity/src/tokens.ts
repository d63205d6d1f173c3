import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';
import { Database, expectOne, UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { AccountStore } from './account-store';
import { type SignedIn, toSignedIn, USER_WITH_ROLE, type UserWithRole } from './actors';
import { randomToken, tokenHash } from './passwords';

/** So that a token found in a file or log can be told from other secrets. */
const PREFIX = 'gst_';
const DAY_MS = 24 * 3_600_000;
const LONGEST_DAYS = 366;
const TOUCH_MS = 60_000;

/** Bearer tokens of machine accounts. People sign in: a token issued for a person would let its issuer act as that person. */
@Injectable()
export class Tokens {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly accounts: AccountStore,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the token, shown once. @throws DomainError NOT_FOUND, FORBIDDEN, NOT_A_MACHINE, EXPIRY_OUT_OF_RANGE */
  async issue(
    actor: Actor,
    input: { userId: Id; name: string; days: number },
  ): Promise<{ id: Id; token: string; expiresAt: number }> {
    if (!Number.isInteger(input.days) || input.days < 1 || input.days > LONGEST_DAYS) {
      throw new DomainError('EXPIRY_OUT_OF_RANGE', { max: LONGEST_DAYS }, { field: 'days' });
    }
    return this.uow.run(async () => {
      const user = await this.accounts.require(input.userId);
      requirePermission(actor, 'token:manage', user.centreId ?? '*', 'user');
      if (!user.machine) throw new DomainError('NOT_A_MACHINE');
      const now = this.clock.millis();
      const made = { id: this.ids.next(), token: PREFIX + randomToken(), expiresAt: now + input.days * DAY_MS };
      await this.db.insert(
        'api_token',
        ['id', 'token_hash', 'user_id', 'name', 'created_at', 'expires_at', 'revoked_at', 'last_used_at'],
        [[made.id, tokenHash(made.token), user.id, input.name.slice(0, 100), now, made.expiresAt, null, null]],
      );
      await this.audit.append({
        ...{ actor, centreId: null, action: 'token.issued', subjectType: 'token', subjectId: made.id },
        data: { userId: user.id, expiresAt: made.expiresAt },
      });
      return made;
    });
  }

  /** Takes effect at once. @throws DomainError NOT_FOUND, FORBIDDEN, STALE when it is revoked already */
  async revoke(actor: Actor, tokenId: Id): Promise<void> {
    await this.uow.run(async () => {
      const token = await this.db.one<{ user_id: string }>('SELECT user_id FROM api_token WHERE id = ?', [tokenId]);
      if (!token) throw new DomainError('NOT_FOUND', { what: 'token' });
      const user = await this.accounts.require(token.user_id);
      requirePermission(actor, 'token:manage', user.centreId ?? '*', 'token');
      expectOne(
        await this.db.execute('UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', [
          this.clock.millis(),
          tokenId,
        ]),
        'token',
      );
      await this.audit.append({
        actor,
        centreId: null,
        action: 'token.revoked',
        subjectType: 'token',
        subjectId: tokenId,
        data: { userId: user.id },
      });
    });
  }

  /** @throws DomainError NOT_SIGNED_IN */
  async authenticate(token: string): Promise<SignedIn> {
    const now = this.clock.millis();
    const rows = token.startsWith(PREFIX) ? await this.find(token, now) : [];
    const found = rows[0];
    if (!found) throw new DomainError('NOT_SIGNED_IN');
    if (found.last_used_at === null || Number(found.last_used_at) <= now - TOUCH_MS) {
      await this.uow.run(() =>
        this.db.execute('UPDATE api_token SET last_used_at = ? WHERE id = ?', [now, found.token_id]),
      );
    }
    return toSignedIn(rows);
  }

  private find(
    token: string,
    now: number,
  ): Promise<(UserWithRole & { token_id: string; last_used_at: number | null })[]> {
    return this.db.query(
      `SELECT ${USER_WITH_ROLE.columns}, t.id AS token_id, t.last_used_at
         FROM api_token t JOIN app_user u ON u.id = t.user_id ${USER_WITH_ROLE.roles}
        WHERE t.token_hash = ? AND t.revoked_at IS NULL AND t.expires_at > ? AND u.disabled = 0`,
      [tokenHash(token), now],
    );
  }
}
