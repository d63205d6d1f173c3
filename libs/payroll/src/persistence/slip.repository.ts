import { DomainError, type Id, type Json, type Page, type PageRequest, type Period } from '@gridstaff/kernel';
import { Database, type Keyset, keysetPage, keysetSql, mapDriverError } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import {
  REGULAR_CLAIM,
  type Calculated,
  type ExclusionSort,
  type ExclusionView,
  type FundPart,
  type OwnSlipSort,
  type PayLine,
  type ResultRows,
  type RunStatus,
  type SlipOfRun,
  type SlipSort,
  SlipStore,
  type SlipView,
  type WorkerRange,
} from '../domain';
import { RESULT_TABLES, resultRows } from './result-rows';
import { type SlipRow, toExclusion, toSlip } from './slip-rows';

/** Slips of one run are few enough to be sorted as they are read: no index for amounts, which every calculation would have to keep. */
const SLIP_ORDERS: Keyset<SlipSort> = {
  fields: { workerNo: 's.worker_no', name: "COALESCE(w.name, '')", gross: 's.gross', net: 's.net', tax: 's.tax' },
  key: 's.worker_no',
  keyName: 'worker_no',
};
const OWN_ORDERS: Keyset<OwnSlipSort> = {
  fields: { runNo: 's.run_no', period: 'r.period', payDate: 'r.pay_date', net: 's.net' },
  key: 's.run_no',
  keyName: 'run_no',
};
const EXCLUSION_ORDERS: Keyset<ExclusionSort> = {
  fields: { workerNo: 'e.worker_no', code: 'e.code' },
  key: 'e.worker_no',
  keyName: 'worker_no',
};
/** Values written before others get their turn: a millisecond's worth. */
const VALUES_PER_TURN = 5_000;
/** Characters per part: four bytes each still fit a TEXT of MySQL. */
const PROGRAM_PART = 16_000;
/** Workers asked about in one statement of one shape. */
const WORKERS_PER_QUERY = 200;

@Injectable()
export class SqlSlipStore extends SlipStore {
  constructor(private readonly db: Database) {
    super();
  }

  rowsOf(runNo: number, calculated: Calculated): ResultRows {
    return resultRows(runNo, calculated);
  }

  async replace(runNo: number, { fromNo, toNo }: WorkerRange, rows: ResultRows): Promise<void> {
    for (const table of RESULT_TABLES) {
      await this.db.execute(`DELETE FROM ${table} WHERE run_no = ? AND worker_no BETWEEN ? AND ?`, [
        runNo,
        fromNo,
        toNo,
      ]);
    }
    for (const { table, columns, values } of rows) {
      await this.db.insertValues(table, columns, values);
      // SQLite gives nobody a turn between its statements: whoever reads meanwhile gets it here.
      if (values.length > VALUES_PER_TURN) await yieldToOthers();
    }
  }

  async slips(runNo: number, afterWorkerNo: number, limit: number): Promise<SlipView[]> {
    const sql = `SELECT * FROM payslip WHERE run_no = ? AND worker_no > ? ORDER BY worker_no LIMIT ${Math.trunc(limit)}`;
    return (await this.db.query<SlipRow>(sql, [runNo, afterWorkerNo])).map(toSlip);
  }

  async slip(runNo: number, workerNo: number): Promise<SlipView | undefined> {
    const row = await this.db.one<SlipRow>('SELECT * FROM payslip WHERE run_no = ? AND worker_no = ?', [
      runNo,
      workerNo,
    ]);
    return row && toSlip(row);
  }

  async slipPage(runNo: number, page: PageRequest<SlipSort>): Promise<Page<SlipView>> {
    // Names live in the roster alone; they are joined to find a place in the order, and never leave with a slip.
    const named = page.field === 'name' ? ' LEFT JOIN worker w ON w.no = s.worker_no' : '';
    const { column, after, parameters, tail } = keysetSql(SLIP_ORDERS, page);
    const sql = `SELECT s.*, ${column} FROM payslip s${named} WHERE s.run_no = ?${after} ${tail}`;
    const found = keysetPage(SLIP_ORDERS, await this.db.query<SlipRow>(sql, [runNo, ...parameters]), page.limit);
    return { ...found, rows: found.rows.map(toSlip) };
  }

  async slipsOfWorker(
    { centreId, workerNo, statuses }: { centreId: Id; workerNo: number; statuses: readonly RunStatus[] },
    page: PageRequest<OwnSlipSort>,
  ): Promise<Page<SlipOfRun>> {
    const { column, after, parameters, tail } = keysetSql(OWN_ORDERS, page);
    const rows = await this.db.query<SlipRow>(
      `SELECT s.*, ${column} FROM payslip s JOIN pay_run r ON r.no = s.run_no WHERE s.worker_no = ? AND r.centre_id = ?
        AND r.status IN (${statuses.map(() => '?').join(', ')})${after} ${tail}`,
      [workerNo, centreId, ...statuses, ...parameters],
    );
    const found = keysetPage(OWN_ORDERS, rows, page.limit);
    return { ...found, rows: found.rows.map((row) => ({ ...toSlip(row), runNo: Number(row.run_no) })) };
  }

