import type { Id, Page, PageRequest, Period } from '@gridstaff/kernel';
import { Database, expectOne, idPage, inOrderOf, type Keyset } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  type FundPayment,
  type Payment,
  type Settlement,
  type SettlementLine,
  SettlementRepository,
  type SettlementSort,
  type SettlementStatus,
} from '../domain/settlement';
import { PaymentRow, SettlementFundRow, SettlementLineRow, SettlementRow } from './settlement.entity';

const SETTLEMENT = [
  'id',
  'centre_id',
  'run_id',
  'run_no',
  'period',
  'agency_id',
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

function settlementOf(
  { passThroughFen, feeFen, totalFen, paidFen, ...rest }: SettlementRow,
  funds: readonly SettlementFundRow[],
): Settlement {
  const own = funds.filter((part) => part.settlementId === rest.id);
  return {
    ...{ ...rest, passThrough: passThroughFen, fee: feeFen, total: totalFen, paid: paidFen },
    funds: own.map(({ fundId, reservationId, amountFen, paidFen: paid, ended }) => ({
      ...{ fundId, reservationId, amount: amountFen, paid, ended },
    })),
  };
}

@Injectable()
export class SqlSettlementRepository extends SettlementRepository {
  constructor(private readonly db: Database) {
    super();
  }

  async get(id: Id): Promise<Settlement | undefined> {
    const row = await this.db.manager.getRepository(SettlementRow).findOneBy({ id });
    return row ? (await this.withFunds([row]))[0] : undefined;
  }

  async ofRun(runId: Id): Promise<Settlement[]> {
    const rows = await this.db.manager
      .getRepository(SettlementRow)
      .find({ where: { runId }, order: { agencyId: 'ASC' } });
    return this.withFunds(rows);
  }

  private async withFunds(rows: readonly SettlementRow[]): Promise<Settlement[]> {
    if (rows.length === 0) return [];
    const funds = await this.db.manager.getRepository(SettlementFundRow).find({
      where: { settlementId: In(rows.map(({ id }) => id)) },
      order: { fundId: 'ASC' },
    });
    return rows.map((row) => settlementOf(row, funds));
  }

  async list(
    { centreId, period }: { centreId: Id; period?: Period },
    page: PageRequest<SettlementSort>,
  ): Promise<Page<Settlement>> {
    const where = `t.centre_id = ?${period === undefined ? '' : ' AND t.period = ?'}`;
    const values = period === undefined ? [centreId] : [centreId, period];
    const { rows: ids, next } = await idPage(this.db, 'settlement', ORDERS, where, values, page);
    const rows = await this.db.manager.getRepository(SettlementRow).findBy({ id: In(ids) });
    return { rows: await this.withFunds(inOrderOf(ids, rows)), next };
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

  async addMissing(settlements: readonly Settlement[]): Promise<Id[]> {
    const rows = settlements.map((s) => [
      s.id,
      s.centreId,
      s.runId,
      s.runNo,
      s.period,
      s.agencyId,
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
    return first ? (await this.ofRun(first.runId)).map(({ id }) => id) : [];
  }

  async addFunds({ id, funds }: Settlement): Promise<void> {
    const columns = ['settlement_id', 'fund_id', 'reservation_id', 'amount_fen', 'paid_fen', 'ended'];
    const rows = funds.map((f) => [id, f.fundId, f.reservationId, f.amount, f.paid, f.ended ? 1 : 0]);
    await this.db.insert('settlement_fund', columns, rows);
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

  async pay(settlement: Settlement, { fundId, amount, ended }: FundPayment, status: SettlementStatus): Promise<void> {
    const sql =
      'UPDATE settlement SET paid_fen = paid_fen + ?, status = ?, version = version + 1 WHERE id = ? AND status = ? AND version = ?';
    expectOne(
      await this.db.execute(sql, [amount, status, settlement.id, settlement.status, settlement.version]),
      'settlement',
    );
    const part =
      'UPDATE settlement_fund SET paid_fen = paid_fen + ?, ended = ? WHERE settlement_id = ? AND fund_id = ? AND ended = 0';
    expectOne(await this.db.execute(part, [amount, ended ? 1 : 0, settlement.id, fundId]), 'settlement');
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
