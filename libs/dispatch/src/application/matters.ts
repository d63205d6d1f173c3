import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, type LocalDate, parseDate } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import type { Severity } from '../domain/catalogue';
import { type Decision, type DecisionAct, type Expiry, type ExpiryKind, type Finding, isClosed } from '../domain/matters';
import { DispatchStore } from '../domain/stores';
import { Review } from './review';

/** Its latest decision, and whether that keeps it off the desk on the day. */
export type Decided<T> = T & { decision: Decision | null; closed: boolean };

export interface MattersQuery {
  centreId: Id;
  /** Default today. */
  on?: LocalDate;
  /** Those of one worker alone. */
  workerNo?: number;
  /** False: without those that were accepted, done or postponed; left out: with them. */
  closed?: boolean;
}

/** How many wait, closed ones left out. */
export interface MatterCounts {
  blocks: number;
  warnings: number;
  overdue: number;
  d7: number;
  d30: number;
  d60: number;
}

/** Findings are accepted, expiries are done or postponed; either is reopened. */
const ACTS: Readonly<Record<'finding' | 'expiry', readonly DecisionAct[]>> = {
  finding: ['accept', 'reopen'],
  expiry: ['done', 'postpone', 'reopen'],
};

@Injectable()
export class DispatchMatters {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly review: Review,
    private readonly store: DispatchStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Blocks first. Needs `roster:read`. @throws DomainError NOT_A_DATE */
  async findings(actor: Actor, query: MattersQuery & { severity?: Severity }): Promise<Decided<Finding>[]> {
    const { findings, on, decisions } = await this.look(actor, query);
    const asked = findings.filter(({ severity }) => query.severity === undefined || severity === query.severity);
    return open(decided(asked, decisions, on), query).sort((a, b) => (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0));
  }

  /** Those that end first come first. Needs `roster:read`. @throws DomainError NOT_A_DATE */
  async expiries(actor: Actor, query: MattersQuery & { kind?: ExpiryKind }): Promise<Decided<Expiry>[]> {
    const { expiries, on, decisions } = await this.look(actor, query);
    const asked = expiries.filter(({ kind }) => query.kind === undefined || kind === query.kind);
    return open(decided(asked, decisions, on), query).sort((a, b) => a.daysLeft - b.daysLeft);
  }

  /** Needs `roster:read`. */
  async counts(actor: Actor, centreId: Id): Promise<MatterCounts> {
    const { findings, expiries, on, decisions } = await this.look(actor, { centreId });
    const counts: MatterCounts = { blocks: 0, warnings: 0, overdue: 0, d7: 0, d30: 0, d60: 0 };
    for (const one of decided(findings, decisions, on))
      if (!one.closed) counts[one.severity === 'block' ? 'blocks' : 'warnings'] += 1;
    for (const one of decided(expiries, decisions, on)) if (!one.closed) counts[one.stage] += 1;
    return counts;
  }

  /**
   * Accepts a warning, marks an expiry as done, postpones it, or reopens either; the reason is kept with who and when. Needs `roster:write`.
   * @throws DomainError NOT_FOUND for a matter that is not there now, FINDING_BLOCKS, DECISION_NOT_FOR_IT, MISSING_FIELD, OUT_OF_RANGE
   */
  async decide(
    actor: Actor,
    centreId: Id,
    input: { key: string; act: DecisionAct; reason: string; until?: LocalDate },
  ): Promise<void> {
    requirePermission(actor, 'roster:write', centreId, 'matter');
    const reason = input.reason.trim();
    if (reason === '') throw new DomainError('MISSING_FIELD', { name: 'reason' }, { field: 'reason' });
    const { key, act } = input;
    const on = this.clock.today();
    const until = input.until === undefined ? null : parseDate(input.until, 'until');
    if (act === 'postpone' && until === null) throw new DomainError('MISSING_FIELD', { name: 'until' }, { field: 'until' });
    if (until !== null && until < on) throw new DomainError('OUT_OF_RANGE', { value: until }, { field: 'until' });
    await this.uow.run(async () => {
      const { finding, expiry } = await this.matter(centreId, on, key);
      if (!ACTS[finding ? 'finding' : 'expiry'].includes(act))
        throw new DomainError('DECISION_NOT_FOR_IT', { act }, { field: 'act' });
      if (finding?.severity === 'block') throw new DomainError('FINDING_BLOCKS', { code: finding.code }, { field: 'key' });
      const decision = { key, act, reason, until, decidedAt: this.clock.millis(), decidedBy: actor.userId };
      await this.store.decide(centreId, this.ids.next(), decision);
      await this.audit.append({
        ...{ actor, centreId, action: `dispatch.${act}`, subjectType: 'centre', subjectId: centreId, reason },
        data: { key, until, code: finding?.code ?? expiry?.kind },
      });
    });
  }

  private async look(
    actor: Actor,
    { centreId, on: asked, workerNo }: MattersQuery,
  ): Promise<{ findings: Finding[]; expiries: Expiry[]; on: LocalDate; decisions: Map<string, Decision> }> {
    requirePermission(actor, 'roster:read', centreId);
    const on = asked === undefined ? this.clock.today() : parseDate(asked, 'on');
    const found =
      workerNo === undefined
        ? await this.review.ofCentre(centreId, on)
        : await this.review.ofWorker(centreId, on, workerNo);
    return { ...found, on, decisions: await this.store.decisions(centreId) };
  }

  private async matter(centreId: Id, on: LocalDate, key: string): Promise<{ finding?: Finding; expiry?: Expiry }> {
    const worker = /^w(\d{1,9})\//.exec(key)?.[1];
    const { findings, expiries } =
      worker === undefined
        ? await this.review.ofAgencies(centreId, on)
        : await this.review.ofWorker(centreId, on, Number(worker));
    const finding = findings.find((one) => one.key === key);
    const expiry = expiries.find((one) => one.key === key);
    if (!finding && !expiry) throw new DomainError('NOT_FOUND', { what: 'matter' }, { field: 'key' });
    return { finding, expiry };
  }
}

function decided<T extends { key: string }>(
  matters: readonly T[],
  decisions: ReadonlyMap<string, Decision>,
  on: LocalDate,
): Decided<T>[] {
  return matters.map((matter) => {
    const decision = decisions.get(matter.key);
    return { ...matter, decision: decision ?? null, closed: isClosed(decision, on) };
  });
}

const open = <T extends { closed: boolean }>(matters: T[], { closed }: MattersQuery): T[] =>
  closed === false ? matters.filter((one) => !one.closed) : matters;
