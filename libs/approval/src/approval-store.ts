import type { Actor, Permission } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';
import { Database, expectOne, mapDriverError, type Row } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';

/** Subjects named in one statement. */
const SUBJECTS_AT_ONCE = 500;

export type ApprovalStatus = 'open' | 'passed' | 'returned' | 'withdrawn';
export type Decision = 'pass' | 'return';

export interface StoredApproval {
  id: Id;
  centreId: Id;
  hash: string;
  round: number;
  status: ApprovalStatus;
  nextStep: number;
  version: number;
}

export type NewRound = StoredApproval & { subjectType: string; subjectId: Id; openedBy: Id; openedAt: number };

export interface StoredStep {
  no: number;
  kind: string;
  permission: Permission;
}

export interface TrailStep {
  round: number;
  roundStatus: ApprovalStatus;
  hash: string;
  kind: string;
  decision: Decision | null;
  decidedBy: Id | null;
  onBehalfOf: Id | null;
  opinion: string | null;
  /** Epoch milliseconds. */
  decidedAt: number | null;
}

export interface Todo {
  approvalId: Id;
  centreId: Id;
  subjectType: string;
  subjectId: Id;
  kind: string;
  hash: string;
  round: number;
  openedAt: number;
}

export interface NewDecision {
  approval: StoredApproval;
  step: StoredStep;
  actor: Actor;
  delegator: Actor | undefined;
  decision: Decision;
  opinion: string | null;
  /** Status and next step afterwards. */
  status: ApprovalStatus;
  nextStep: number;
  at: number;
}

interface ApprovalSql {
  id: string;
  centre_id: string;
  hash: string;
  round: number;
  status: ApprovalStatus;
  next_step: number;
  version: number;
}

interface TrailSql {
  round: number;
  status: ApprovalStatus;
  hash: string;
  kind: string;
  decision: Decision | null;
  decided_by: string | null;
  on_behalf_of: string | null;
  opinion: string | null;
  decided_at: number | null;
}

interface TodoSql {
  id: string;
  centre_id: string;
  subject_type: string;
  subject_id: string;
  kind: string;
  hash: string;
  round: number;
  opened_at: number;
}

/** Rights in the shape of a WHERE: one permission set for the centres that have it. */
export interface Rights {
  centreId: Id | '*';
  permissions: readonly string[];
  /** Nobody among these may be a party. */
  personIds: readonly Id[];
}

const isDuplicate = (error: unknown): boolean => {
  const mapped = mapDriverError(error);
  return mapped instanceof DomainError && mapped.code === 'DUPLICATE_KEY';
};

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Rows of a round, its steps and its parties; writes run in the caller's unit. */
@Injectable()
export class ApprovalStore {
  constructor(private readonly db: Database) {}

  /** The latest round, held until the unit ends when `lock` is set. */
  async latest(subjectType: string, subjectId: Id, lock: boolean): Promise<StoredApproval | undefined> {
    const row = await this.db.one<ApprovalSql>(
      `SELECT id, centre_id, hash, round, status, next_step, version FROM approval
        WHERE subject_type = ? AND subject_id = ? ORDER BY round DESC LIMIT 1${lock ? this.db.forUpdate : ''}`,
      [subjectType, subjectId],
    );
    if (!row) return undefined;
    const numbers = { round: Number(row.round), nextStep: Number(row.next_step), version: Number(row.version) };
    return { id: row.id, centreId: row.centre_id, hash: row.hash, status: row.status, ...numbers };
  }

  /** @throws DomainError APPROVAL_OPEN when another unit opened the same round first */
  async add(rounds: readonly NewRound[]): Promise<void> {
    const columns = [
      'id',
      'centre_id',
      'subject_type',
      'subject_id',
      'hash',
      'round',
      'status',
      'next_step',
      'version',
      'opened_by',
      'opened_at',
      'closed_at',
    ];
    const values = rounds.map((row): Row => [
      ...[row.id, row.centreId, row.subjectType, row.subjectId, row.hash, row.round, row.status, row.nextStep],
      ...[row.version, row.openedBy, row.openedAt, null],
    ]);
    try {
      await this.db.insert('approval', columns, values);
    } catch (error) {
      throw isDuplicate(error) ? new DomainError('APPROVAL_OPEN') : error;
    }
  }

  async addSteps(approvals: readonly { id: Id; steps: readonly StoredStep[] }[]): Promise<void> {
    await this.db.insert(
      'approval_step',
      ['approval_id', 'no', 'kind', 'permission'],
      approvals.flatMap(({ id, steps }) => steps.map((s) => [id, s.no, s.kind, s.permission])),
    );
  }

  /** @param parts one part per person */
  async addParties(approvals: readonly { id: Id; parts: ReadonlyMap<Id, string> }[]): Promise<void> {
    await this.db.insert(
      'approval_party',
      ['approval_id', 'person_id', 'part'],
      approvals.flatMap(({ id, parts }) => [...parts].map(([person, part]) => [id, person, part])),
    );
  }

  async steps(approvalId: Id): Promise<StoredStep[]> {
    const rows = await this.db.query<StoredStep>(
      'SELECT no, kind, permission FROM approval_step WHERE approval_id = ? ORDER BY no',
      [approvalId],
    );
    return rows.map((row) => ({ no: Number(row.no), kind: row.kind, permission: row.permission }));
  }

