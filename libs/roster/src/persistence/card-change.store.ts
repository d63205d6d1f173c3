import { DomainError, type Id } from '@gridstaff/kernel';
import { Database, inSlices, mapDriverError } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { type CardChange, CardChangeStore, type CardDecision } from '../domain/card-change';
import { Rows } from './rows';

const changes = new Rows<CardChange>('card_change', [
  ...(['id', 'centreId', 'workerNo', 'validFrom', 'cardCipher', 'cardIndex', 'bankName', 'reason', 'hash'] as const),
  ...(['status', 'openFor', 'proposedBy', 'proposedPerson', 'proposedAt', 'decidedBy', 'decidedPerson'] as const),
  ...(['decidedAt', 'opinion', 'factId'] as const),
]);

/** Changes decided in one statement. */
const AT_ONCE = 500;

const isDuplicate = (error: unknown): boolean => {
  const mapped = mapDriverError(error);
  return mapped instanceof DomainError && mapped.code === 'DUPLICATE_KEY';
};

@Injectable()
export class SqlCardChangeStore extends CardChangeStore {
  constructor(private readonly db: Database) {
    super();
  }

  async insert(rows: readonly CardChange[]): Promise<void> {
    try {
      await changes.insert(this.db, rows);
    } catch (error) {
      throw isDuplicate(error) ? new DomainError('CARD_CHANGE_OPEN', {}, { field: 'bankCard' }) : error;
    }
  }

  async get(centreId: Id, id: Id): Promise<CardChange | undefined> {
    const [row] = await changes.select(this.db, 't.centre_id = ? AND t.id = ?', [centreId, id]);
    return row;
  }

  byIds(centreId: Id, ids: readonly Id[]): Promise<CardChange[]> {
    return inSlices(ids, (marks, slice) => changes.select(this.db, `t.centre_id = ? AND t.id IN (${marks})`, [centreId, ...slice]));
  }

  async decide(id: Id, decision: CardDecision): Promise<void> {
    await this.decideAll([id], decision);
  }

  async decideAll(ids: readonly Id[], d: CardDecision): Promise<void> {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      const decided = await this.db.execute(
        `UPDATE card_change SET status = ?, open_for = NULL, decided_by = ?, decided_person = ?, decided_at = ?, opinion = ?, fact_id = ?
          WHERE status = 'proposed' AND id IN (${some.map(() => '?').join(', ')})`,
        [d.status, d.decidedBy, d.decidedPerson, d.decidedAt, d.opinion, d.factId, ...some],
      );
      if (decided !== some.length) throw new DomainError('STALE', { what: 'card change' });
    }
  }

  open(centreId: Id, workerNos?: readonly number[]): Promise<CardChange[]> {
    const waiting = "t.centre_id = ? AND t.status = 'proposed'";
    const order = 'ORDER BY t.proposed_at, t.id';
    if (!workerNos) return changes.select(this.db, `${waiting} ${order}`, [centreId]);
    return inSlices(workerNos, (marks, slice) =>
      changes.select(this.db, `${waiting} AND t.worker_no IN (${marks}) ${order}`, [centreId, ...slice]),
    );
  }

  ofWorker(centreId: Id, workerNo: number): Promise<CardChange[]> {
    return changes.select(this.db, 't.centre_id = ? AND t.worker_no = ? ORDER BY t.proposed_at, t.id', [
      centreId,
      workerNo,
    ]);
  }

  async changedSince(centreId: Id, since: number): Promise<number[]> {
    const rows = await this.db.query<{ no: number }>(
      `SELECT DISTINCT t.worker_no AS no FROM bank_card_fact t WHERE t.centre_id = ? AND t.recorded_at > ?
        AND EXISTS (SELECT 1 FROM bank_card_fact e WHERE e.centre_id = t.centre_id AND e.worker_no = t.worker_no
        AND e.recorded_at < t.recorded_at AND e.card_index <> t.card_index) ORDER BY t.worker_no`,
      [centreId, since],
    );
    return rows.map(({ no }) => Number(no));
  }
}
