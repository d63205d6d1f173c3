import type { Fen, Id, Page, PageRequest } from '@gridstaff/kernel';
import { Database, idPage, inOrderOf, type Keyset } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  type Balances,
  type FundAccount,
  type LedgerEntry,
  LedgerRepository,
  type MovementSort,
  type Reservation,
  type ReservationStatus,
  type SourceType,
} from '../domain/ledger';
import { LedgerLegRow, LedgerTransactionRow, ReservationRow } from './ledger.entity';

const ORDERS: Keyset<MovementSort> = {
  fields: { no: 't.no', businessDate: 't.business_date', availableAfter: 't.available_after_fen' },
  key: 't.no',
  keyName: 'no',
};
const BALANCE = [
  'fund_id',
  'centre_id',
  'zero_line',
  'granted_fen',
  'available_fen',
  'reserved_fen',
  'paid_fen',
  'last_no',
];
const TRANSACTION = [
  'id',
  'centre_id',
  'fund_id',
  'no',
  'kind',
  'source_type',
  'source_id',
  'source_part',
  'reservation_id',
  'document_no',
  'business_date',
  'available_after_fen',
  'recorded_at',
  'recorded_by',
];
const RESERVATION = [
  'id',
  'centre_id',
  'fund_id',
  'agency_id',
  'run_id',
  'run_no',
  'amount_fen',
  'remaining_fen',
  'hash',
  'status',
  'live',
  'version',
  'reserved_at',
  'reserved_by',
];

const ACCOUNTS =
  'SELECT b.fund_id, b.centre_id, b.zero_line, b.granted_fen, b.available_fen, b.reserved_fen, b.paid_fen, b.last_no, f.name, f.fiscal_year FROM fund_balance b JOIN fund f ON f.id = b.fund_id';

interface AccountRow {
  fund_id: Id;
  centre_id: Id;
  zero_line: number;
  granted_fen: number;
  available_fen: number;
  reserved_fen: number;
  paid_fen: number;
  last_no: number;
  name: string;
  fiscal_year: number;
}

const accountOf = (row: AccountRow): FundAccount => ({
  fundId: row.fund_id,
  centreId: row.centre_id,
  name: row.name,
  fiscalYear: Number(row.fiscal_year),
  zeroLine: Number(row.zero_line) === 1,
  balances: {
    granted: Number(row.granted_fen),
    available: Number(row.available_fen),
    reserved: Number(row.reserved_fen),
    paid: Number(row.paid_fen),
  },
  lastNo: Number(row.last_no),
});

const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ');

@Injectable()
export class SqlLedgerRepository extends LedgerRepository {
  constructor(private readonly db: Database) {
    super();
  }

  async lock(fundIds: readonly Id[]): Promise<FundAccount[]> {
    const sorted = [...fundIds].sort();
    if (sorted.length === 0) return [];
    // The balance rows alone and one after the other: a join or a list would leave the order of the locks to the optimiser.
    for (const fundId of sorted)
      await this.db.query(`SELECT fund_id FROM fund_balance WHERE fund_id = ?${this.db.forUpdate}`, [fundId]);
    return this.accounts(sorted);
  }

  async accounts(fundIds: readonly Id[]): Promise<FundAccount[]> {
    if (fundIds.length === 0) return [];
    const rows = await this.db.query<AccountRow>(
      `${ACCOUNTS} WHERE b.fund_id IN (${marks(fundIds)}) ORDER BY b.fund_id`,
      fundIds,
    );
    return rows.map(accountOf);
  }

  async open(accounts: readonly FundAccount[]): Promise<void> {
    const rows = accounts.map((a) => [
      a.fundId,
      a.centreId,
      a.zeroLine ? 1 : 0,
      a.balances.granted,
      a.balances.available,
      a.balances.reserved,
      a.balances.paid,
      a.lastNo,
    ]);
    await this.db.insert('fund_balance', BALANCE, rows);
  }

  async change(fundId: Id, by: Balances, entries: number): Promise<boolean> {
    const affected = await this.db.execute(
      'UPDATE fund_balance SET granted_fen = granted_fen + ?, available_fen = available_fen + ?, reserved_fen = reserved_fen + ?, paid_fen = paid_fen + ?, last_no = last_no + ? ' +
        'WHERE fund_id = ? AND available_fen + ? >= 0 AND reserved_fen + ? >= 0 AND paid_fen + ? >= 0',
      [by.granted, by.available, by.reserved, by.paid, entries, fundId, by.available, by.reserved, by.paid],
    );
    return affected === 1;
  }