  /** The part one of the people has already. */
  async partOf(approvalId: Id, personIds: readonly Id[]): Promise<string | undefined> {
    const sql = `SELECT part FROM approval_party WHERE approval_id = ? AND person_id IN (${marks(personIds)})`;
    return (await this.db.one<{ part: string }>(sql, [approvalId, ...personIds]))?.part;
  }

  /**
   * Enters the deciders as parties first: the key refuses a person who has a part, whatever was checked before.
   * @throws DomainError SEPARATION_OF_DUTIES, STALE
   */
  async decide(d: NewDecision): Promise<void> {
    const parts = new Map([
      [d.actor.personId, d.step.kind],
      ...(d.delegator ? [[d.delegator.personId, 'delegated'] as const] : []),
    ]);
    try {
      await this.addParties([{ id: d.approval.id, parts }]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const part = (await this.partOf(d.approval.id, [...parts.keys()])) ?? 'party';
      throw new DomainError('SEPARATION_OF_DUTIES', { part, step: d.step.kind });
    }
    const decided = await this.db.execute(
      `UPDATE approval_step SET decided_by = ?, person_id = ?, on_behalf_of = ?, decision = ?, opinion = ?, decided_at = ?
        WHERE approval_id = ? AND no = ? AND decision IS NULL`,
      [
        d.actor.userId,
        d.actor.personId,
        d.delegator?.userId ?? null,
        d.decision,
        d.opinion,
        d.at,
        d.approval.id,
        d.step.no,
      ],
    );
    expectOne(decided, 'approval step');
    await this.move(d.approval, d.status, d.nextStep, d.at);
  }

  /** @throws DomainError STALE */
  async move(approval: StoredApproval, status: ApprovalStatus, nextStep: number, at: number): Promise<void> {
    const moved = await this.db.execute(
      `UPDATE approval SET status = ?, next_step = ?, closed_at = ?, version = version + 1 WHERE id = ? AND status = 'open' AND version = ?`,
      [status, nextStep, status === 'open' ? null : at, approval.id, approval.version],
    );
    expectOne(moved, 'approval');
  }

  /** Ends the open rounds of all of them. @throws DomainError STALE when one has none */
  async withdrawAll(subjectType: string, subjectIds: readonly Id[], at: number): Promise<void> {
    for (let from = 0; from < subjectIds.length; from += SUBJECTS_AT_ONCE) {
      const some = subjectIds.slice(from, from + SUBJECTS_AT_ONCE);
      const moved = await this.db.execute(
        `UPDATE approval SET status = 'withdrawn', closed_at = ?, version = version + 1
          WHERE subject_type = ? AND status = 'open' AND subject_id IN (${some.map(() => '?').join(', ')})`,
        [at, subjectType, ...some],
      );
      if (moved !== some.length) throw new DomainError('STALE', { what: 'approval' });
    }
  }

  async trail(subjectType: string, subjectId: Id): Promise<TrailStep[]> {
    const rows = await this.db.query<TrailSql>(
      `SELECT a.round, a.status, a.hash, s.kind, s.decision, s.decided_by, s.on_behalf_of, s.opinion, s.decided_at
         FROM approval a JOIN approval_step s ON s.approval_id = a.id
        WHERE a.subject_type = ? AND a.subject_id = ? ORDER BY a.round, s.no`,
      [subjectType, subjectId],
    );
    return rows.map((row) => ({
      ...{ round: Number(row.round), roundStatus: row.status, hash: row.hash, kind: row.kind, decision: row.decision },
      ...{ decidedBy: row.decided_by, onBehalfOf: row.on_behalf_of, opinion: row.opinion },
      decidedAt: row.decided_at === null ? null : Number(row.decided_at),
    }));
  }

  /** Open steps whose turn it is, for whichever of the rights fits, oldest first; one query. */
  async todos(rights: readonly Rights[]): Promise<Todo[]> {
    const useful = rights.filter((r) => r.permissions.length > 0);
    if (useful.length === 0) return [];
    const values: string[] = [];
    const cases = useful.map((r) => {
      values.push(...r.permissions, ...(r.centreId === '*' ? [] : [r.centreId]), ...r.personIds);
      const centre = r.centreId === '*' ? '' : ' AND a.centre_id = ?';
      const party = `SELECT 1 FROM approval_party p WHERE p.approval_id = a.id AND p.person_id IN (${marks(r.personIds)})`;
      return `(s.permission IN (${marks(r.permissions)})${centre} AND NOT EXISTS (${party}))`;
    });
    const rows = await this.db.query<TodoSql>(
      `SELECT a.id, a.centre_id, a.subject_type, a.subject_id, s.kind, a.hash, a.round, a.opened_at
         FROM approval a JOIN approval_step s ON s.approval_id = a.id AND s.no = a.next_step
        WHERE a.status = 'open' AND (${cases.join(' OR ')}) ORDER BY a.opened_at, a.id`,
      values,
    );
    return rows.map((row) => ({
      ...{ approvalId: row.id, centreId: row.centre_id, subjectType: row.subject_type, subjectId: row.subject_id },
      ...{ kind: row.kind, hash: row.hash, round: Number(row.round), openedAt: Number(row.opened_at) },
    }));
  }
}
