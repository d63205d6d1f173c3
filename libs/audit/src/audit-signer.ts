import { DomainError, type LocalDate } from '@gridstaff/kernel';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { Clock, KeyRing } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { headText, type SignedHead } from './chain';

interface OpenHead {
  scope: string;
  seq: number;
  hash: string;
  entry_hash: string | null;
}

/** Signs the heads of the chains: every day, and when a month closes. */
@Injectable()
export class AuditSigner {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
  ) {}

  /**
   * Signs every head that moved since its last signature; calling it again adds nothing. `day` is printed beside the head.
   * @throws DomainError AUDIT_HEAD_BROKEN when a head does not match its last entry: a tampered chain is not made good by a signature
   */
  async signHeads(day: LocalDate): Promise<SignedHead[]> {
    return this.uow.run(async () => {
      // Held until the end, so that two signers take turns and no head moves while its entry is looked at.
      await this.db.query(`SELECT scope FROM audit_head ORDER BY scope${this.db.forUpdate}`);
      const heads = await this.db.query<OpenHead>(
        `SELECT h.scope, h.seq, h.hash, e.hash AS entry_hash FROM audit_head h
           LEFT JOIN audit_entry e ON e.scope = h.scope AND e.seq = h.seq
          WHERE h.seq > 0 AND NOT EXISTS (SELECT 1 FROM audit_signature s WHERE s.scope = h.scope AND s.seq = h.seq)
          ORDER BY h.scope`,
      );
      const signed = heads.map((head) => this.signed(head, day));
      const rows = signed.map(
        (s) => [s.scope, s.seq, s.day, s.hash, s.signature, s.keyId, this.clock.millis()] as const,
      );
      await this.db.insert(
        'audit_signature',
        ['scope', 'seq', 'day', 'hash', 'signature', 'key_id', 'signed_at'],
        rows,
      );
      return signed;
    });
  }

  /** SPKI PEM by key id, for the close sheet and the year bundle. */
  publicKeys(): ReadonlyMap<string, string> {
    return this.keys.publicKeys();
  }

  private signed(head: OpenHead, day: LocalDate): SignedHead {
    const { scope, hash } = head;
    const seq = Number(head.seq);
    if (head.entry_hash !== hash) throw new DomainError('AUDIT_HEAD_BROKEN', { scope, seq });
    return { scope, seq, day, hash, ...this.keys.sign(headText({ scope, seq, day, hash })) };
  }
}