  async append(entries: readonly LedgerEntry[]): Promise<void> {
    const rows = entries.map((e) => [
      e.id,
      e.centreId,
      e.fundId,
      e.no,
      e.kind,
      e.sourceType,
      e.sourceId,
      e.sourcePart,
      e.reservationId,
      e.documentNo,
      e.businessDate,
      e.availableAfter,
      e.recordedAt,
      e.recordedBy,
    ]);
    await this.db.insert('ledger_transaction', TRANSACTION, rows);
    const legs = entries.flatMap((e) => e.legs.map((leg) => [e.id, leg.no, leg.account, leg.amount]));
    await this.db.insert('ledger_leg', ['transaction_id', 'no', 'account', 'amount_fen'], legs);
  }

  async hasEntry(sourceType: SourceType, sourceId: Id, part: number): Promise<boolean> {
    return this.db.manager.getRepository(LedgerTransactionRow).existsBy({ sourceType, sourceId, sourcePart: part });
  }

  async entries(fundId: Id): Promise<LedgerEntry[]> {
    const rows = await this.db.manager
      .getRepository(LedgerTransactionRow)
      .find({ where: { fundId }, order: { no: 'ASC' } });
    const legs = await this.db.query<{
      transaction_id: Id;
      no: number;
      account: LedgerLegRow['account'];
      amount_fen: number;
    }>(
      'SELECT l.transaction_id, l.no, l.account, l.amount_fen FROM ledger_leg l JOIN ledger_transaction t ON t.id = l.transaction_id WHERE t.fund_id = ? ORDER BY l.transaction_id, l.no',
      [fundId],
    );
    return this.joined(
      rows,
      legs.map((leg) => ({
        transactionId: leg.transaction_id,
        no: Number(leg.no),
        account: leg.account,
        amountFen: Number(leg.amount_fen),
      })),
    );
  }

  async page(fundId: Id, page: PageRequest<MovementSort>): Promise<Page<LedgerEntry>> {
    const { rows: ids, next } = await idPage(this.db, 'ledger_transaction', ORDERS, 't.fund_id = ?', [fundId], page);
    if (ids.length === 0) return { rows: [], next };
    const rows = await this.db.manager.getRepository(LedgerTransactionRow).findBy({ id: In(ids) });
    const legs = await this.db.manager
      .getRepository(LedgerLegRow)
      .find({ where: { transactionId: In(ids) }, order: { transactionId: 'ASC', no: 'ASC' } });
    return { rows: this.joined(inOrderOf(ids, rows), legs), next };
  }

  async reservation(id: Id): Promise<Reservation | undefined> {
    const row = await this.db.manager.getRepository(ReservationRow).findOneBy({ id });
    return row ? this.reservationOf(row) : undefined;
  }

  async reservationsOfRun(runId: Id): Promise<Reservation[]> {
    const rows = await this.db.manager.getRepository(ReservationRow).find({ where: { runId }, order: { id: 'ASC' } });
    return rows.map((row) => this.reservationOf(row));
  }

  async reservationsOfFund(fundId: Id): Promise<Reservation[]> {
    const rows = await this.db.manager.getRepository(ReservationRow).find({ where: { fundId }, order: { id: 'ASC' } });
    return rows.map((row) => this.reservationOf(row));
  }

  async addReservations(reservations: readonly Reservation[]): Promise<void> {
    const rows = reservations.map((r) => [
      r.id,
      r.centreId,
      r.fundId,
      r.agencyId,
      r.runId,
      r.runNo,
      r.amount,
      r.remaining,
      r.hash,
      r.status,
      1,
      r.version,
      r.reservedAt,
      r.reservedBy,
    ]);
    await this.db.insert('reservation', RESERVATION, rows);
  }

  async use(reservation: Reservation, amount: Fen, status: ReservationStatus): Promise<boolean> {
    const affected = await this.db.execute(
      "UPDATE reservation SET remaining_fen = remaining_fen - ?, status = ?, live = ?, version = version + 1 WHERE id = ? AND status = 'open' AND version = ? AND remaining_fen >= ?",
      [amount, status, status === 'voided' ? null : 1, reservation.id, reservation.version, amount],
    );
    return affected === 1;
  }

  private reservationOf({ amountFen, remainingFen, live: _live, ...rest }: ReservationRow): Reservation {
    return { ...rest, amount: amountFen, remaining: remainingFen };
  }

  private joined(rows: readonly LedgerTransactionRow[], legs: readonly LedgerLegRow[]): LedgerEntry[] {
    const byTransaction = new Map<Id, LedgerEntry['legs'][number][]>();
    for (const { transactionId, no, account, amountFen } of legs) {
      const list = byTransaction.get(transactionId) ?? [];
      list.push({ no, account, amount: amountFen });
      byTransaction.set(transactionId, list);
    }
    return rows.map(({ availableAfterFen, ...rest }) => ({
      ...rest,
      availableAfter: availableAfterFen,
      legs: byTransaction.get(rest.id) ?? [],
    }));
  }
}
