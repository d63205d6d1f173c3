import type { Fen, Id, Page, PageRequest, Period } from '@gridstaff/kernel';
import { Database, type Keyset, keysetPage, keysetSql, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import {
  FROZEN,
  type Given,
  type GivenDelta,
  type NoteSort,
  type PaidRun,
  type RetroDelta,
  RetroStore,
  type RunNote,
  type WorkerRange,
} from '../domain';

type Row = Readonly<Record<string, SqlValue>>;

const FROZEN_LIST = FROZEN.map((status) => `'${status}'`).join(', ');
/** Runs of one month named in one statement of one shape: a month has a handful. */
const RUNS_PER_QUERY = 12;

/** A worker may have several notes: the key says which. */
const NOTE_ORDERS: Keyset<NoteSort> = {
  fields: { workerNo: 't.worker_no', period: 't.period', code: 't.code' },
  key: "CONCAT(t.worker_no, ' ', t.period, ' ', t.code)",
  keyName: 'note',
};

const givenOf = (row: Row): Given => ({
  workerNo: Number(row.worker_no),
  agencyId: String(row.agency_id),
  itemNo: Number(row.item_no),
  amount: Number(row.amount),
});

@Injectable()
export class SqlRetroStore extends RetroStore {
  constructor(private readonly db: Database) {
    super();
  }

  async paidRuns(centreId: Id, from: Period, to: Period): Promise<PaidRun[]> {
    const rows = await this.db.query<Row>(
      'SELECT id, no, kind, period, tax_month, fund_id, scheme_id, parameters_hash, known_at FROM pay_run WHERE centre_id = ? AND period >= ? AND period < ? ' +
        `AND kind IN ('regular', 'supplementary') AND status IN (${FROZEN_LIST}) ORDER BY no`,
      [centreId, from, to],
    );
    return rows.map((row) => ({
      id: String(row.id),
      no: Number(row.no),
      kind: row.kind as PaidRun['kind'],
      period: String(row.period),
      taxMonth: String(row.tax_month),
      fundId: String(row.fund_id),
      schemeId: String(row.scheme_id),
      parametersHash: String(row.parameters_hash),
      knownAt: Number(row.known_at),
    }));
  }

  async lines(runNos: readonly number[], { fromNo, toNo }: WorkerRange): Promise<Given[]> {
    const found: Given[] = [];
    for (let at = 0; at < runNos.length; at += RUNS_PER_QUERY) {
      // Unused places are filled with run 0, which does not exist, so that the statement keeps one shape.
      const runs = Array.from({ length: RUNS_PER_QUERY }, (_, i) => runNos[at + i] ?? 0);
      const rows = await this.db.query<Row>(
        'SELECT s.worker_no, s.agency_id, l.item_no, SUM(l.amount) AS amount FROM payslip s ' +
          'JOIN payslip_line l ON l.run_no = s.run_no AND l.worker_no = s.worker_no ' +
          `WHERE s.run_no IN (${runs.map(() => '?').join(', ')}) AND s.worker_no BETWEEN ? AND ? GROUP BY s.worker_no, s.agency_id, l.item_no`,
        [...runs, fromNo, toNo],
      );
      found.push(...rows.map(givenOf));
    }
    return found;
  }

  async deltas(centreId: Id, period: Period, until: Period, { fromNo, toNo }: WorkerRange): Promise<GivenDelta[]> {
    const rows = await this.db.query<Row>(
      'SELECT d.run_no, d.worker_no, d.agency_id, d.item_no, d.amount FROM retro_delta d JOIN pay_run r ON r.no = d.run_no ' +
        'WHERE d.original_period = ? AND d.worker_no BETWEEN ? AND ? AND r.centre_id = ? AND r.period < ? ' +
        `AND r.status IN (${FROZEN_LIST}) ORDER BY d.run_no, d.worker_no, d.item_no`,
      [period, fromNo, toNo, centreId, until],
    );
    return rows.map((row) => ({ ...givenOf(row), runNo: Number(row.run_no) }));
  }

  async deltasOf(runNo: number, { fromNo, toNo }: WorkerRange): Promise<(RetroDelta & { workerNo: number })[]> {
    const rows = await this.db.query<Row>(
      'SELECT worker_no, original_period, item_no, category, amount FROM retro_delta WHERE run_no = ? AND worker_no BETWEEN ? AND ? ' +
        'ORDER BY worker_no, original_period, item_no',
      [runNo, fromNo, toNo],
    );
    return rows.map((row) => ({
      workerNo: Number(row.worker_no),
      period: String(row.original_period),
      itemNo: Number(row.item_no),
      category: row.category as RetroDelta['category'],
      amount: Number(row.amount),
    }));
  }

  async debts(centreId: Id, { fromNo, toNo }: WorkerRange): Promise<Map<number, Map<Id, Fen>>> {
    const rows = await this.db.query<Row>(
      'SELECT d.worker_no, d.agency_id, SUM(d.owed) - SUM(d.recovered) AS amount FROM pay_receivable d JOIN pay_run r ON r.no = d.run_no ' +
        `WHERE d.worker_no BETWEEN ? AND ? AND r.centre_id = ? AND r.status IN (${FROZEN_LIST}) GROUP BY d.worker_no, d.agency_id`,
      [fromNo, toNo, centreId],
    );
    const debts = new Map<number, Map<Id, Fen>>();
    for (const row of rows) {
      const amount = Number(row.amount);
      if (amount <= 0) continue;
      const own = debts.get(Number(row.worker_no)) ?? new Map<Id, Fen>();
      debts.set(Number(row.worker_no), own.set(String(row.agency_id), amount));
    }
    return debts;
  }

  async notes(runNo: number, page: PageRequest<NoteSort>): Promise<Page<RunNote>> {
    const { column, after, parameters, tail } = keysetSql(NOTE_ORDERS, page);
    const sql = `SELECT t.*, ${NOTE_ORDERS.key} AS note, ${column} FROM pay_run_note t WHERE t.run_no = ?${after} ${tail}`;
    const { rows, next } = keysetPage(NOTE_ORDERS, await this.db.query<Row>(sql, [runNo, ...parameters]), page.limit);
    return {
      next,
      rows: rows.map((row) => ({
        workerNo: Number(row.worker_no),
        period: String(row.period),
        code: String(row.code),
        params: JSON.parse(String(row.params)) as RunNote['params'],
      })),
    };
  }
}
