import type { Actor } from '@gridstaff/contracts';
import { canonicalJson, DomainError, invariant, type Json } from '@gridstaff/kernel';
import { Database, expectOne, mapDriverError, UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { sha256 } from './chain';

interface StoredAnswer {
  command: string;
  body_hash: string;
  answer: string | null;
}

const KEY = /^[\w.:-]{8,100}$/;

/** Exactly one effect and one answer per (user, key), however often and however parallel a command is sent. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in a unit that also stores its answer; when it throws, nothing is stored and the key may be used again. The key is
   * claimed first, so a second caller waits for the first one's commit and gets its answer, not the conflict the effect would meet.
   * @throws DomainError IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_MISMATCH when the key stands for another command or body; whatever `work` throws
   */
  async once<T extends Json>(
    actor: Actor,
    key: string,
    command: string,
    body: Json,
    work: () => Promise<T>,
  ): Promise<T> {
    if (!KEY.test(key)) throw new DomainError('IDEMPOTENCY_KEY_INVALID', {}, { field: 'Idempotency-Key' });
    const bodyHash = sha256(canonicalJson(body));
    return this.uow.run(async () => {
      const known = (await this.find(actor, key)) ?? (await this.claim(actor, key, command, bodyHash));
      if (known) {
        if (known.command !== command || known.body_hash !== bodyHash)
          throw new DomainError('IDEMPOTENCY_MISMATCH', {}, { field: 'Idempotency-Key' });
        invariant(known.answer !== null, `command ${command} called itself with its own key`);
        return JSON.parse(known.answer) as T;
      }
      const answer = await work();
      const stored = await this.db.execute(
        'UPDATE idempotency_key SET answer = ? WHERE user_id = ? AND request_key = ?',
        [JSON.stringify(answer), actor.userId, key],
      );
      expectOne(stored, 'idempotency key');
      return answer;
    });
  }

  private find(actor: Actor, key: string): Promise<StoredAnswer | undefined> {
    return this.db.one<StoredAnswer>(
      'SELECT command, body_hash, answer FROM idempotency_key WHERE user_id = ? AND request_key = ?',
      [actor.userId, key],
    );
  }

  /** @returns the row of whoever committed the same key first; undefined when the key is ours now */
  private async claim(actor: Actor, key: string, command: string, bodyHash: string): Promise<StoredAnswer | undefined> {
    try {
      const row = [actor.userId, key, command, bodyHash, null, this.clock.millis()] as const;
      await this.db.insert(
        'idempotency_key',
        ['user_id', 'request_key', 'command', 'body_hash', 'answer', 'at'],
        [row],
      );
      return undefined;
    } catch (error) {
      const mapped = mapDriverError(error);
      if (!(mapped instanceof DomainError) || mapped.code !== 'DUPLICATE_KEY') throw error;
      return this.find(actor, key);
    }
  }
}
