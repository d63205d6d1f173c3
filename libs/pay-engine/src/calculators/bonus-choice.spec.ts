import { compareBonus, NATIONAL } from '..';

describe('annual bonus taxed apart or with the wages', () => {
  it.each<[string, number, number, [number, number], number, string, number]>([
    ['allowances are left over', 20_000_00, -30_000_00, [0, 600_00], 0, 'together', 600_00],
    ['both fill a row of their own', 36_000_00, 36_000_00, [1_080_00, 1_080_00], 4_680_00, 'separate', 2_520_00],
    ['one yuan over the step', 36_001_00, 36_000_00, [1_080_00, 3_390_10], 4_680_10, 'separate', 210_00],
    ['over the step, small wages', 40_000_00, 1_000_00, [30_00, 3_790_00], 1_580_00, 'together', 2_240_00],
    ['no bonus at all', 0, 50_000_00, [2_480_00, 0], 2_480_00, 'together', 0],
  ])('%s', (_, amount, yearTaxable, [wages, bonus], together, better, saves) => {
    const choice = compareBonus({ amount, yearTaxable }, NATIONAL.incomeTax);
    expect(choice).toMatchObject({
      separate: { wages, bonus, total: wages + bonus },
      together: { total: together },
      better,
      saves,
    });
    expect(choice.because.map((step) => step.rule)).toContain('bonus.tax');
  });
});
