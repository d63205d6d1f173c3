import { addDays, type LocalDate, OPEN_END } from '@gridstaff/kernel';
import type { TimelineRow, WorkerDetail } from '../../shared/api';
import type { WorkerChange } from '../../shared/api/people-calls';

export type ChangeKind = keyof WorkerChange;

/** The fact of a kind that holds until further notice; undefined where none does. */
export const openFact = (worker: WorkerDetail, kind: TimelineRow['kind']): TimelineRow | undefined =>
  worker.timeline.findLast((fact) => fact.kind === kind && fact.inForce.some(({ to }) => to === OPEN_END));

/** The same person as it stands on a day: what holds then holds "until further notice", nothing else does. */
export const standingOn = (worker: WorkerDetail, on: LocalDate | undefined): WorkerDetail =>
  on === undefined
    ? worker
    : {
        ...worker,
        timeline: worker.timeline.map((row) => ({
          ...row,
          inForce: row.inForce.filter(({ from, to }) => from <= on && on < to).map(({ from }) => ({ from, to: OPEN_END })),
        })),
      };

/** All of a kind that hold until further notice: addresses, contacts, phones. */
export const openFacts = (worker: WorkerDetail, kind: TimelineRow['kind']): TimelineRow[] =>
  worker.timeline.filter((fact) => fact.kind === kind && fact.inForce.some(({ to }) => to === OPEN_END));

/** Codes of the tags that are borne. */
export const tagsOf = (worker: WorkerDetail): string[] =>
  openFacts(worker, 'tag').flatMap(({ values }) => (values.held === true ? [String(values.tagCode)] : []));

const engagementValues = (held: TimelineRow['values'] = {}): Record<string, unknown> => ({
  engagementStatus: held.status,
  contractWage: held.contractWage ?? undefined,
  lowestSamePost: held.lowestSamePost ?? undefined,
});

/** A renewal begins the day after the last contract ends, with the same kind of post. */
function contractValues(worker: WorkerDetail): Record<string, unknown> {
  const last = worker.timeline.findLast(({ kind, inForce }) => kind === 'contract' && inForce.length > 0);
  const endsOn = last?.values.endsOn;
  return {
    fullTime: true,
    postKind: last?.values.postKind ?? 'auxiliary',
    startsOn: typeof endsOn === 'string' ? addDays(endsOn, 1) : openFact(worker, 'engagement')?.values.joinedOn,
  };
}

/** What a form of changes starts from: only what may be kept is proposed, never a personal number. */
export function currentValues(worker: WorkerDetail, kind: ChangeKind): Record<string, unknown> {
  switch (kind) {
    case 'grade':
      return { gradeCode: openFact(worker, 'grade')?.values.gradeCode };
    case 'engagement-status':
      return engagementValues(openFact(worker, 'engagement')?.values);
    case 'contributions':
      return { insured: true, fundMember: false, ...openFact(worker, 'contribution')?.values };
    case 'contracts':
      return contractValues(worker);
    case 'identity-card':
      return { validUntil: openFact(worker, 'identityCard')?.values.validUntil };
    case 'retirement':
      return { category: openFact(worker, 'retirement')?.values.category };
    case 'education': {
      const held = openFact(worker, 'education')?.values;
      return { level: held?.level, school: held?.school ?? undefined, graduatedOn: held?.graduatedOn ?? undefined };
    }
    case 'political-status':
      return { politicalStatus: openFact(worker, 'political')?.values.politicalStatus };
    case 'addresses':
      return { addressUse: 'residence' };
    case 'contacts':
      return { position: Math.min(3, openFacts(worker, 'contact').length + 1) };
    case 'other-phones':
      return { phoneUse: 'second' };
    default:
      return {};
  }
}
