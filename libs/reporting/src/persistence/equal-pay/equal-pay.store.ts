import type { Id, LocalDate } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { ALL_ITEMS, type EqualPaySide, type PaidAmount } from '../../domain/equal-pay/equal-pay';
import { EqualPayStore, type PaidMonth, type StandardItem } from '../../domain/equal-pay/equal-pay-store';

const STANDARD = "i.kind = 'earning' AND i.behaviour = 'segment'";

/** Of a slip `p` and where its worker stands `s`; question marks: the day twice. */
const SIDES: Readonly<Record<EqualPaySide, { value: string; days: number }>> = {
  agency: { value: 's.agency_code', days: 0 },
  // Slips that the fund of the run bears alone have no rows of their own.
  fund: {
    value: `COALESCE((SELECT f.fund_id FROM payslip_fund f WHERE f.run_no = p.run_no AND f.worker_no = p.worker_no
      ORDER BY f.amount DESC, f.fund_id LIMIT 1), r.fund_id)`,
    days: 0,
  },
  kind: {
    value: `(SELECT CASE WHEN c.retracted = 0 THEN c.post_kind END FROM contract_fact c WHERE c.centre_id = s.centre_id AND c.worker_no = s.worker_no
      AND c.valid_from <= ? AND c.valid_to > ? ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1)`,
    days: 2,
  },
};

@Injectable()
export class SqlEqualPayStore extends EqualPayStore {
  constructor(private readonly db: Database) {
    super();
  }

  paidMonths(centreId: Id): Promise<PaidMonth[]> {
    return this.db.query<PaidMonth>(
      `SELECT period, no AS runNo, scheme_id AS schemeId FROM pay_run
       WHERE centre_id = ? AND kind = 'regular' AND status IN ('paid', 'closed') ORDER BY period DESC, no DESC`,
      [centreId],
    );
  }

  items({ schemeId }: PaidMonth): Promise<StandardItem[]> {
    return this.db.query<StandardItem>(
      `SELECT i.code, i.name_zh AS nameZh, i.name_en AS nameEn FROM pay_item i WHERE i.scheme_id = ? AND ${STANDARD} ORDER BY i.item_no`,
      [schemeId],
    );
  }

  async amounts(
    centreId: Id,
    { runNo, schemeId }: PaidMonth,
    { first, last }: { first: LocalDate; last: LocalDate },
    by: EqualPaySide,
  ): Promise<PaidAmount[]> {
    const { value, days } = SIDES[by];
    const sideDays = Array.from({ length: days }, () => last);
    // One stretch of days over the whole month: neither post nor grade, agency or grid changes inside it.
    const people = `SELECT p.run_no AS runNo, p.worker_no AS workerNo, s.post_code AS postCode, s.grade_code AS gradeCode, ${value} AS side
      FROM payslip p JOIN pay_run r ON r.no = p.run_no JOIN worker_standing s ON s.centre_id = ? AND s.worker_no = p.worker_no
        AND s.valid_from <= ? AND s.valid_to > ? AND s.status = 'in_post' AND s.post_code IS NOT NULL AND s.grade_code IS NOT NULL
      WHERE p.run_no = ?`;
    const parameters = [...sideDays, centreId, first, last, runNo];
    const each = await this.db.query<PaidAmount>(
      `SELECT w.postCode, w.gradeCode, w.side, i.code AS item, l.amount, COUNT(*) AS people FROM (${people}) w
         JOIN payslip_line l ON l.run_no = w.runNo AND l.worker_no = w.workerNo
         JOIN pay_item i ON i.scheme_id = ? AND i.item_no = l.item_no AND ${STANDARD}
       GROUP BY w.postCode, w.gradeCode, w.side, i.code, l.amount`,
      [...parameters, schemeId],
    );
    const all = await this.db.query<Omit<PaidAmount, 'item'>>(
      `SELECT t.postCode, t.gradeCode, t.side, t.amount, COUNT(*) AS people FROM (
         SELECT w.workerNo, w.postCode, w.gradeCode, w.side, SUM(CASE WHEN i.code IS NULL THEN 0 ELSE l.amount END) AS amount FROM (${people}) w
           LEFT JOIN payslip_line l ON l.run_no = w.runNo AND l.worker_no = w.workerNo
           LEFT JOIN pay_item i ON i.scheme_id = ? AND i.item_no = l.item_no AND ${STANDARD}
         GROUP BY w.workerNo, w.postCode, w.gradeCode, w.side) t
       GROUP BY t.postCode, t.gradeCode, t.side, t.amount`,
      [...parameters, schemeId],
    );
    return [...all.map((row) => ({ ...row, item: ALL_ITEMS })), ...each].map((row) => ({
      ...row,
      amount: Number(row.amount),
      people: Number(row.people),
    }));
  }

  async slips({ runNo }: PaidMonth): Promise<number> {
    return Number(
      (await this.db.one<{ n: number }>('SELECT COUNT(*) AS n FROM payslip WHERE run_no = ?', [runNo]))?.n ?? 0,
    );
  }

  async fundNames(centreId: Id): Promise<Map<Id, string>> {
    const rows = await this.db.query<{ id: Id; name: string }>('SELECT id, name FROM fund WHERE centre_id = ?', [
      centreId,
    ]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
