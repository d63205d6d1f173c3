import type { DateRange, Fact, FactNotice, Id, LateFactsQuery, LocalDate } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import {
  type AgencyFee,
  type CardPiece,
  type CertificateStandard,
  type GradeStandard,
  PayFactsReader,
  type PayFactsWindow,
  type WorkerPayFacts,
} from '../domain/pay-facts';
import { assignmentsIn, cardsIn, engagementsIn, type PayFactsSource, payFactsOf, piecesIn } from '../domain/pay-pieces';
import type { RecordedFact } from '../domain/fact-change';
import { touching } from '../domain/supposed-facts';
import { type PaidFact, type PaidKind, valuesOf } from '../domain/worker-facts';
import { tiersOf } from '../domain/agency-fee';
import { agencyFees, certificateStandards, gradeStandards } from './organisation.store';
import type { Rows } from './rows';
import { FACT_TABLES, PAID_TABLES } from './worker-fact-tables';

/** Rows that were known at the instant and touch the window: no other row can decide what held inside it. */
const IN_WINDOW = 't.centre_id = ? AND t.valid_from < ? AND t.valid_to > ? AND t.recorded_at <= ?';
/** The same of rows recorded after an instant. */
const LATE = `${IN_WINDOW} AND t.recorded_at > ?`;
/** Kinds that pay depends on. */
const PAID_KINDS = ['engagement', 'assignment', 'grade', 'certificate', 'contribution'] as const;
const windowOf = (w: PayFactsWindow): [Id, string, string, number] => [w.centreId, w.to, w.from, w.knownAt];

interface EngagementKey extends Fact {
  workerNo: number;
}

/** Rows read at a time: SQLite answers without giving the event loop a turn, and a whole province would keep everybody waiting. */
const PAGE = 1000;

/** Numbers of the workers whose facts leave them in post within the window. @param rows all facts of each worker, worker by worker */
function inPost(rows: readonly EngagementKey[], window: PayFactsWindow): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < rows.length;) {
    const no = (rows[at] as EngagementKey).workerNo;
    const own: EngagementKey[] = [];
    for (; rows[at]?.workerNo === no; at++)
      own.push({ ...(rows[at] as EngagementKey), retracted: Number(rows[at]?.retracted) === 1 });
    if (piecesIn(own, window, (_, from, to) => ({ from, to })).length > 0) numbers.push(no);
  }
  return numbers;
}

@Injectable()
export class SqlPayFactsReader extends PayFactsReader {
  constructor(private readonly db: Database) {
    super();
  }

  async workersInPost(window: PayFactsWindow): Promise<number[]> {
    if (window.supposed) return (await this.postsOf(window)).map(({ workerNo }) => workerNo);
    const numbers: number[] = [];
    for (let after = 0, limit = PAGE; ;) {
      const rows = await this.db.query<EngagementKey>(
        `SELECT t.worker_no AS workerNo, t.id, t.valid_from AS validFrom, t.valid_to AS validTo, t.recorded_at AS recordedAt, t.retracted
         FROM engagement_fact t WHERE ${IN_WINDOW} AND t.worker_no > ? ORDER BY t.worker_no LIMIT ${limit}`,
        [...windowOf(window), after],
      );
      const last = rows.at(-1)?.workerNo;
      if (rows.length < limit) return numbers.concat(inPost(counted(window, rows), window));
      // The last worker of a full page may have more facts behind it: a page of that one worker alone must grow.
      const whole = rows.filter(({ workerNo }) => workerNo !== last);
      after = whole.at(-1)?.workerNo ?? after;
      limit = whole.length > 0 ? PAGE : limit * 2;
      numbers.push(...inPost(counted(window, whole), window));
      await yieldToOthers();
    }
  }

  async postsOf(window: PayFactsWindow): Promise<Pick<WorkerPayFacts, 'workerNo' | 'engagements'>[]> {
    const recorded = counted(window, await PAID_TABLES.engagement.select(this.db, IN_WINDOW, windowOf(window)));
    const supposed = [...(window.supposed?.workers.values() ?? [])].flatMap(({ engagement }) => engagement);
    return [...byWorker([...recorded, ...touching(supposed, window)])]
      .map(([workerNo, facts]) => ({ workerNo, engagements: engagementsIn(facts, window) }))
      .filter(({ engagements }) => engagements.length > 0)
      .sort((a, b) => a.workerNo - b.workerNo);
  }

