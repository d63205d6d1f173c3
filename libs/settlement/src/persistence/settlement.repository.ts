import type { Fen, Id, Page, PageRequest, Period } from '@gridstaff/kernel';
import { Database, expectOne, idPage, inOrderOf, type Keyset } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  type Payment,
  type Settlement,
  type SettlementLine,
  SettlementRepository,
  type SettlementSort,
  type SettlementStatus,
} from '../domain/settlement';
import { PaymentRow, SettlementLineRow, SettlementRow } from './settlement.entity';

const SETTLEMENT = [
  'id',
  'centre_id',
  'run_id',
  'run_no',
  'period',
  'agency_id',
  'reservation_id',
  'run_hash',
  'people',
  'pass_through_fen',
  'fee_fen',
  'total_fen',
  'paid_fen',
  'status',
  'version',
  'prepared_at',
  'prepared_by',
  'confirmed_at',
  'confirmed_by',
];
const ORDERS: Keyset<SettlementSort> = {
  fields: { period: 't.period', runNo: 't.run_no', total: 't.total_fen', status: 't.status' },
  key: 't.id',
  keyName: 'id',
};
const PAYMENT = [
  'id',
  'centre_id',
  'settlement_id',
  'reservation_id',
  'transaction_id',
  'attempt',
  'amount_fen',
  'document_no',
  'paid_on',
  'recorded_at',
  'recorded_by',
];

function settlementOf({ passThroughFen, feeFen, totalFen, paidFen, ...rest }: SettlementRow): Settlement {
  return { ...rest, passThrough: passThroughFen, fee: feeFen, total: totalFen, paid: paidFen };
}

@Injectable()
export class SqlSettlementRepository extends SettlementRepository {
  constructor(private readonly db: Database) {
    super();
  }

  async get(id: Id): Promise<Settlement | undefined> {
    const row = await this.db.manager.getRepository(SettlementRow).findOneBy({ id });
    return row ? settlementOf(row) : undefined;
  }

  async ofRun(runId: Id): Promise<Settlement[]> {
    const rows = await this.db.manager
      .getRepository(SettlementRow)
      .find({ where: { runId }, order: { agencyId: 'ASC' } });
    return rows.map(settlementOf);
  }

  async list(
    { centreId, period }: { centreId: Id; period?: Period },
    page: PageRequest<SettlementSort>,
  ): Promise<Page<Settlement>> {
    const where = `t.centre_id = ?${period === undefined ? '' : ' AND t.period = ?'}`;
    const values = period === undefined ? [centreId] : [centreId, period];
    const { rows: ids, next } = await idPage(this.db, 'settlement', ORDERS, where, values, page);
    const rows = await this.db.manager.getRepository(SettlementRow).findBy({ id: In(ids) });
    return { rows: inOrderOf(ids, rows).map(settlementOf), next };
  }

  async lines(settlementId: Id): Promise<SettlementLine[]> {
    const rows = await this.db.manager
      .getRepository(SettlementLineRow)
      .find({ where: { settlementId }, order: { no: 'ASC' } });
    return rows.map(({ no, side, item, amountFen }) => ({ no, side, item, amount: amountFen }));
  }

  async payments(settlementId: Id): Promise<Payment[]> {
    const rows = await this.db.manager
      .getRepository(PaymentRow)
      .find({ where: { settlementId }, order: { attempt: 'ASC' } });
    return rows.map(({ amountFen, ...rest }) => ({ ...rest, amount: amountFen }));
  }

  async lockRun(runId: Id): Promise<Settlement[]> {
    // One range of one index: the engine takes the locks in its order.
    await this.db.query(`SELECT id FROM settlement WHERE run_id = ? ORDER BY run_id, agency_id${this.db.forUpdate}`, [
      runId,
    ]);
    return this.ofRun(runId);
  }

  async addMissing(settlements: readonly Settlement[]): Promise<Settlement[]> {
    const rows = settlements.map((s) => [
      s.id,
      s.centreId,
      s.runId,
      s.runNo,
      s.period,
      s.agencyId,
      s.reservationId,
      s.runHash,
      s.people,
      s.passThrough,
      s.fee,
      s.total,
      s.paid,
      s.status,
      s.version,
      s.preparedAt,
      s.preparedBy,
      s.confirmedAt,
      s.confirmedBy,
    ]);
    await this.db.insertMissing('settlement', SETTLEMENT, rows);
    const [first] = settlements;
    return first ? this.ofRun(first.runId) : [];
  }

  async addLines(settlementId: Id, lines: readonly SettlementLine[]): Promise<void> {
    const rows = lines.map((line) => [settlementId, line.no, line.side, line.item, line.amount]);
    await this.db.insert('settlement_line', ['settlement_id', 'no', 'side', 'item', 'amount_fen'], rows);
  }

  async confirm(settlement: Settlement, status: SettlementStatus, at: number, by: Id): Promise<void> {
    const sql =
      'UPDATE settlement SET status = ?, confirmed_at = ?, confirmed_by = ?, version = version + 1 WHERE id = ? AND status = ? AND version = ?';
    expectOne(
      await this.db.execute(sql, [status, at, by, settlement.id, settlement.status, settlement.version]),
      'settlement',
    );
  }

  async pay(settlement: Settlement, amount: Fen, status: SettlementStatus): Promise<void> {
    const sql =
      'UPDATE settlement SET paid_fen = paid_fen + ?, status = ?, version = version + 1 WHERE id = ? AND status = ? AND version = ?';
    expectOne(
      await this.db.execute(sql, [amount, status, settlement.id, settlement.status, settlement.version]),
      'settlement',
    );
  }

  async addPayment(p: Payment): Promise<void> {
    const row = [
      p.id,
      p.centreId,
      p.settlementId,
      p.reservationId,
      p.transactionId,
      p.attempt,
      p.amount,
      p.documentNo,
      p.paidOn,
      p.recordedAt,
      p.recordedBy,
    ];
    await this.db.insert('payment', PAYMENT, [row]);
  }
}