  async lines(runNo: number, { fromNo, toNo }: WorkerRange): Promise<(PayLine & { workerNo: number })[]> {
    const rows = await this.db.query<SlipRow>(
      'SELECT worker_no, item_no, amount FROM payslip_line WHERE run_no = ? AND worker_no BETWEEN ? AND ? ORDER BY worker_no, item_no',
      [runNo, fromNo, toNo],
    );
    return rows.map((r) => ({ workerNo: Number(r.worker_no), itemNo: Number(r.item_no), amount: Number(r.amount) }));
  }

  async fundParts(runNo: number, { fromNo, toNo }: WorkerRange): Promise<Map<number, FundPart[]>> {
    const rows = await this.db.query<SlipRow>(
      'SELECT worker_no, fund_id, amount FROM payslip_fund WHERE run_no = ? AND worker_no BETWEEN ? AND ? ORDER BY worker_no, fund_id',
      [runNo, fromNo, toNo],
    );
    const parts = new Map<number, FundPart[]>();
    for (const row of rows) {
      const part = { fundId: String(row.fund_id), amount: Number(row.amount) };
      const own = parts.get(Number(row.worker_no));
      if (own) own.push(part);
      else parts.set(Number(row.worker_no), [part]);
    }
    return parts;
  }

  async derivation(runNo: number, workerNo: number): Promise<string | undefined> {
    const sql = 'SELECT data FROM payslip_derivation WHERE run_no = ? AND worker_no = ?';
    return (await this.db.one<{ data: string }>(sql, [runNo, workerNo]))?.data;
  }

  async derivations(runNo: number, { fromNo, toNo }: WorkerRange): Promise<Map<number, string>> {
    const rows = await this.db.query<{ worker_no: number; data: string }>(
      'SELECT worker_no, data FROM payslip_derivation WHERE run_no = ? AND worker_no BETWEEN ? AND ?',
      [runNo, fromNo, toNo],
    );
    return new Map(rows.map((row) => [Number(row.worker_no), row.data]));
  }

  async input(runNo: number, workerNo: number): Promise<Json | undefined> {
    const sql = 'SELECT input FROM pay_run_input WHERE run_no = ? AND worker_no = ?';
    const row = await this.db.one<{ input: string }>(sql, [runNo, workerNo]);
    return row && (JSON.parse(row.input) as Json);
  }

  async inputs(
    runNo: number,
    afterWorkerNo: number,
    limit: number,
  ): Promise<{ workerNo: number; agencyId: Id; hash: string; input: string }[]> {
    const rows = await this.db.query<{ worker_no: number; agency_id: string; hash: string; input: string }>(
      `SELECT s.worker_no, s.agency_id, s.hash, i.input FROM payslip s JOIN pay_run_input i ON i.run_no = s.run_no AND i.worker_no = s.worker_no
        WHERE s.run_no = ? AND s.worker_no > ? ORDER BY s.worker_no LIMIT ${Math.trunc(limit)}`,
      [runNo, afterWorkerNo],
    );
    return rows.map((row) => ({
      workerNo: Number(row.worker_no),
      agencyId: row.agency_id,
      hash: row.hash,
      input: row.input,
    }));
  }

  async hashes(runNo: number, afterWorkerNo: number, limit: number): Promise<{ workerNo: number; hash: string }[]> {
    const rows = await this.db.query<{ worker_no: number; hash: string }>(
      `SELECT worker_no, hash FROM payslip WHERE run_no = ? AND worker_no > ? ORDER BY worker_no LIMIT ${Math.trunc(limit)}`,
      [runNo, afterWorkerNo],
    );
    return rows.map((row) => ({ workerNo: Number(row.worker_no), hash: row.hash }));
  }

  async exclusions(runNo: number, afterWorkerNo: number, limit: number): Promise<ExclusionView[]> {
    const rows = await this.db.query<SlipRow>(
      `SELECT * FROM pay_exclusion WHERE run_no = ? AND worker_no > ? ORDER BY worker_no LIMIT ${Math.trunc(limit)}`,
      [runNo, afterWorkerNo],
    );
    return rows.map(toExclusion);
  }