  async whereabouts(window: PayFactsWindow): Promise<Pick<WorkerPayFacts, 'workerNo' | 'engagements' | 'assignments'>[]> {
    const rows = counted(window, await PAID_TABLES.assignment.select(this.db, IN_WINDOW, windowOf(window)));
    const placed = byWorker(rows);
    return (await this.postsOf(window)).map((post) => ({
      ...post,
      assignments: assignmentsIn(placed.get(post.workerNo) ?? [], window, () => ''),
    }));
  }

  async payFacts(window: PayFactsWindow, fromNo: number, toNo: number): Promise<WorkerPayFacts[]> {
    const people = await this.db.query<{ no: number; id: Id }>(
      'SELECT no, id FROM worker WHERE centre_id = ? AND no BETWEEN ? AND ? ORDER BY no',
      [window.centreId, fromNo, toNo],
    );
    const grids = await this.db.query<{ id: Id; code: string }>(
      `SELECT u.id, u.code FROM org_unit u WHERE u.centre_id = ?
       AND u.id IN (SELECT a.org_unit_id FROM assignment_fact a WHERE a.centre_id = ? AND a.worker_no BETWEEN ? AND ?)`,
      [window.centreId, window.centreId, fromNo, toNo],
    );
    const codes = new Map(grids.map((unit) => [unit.id, unit.code]));
    const supposed = supposedWithin(window, fromNo, toNo);
    const known = new Set(people.map(({ no }) => no));
    const everybody = [...people, ...supposed.filter((no) => !known.has(no)).map((no) => ({ no, id: '' }))];
    const sources = new Map<number, PayFactsSource>(
      everybody.map(({ no, id }) => [
        no,
        {
          workerNo: no,
          workerId: id,
          facts: { engagement: [], assignment: [], grade: [], certificate: [], contribution: [] },
        },
      ]),
    );
    const gridCode = (id: Id): string => codes.get(id) ?? window.supposed?.gridCodes.get(id) ?? '';
    const read = <K extends PaidKind>(kind: K): Promise<PaidFact<K>[]> =>
      this.paid(kind, window, { fromNo, toNo }, supposed);
    for (const row of await read('engagement')) sources.get(row.workerNo)?.facts.engagement.push(row);
    for (const row of await read('assignment')) sources.get(row.workerNo)?.facts.assignment.push(row);
    for (const row of await read('grade')) sources.get(row.workerNo)?.facts.grade.push(row);
    for (const row of await read('certificate')) sources.get(row.workerNo)?.facts.certificate.push(row);
    for (const row of await read('contribution')) sources.get(row.workerNo)?.facts.contribution.push(row);
    return [...sources.values()].map((source) => payFactsOf(source, window, gridCode));
  }

  async cards(window: PayFactsWindow, fromNo: number, toNo: number): Promise<Map<number, readonly CardPiece[]>> {
    const facts = byWorker(await this.paid('bankCard', window, { fromNo, toNo }, supposedWithin(window, fromNo, toNo)));
    return new Map([...facts].map(([workerNo, own]) => [workerNo, cardsIn(own, window)]));
  }

  /** @param supposed numbers within the range for whom something is supposed */
  private async paid<K extends PaidKind>(
    kind: K,
    window: PayFactsWindow,
    { fromNo, toNo }: { fromNo: number; toNo: number },
    supposed: readonly number[],
  ): Promise<PaidFact<K>[]> {
    const range = [...windowOf(window), fromNo, toNo];
    const rows = await PAID_TABLES[kind].select(this.db, `${IN_WINDOW} AND t.worker_no BETWEEN ? AND ?`, range);
    const known = counted(window, rows);
    if (supposed.length === 0) return known;
    const added = supposed.flatMap((no) => window.supposed?.workers.get(no)?.[kind] ?? []) as unknown as PaidFact<K>[];
    return [...known, ...touching(added, window)];
  }

