import { asOf } from '@gridstaff/kernel';
import { type PerformanceFact, performanceKey } from './performance';

/** The fact in force for each worker and month; results taken back are absent. */
export function latestByKey(facts: readonly PerformanceFact[]): Map<string, PerformanceFact> {
  const groups = new Map<string, PerformanceFact[]>();
  for (const fact of facts) {
    const group = groups.get(performanceKey(fact));
    if (group) group.push(fact);
    else groups.set(performanceKey(fact), [fact]);
  }
  const latest = new Map<string, PerformanceFact>();
  for (const [key, group] of groups) {
    const fact = asOf(group, (group[0] as PerformanceFact).validFrom);
    if (fact) latest.set(key, fact);
  }
  return latest;
}
