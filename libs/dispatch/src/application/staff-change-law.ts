import { type Actor, toProblem } from '@gridstaff/contracts';
import { type BatchBook, BatchRoom, type BatchTarget, type BatchUndoPlan } from '@gridstaff/exchange';
import { DomainError } from '@gridstaff/kernel';
import { type StaffAct, type StaffCase, StaffChangeGuard, type StaffProblem } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { FINDINGS, sentence } from '../domain/catalogue';
import type { Finding } from '../domain/matters';
import { checkPerson } from '../domain/person-checks';
import { refusalOfReturn } from '../domain/return-check';
import { type Evidence, isReturnGround, type ReturnGround, type WorkerReturn } from '../domain/return-grounds';
import { ReturnStore } from '../domain/stores';
import { retirementRules } from './retirement-file';

const SOURCE = 'worker_return';

/**
 * What the law of dispatch has against an act on many people: a return needs its ground and evidence from everybody in it, a renewal must bring about
 * no finding. The same rules as for one person.
 */
@Injectable()
export class StaffChangeLaw extends StaffChangeGuard {
  private readonly rules = retirementRules();

  constructor(
    private readonly store: ReturnStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  async problems({ centreId, terms, cases }: StaffAct): Promise<Map<number, StaffProblem[]>> {
    if (terms.kind === 'renewal') return new Map(cases.map((one) => [one.workerNo, this.ofRenewal(one)]));
    if (terms.kind !== 'return') return new Map();
    const evidence = byWorker(await this.store.evidence(centreId, cases.map(({ workerNo }) => workerNo)));
    return new Map(
      cases.map((one) => {
        const error = refusal(one, terms.date, evidence.get(one.workerNo) ?? []);
        return [one.workerNo, error ? [refused(error)] : []];
      }),
    );
  }

  async record(actor: Actor, { centreId, terms, cases }: StaffAct, book: BatchBook): Promise<void> {
    if (terms.kind !== 'return') return;
    const at = { recordedAt: this.clock.millis(), recordedBy: actor.userId };
    const returns = cases.map(({ workerNo, target }): WorkerReturn => {
      const ground = target.ground as ReturnGround;
      return { id: this.ids.next(), centreId, workerNo, lastDay: terms.date, ground, ...at };
    });
    await this.store.addReturns(returns);
    book.note(SOURCE, returns);
  }

  /** What the renewal would bring about; what was so before is no matter of it. */
  private ofRenewal({ was, now, from }: StaffCase): StaffProblem[] {
    const known = new Set(checkPerson(was, from, this.rules).map(({ key }) => key));
    return checkPerson(now, from, this.rules).flatMap((finding) => (known.has(finding.key) ? [] : problemOf(finding)));
  }
}

/** Returns of an act that is taken back rest on nothing: their rows stay and no longer count, see `ReturnStore.returns`. */
@Injectable()
export class ReturnRoom extends BatchRoom {
  readonly sources = [SOURCE];

  async planUndo(_: Actor, { rows }: BatchTarget): Promise<BatchUndoPlan> {
    const reach = { recordedAt: Number.MAX_SAFE_INTEGER, people: new Map(), engaged: new Map() };
    return { rows: rows.get(SOURCE)?.length ?? 0, people: 0, entered: 0, uses: [], reach, apply: async () => undefined };
  }
}

function refusal({ workerNo, now, target }: StaffCase, lastDay: string, evidence: readonly Evidence[]): DomainError | undefined {
  const { ground } = target;
  if (ground === undefined || !isReturnGround(ground)) return new DomainError('INVALID_INPUT', { reason: 'ground' }, { field: 'ground', workerNo });
  return refusalOfReturn(now, ground, lastDay, evidence);
}

function refused(error: DomainError): StaffProblem {
  const { code, zh, en } = toProblem(error);
  return { severity: 'refusal', code, zh, en };
}

function problemOf({ code, params }: Finding): StaffProblem {
  const { severity, law } = FINDINGS[code];
  const said = (language: 'zh' | 'en'): string => `${sentence(code, language, params)}（${law[language]}）`;
  return { severity: severity === 'block' ? 'refusal' : 'warning', code, zh: said('zh'), en: said('en') };
}

function byWorker(evidence: readonly Evidence[]): Map<number, Evidence[]> {
  const found = new Map<number, Evidence[]>();
  for (const one of evidence) found.set(one.workerNo, [...(found.get(one.workerNo) ?? []), one]);
  return found;
}
