import fc from 'fast-check';
import { duesOf } from './fund-dues';

const part = (fundId: string, cost: number, credit = 0) => ({ fundId, cost, credit });
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

describe('what is paid out of each fund', () => {
  it('is what each bears where nothing comes back', () => {
    expect(duesOf([part('a', 700), part('b', 300)])).toEqual([700, 300]);
    expect(duesOf([])).toEqual([]);
  });

  it('leaves a credit to a fund that more comes back to than it has to pay, and the other pays so much less', () => {
    expect(duesOf([part('a', 700), part('b', -300)])).toEqual([400, 0]);
    // b is owed 300 by the agency, and a has paid 300 too little: the next run makes both good.
    expect(duesOf([part('a', 500, -300), part('b', 500, 300)])).toEqual([800, 200]);
    expect(duesOf([part('a', 500, -300), part('b', 100, 300)])).toEqual([600, 0]);
  });

  it('pays nothing where the agency owes the centre, and takes it off the next time', () => {
    expect(duesOf([part('a', -500)])).toEqual([0]);
    expect(duesOf([part('a', 2_000, 500)])).toEqual([1_500]);
    expect(duesOf([part('a', 100, 500), part('b', 200)])).toEqual([0, 0]);
  });

  it('never pays less than nothing, and over all runs each fund pays what it bears', () => {
    const amount = fc.integer({ min: -1_000_000, max: 3_000_000 });
    const run = fc.array(amount, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 12 }), (runs) => {
        const credit = [0, 0, 0, 0];
        // A last run that is large enough for every fund settles all that is open.
        for (const costs of [...runs, [1e9, 1e9, 1e9, 1e9]]) {
          const dues = duesOf(costs.map((cost, i) => part(String(i), cost, credit[i])));
          expect(dues.every((due) => due >= 0)).toBe(true);
          const open = sum(costs) - sum(credit);
          expect(sum(dues)).toBe(Math.max(0, open));
          dues.forEach((due, i) => (credit[i] = (credit[i] ?? 0) + due - (costs[i] ?? 0)));
        }
        expect(credit).toEqual([0, 0, 0, 0]);
      }),
      { numRuns: 500 },
    );
  });
});
