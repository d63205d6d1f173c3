import fc from 'fast-check';
import {
  addDays,
  addMonths,
  asOf,
  canonicalJson,
  cutAt,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  DomainError,
  type Fact,
  formatYuan,
  isLocalDate,
  parseDate,
  parseYuan,
  periodsBetween,
  ratio,
  shanghaiDate,
  splitByLargestRemainder,
  timelineOf,
  uuidV7,
  weekday,
  wholeYears,
} from '.';

const code = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return (error as DomainError).code;
  }
  return undefined;
};

describe('fen', () => {
  it('reads and prints yuan exactly', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger().filter((n) => Math.abs(n) < 1e16),
        (fen) => parseYuan(formatYuan(fen)) === fen,
      ),
    );
    expect([parseYuan('4072'), parseYuan('0.5'), parseYuan('-0.00'), formatYuan(-5)]).toEqual([407200, 50, 0, '-0.05']);
  });

  it.each([['1,000'], ['１２３'], ['1e21'], ['NaN'], [''], ['.5'], ['1.'], ['0x10'], [' 1']])('refuses %p', (text) => {
    expect(code(() => parseYuan(text))).toBe('NOT_A_NUMBER');
  });

  it('names too many decimals', () => expect(code(() => parseYuan('0.005'))).toBe('TOO_MANY_DECIMALS'));

  it('splits to exactly the whole, no part further than one fen from its share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          const whole = weights.reduce((a, b) => a + b, 0);
          fc.pre(whole > 0);
          const parts = splitByLargestRemainder(total, weights);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          parts.forEach((part, i) =>
            expect(Math.abs(part - (total * (weights[i] as number)) / whole)).toBeLessThanOrEqual(1),
          );
        },
      ),
    );
    expect(splitByLargestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33]);
  });
});

describe('rational', () => {
  const any = fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }))
    .map(([n, d]) => ratio.rational(n, d));

  it('is a field: what is added can be taken away, also past the safe integers', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(ratio.equals(ratio.subtract(ratio.add(a, b), b), a)).toBe(true);
        expect(
          ratio.equals(ratio.multiply(ratio.add(a, b), c), ratio.add(ratio.multiply(a, c), ratio.multiply(b, c))),
        ).toBe(true);
        if (b.n !== 0) expect(ratio.equals(ratio.multiply(ratio.divide(a, b), b), a)).toBe(true);
        expect(ratio.parseRational(ratio.formatRational(a))).toEqual(a);
      }),
    );
  });

  it.each([
    ['0.5', 'half_up', 1, 1],
    ['-0.5', 'half_up', 1, -1],
    ['0.49', 'half_up', 1, 0],
    ['0.01', 'up', 1, 1],
    ['0.99', 'down', 1, 0],
    ['150', 'half_up', 100, 200],
    ['149', 'half_up', 100, 100],
    ['101', 'up', 100, 200],
  ] as const)('rounds %s %s to a multiple of %d: %d', (text, mode, unit, want) => {
    expect(ratio.round(ratio.parseDecimal(text), mode, unit)).toBe(want);
  });

  it('keeps base / 21.75 exact and refuses to divide by zero', () => {
    const day = ratio.divide(ratio.ofFen(522_000), ratio.parseDecimal('21.75'));
    expect(ratio.round(ratio.multiply(day, ratio.parseDecimal('21.75')))).toBe(522_000);
    expect(code(() => ratio.divide(day, ratio.ZERO))).toBe('DIVIDE_BY_ZERO');
  });
});

describe('civil dates', () => {
  it('counts days like the calendar for four hundred years', () => {
    fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), (n) => dayNumber(dateOfDayNumber(n)) === n));
    expect(weekday('2026-11-23')).toBe(1);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect([daysInMonth('2023-02'), daysInMonth('2024-02'), daysInMonth('2100-02')]).toEqual([28, 29, 28]);
  });

  it.each(['2023-02-29', '2023-02-31', '2023-13-01', '2023-00-10', '23-01-01', '2023-1-1', '', '2023-01-01T00:00'])(
    'refuses %p',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(code(() => parseDate(text))).toBe('NOT_A_DATE');
    },
  );

  it('moves over year ends and counts whole years', () => {
    expect([addMonths('2023-12', 1), addMonths('2023-01', -1), periodsBetween('2023-11', '2024-02').length]).toEqual([
      '2024-01',
      '2022-12',
      4,
    ]);
    expect([wholeYears('2020-03-01', '2023-02-28'), wholeYears('2020-03-01', '2023-03-01')]).toEqual([2, 3]);
    expect(shanghaiDate(new Date('2022-12-31T16:00:00Z'))).toBe('2023-01-01');
    expect(cutAt({ from: '2023-01-01', to: '2023-02-01' }, ['2023-01-16', '2022-12-01', '2023-01-16'])).toHaveLength(2);
  });
});

describe('facts', () => {
  const fact = (id: string, validFrom: string, validTo: string, recordedAt: number, retracted = false): Fact => ({
    id,
    validFrom,
    validTo,
    recordedAt,
    retracted,
  });
  const open = '9999-12-31';

  it('lets the later recorded row win where rows overlap, and answers as known then', () => {
    const facts = [
      fact('a', '2023-01-01', open, 1),
      fact('b', '2023-03-01', open, 2),
      fact('c', '2023-02-01', '2023-02-15', 3, true),
    ];
    expect(timelineOf(facts).map((p) => [p.from, p.to, p.fact.id])).toEqual([
      ['2023-01-01', '2023-02-01', 'a'],
      ['2023-02-15', '2023-03-01', 'a'],
      ['2023-03-01', open, 'b'],
    ]);
    expect(asOf(facts, '2023-04-01', 1)?.id).toBe('a');
    expect(asOf(facts, '2023-02-10')).toBeUndefined();
  });

  it('does not depend on the order of rows', () => {
    const row = fc.record({
      id: fc.uuid(),
      from: fc.nat(20),
      days: fc.integer({ min: 1, max: 20 }),
      recordedAt: fc.nat(5),
      retracted: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: (r) => r.id, maxLength: 8 }), fc.nat(45), (rows, day) => {
        const facts = rows.map((r) =>
          fact(r.id, addDays('2023-01-01', r.from), addDays('2023-01-01', r.from + r.days), r.recordedAt, r.retracted),
        );
        const on = addDays('2023-01-01', day);
        const piece = timelineOf([...facts].reverse()).find((p) => p.from <= on && on < p.to);
        expect(piece?.fact.id).toBe(asOf(facts, on)?.id);
      }),
    );
  });
});

it('writes one text for equal data', () => {
  expect(canonicalJson({ b: [1, 'x', null], a: true, c: undefined })).toBe('{"a":true,"b":[1,"x",null]}');
  expect(() => canonicalJson({ a: 0.1 })).toThrow();
});

it('makes ids that sort by time', () => {
  const bytes = new Uint8Array(8).fill(255);
  const [a, b] = [uuidV7(1_700_000_000_000, 1, bytes), uuidV7(1_700_000_000_000, 2, bytes)];
  expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(a < b).toBe(true);
});
