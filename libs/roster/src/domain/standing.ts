import { cutAt, covers, type DateRange, type Id, type LocalDate, timelineOf } from '@gridstaff/kernel';
import type { EngagementStatus, WorkerFactLists } from './worker-facts';

/** Where an engaged worker stands during a range of days in which none of it changes. */
export interface Standing extends DateRange {
  agencyId: Id;
  status: EngagementStatus;
  joinedOn: LocalDate;
  /** End of the engagement, exclusive. */
  stayTo: LocalDate;
  /** Of the main assignment. */
  orgUnitId: Id | null;
  gradeCode: string | null;
  postCode: string | null;
}

/** As now known, in order; days without an engagement are in none. */
export function standingsOf({
  engagement,
  assignment,
  grade,
}: Pick<WorkerFactLists, 'engagement' | 'assignment' | 'grade'>): Standing[] {
  const engaged = timelineOf(engagement);
  const grids = timelineOf(assignment.filter(({ covering }) => !covering));
  const grades = timelineOf(grade);
  const cuts = [...grids, ...grades].flatMap(({ from, to }) => [from, to]);
  return engaged.flatMap((piece, at) => {
    const { agencyId, status, joinedOn } = piece.fact;
    let last = at;
    while (follows(engaged[last], engaged[last + 1])) last += 1;
    return cutAt(piece, cuts).map((range) => {
      const graded = grades.find((one) => covers(one, range.from))?.fact;
      return {
        ...range,
        ...{ agencyId, status, joinedOn, stayTo: (engaged[last] as DateRange).to },
        orgUnitId: grids.find((one) => covers(one, range.from))?.fact.orgUnitId ?? null,
        ...{ gradeCode: graded?.gradeCode ?? null, postCode: graded?.postCode ?? null },
      };
    });
  });
}

type Engaged = DateRange & { fact: { agencyId: Id; joinedOn: LocalDate } };

/** The same engagement goes on, in another status. */
const follows = (one: Engaged | undefined, next: Engaged | undefined): boolean =>
  one !== undefined &&
  next !== undefined &&
  one.to === next.from &&
  one.fact.joinedOn === next.fact.joinedOn &&
  one.fact.agencyId === next.fact.agencyId;
