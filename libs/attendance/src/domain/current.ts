import { asOf, type Fact } from '@gridstaff/kernel';

/** The fact in force for each natural key (facts of one key have one range), as everything now known; entries taken back are absent. */
export function currentByKey<F extends Fact>(facts: readonly F[], keyOf: (fact: F) => string): Map<string, F> {
  const groups = new Map<string, F[]>();
  for (const fact of facts) {
    const group = groups.get(keyOf(fact));
    if (group) group.push(fact);
    else groups.set(keyOf(fact), [fact]);
  }
  const current = new Map<string, F>();
  for (const [key, group] of groups) {
    const fact = asOf(group, (group[0] as F).validFrom);
    if (fact) current.set(key, fact);
  }
  return current;
}

/** When a row that replaces `before` is recorded: now, but never earlier than what it replaces, even if the clock was set back. */
export const recordedAfter = (now: number, before: Fact | undefined): number => (before && before.recordedAt > now ? before.recordedAt + 1 : now);