  async exclusionPage(runNo: number, page: PageRequest<ExclusionSort>): Promise<Page<ExclusionView>> {
    const { column, after, parameters, tail } = keysetSql(EXCLUSION_ORDERS, page);
    const sql = `SELECT e.*, ${column} FROM pay_exclusion e WHERE e.run_no = ?${after} ${tail}`;
    const found = keysetPage(EXCLUSION_ORDERS, await this.db.query<SlipRow>(sql, [runNo, ...parameters]), page.limit);
    return { ...found, rows: found.rows.map(toExclusion) };
  }

  async countExclusions(runNo: number, open: boolean): Promise<number> {
    const row = await this.db.one<{ n: number }>(
      `SELECT COUNT(*) AS n FROM pay_exclusion WHERE run_no = ?${open ? ' AND acknowledged_at IS NULL' : ''}`,
      [runNo],
    );
    return Number(row?.n ?? 0);
  }

  async acknowledge(runNo: number, workerNo: number, by: Id, reason: string, at: number): Promise<boolean> {
    const affected = await this.db.execute(
      'UPDATE pay_exclusion SET acknowledged_by = ?, reason = ?, acknowledged_at = ? WHERE run_no = ? AND worker_no = ?',
      [by, reason, at, runNo, workerNo],
    );
    return affected === 1;
  }

  async paidAmong(runNo: number, workerNos: readonly number[]): Promise<number[]> {
    const found: number[] = [];
    for (let at = 0; at < workerNos.length; at += WORKERS_PER_QUERY) {
      // The last page repeats its first number, so that the statement keeps one shape.
      const page = Array.from({ length: WORKERS_PER_QUERY }, (_, i) => workerNos[at + i] ?? (workerNos[at] as number));
      const rows = await this.db.query<{ worker_no: number }>(
        `SELECT worker_no FROM payslip WHERE run_no = ? AND worker_no IN (${page.map(() => '?').join(', ')})`,
        [runNo, ...page],
      );
      found.push(...rows.map((row) => Number(row.worker_no)));
    }
    return found;
  }

  async claim(runNo: number): Promise<void> {
    try {
      await this.db.execute(
        'INSERT INTO pay_item_claim (worker_no, period, source, run_no) ' +
          'SELECT worker_no, period, source, run_no FROM payslip_claim WHERE run_no = ? ORDER BY worker_no, period, source',
        [runNo],
      );
    } catch (error) {
      const mapped = mapDriverError(error);
      if (!(mapped instanceof DomainError) || mapped.code !== 'DUPLICATE_KEY') throw error;
      throw await this.conflict(runNo);
    }
  }

  private async conflict(runNo: number): Promise<DomainError> {
    const taken = await this.db.one<{ run_no: number; period: string; n: number }>(
      'SELECT c.run_no AS run_no, MIN(c.period) AS period, COUNT(DISTINCT c.worker_no) AS n FROM pay_item_claim c JOIN payslip_claim s ' +
        'ON s.worker_no = c.worker_no AND s.period = c.period AND s.source = c.source WHERE s.run_no = ? GROUP BY c.run_no ORDER BY c.run_no LIMIT 1',
      [runNo],
    );
    return new DomainError('ALREADY_CLAIMED', {
      period: String(taken?.period ?? ''),
      run: Number(taken?.run_no ?? 0),
      people: Number(taken?.n ?? 0),
    });
  }

  async releaseClaims(runNo: number): Promise<void> {
    await this.db.execute('DELETE FROM pay_item_claim WHERE run_no = ?', [runNo]);
  }

  async claimedAgencies(period: Period, { fromNo, toNo }: WorkerRange): Promise<Map<number, Id[]>> {
    const rows = await this.db.query<{ worker_no: number; source: string }>(
      `SELECT worker_no, source FROM pay_item_claim WHERE worker_no BETWEEN ? AND ? AND period = ? AND source LIKE '${REGULAR_CLAIM}%' ORDER BY worker_no, source`,
      [fromNo, toNo, period],
    );
    const found = new Map<number, Id[]>();
    for (const row of rows) {
      const own = found.get(Number(row.worker_no)) ?? [];
      own.push(row.source.slice(REGULAR_CLAIM.length));
      found.set(Number(row.worker_no), own);
    }
    return found;
  }

  async keepPrograms(hash: string, text: string): Promise<void> {
    const rows: [string, number, string][] = [];
    for (let at = 0; at < text.length; at += PROGRAM_PART)
      rows.push([hash, rows.length + 1, text.slice(at, at + PROGRAM_PART)]);
    await this.db.insertMissing('pay_program', ['hash', 'part', 'content'], rows);
  }

  async programs(hash: string): Promise<string> {
    const rows = await this.db.query<{ content: string }>(
      'SELECT content FROM pay_program WHERE hash = ? ORDER BY part',
      [hash],
    );
    if (rows.length === 0) throw new DomainError('NOT_FOUND', { what: 'program table' });
    return rows.map((row) => row.content).join('');
  }
}
