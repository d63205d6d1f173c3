import { OPEN_END } from '@gridstaff/kernel';
import type { TimelineRow, WorkerDetail } from '../../shared/api';
import type { WorkerChange } from '../../shared/api/people-calls';

export type ChangeKind = keyof WorkerChange;

/** The fact of a kind that holds until further notice; undefined where none does. */
export const openFact = (worker: WorkerDetail, kind: TimelineRow['kind']): TimelineRow | undefined =>
  worker.timeline.findLast((fact) => fact.kind === kind && fact.inForce.some(({ to }) => to === OPEN_END));

const engagementValues = (held: TimelineRow['values'] = {}): Record<string, unknown> => ({
  engagementStatus: held.status,
  contractWage: held.contractWage ?? undefined,
  lowestSamePost: held.lowestSamePost ?? undefined,
});

/** What a form of changes starts from: only what may be kept is proposed, never a personal number. */
export function currentValues(worker: WorkerDetail, kind: ChangeKind): Record<string, unknown> {
  switch (kind) {
    case 'grade':
      return { gradeCode: openFact(worker, 'grade')?.values.gradeCode };
    case 'engagement-status':
      return engagementValues(openFact(worker, 'engagement')?.values);
    case 'contributions':
      return { insured: true, fundMember: false, ...openFact(worker, 'contribution')?.values };
    default:
      return {};
  }
}
