import { type FactNotice, overlaps, type Period, rangeOfPeriod } from '@gridstaff/kernel';
import type { WorkerFacts } from './pay-facts';
import type { WorkerRange } from './slip-store';

/** Whom late changes of one paid month concern. */
export class TouchedMonth {
  private readonly workers = new Set<number>();
  private readonly keys = new Map<string, Set<string>>();

  /**
   * @param since cut-off of what was paid (epoch milliseconds): only what was recorded later touches it
   * @param everyone whether the scheme or the parameters of the month are others than it was paid with
   */
  constructor(
    readonly period: Period,
    private readonly since: number,
    private readonly everyone: boolean,
  ) {}

  add(fact: FactNotice): void {
    const range = { from: fact.validFrom, to: fact.validTo };
    if (fact.recordedAt <= this.since || !overlaps(range, rangeOfPeriod(this.period))) return;
    if (fact.workerNo !== null) this.workers.add(fact.workerNo);
    else if (fact.key !== null) this.keys.set(fact.kind, (this.keys.get(fact.kind) ?? new Set()).add(fact.key));
  }

  get nobody(): boolean {
    return !this.everyone && this.keys.size === 0 && this.workers.size === 0;
  }

  /** The part of a range in which somebody may be concerned; undefined where nobody is. */
  within({ fromNo, toNo }: WorkerRange): WorkerRange | undefined {
    if (this.everyone || this.keys.size > 0) return { fromNo, toNo };
    const own = [...this.workers].filter((no) => no >= fromNo && no <= toNo);
    if (own.length === 0) return undefined;
    return { fromNo: Math.min(...own), toNo: Math.max(...own) };
  }

  /** @param facts of the month */
  concerns(facts: WorkerFacts): boolean {
    if (this.everyone || this.workers.has(facts.workerNo)) return true;
    const on = (kind: string, keys: readonly string[]): boolean => {
      const changed = this.keys.get(kind);
      return changed !== undefined && keys.some((key) => changed.has(key));
    };
    return (
      on(
        'grade_standard',
        facts.grades.map((g) => g.gradeCode),
      ) ||
      on(
        'certificate_standard',
        facts.certificates.map((c) => c.code),
      ) ||
      on(
        'agency_fee',
        facts.engagements.map((e) => e.agencyId),
      )
    );
  }
}
