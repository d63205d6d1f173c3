import { covers, type DateRange, type Fact, intersect, timelineOf } from '@gridstaff/kernel';
import type { WorkerPayFacts } from './pay-facts';
import { slotOf, type WorkerFact, type WorkerFactLists } from './worker-facts';

type Values<T> = Omit<T, 'from' | 'to'>;
type Piece<T> = Values<T> & DateRange;

function sameText(a: object, b: object): boolean {
  return JSON.stringify({ ...a, from: '', to: '' }) === JSON.stringify({ ...b, from: '', to: '' });
}

/** Neighbours that say the same are one piece: a row restated by a correction must not split a month. */
function joined<T extends DateRange>(pieces: readonly T[]): T[] {
  const result: T[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.to === piece.from && sameText(last, piece)) result[result.length - 1] = { ...last, to: piece.to };
    else result.push(piece);
  }
  return result;
}

/** The pieces of one slot of facts inside the window, in order, with the values that `pick` takes. */
export function piecesIn<F extends Fact, T>(
  facts: readonly F[],
  window: DateRange,
  pick: (fact: F) => T,
): (T & DateRange)[] {
  const pieces: (T & DateRange)[] = [];
  for (const piece of timelineOf(facts)) {
    const range = intersect(piece, window);
    if (range) pieces.push({ ...range, ...pick(piece.fact) });
  }
  return joined(pieces);
}

function bySlot<F extends Fact>(facts: readonly F[], slot: (fact: F) => string): Map<string, F[]> {
  const slots = new Map<string, F[]>();
  for (const fact of facts) {
    const list = slots.get(slot(fact));
    if (list) list.push(fact);
    else slots.set(slot(fact), [fact]);
  }
  return slots;
}

type Assignment = WorkerFact<'assignment'> & { gridCode: string };

/** Disjoint: the main grid where there is one; a covered grid counts only while there is none, the one begun first before others. */
function assignmentsIn(
  facts: readonly Assignment[],
  window: DateRange,
): Piece<WorkerPayFacts['assignments'][number]>[] {
  const pick = ({ orgUnitId, gridCode }: Assignment) => ({ orgUnitId, gridCode });
  const slots = bySlot(facts, (fact) => slotOf('assignment', fact));
  const main = piecesIn(slots.get('main') ?? [], window, pick);
  if (slots.size === (slots.has('main') ? 1 : 0)) return main;
  const covering = [...slots]
    .filter(([slot]) => slot !== 'main')
    .flatMap(([, list]) => piecesIn(list, window, pick))
    .sort((a, b) => (a.from === b.from ? (a.gridCode < b.gridCode ? -1 : 1) : a.from < b.from ? -1 : 1));
  const all = [...main, ...covering];
  const edges = [...new Set(all.flatMap((p) => [p.from, p.to]))].sort();
  const disjoint = edges.slice(0, -1).flatMap((from, i) => {
    const held = all.find((p) => covers(p, from));
    return held ? [{ ...held, from, to: edges[i + 1] as string }] : [];
  });
  return joined(disjoint);
}

/** Disjoint pieces in post at an agency. */
export const engagementsIn = (
  facts: readonly WorkerFact<'engagement'>[],
  window: DateRange,
): Piece<WorkerPayFacts['engagements'][number]>[] =>
  piecesIn(facts, window, ({ agencyId, status, joinedOn, contractWage, lowestSamePost }) => ({
    ...{ agencyId, status, joinedOn },
    // Said of no other status: a wage that is agreed on while somebody is in post must not split a month.
    ...(status === 'probation' &&
      contractWage !== null && {
        probation: { contractWage, ...(lowestSamePost !== null && { lowestSamePost }) },
      }),
  }));

export interface PayFactsSource {
  workerNo: number;
  workerId: string;
  facts: Pick<WorkerFactLists, 'engagement' | 'grade' | 'certificate' | 'contribution' | 'bankCard'> & { assignment: Assignment[] };
}

/** Turns recorded rows (those already known at the asked instant) into what payroll reads. */
export function payFactsOf({ workerNo, workerId, facts }: PayFactsSource, window: DateRange): WorkerPayFacts {
  return {
    workerNo,
    workerId,
    engagements: engagementsIn(facts.engagement, window),
    assignments: assignmentsIn(facts.assignment, window),
    grades: piecesIn(facts.grade, window, ({ gradeCode, postCode }) => ({ gradeCode, postCode })),
    certificates: [...bySlot(facts.certificate, (f) => f.code).values()]
      .flatMap((list) => piecesIn(list, window, ({ code }) => ({ code })))
      .sort((a, b) => (a.from === b.from ? (a.code < b.code ? -1 : 1) : a.from < b.from ? -1 : 1)),
    contributions: piecesIn(facts.contribution, window, (f) => ({
      insured: f.insured,
      insuranceBase: f.insuranceBase,
      fundMember: f.fundMember,
      fundBase: f.fundBase,
      fundEmployerRate: f.fundEmployerRate,
      fundEmployeeRate: f.fundEmployeeRate,
    })),
    bankCards: piecesIn(facts.bankCard, window, ({ cardIndex }) => ({ cardIndex })),
  };
}
