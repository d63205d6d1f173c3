import type { Id } from '@gridstaff/kernel';
import { Database, type Row } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import type { AgreementFact } from '../domain/agreement';
import type { Decision } from '../domain/matters';
import { DispatchStore, type OwnStaffFact } from '../domain/stores';

const FACT =
  'id, centre_id AS centreId, valid_from AS validFrom, valid_to AS validTo, recorded_at AS recordedAt, recorded_by AS recordedBy, supersedes, retracted';
const FACT_COLUMNS = ['id', 'centre_id', 'valid_from', 'valid_to', 'recorded_at', 'recorded_by', 'supersedes', 'retracted'];
const TERMS = ['number', 'posts', 'headcount', 'pay', 'insurance', 'payment', 'severance', 'fee', 'tax'] as const;
const DECISION = 'matter AS `key`, act, reason, until_date AS untilDate, decided_at AS decidedAt, decided_by AS decidedBy';

const head = (fact: OwnStaffFact | (AgreementFact & { supersedes?: Id | null })): Row => [
  ...[fact.id, fact.centreId, fact.validFrom, fact.validTo, fact.recordedAt, fact.recordedBy],
  ...[fact.supersedes ?? null, fact.retracted ? 1 : 0],
];
const readable = <F extends { retracted: boolean; recordedAt: number }>(rows: F[]): F[] =>
  rows.map((row) => ({ ...row, retracted: Number(row.retracted) === 1, recordedAt: Number(row.recordedAt) }));

@Injectable()
export class SqlDispatchStore extends DispatchStore {
  constructor(private readonly db: Database) {
    super();
  }

  async agreements(centreId: Id): Promise<AgreementFact[]> {
    return readable(
      await this.db.query<AgreementFact>(
        `SELECT ${FACT}, agency_id AS agencyId, reason, ${TERMS.join(', ')} FROM dispatch_agreement_fact WHERE centre_id = ?`,
        [centreId],
      ),
    );
  }

  addAgreement(fact: AgreementFact): Promise<void> {
    return this.db.insert(
      'dispatch_agreement_fact',
      [...FACT_COLUMNS, 'agency_id', 'reason', ...TERMS],
      [[...head(fact), fact.agencyId, fact.reason, ...TERMS.map((term) => fact[term])]],
    );
  }

  async ownStaff(centreId: Id): Promise<OwnStaffFact[]> {
    return readable(
      await this.db.query<OwnStaffFact>(`SELECT ${FACT}, people FROM own_staff_fact WHERE centre_id = ?`, [centreId]),
    );
  }

  addOwnStaff(fact: OwnStaffFact): Promise<void> {
    return this.db.insert('own_staff_fact', [...FACT_COLUMNS, 'people'], [[...head(fact), fact.people]]);
  }

  async decisions(centreId: Id, keys?: readonly string[]): Promise<Map<string, Decision>> {
    if (keys?.length === 0) return new Map();
    const named = keys ? ` AND matter IN (${keys.map(() => '?').join(', ')})` : '';
    const rows = await this.db.query<Omit<Decision, 'until'> & { untilDate: string | null }>(
      `SELECT ${DECISION} FROM dispatch_decision WHERE centre_id = ?${named} ORDER BY decided_at, id`,
      [centreId, ...(keys ?? [])],
    );
    return new Map(rows.map(({ untilDate, ...row }) => [row.key, { ...row, until: untilDate, decidedAt: Number(row.decidedAt) }]));
  }

  decide(centreId: Id, id: Id, { key, act, reason, until, decidedAt, decidedBy }: Decision): Promise<void> {
    return this.db.insert(
      'dispatch_decision',
      ['id', 'centre_id', 'matter', 'act', 'reason', 'until_date', 'decided_at', 'decided_by'],
      [[id, centreId, key, act, reason, until, decidedAt, decidedBy]],
    );
  }
}
