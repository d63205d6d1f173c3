import { type Actor, requirePermission } from '@gridstaff/contracts';
import type { Id, LocalDate, Page, PageRequest } from '@gridstaff/kernel';
import { Database, type Keyset, keysetPage, keysetSql, type SqlValue } from '@gridstaff/persistence';
import { KeyRing } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type AuditEntry, entryHash, GENESIS_HASH, headText, type SignedHead, SYSTEM_SCOPE } from './chain';

export interface AuditFilter {
  /** Centre id, or `system`. */
  scope: Id | typeof SYSTEM_SCOPE;
  subjectType?: string;
  subjectId?: string;
}

/** Why an entry is bad: changed, not following its neighbour, missing, the end cut off, or against a signed head. */
export type ChainFault = 'changed' | 'unlinked' | 'missing' | 'cut' | 'head' | 'signature';

export interface ChainReport {
  scope: string;
  /** Entries read. */
  checked: number;
  /** The first bad entry; absent when the chain holds. */
  bad?: { seq: number; fault: ChainFault };
}

interface EntryRow {
  scope: string;
  seq: number;
  at: number;
  user_id: string;
  person_id: string;
  os_user: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  data: string;
  reason: string | null;
  prev_hash: string;
  hash: string;
}

interface Head {
  seq: number;
  hash: string;
}

const ROWS_PER_PAGE = 1000;
/** The chain's own order and no other: it is the order of what happened. */
const ORDERS: Keyset<'seq'> = { fields: { seq: 'seq' }, key: 'seq', keyName: 'seq' };
const LATEST: PageRequest<'seq'> = { field: 'seq', descending: true, limit: 50 };

const toEntry = (row: EntryRow): AuditEntry => ({
  ...{
    scope: row.scope,
    seq: Number(row.seq),
    at: Number(row.at),
    userId: row.user_id,
    personId: row.person_id,
    osUser: row.os_user,
  },
  ...{
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    data: row.data,
    reason: row.reason,
  },
  ...{ prevHash: row.prev_hash, hash: row.hash },
});

@Injectable()
export class AuditReader {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  /** @throws DomainError NOT_FOUND, FORBIDDEN without `audit:read` in the centre (for `system`: in the installation) */
  async page(actor: Actor, filter: AuditFilter, page: PageRequest<'seq'> = LATEST): Promise<Page<AuditEntry>> {
    requirePermission(actor, 'audit:read', filter.scope === SYSTEM_SCOPE ? '*' : filter.scope);
    const parts: [string, SqlValue | undefined][] = [
      ['scope = ?', filter.scope],
      ['subject_type = ?', filter.subjectType],
      ['subject_id = ?', filter.subjectId],
    ];
    const used = parts.filter((part): part is [string, SqlValue] => part[1] !== undefined);
    const { column, after, parameters, tail } = keysetSql(ORDERS, page);
    const where = used.map(([text]) => text).join(' AND ');
    const sql = `SELECT audit_entry.*, ${column} FROM audit_entry WHERE ${where}${after} ${tail}`;
    const values = [...used.map(([, value]) => value), ...parameters];
    const found = keysetPage(ORDERS, await this.db.query<EntryRow>(sql, values), page.limit);
    return { ...found, rows: found.rows.map(toEntry) };
  }

  /** Every chain there is, also one whose head row was removed. */
  async scopes(): Promise<string[]> {
    const rows = await this.db.query<{ scope: string }>(
      'SELECT scope FROM audit_head UNION SELECT DISTINCT scope FROM audit_entry UNION SELECT DISTINCT scope FROM audit_signature ORDER BY scope',
    );
    return rows.map((row) => row.scope);
  }

  /** Entries in order, a page at a time: memory stays flat. */
  async *entries(scope: string): AsyncGenerator<AuditEntry[]> {
    for (let last = 0; ;) {
      const rows = await this.db.query<EntryRow>(
        `SELECT * FROM audit_entry WHERE scope = ? AND seq > ? ORDER BY seq LIMIT ${ROWS_PER_PAGE}`,
        [scope, last],
      );
      if (rows.length === 0) return;
      const page = rows.map(toEntry);
      yield page;
      last = (page.at(-1) as AuditEntry).seq;
    }
  }

  async signatures(scope: string): Promise<SignedHead[]> {
    const rows = await this.db.query<{ seq: number; day: LocalDate; hash: string; signature: string; key_id: string }>(
      'SELECT seq, day, hash, signature, key_id FROM audit_signature WHERE scope = ? ORDER BY seq',
      [scope],
    );
    return rows.map((row) => ({
      scope,
      seq: Number(row.seq),
      day: row.day,
      hash: row.hash,
      signature: row.signature,
      keyId: row.key_id,
    }));
  }

  /**
   * Walks the whole chain and its signed heads. `anchors` are heads kept outside the database (printed on close sheets): they find even a
   * tail that was cut together with head and signatures. Entries appended meanwhile are checked too.
   */
  async verifyChain(scope: string, anchors: readonly Pick<SignedHead, 'seq' | 'hash'>[] = []): Promise<ChainReport> {
    const before = await this.head(scope);
    const signatures = await this.signatures(scope);
    const forged = signatures.find((s) => !this.keys.verify(headText(s), s));
    const pinned = new Map([...signatures, ...anchors].map((s) => [s.seq, s.hash]));
    let last: Head = { seq: 0, hash: GENESIS_HASH };
    const report = (seq: number, fault: ChainFault): ChainReport => ({ scope, checked: last.seq, bad: { seq, fault } });
    for await (const page of this.entries(scope)) {
      for (const entry of page) {
        const fault = faultOf(entry, last);
        if (fault) return report(last.seq + 1, fault);
        if ((pinned.get(entry.seq) ?? entry.hash) !== entry.hash) return report(entry.seq, 'signature');
        last = entry;
        if (before?.seq === entry.seq && before.hash !== entry.hash) return report(entry.seq, 'head');
      }
    }
    if (last.seq < Math.max(before?.seq ?? 0, ...pinned.keys())) return report(last.seq + 1, 'cut');
    // Entries read are covered by the head read after them, which may have moved further meanwhile.
    const after = await this.head(scope);
    if ((after?.seq ?? 0) < last.seq || (after?.seq === last.seq && after.hash !== last.hash))
      return report(last.seq, 'head');
    return forged ? report(forged.seq, 'signature') : { scope, checked: last.seq };
  }

  private async head(scope: string): Promise<Head | undefined> {
    const row = await this.db.one<Head>('SELECT seq, hash FROM audit_head WHERE scope = ?', [scope]);
    return row && { seq: Number(row.seq), hash: row.hash };
  }
}

function faultOf(entry: AuditEntry, last: Head): ChainFault | undefined {
  if (entry.seq !== last.seq + 1) return 'missing';
  if (entryHash(entry) !== entry.hash) return 'changed';
  return entry.prevHash === last.hash ? undefined : 'unlinked';
}
