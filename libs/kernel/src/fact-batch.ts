import { asOf, type Fact } from './facts';
import type { Id } from './ids';
import type { LocalDate } from './local-date';

/** A stretch of time that a batch decided, and what to record there so that it is as if the batch had never been. */
export interface FactInverse<F extends Fact> {
  from: LocalDate;
  /** Exclusive. */
  to: LocalDate;
  /** What held before and is to hold again; undefined where nothing did. */
  restore: F | undefined;
  /** The row of the batch that is taken back there. */
  taken: F;
}

/** Recorded later, in the order in which facts win. */
const isAfter = (a: Fact, b: Fact): boolean => a.recordedAt > b.recordedAt || (a.recordedAt === b.recordedAt && a.id > b.id);

/**
 * The exact inverse of what a batch recorded, for facts that exclude each other in time (one slot, one key). Rows of batches that were
 * taken back count for nothing, neither theirs nor those that took them back.
 * @param batch ids of the rows to take back
 * @param undone ids of the rows of batches taken back before, their inverses included
 */
export function inverseOf<F extends Fact>(facts: readonly F[], batch: ReadonlySet<Id>, undone: ReadonlySet<Id>): FactInverse<F>[] {
  const mine = facts.filter((f) => batch.has(f.id));
  const beneath = facts.filter((f) => !batch.has(f.id) && !undone.has(f.id));
  const edges = [...new Set([...mine, ...beneath].flatMap((f) => [f.validFrom, f.validTo]))].sort();
  const parts: FactInverse<F>[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i] as LocalDate, edges[i + 1] as LocalDate];
    const taken = latestOver(mine, from);
    const restore = asOf(beneath, from);
    if (!taken || (taken.retracted && !restore)) continue;
    const last = parts.at(-1);
    if (last && last.to === from && last.restore === restore && last.taken === taken) last.to = to;
    else parts.push({ from, to, restore, taken });
  }
  return parts;
}

/** A row that overlaps one of the batch's and was recorded after it: somebody has built on the batch. Rows of batches taken back do not count. */
export function builtUpon<F extends Fact>(facts: readonly F[], batch: ReadonlySet<Id>, undone: ReadonlySet<Id>): F | undefined {
  const mine = facts.filter((f) => batch.has(f.id));
  return facts.find(
    (f) =>
      !batch.has(f.id) &&
      !undone.has(f.id) &&
      mine.some((m) => isAfter(f, m) && f.validFrom < m.validTo && m.validFrom < f.validTo),
  );
}

/** The last recorded row over a day, retracted ones included. */
function latestOver<F extends Fact>(facts: readonly F[], day: LocalDate): F | undefined {
  let latest: F | undefined;
  for (const fact of facts) {
    if (fact.validFrom > day || fact.validTo <= day) continue;
    if (!latest || isAfter(fact, latest)) latest = fact;
  }
  return latest;
}

