import type { Actor } from '@gridstaff/contracts';
import { canonicalJson, type Id, invariant, type Json } from '@gridstaff/kernel';
import { Database, expectOne } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { entryHash, GENESIS_HASH, SYSTEM_SCOPE } from './chain';

export interface NewAuditEntry {
  actor: Actor;
  /** null: an act of the installation (accounts, roles, settings). */
  centreId: Id | null;
  /** `subject.verb` in the past tense: `run.approved`. */
  action: string;
  subjectType: string;
  subjectId: string;
  /** Ids, counts, amounts, hashes; never a name, ID number, phone or card. */
  data?: Json;
  reason?: string;
}

/** TEXT of MySQL holds 65,535 bytes; SQLite would store more and the two would differ. */
const MAX_DATA_BYTES = 60_000;

const COLUMNS = [
  'scope',
  'seq',
  'at',
  'user_id',
  'person_id',
  'os_user',
  'action',
  'subject_type',
  'subject_id',
  'data',
  'reason',
  'prev_hash',
  'hash',
];

/** Half a surrogate pair comes back from a database as another character, and the hash would not hold. */
const storable = (text: string | undefined): string | null => text?.replace(/\p{Surrogate}/gu, '\ufffd') ?? null;

/**
 * The append-only log, one hash chain per centre and one for the installation. There is no off switch: an entry is written in the unit of
 * what it records, and where it cannot be written the unit fails.
 */
@Injectable()
export class AuditLog {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds the chain's head until the unit ends, so units of one centre that record something commit one after the other.
   * @throws DomainError BUG outside a unit; any error of the database, which must reach the unit
   */
  async append(entry: NewAuditEntry): Promise<void> {
    invariant(this.db.inUnit, `audit entry ${entry.action} outside a unit of work`);
    const data = canonicalJson(entry.data ?? {});
    invariant(Buffer.byteLength(data) <= MAX_DATA_BYTES, `audit data of ${entry.action} is too long`);
    const scope = entry.centreId ?? SYSTEM_SCOPE;
    const head = await this.lockHead(scope);
    const row = {
      ...{
        scope,
        seq: head.seq + 1,
        at: this.clock.millis(),
        userId: entry.actor.userId,
        personId: entry.actor.personId,
      },
      ...{ osUser: storable(entry.actor.osUser?.slice(0, 64)), action: entry.action, subjectType: entry.subjectType },
      ...{ subjectId: entry.subjectId, data, reason: storable(entry.reason), prevHash: head.hash },
    };
    const hash = entryHash(row);
    await this.db.insert('audit_entry', COLUMNS, [
      [
        scope,
        row.seq,
        row.at,
        row.userId,
        row.personId,
        row.osUser,
        row.action,
        row.subjectType,
        row.subjectId,
        data,
        row.reason,
        head.hash,
        hash,
      ],
    ]);
    const moved = await this.db.execute('UPDATE audit_head SET seq = ?, hash = ? WHERE scope = ? AND seq = ?', [
      row.seq,
      hash,
      scope,
      head.seq,
    ]);
    expectOne(moved, 'audit head');
  }

  private async lockHead(scope: string): Promise<{ seq: number; hash: string }> {
    const sql = `SELECT seq, hash FROM audit_head WHERE scope = ?${this.db.forUpdate}`;
    const head = await this.db.one<{ seq: number; hash: string }>(sql, [scope]);
    if (head) return { seq: Number(head.seq), hash: head.hash };
    // Two first entries at once: the key lets one row in, the other waits for it and reads it.
    await this.db.insertMissing('audit_head', ['scope', 'seq', 'hash'], [[scope, 0, GENESIS_HASH]]);
    const made = await this.db.one<{ seq: number; hash: string }>(sql, [scope]);
    invariant(made, 'audit head exists');
    return { seq: Number(made.seq), hash: made.hash };
  }
}
