import { addDays, type DateRange, daysBetween, type LocalDate } from '@gridstaff/kernel';
import * as fc from 'fast-check';
import { coverageOf, type GridPost, postsOf } from './coverage';
import type { WorkerFact } from './worker-facts';

const START: LocalDate = '2023-01-01';
const day = (n: number): LocalDate => addDays(START, n);
const range = (from: number, length: number): DateRange => ({ from: day(from), to: day(from + length) });
const post = (from: number, length: number, workerNo: number, covering = false): GridPost => ({
  ...range(from, length),
  ...{ orgUnitId: 'g', workerNo, covering },
});

it('names the main person, who covers, and the days with nobody', () => {
  const { pieces, ...days } = coverageOf([range(0, 31)], [post(0, 10, 7), post(8, 7, 9, true), post(20, 50, 8)]);
  expect(pieces).toEqual([
    { ...range(0, 8), main: [7], covering: [] },
    { ...range(8, 2), main: [7], covering: [9] },
    { ...range(10, 5), main: [], covering: [9] },
    { ...range(15, 5), main: [], covering: [] },
    { ...range(20, 11), main: [8], covering: [] },
  ]);
  expect(days).toEqual({ days: 31, uncovered: 5, coveredByOthers: 5 });
});

it('agrees with a look at every single day, and its pieces are as long as they can be', () => {
  const posts = fc.array(
    fc
      .tuple(
        fc.integer({ min: -20, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
      )
      .map(([from, length, no, covering]) => post(from, length, no, covering)),
    { maxLength: 8 },
  );
  const gaps = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(posts, gaps, (all, edges) => {
      let at = 0;
      const there = edges.flatMap((length, i): DateRange[] => {
        at += length;
        return i % 2 === 1 ? [range(at - length, length)] : [];
      });
      const told = coverageOf(there, all);
      const seen = { days: 0, uncovered: 0, coveredByOthers: 0 };
      for (let n = 0; n < at; n++) {
        const exists = there.some(({ from, to }) => from <= day(n) && day(n) < to);
        const pieces = told.pieces.filter(({ from, to }) => from <= day(n) && day(n) < to);
        expect(pieces).toHaveLength(exists ? 1 : 0);
        if (!exists) continue;
        const on = all.filter(({ from, to }) => from <= day(n) && day(n) < to);
        const main = new Set(on.filter(({ covering }) => !covering).map(({ workerNo }) => workerNo));
        const others = new Set(on.filter(({ workerNo }) => !main.has(workerNo)).map(({ workerNo }) => workerNo));
        expect([new Set(pieces[0]?.main), new Set(pieces[0]?.covering)]).toEqual([main, others]);
        seen.days += 1;
        if (main.size + others.size === 0) seen.uncovered += 1;
        else if (main.size === 0) seen.coveredByOthers += 1;
      }
      const { pieces, ...days } = told;
      expect(days).toEqual(seen);
      expect(pieces.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0)).toBe(days.days);
      pieces.slice(1).forEach((piece, i) => {
        const before = pieces[i];
        const joins =
          before?.to === piece.from && `${before.main}|${before.covering}` === `${piece.main}|${piece.covering}`;
        expect(joins).toBe(false);
      });
    }),
    { numRuns: 300 },
  );
});

const fact = {
  id: 'a',
  centreId: 'c',
  recordedAt: 1,
  recordedBy: 'u',
  supersedes: null,
  retracted: false,
  workerNo: 7,
  reason: null,
};
const stay = (from: number, length: number, status: 'in_post' | 'suspended', id: string): WorkerFact<'engagement'> => ({
  ...{
    ...fact,
    id,
    validFrom: day(from),
    validTo: day(from + length),
    agencyId: 'x',
    status,
    joinedOn: START,
    endReason: null,
  },
  ...{ statusReason: null, contractWage: null, lowestSamePost: null },
});

it('counts nobody who is suspended or has left, and nothing outside the range', () => {
  const assignment = [{ ...fact, validFrom: START, validTo: '9999-12-31', orgUnitId: 'g', covering: false }];
  const engagement = [stay(0, 10, 'in_post', '1'), stay(10, 5, 'suspended', '2'), stay(15, 10, 'in_post', '3')];
  expect(postsOf({ engagement, assignment }, range(5, 15))).toEqual([post(5, 5, 7), post(15, 5, 7)]);
});
