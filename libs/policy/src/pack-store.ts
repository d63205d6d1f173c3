import { DomainError, type Id } from '@gridstaff/kernel';
import { Database, mapDriverError } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';

export type PackStatus = 'proposed' | 'activated' | 'returned' | 'withdrawn';

/** A pack brought in at run time, with what became of it. */
export interface StoredPack {
  id: Id;
  centreId: Id;
  layer: string;
  hash: string;
  reason: string;
  proposedBy: Id;
  proposedPerson: Id;
  /** Epoch milliseconds. */
  proposedAt: number;
  status: PackStatus;
  /** Its place among the activated ones. */
  seq: number | null;
  decidedBy: Id | null;
  /** Epoch milliseconds; of an activated pack: its values are known since. */
  decidedAt: number | null;
  opinion: string | null;
}

export interface PackText {
  seq: number;
  hash: string;
  text: string;
}

export interface PackDecision {
  pack: StoredPack;
  outcome: Exclude<PackStatus, 'proposed'>;
  seq: number | null;
  decidedBy: Id;
  decidedPerson: Id;
  at: number;
  opinion: string | null;
}

const SELECT = `SELECT p.id, p.centre_id AS centreId, p.layer, p.hash, p.reason, p.proposed_by AS proposedBy, p.proposed_person AS proposedPerson,
  p.proposed_at AS proposedAt, COALESCE(d.outcome, 'proposed') AS status, d.seq, d.decided_by AS decidedBy, d.recorded_at AS decidedAt, d.opinion
  FROM policy_pack p LEFT JOIN policy_pack_decision d ON d.pack_id = p.id`;
const COLUMNS = ['id', 'centre_id', 'layer', 'hash', 'text', 'reason', 'proposed_by', 'proposed_person', 'proposed_at'];
const DECISION = [
  ...['pack_id', 'outcome', 'seq', 'hash', 'proposed_person', 'decided_by', 'decided_person', 'recorded_at', 'opinion'],
];
const LATER = Number.MAX_SAFE_INTEGER;

const packOf = (row: StoredPack): StoredPack => ({
  ...row,
  proposedAt: Number(row.proposedAt),
  seq: row.seq === null ? null : Number(row.seq),
  decidedAt: row.decidedAt === null ? null : Number(row.decidedAt),
});

/** Packs and decisions about them; rows are only ever added. */
@Injectable()
export class PackStore {
  constructor(private readonly db: Database) {}

  async add(
    pack: Omit<StoredPack, 'status' | 'seq' | 'decidedBy' | 'decidedAt' | 'opinion'>,
    text: string,
  ): Promise<void> {
    const { id, centreId, layer, hash, reason, proposedBy, proposedPerson, proposedAt } = pack;
    const row = [id, centreId, layer, hash, text, reason, proposedBy, proposedPerson, proposedAt];
    await this.db.insert('policy_pack', COLUMNS, [row]);
  }

  /** Newest first. */
  async list(limit: number): Promise<StoredPack[]> {
    return (await this.db.query<StoredPack>(`${SELECT} ORDER BY p.proposed_at DESC, p.id DESC LIMIT ?`, [limit])).map(
      packOf,
    );
  }

  /** @throws DomainError NOT_FOUND */
  async get(id: Id): Promise<StoredPack> {
    const row = await this.db.one<StoredPack>(`${SELECT} WHERE p.id = ?`, [id]);
    if (!row) throw new DomainError('NOT_FOUND', { what: 'policy pack' });
    return packOf(row);
  }

  async textOf(id: Id): Promise<string> {
    return (await this.db.one<{ text: string }>('SELECT text FROM policy_pack WHERE id = ?', [id]))?.text ?? '';
  }

  /** How many activated packs stood at that instant, and since when the last of them is known. */
  async standing(knownAt: number = LATER): Promise<{ count: number; since: number }> {
    const row = await this.db.one<{ n: number | null; since: number | null }>(
      'SELECT MAX(seq) AS n, MAX(recorded_at) AS since FROM policy_pack_decision WHERE seq IS NOT NULL AND recorded_at <= ?',
      [knownAt],
    );
    return { count: Number(row?.n ?? 0), since: Number(row?.since ?? 0) };
  }

  /** Texts of the activated packs numbered above `after` up to `to`, in order. */
  async texts(after: number, to: number): Promise<PackText[]> {
    const rows = await this.db.query<PackText>(
      `SELECT d.seq, d.hash, p.text FROM policy_pack_decision d JOIN policy_pack p ON p.id = d.pack_id WHERE d.seq > ? AND d.seq <= ? ORDER BY d.seq`,
      [after, to],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  /** @throws DomainError WRONG_STEP when the pack was decided already, POLICY_BASE_CHANGED when its place in the order is taken */
  async decide({ pack, outcome, seq, decidedBy, decidedPerson, at, opinion }: PackDecision): Promise<void> {
    const row = [pack.id, outcome, seq, pack.hash, pack.proposedPerson, decidedBy, decidedPerson, at, opinion];
    try {
      await this.db.insert('policy_pack_decision', DECISION, [row]);
    } catch (error) {
      const known = mapDriverError(error);
      if (!(known instanceof DomainError) || known.code !== 'DUPLICATE_KEY') throw error;
      throw /seq/i.test(String(known.params.key)) ? new DomainError('POLICY_BASE_CHANGED') : decidedAlready(outcome);
    }
  }
}

export const decidedAlready = (step: string, status = 'decided'): DomainError =>
  new DomainError('WRONG_STEP', { what: 'policy pack', status, step });
