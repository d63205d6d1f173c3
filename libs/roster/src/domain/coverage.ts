import { cutAt, covers, type DateRange, type Id, intersect, rangeDays, timelineOf } from '@gridstaff/kernel';
import { slotOf, type WorkerFact } from './worker-facts';

/** Somebody on a grid; `covering` a further grid beside the main one. */
export interface GridPost extends DateRange {
  orgUnitId: Id;
  workerNo: number;
  covering: boolean;
}

/** Days of a grid in which the same people are on it. */
export interface CoveragePiece extends DateRange {
  /** Whose main grid it is, by number; usually one. */
  main: readonly number[];
  covering: readonly number[];
}

export interface GridCoverage {
  pieces: readonly CoveragePiece[];
  /** Days the grid was there. */
  days: number;
  /** Of these, days without anybody. */
  uncovered: number;
  /** Of these, days on which only somebody of another grid was there. */
  coveredByOthers: number;
}

type Facts = { engagement: readonly WorkerFact<'engagement'>[]; assignment: readonly WorkerFact<'assignment'>[] };

/** Where one worker is within the range; somebody who is suspended, or has left, is nowhere. */
export function postsOf({ engagement, assignment }: Facts, range: DateRange): GridPost[] {
  const there = timelineOf(engagement).filter(({ fact }) => fact.status !== 'suspended');
  const slots = new Set(assignment.map((fact) => slotOf('assignment', fact)));
  return [...slots].flatMap((slot) =>
    timelineOf(assignment.filter((fact) => slotOf('assignment', fact) === slot)).flatMap((piece) =>
      there.flatMap((stay): GridPost[] => {
        const inPost = intersect(piece, stay);
        const inside = inPost && intersect(inPost, range);
        const { orgUnitId, workerNo, covering } = piece.fact;
        return inside ? [{ ...inside, orgUnitId, workerNo, covering }] : [];
      }),
    ),
  );
}

/**
 * Who was on one grid when.
 * @param there disjoint ranges, in order, in which the grid exists within the range asked for @param posts of that grid
 */
export function coverageOf(there: readonly DateRange[], posts: readonly GridPost[]): GridCoverage {
  const cuts = posts.flatMap(({ from, to }) => [from, to]);
  const pieces: CoveragePiece[] = [];
  for (const range of there.flatMap((one) => cutAt(one, cuts))) {
    const on = posts.filter((post) => covers(post, range.from));
    const main = numbers(on.filter(({ covering }) => !covering));
    const covering = numbers(on.filter((post) => post.covering)).filter((no) => !main.includes(no));
    const last = pieces.at(-1);
    if (last && last.to === range.from && same(last.main, main) && same(last.covering, covering))
      pieces[pieces.length - 1] = { ...last, to: range.to };
    else pieces.push({ ...range, main, covering });
  }
  const sum = (of: (piece: CoveragePiece) => boolean): number =>
    pieces.filter(of).reduce((days, piece) => days + rangeDays(piece), 0);
  return {
    pieces,
    days: sum(() => true),
    uncovered: sum(({ main, covering }) => main.length + covering.length === 0),
    coveredByOthers: sum(({ main, covering }) => main.length === 0 && covering.length > 0),
  };
}

const numbers = (posts: readonly GridPost[]): number[] =>
  [...new Set(posts.map(({ workerNo }) => workerNo))].sort((a, b) => a - b);
const same = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();
