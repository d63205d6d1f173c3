import { ALL_ITEMS, equalPayOf, type PaidAmount, readThresholds, thresholdIn } from './equal-pay';

const paid = (side: string, amount: number, people: number, item = ALL_ITEMS): PaidAmount => ({
  ...{ postCode: 'W', gradeCode: 'W1', side, item, amount, people },
});
const FIVE = { validFrom: '2020-01', perMille: 50, source: 's', confidence: 'unconfirmed' };

describe('equal pay', () => {
  it('compares the median of each side with that of everybody of the post and grade', () => {
    const { rows } = equalPayOf([paid('A', 300_000, 3), paid('A', 310_000, 2), paid('B', 280_000, 4)], FIVE, false);
    expect(rows.map(({ side, people, min, median, mean, max }) => [side, people, min, median, mean, max])).toEqual([
      ['A', 5, 300_000, 300_000, 304_000, 310_000],
      ['B', 4, 280_000, 280_000, 280_000, 280_000],
    ]);
    expect(
      rows.map(({ groupMedian, difference, percent, flagged }) => [groupMedian, difference, percent, flagged]),
    ).toEqual([
      [300_000, 0, 0, false],
      [300_000, -20_000, -6.7, true],
    ]);
  });

  it('points out what is over the threshold, and what is just at it not', () => {
    const flags = (median: number): boolean[] =>
      equalPayOf([paid('A', 100_000, 5), paid('B', median, 3)], FIVE, false).rows.map(({ flagged }) => flagged);
    expect([flags(105_000), flags(105_001), flags(94_999)]).toEqual([
      [false, false],
      [false, true],
      [false, true],
    ]);
    expect(equalPayOf([paid('A', 1, 5), paid('B', 9, 3)], null, false).rows.some(({ flagged }) => flagged)).toBe(false);
  });

  it('takes the mean of the two in the middle of an even number, and counts who has nothing of an item', () => {
    const { rows } = equalPayOf(
      [paid('A', 100, 4), paid('A', 50, 1, 'certificate'), paid('A', 31, 1, 'certificate')],
      FIVE,
      false,
    );
    expect(rows.find(({ item }) => item === 'certificate')).toMatchObject({
      people: 4,
      min: 0,
      median: 16,
      mean: 20,
      max: 50,
    });
  });

  it('keeps fewer than three people out of every figure, unless single slips may be seen anyway', () => {
    const all = [paid('A', 100, 3), paid('B', 900, 2)];
    expect(equalPayOf(all, FIVE, false)).toMatchObject({
      people: 3,
      hidden: 2,
      rows: [{ side: 'A', groupMedian: 100 }],
    });
    expect(equalPayOf(all, FIVE, true)).toMatchObject({ people: 5, hidden: 0, rows: [{ side: 'A' }, { side: 'B' }] });
  });

  it('reads dated thresholds', () => {
    const entry = { source: 's', confidence: 'unconfirmed' };
    const dated = readThresholds({
      threshold: [
        { valid_from: '2024-01', ratio: '0.1', ...entry },
        { valid_from: '2020-01', ratio: '0.05', ...entry },
      ],
    });
    expect(['2019-12', '2023-12', '2024-01'].map((period) => thresholdIn(dated, period)?.perMille)).toEqual([
      undefined,
      50,
      100,
    ]);
    expect(() => readThresholds({ threshold: [{ valid_from: '2024', ratio: '0.1', ...entry }] })).toThrow();
  });
});
