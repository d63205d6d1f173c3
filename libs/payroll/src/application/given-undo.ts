import type { Actor } from '@gridstaff/contracts';
import { MonthlyRoom } from '@gridstaff/attendance';
import { Periods } from '@gridstaff/calendar';
import { type BatchTarget, type BatchUndoPlan, undoable } from '@gridstaff/exchange';
import { addDays, type DateRange, DomainError, periodOf } from '@gridstaff/kernel';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type BonusFact, BonusStore, type OneOffFact, OneOffStore } from '../domain';

const lastPeriod = ({ to }: DateRange): string => periodOf(addDays(to, -1));

/** Takes back an import of one-off items; a run that may have paid one keeps it. */
@Injectable()
export class OneOffUndo extends MonthlyRoom {
  protected readonly tables;

  constructor(store: OneOffStore, periods: Periods, clock: Clock, ids: Ids) {
    super(periods, clock, ids);
    this.tables = [
      undoable<OneOffFact>({
        source: 'one_off',
        byIds: (centreId, some) => store.byIds(centreId, some),
        around: (centreId, span, workers) => store.recorded(centreId, periodOf(span.from), lastPeriod(span), workers),
        keyOf: ({ workerNo, validFrom, kind }) => `${workerNo} ${validFrom} ${kind}`,
        // What is taken back is an entry of zero, as when a person takes one back.
        append: (facts) => store.append(facts.map((fact) => (fact.retracted ? { ...fact, quantity: 0 } : fact))),
      }),
    ];
  }
}

/**
 * Takes back an import of annual bonuses, as long as no run has claimed one of them. Regular runs of the month read none, so they do not
 * count: the bonuses' people are not named as reach.
 */
@Injectable()
export class BonusUndo extends MonthlyRoom {
  protected readonly tables;

  constructor(
    private readonly store: BonusStore,
    periods: Periods,
    clock: Clock,
    ids: Ids,
  ) {
    super(periods, clock, ids);
    this.tables = [
      undoable<BonusFact>({
        source: 'bonus',
        byIds: (centreId, some) => store.byIds(centreId, some),
        around: (centreId, span, workers) => store.recorded(centreId, periodOf(span.from), lastPeriod(span), workers),
        keyOf: ({ workerNo, validFrom }) => `${workerNo} ${validFrom}`,
        append: (facts) => store.append(facts.map((fact) => (fact.retracted ? { ...fact, retracted: false, amount: 0 } : fact))),
      }),
    ];
  }

  override async planUndo(actor: Actor, target: BatchTarget): Promise<BatchUndoPlan> {
    const plan = await super.planUndo(actor, target);
    const { people } = plan.reach;
    const claims = new Map<number, { period: string; count: number }>();
    for (const { workerNo, run, period } of await this.store.claims([...people.keys()])) {
      if (people.get(workerNo)?.from.slice(0, 7) !== period) continue;
      claims.set(run, { period, count: (claims.get(run)?.count ?? 0) + 1 });
    }
    const uses = [...claims].map(([run, { period, count }]) => new DomainError('BATCH_USED_BY_RUN', { run, period, count }));
    return { ...plan, uses: [...plan.uses, ...uses], reach: { ...plan.reach, people: new Map() } };
  }
}
