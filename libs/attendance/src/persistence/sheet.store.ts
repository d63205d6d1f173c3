import type { Id, Period } from '@gridstaff/kernel';
import { Database, expectOne, inSlices, type Row, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import type { NumberRange } from '../domain/attendance-store';
import { type DayMarksFact, overtimeText, readOvertime } from '../domain/day-marks';
import { type CloseRow, type SheetRow, SheetStore } from '../domain/sheet-store';
import { FACT, FACT_COLUMNS, factRow, readFacts } from './attendance.store';

type StoredMarks = Omit<DayMarksFact, 'overtime'> & { overtime: string | null };

const SHEET = 'SELECT id, centre_id AS centreId, period, unit_id AS unitId, status, hash, submitted_by AS submittedBy, submitted_at AS submittedAt, version FROM month_sheet';
const SHEET_COLUMNS = ['id', 'centre_id', 'period', 'unit_id', 'status', 'hash', 'submitted_by', 'submitted_at', 'version'];
const CLOSE = 'SELECT id, centre_id AS centreId, period, status, closed_by AS closedBy, closed_at AS closedAt, exceptions, reason, version FROM month_close';
const CLOSE_COLUMNS = ['id', 'centre_id', 'period', 'status', 'version'];

@Injectable()
export class SqlSheetStore extends SheetStore {
  constructor(private readonly db: Database) {
    super();
  }

  heads(centreId: Id): Promise<{ unitId: Id; userId: Id }[]> {
    return this.db.query('SELECT unit_id AS unitId, user_id AS userId FROM team_head WHERE centre_id = ? ORDER BY unit_id, user_id', [centreId]);
  }

  async setHeads(centreId: Id, unitId: Id, userIds: readonly Id[]): Promise<void> {
    await this.db.execute('DELETE FROM team_head WHERE centre_id = ? AND unit_id = ?', [centreId, unitId]);
    await this.db.insert('team_head', ['centre_id', 'unit_id', 'user_id'], userIds.map((userId): Row => [centreId, unitId, userId]));
  }

  marks(centreId: Id, period: Period, { fromNo, toNo }: NumberRange): Promise<DayMarksFact[]> {
    return this.readMarks('centre_id = ? AND period = ? AND worker_no BETWEEN ? AND ?', [centreId, period, fromNo, toNo]);
  }

  marksByIds(centreId: Id, ids: readonly Id[]): Promise<DayMarksFact[]> {
    return inSlices(ids, (marks, slice) => this.readMarks(`centre_id = ? AND id IN (${marks})`, [centreId, ...slice]));
  }

  private async readMarks(where: string, parameters: readonly SqlValue[]): Promise<DayMarksFact[]> {
    const rows = await readFacts<StoredMarks>(this.db, `SELECT ${FACT}, period, present, heat, overtime FROM day_mark_fact WHERE ${where}`, parameters);
    return rows.map((row) => ({ ...row, overtime: readOvertime(row.overtime) }));
  }

  async appendMarks(facts: readonly DayMarksFact[]): Promise<void> {
    const rows = facts.map((fact): Row => [...factRow(fact), fact.period, fact.present, fact.heat, overtimeText(fact.overtime) || null]);
    await this.db.insert('day_mark_fact', [...FACT_COLUMNS, 'period', 'present', 'heat', 'overtime'], rows);
  }

  sheets(centreId: Id, period: Period): Promise<SheetRow[]> {
    return this.db.query(`${SHEET} WHERE centre_id = ? AND period = ?`, [centreId, period]);
  }

  sheetById(id: Id): Promise<SheetRow | undefined> {
    return this.db.one(`${SHEET} WHERE id = ?`, [id]);
  }

  async addSheet({ id, centreId, period, unitId, status, hash, submittedBy, submittedAt, version }: SheetRow): Promise<void> {
    await this.db.insert('month_sheet', SHEET_COLUMNS, [[id, centreId, period, unitId, status, hash, submittedBy, submittedAt, version]]);
  }

  async moveSheet(before: SheetRow, { status, hash, submittedBy, submittedAt }: Pick<SheetRow, 'status' | 'hash' | 'submittedBy' | 'submittedAt'>): Promise<void> {
    const affected = await this.db.execute(
      'UPDATE month_sheet SET status = ?, hash = ?, submitted_by = ?, submitted_at = ?, version = version + 1 WHERE id = ? AND status = ? AND version = ?',
      [status, hash, submittedBy, submittedAt, before.id, before.status, before.version],
    );
    expectOne(affected, 'month sheet');
  }

  close(centreId: Id, period: Period): Promise<CloseRow | undefined> {
    return this.db.one(`${CLOSE} WHERE centre_id = ? AND period = ?`, [centreId, period]);
  }

  closeById(id: Id): Promise<CloseRow | undefined> {
    return this.db.one(`${CLOSE} WHERE id = ?`, [id]);
  }

  async holdClose(row: CloseRow): Promise<CloseRow> {
    const { id, centreId, period, status, version } = row;
    await this.db.insertMissing('month_close', CLOSE_COLUMNS, [[id, centreId, period, status, version]]);
    return (await this.db.one<CloseRow>(`${CLOSE} WHERE centre_id = ? AND period = ?${this.db.forUpdate}`, [centreId, period])) ?? row;
  }

  async moveClose(before: CloseRow, { status, closedBy, closedAt, exceptions, reason }: Pick<CloseRow, 'status' | 'closedBy' | 'closedAt' | 'exceptions' | 'reason'>): Promise<void> {
    const affected = await this.db.execute(
      'UPDATE month_close SET status = ?, closed_by = ?, closed_at = ?, exceptions = ?, reason = ?, version = version + 1 WHERE id = ? AND status = ? AND version = ?',
      [status, closedBy, closedAt, exceptions, reason, before.id, before.status, before.version],
    );
    expectOne(affected, 'close of the month');
  }
}
