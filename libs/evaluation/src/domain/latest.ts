import { asOf, type Fact } from '@gridstaff/kernel';
import { type Performance, performanceKey } from './performance';

/** The fact in force for each worker and month; results taken back are absent. */
export function latestByKey<F extends Fact & Pick<Performance, 'workerNo' | 'period'>>(facts: readonly F[]): Map<string, F> {
  const groups = new Map<string, F[]>();
  for (const fact of facts) {
    const group = groups.get(performanceKey(fact));
    if (group) group.push(fact);
    else groups.set(performanceKey(fact), [fact]);
  }
  const latest = new Map<string, F>();
  for (const [key, group] of groups) {
    const fact = asOf(group, (group[0] as F).validFrom);
    if (fact) latest.set(key, fact);
  }
  return latest;
}
