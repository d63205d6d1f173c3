import { covers, type DateRange, type Fact, type Id, intersect, type LocalDate, timelineOf } from '@gridstaff/kernel';
import type { CardPiece, WorkerPayFacts } from './pay-facts';
import { type PaidFact, type PaidFactLists, slotOf } from './worker-facts';

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

/** The pieces of one slot of facts inside the window, in order, as `piece` makes them of a fact and the time that it holds, [from, to). */
export function piecesIn<F extends Fact, P extends DateRange>(
  facts: readonly F[],
  window: DateRange,
  piece: (fact: F, from: LocalDate, to: LocalDate) => P,
): P[] {
  if (facts.length === 0) return [];
  const pieces: P[] = [];
  for (const held of timelineOf(facts)) {
    const range = intersect(held, window);
    if (range) pieces.push(piece(held.fact, range.from, range.to));
  }
  return pieces.length > 1 ? joined(pieces) : pieces;
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

type Assignment = PaidFact<'assignment'>;

/** Disjoint: the main grid where there is one; a covered grid counts only while there is none, the one begun first before others. */
export function assignmentsIn(
  facts: readonly Assignment[],
  window: DateRange,
  gridCode: (orgUnitId: Id) => string,
): WorkerPayFacts['assignments'][number][] {
  const pick = ({ orgUnitId }: Assignment, from: LocalDate, to: LocalDate) => ({
    from,
    to,
    orgUnitId,
    gridCode: gridCode(orgUnitId),
  });
  if (facts.every(({ covering }) => !covering)) return piecesIn(facts, window, pick);
  const slots = bySlot(facts, (fact) => slotOf('assignment', fact));
  const main = piecesIn(slots.get('main') ?? [], window, pick);
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
  facts: readonly PaidFact<'engagement'>[],
  window: DateRange,
): WorkerPayFacts['engagements'][number][] =>
  piecesIn(facts, window, ({ agencyId, status, joinedOn, contractWage, lowestSamePost }, from, to) => {
    const held = { from, to, agencyId, status, joinedOn };
    // Said of no other status: a wage that is agreed on while somebody is in post must not split a month.
    if (status !== 'probation' || contractWage === null) return held;
    return { ...held, probation: { contractWage, ...(lowestSamePost !== null && { lowestSamePost }) } };
  });

export const cardsIn = (facts: readonly PaidFact<'bankCard'>[], window: DateRange): CardPiece[] =>
  piecesIn(facts, window, ({ cardIndex }, from, to) => ({ from, to, cardIndex }));

const certificatesIn = (
  facts: readonly PaidFact<'certificate'>[],
  window: DateRange,
): WorkerPayFacts['certificates'][number][] =>
  facts.length === 0
    ? []
    : [...bySlot(facts, (f) => f.code).values()]
        .flatMap((list) => piecesIn(list, window, ({ code }, from, to) => ({ from, to, code })))
        .sort((a, b) => (a.from === b.from ? (a.code < b.code ? -1 : 1) : a.from < b.from ? -1 : 1));

export interface PayFactsSource {
  workerNo: number;
  workerId: string;
  facts: Omit<PaidFactLists, 'bankCard'>;
}

/** Turns recorded rows (those already known at the asked instant) into what payroll reads. */
export function payFactsOf(
  { workerNo, workerId, facts }: PayFactsSource,
  window: DateRange,
  gridCode: (orgUnitId: Id) => string,
): WorkerPayFacts {
  return {
    workerNo,
    workerId,
    engagements: engagementsIn(facts.engagement, window),
    assignments: assignmentsIn(facts.assignment, window, gridCode),
    grades: piecesIn(facts.grade, window, ({ gradeCode, postCode }, from, to) => ({ from, to, gradeCode, postCode })),
    certificates: certificatesIn(facts.certificate, window),
    contributions: piecesIn(facts.contribution, window, (f, from, to) => ({
      from,
      to,
      insured: f.insured,
      insuranceBase: f.insuranceBase,
      fundMember: f.fundMember,
      fundBase: f.fundBase,
      fundEmployerRate: f.fundEmployerRate,
      fundEmployeeRate: f.fundEmployeeRate,
    })),
  };
}
