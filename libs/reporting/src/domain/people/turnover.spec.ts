import { readAgeBands } from './age-bands';
import type { DayCount } from './people-store';
import { levelOf, sumsUpwards } from './people-tables';
import { type Movements, turnoverByMonth, turnoverOf } from './turnover';

const day = (on: string, people: number, more: Partial<DayCount> = {}): DayCount => ({
  ...{ day: on, agencyCode: 'A1', people, engagements: people, moved: 0, ...more },
});

describe('turnover', () => {
  const all: Movements = {
    ...{ from: '2024-02-10', until: '2024-04-20', start: 10 },
    coming: [day('2024-02-10', 2), day('2024-02-29', 1), day('2024-03-01', 4, { engagements: 3, moved: 1 })],
    // Gone from the first of March: the last day was the 29th of February. Gone from the 21st of April: the last day is the range's.
    going: [day('2024-03-01', 3), day('2024-03-31', 1), day('2024-04-21', 5, { engagements: 4, moved: 1 })],
  };

  it('is the sum of its months, whose ends are the next ones’ beginnings', () => {
    const months = turnoverByMonth(all).map(({ turnover }) => turnover);
    const whole = turnoverOf(all);
    for (const key of ['joined', 'left', 'movedIn', 'movedOut', 'days', 'personDays'] as const)
      expect([key, months.reduce((sum, month) => sum + month[key], 0)]).toEqual([key, whole[key]]);
    expect(months.map(({ start, end }) => [start, end])).toEqual([
      [10, 11],
      [12, 11],
      [11, 11],
    ]);
    expect(whole).toMatchObject({ start: 10, end: 11, joined: 5, left: 7, movedIn: 1, movedOut: 1, days: 71 });
    // Ten for 71 days, one more for 52 from the 29th, then one more for 51 from the first of March, one less for 21 from the 31st.
    expect(whole.personDays).toBe(710 + 52 + 51 - 21);
  });
});

describe('a tree', () => {
  const units = [
    { code: 'C', name: 'C', parentCode: 'S' },
    { code: 'G', name: 'G', parentCode: 'C' },
    { code: 'S', name: 'S', parentCode: null },
    { code: 'T', name: 'T', parentCode: null },
  ];

  it('is cut at any level: everybody lies in one unit of it', () => {
    expect(Object.fromEntries(levelOf(units, null).of)).toEqual({ S: 'S', T: 'T', C: 'S', G: 'S' });
    expect(Object.fromEntries(levelOf(units, 'S').of)).toEqual({ C: 'C', S: 'S', G: 'C' });
    expect(levelOf(units, 'C').below.map(({ code }) => code)).toEqual(['G']);
  });

  it('adds up', () => {
    const one = { people: 1, inPost: 1, probation: 0, suspended: 0 };
    const sums = sumsUpwards(
      units,
      new Map([
        ['G', one],
        ['C', one],
        [null, one],
      ]),
    );
    expect([...sums].map(([code, { people }]) => `${code}${people}`)).toEqual(['C2', 'G1', 'S2', 'T0']);
  });
});

describe('bands of age', () => {
  it.each([
    [{ bands: [] }],
    [{ bands: [{ from: 16, to: 24 }] }],
    [{ bands: [{ from: 16, to: 24 }, { from: 26 }] }],
    [{ bands: [{ from: 16, to: 24 }, { from: 24 }] }],
    [{ bands: [{ from: 16 }, { from: 25 }] }],
  ])('are refused with a gap, an overlap or an end: %j', (file) => expect(() => readAgeBands(file)).toThrow());
});