  gradeStandards(window: PayFactsWindow): Promise<GradeStandard[]> {
    return this.standards(
      gradeStandards,
      window.supposed?.gradeStandards,
      window,
      (f) => f.gradeCode,
      ({ gradeCode, base, post, performance }, from, to) => ({ from, to, gradeCode, base, post, performance }),
    );
  }

  certificateStandards(window: PayFactsWindow): Promise<CertificateStandard[]> {
    return this.standards(
      certificateStandards,
      window.supposed?.certificateStandards,
      window,
      (f) => f.code,
      ({ code, amount }, from, to) => ({ from, to, code, amount }),
    );
  }

  agencyFees(window: PayFactsWindow): Promise<AgencyFee[]> {
    return this.standards(
      agencyFees,
      window.supposed?.agencyFees,
      window,
      (f) => f.agencyId,
      ({ agencyId, kind, amount, rate, tiers }, from, to) => ({ from, to, agencyId, kind, amount, rate, ...(tiers !== null && { tiers: tiersOf({ tiers }) }) }),
    );
  }

  async late(query: LateFactsQuery): Promise<FactNotice[]> {
    const found: FactNotice[] = [];
    for (const kind of PAID_KINDS) {
      for (const fact of await FACT_TABLES[kind].select(this.db, LATE, [...windowOf(query), query.since]))
        found.push(noticeOf(kind, fact, { workerNo: fact.workerNo, key: null, values: valuesOf(kind, fact) }));
    }
    return found;
  }

  async lateStandards(query: LateFactsQuery): Promise<FactNotice[]> {
    const values = [...windowOf(query), query.since];
    const grades = await gradeStandards.select(this.db, LATE, values);
    const certificates = await certificateStandards.select(this.db, LATE, values);
    const fees = await agencyFees.select(this.db, LATE, values);
    const of = (kind: string, fact: RecordedFact, key: string, said: FactNotice['values']): FactNotice =>
      noticeOf(kind, fact, { workerNo: null, key, values: said });
    return [
      ...grades.map((f) => {
        const { gradeCode, base, post, performance } = f;
        return of('grade_standard', f, gradeCode, { gradeCode, base, post, performance });
      }),
      ...certificates.map((f) => of('certificate_standard', f, f.code, { code: f.code, amount: f.amount })),
      ...fees.map((f) => of('agency_fee', f, f.agencyId, { kind: f.kind, amount: f.amount, rate: f.rate, ...(f.tiers !== null && { tiers: f.tiers }) })),
    ];
  }

  private async standards<F extends Fact, P extends DateRange>(
    rows: Rows<F>,
    supposed: readonly F[] | undefined,
    window: PayFactsWindow,
    key: (fact: F) => string,
    pick: (fact: F, from: LocalDate, to: LocalDate) => P,
  ): Promise<P[]> {
    const bySubject = new Map<string, F[]>();
    const recorded = counted(window, await rows.select(this.db, IN_WINDOW, windowOf(window)));
    for (const fact of [...recorded, ...touching(supposed, window)])
      bySubject.set(key(fact), [...(bySubject.get(key(fact)) ?? []), fact]);
    return [...bySubject].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, facts]) => piecesIn(facts, window, pick));
  }
}

const counted = <F extends { id: Id }>({ ignored }: PayFactsWindow, facts: readonly F[]): F[] =>
  ignored ? facts.filter((fact) => !ignored.has(fact.id)) : [...facts];

function byWorker<F extends { workerNo: number }>(facts: readonly F[]): Map<number, F[]> {
  const groups = new Map<number, F[]>();
  for (const fact of facts) {
    const own = groups.get(fact.workerNo);
    if (own) own.push(fact);
    else groups.set(fact.workerNo, [fact]);
  }
  return groups;
}

const supposedWithin = ({ supposed }: PayFactsWindow, fromNo: number, toNo: number): number[] =>
  supposed ? [...supposed.workers.keys()].filter((no) => no >= fromNo && no <= toNo) : [];

function noticeOf(kind: string, fact: RecordedFact, of: Pick<FactNotice, 'workerNo' | 'key' | 'values'>): FactNotice {
  const { id, validFrom, validTo, recordedAt, recordedBy, retracted } = fact;
  return { id, kind, ...of, validFrom, validTo, recordedAt, recordedBy, retracted };
}
