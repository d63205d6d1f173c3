import { addDays, DomainError, type LocalDate, weekday } from '@gridstaff/kernel';
import { checkHours, cycleOf, type HoursFact, hoursOf, STANDARD } from './hours-system';
import { byPattern, fromFourWeeksAgo, readSchedule, scheduleText } from './schedule';
import { checkShift, OFF, readShift, type Shift, type ShiftFact, shiftsOn } from './shift';
import { datesOf, planFindings } from './working-time';

const DAY: Shift = { code: 'D', name: '白班', mark: '白', starts: 510, ends: 1050, rest: 60, paid: 800, colour: 'blue' };
const NIGHT: Shift = { code: 'N', name: '夜班', mark: '夜', starts: 1260, ends: 1740, rest: 0, paid: 800, colour: 'violet' };
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'fine';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('shifts', () => {
  it.each<[string, Partial<Shift>, string]>([
    ['a night that ends on the next day', NIGHT, 'fine'],
    ['an end before the start', { ends: 500 }, 'SHIFT_TIMES'],
    ['more than a whole day', { starts: 0, ends: 1441, rest: 0 }, 'SHIFT_TIMES'],
    ['more hours paid than there are', { paid: 901 }, 'SHIFT_TIMES'],
    ['as many hours paid as there are', { paid: 900 }, 'fine'],
    ['a break as long as the shift', { rest: 540 }, 'SHIFT_TIMES'],
    ['a mark that means a day off', { mark: '休' }, 'SHIFT_MARK'],
    ['a mark of three letters', { mark: '早中晚' }, 'SHIFT_MARK'],
    ['a code in small letters', { code: 'day' }, 'SHIFT_CODE'],
  ])('%s', (_, change, code) => expect(codeOf(() => checkShift({ ...DAY, ...change }))).toBe(code));

  it('are read by mark, code or name, a day off in any of its spellings', () => {
    const shifts = new Map([['D', DAY], ['N', NIGHT]]);
    expect(['白', 'd', '夜班', ' Ｎ ', '休', '/', '-', ''].map((text) => readShift(text, shifts))).toEqual(['D', 'D', 'N', 'N', OFF, OFF, OFF, undefined]);
    expect(codeOf(() => readShift('晚', shifts))).toBe('SHIFT_UNKNOWN');
  });

  it('change their times from a date on, and end', () => {
    const fact = (n: number, validFrom: LocalDate, more: Partial<ShiftFact> = {}): ShiftFact => ({ ...DAY, id: `f${n}`, centreId: 'c', validFrom, validTo: '9999-12-31', recordedAt: n, recordedBy: 'u', supersedes: null, retracted: false, ...more });
    const facts = [fact(1, '2023-01-01'), fact(2, '2023-07-01', { paid: 750 }), fact(3, '2023-10-01', { retracted: true })];
    expect(['2022-12-31', '2023-06-30', '2023-07-01', '2023-10-01'].map((date) => shiftsOn(facts, date).get('D')?.paid)).toEqual([undefined, 800, 750, undefined]);
  });
});

describe('filling a schedule', () => {
  const march = datesOf('2023-03-01', '2023-04-01');

  it('a rotation goes round, each further person begins a step later', () => {
    const pattern = ['D', 'D', 'N', OFF];
    expect([...byPattern(pattern, march, 0, 1).values()].slice(0, 6)).toEqual(['D', 'D', 'N', OFF, 'D', 'D']);
    expect([...byPattern(pattern, march, 1, 1).values()].slice(0, 4)).toEqual(['D', 'N', OFF, 'D']);
  });

  it('a copy keeps weekdays; the last days of a long month repeat what was copied', () => {
    const february = new Map(datesOf('2023-02-01', '2023-03-01').map((date) => [date, weekday(date) % 6 === 0 ? OFF : 'D']));
    const copied = fromFourWeeksAgo(february, march);
    expect(copied.size).toBe(31);
    expect([...copied].every(([date, code]) => (code === OFF) === (weekday(date) % 6 === 0))).toBe(true);
  });

  it('is stored day by day', () => {
    const days = new Map([[12, 'N'], [1, OFF]]);
    expect([scheduleText(days), [...readSchedule('01:-,12:N')]]).toEqual(['01:-,12:N', [[1, OFF], [12, 'N']]]);
    expect([...readSchedule('')]).toEqual([]);
  });
});

describe('working-time systems', () => {
  it('need an approval unless standard, and a cycle only where hours are summed', () => {
    expect(codeOf(() => checkHours({ system: 'comprehensive', cycle: 'quarter', document: ' ' }))).toBe('HOURS_NEED_APPROVAL');
    expect(codeOf(() => checkHours({ system: 'flexible', cycle: 'month', document: '1号' }))).toBe('HOURS_NEED_CYCLE');
    expect(codeOf(() => checkHours({ system: 'comprehensive', cycle: null, document: '1号' }))).toBe('HOURS_NEED_CYCLE');
    expect(codeOf(() => checkHours({ system: 'comprehensive', cycle: 'year', document: '1号' }))).toBe('fine');
  });

  it('what is said of the person goes before the unit, and an approval that has run out leaves standard hours', () => {
    const fact = (subject: string, system: HoursFact['system'], validTo: LocalDate): HoursFact => ({ id: subject, centreId: 'c', validFrom: '2023-01-01', validTo, recordedAt: 1, recordedBy: 'u', supersedes: null, retracted: false, subject, system, cycle: system === 'comprehensive' ? 'quarter' : null, document: '1号' });
    const facts = new Map([['worker:1', [fact('worker:1', 'flexible', '2023-03-01')]], ['unit:S', [fact('unit:S', 'comprehensive', '2023-07-01')]]]);
    const of = (date: LocalDate) => hoursOf(facts, ['worker:1', 'unit:G', 'unit:S'], date).system;
    expect([of('2023-02-28'), of('2023-03-01'), of('2023-07-01')]).toEqual(['flexible', 'comprehensive', 'standard']);
  });

  it('cycles are those of the calendar', () => {
    expect([cycleOf('month', '2023-12'), cycleOf('quarter', '2023-05'), cycleOf('year', '2023-05')]).toEqual([
      { from: '2023-12-01', to: '2024-01-01', months: 1 },
      { from: '2023-04-01', to: '2023-07-01', months: 3 },
      { from: '2023-01-01', to: '2024-01-01', months: 12 },
    ]);
  });
});

describe('rules of working time', () => {
  /** Monday to Friday are workdays, 1 May is a holiday. */
  const kindOf = (date: LocalDate) => (date === '2023-05-01' ? 'statutory' : weekday(date) % 6 === 0 ? 'restday' : 'workday');
  const ALWAYS = [{ from: '2020-01-01', to: '9999-12-31' }];
  const of = (rule: typeof STANDARD, plan: (date: LocalDate) => number, from = '2023-04-25', to = '2023-06-01', engaged = ALWAYS) =>
    planFindings({ period: '2023-05', rule, hours: new Map(datesOf(from, to).map((date) => [date, plan(date)])), kindOf, engaged }).map(({ code, day, hours }) => `${code} ${day ?? '-'} ${hours}`);
  const office = (date: LocalDate): number => (kindOf(date) === 'workday' ? 800 : 0);
  const COMPREHENSIVE = { system: 'comprehensive', cycle: 'quarter', document: '1号' } as const;

  it('eight hours on workdays are as they should be', () => expect(of(STANDARD, office)).toEqual([]));

  it('standard: a week without a day off, across the turn of the month too, and more than 40 hours', () => {
    const found = of(STANDARD, (date) => (date <= '2023-05-07' ? 600 : office(date)));
    expect(found).toEqual(['holiday_planned 1 600', 'no_rest_day 7 4200', 'week_over 7 4200']);
    expect(of(STANDARD, (date) => (date === '2023-05-13' ? 800 : office(date)))).toEqual(['week_over 14 4800']);
  });

  it('standard: above eight and eleven hours a day, above 36 beyond the month', () => {
    expect(of(STANDARD, (date) => (date === '2023-05-09' ? 1100 : date === '2023-05-10' ? 1101 : date === '2023-05-11' ? 0 : office(date) * (weekday(date) === 5 && date < '2023-05-13' ? 0 : 1)))).toEqual(['day_over 9 1100', 'day_over_most 10 1101']);
    const long = of(STANDARD, (date) => (kindOf(date) === 'workday' ? 1000 : 0));
    expect(long.filter((text) => text.startsWith('month_over'))).toEqual(['month_over - 4400']);
  });

  it('comprehensive: long days are balanced within the cycle, what is beyond is overtime, on average at most 36 a month', () => {
    const quarter = ['2023-04-01', '2023-07-01'] as const;
    expect(of(COMPREHENSIVE, (date) => (date < '2023-06-01' ? Math.min(office(date), 800) : kindOf(date) === 'workday' ? 800 : 0), ...quarter)).toEqual([]);
    const balanced = (date: LocalDate): number => (kindOf(date) === 'statutory' ? 0 : [1, 3, 5].includes(weekday(date)) ? 1200 : 0);
    expect(of(COMPREHENSIVE, balanced, ...quarter)).toEqual([]);
    const extra = (date: LocalDate): number => office(date) + (date >= '2023-06-01' && date <= '2023-06-12' && weekday(date) % 6 === 0 ? 1000 : 0);
    expect(of(COMPREHENSIVE, extra, ...quarter)).toEqual(['cycle_over - 4000']);
    expect(of(COMPREHENSIVE, (date) => office(date) + (kindOf(date) === 'restday' ? 800 : 0), ...quarter)[0]).toMatch(/^cycle_over_most - /);
    // Whoever joins in the cycle owes the workdays in post alone.
    expect(of(COMPREHENSIVE, office, '2023-06-01', '2023-07-01', [{ from: '2023-06-01', to: '9999-12-31' }])).toEqual([]);
    expect(of(COMPREHENSIVE, (date) => office(date) + (date === addDays('2023-06-01', 2) ? 100 : 0), '2023-06-01', '2023-07-01', [{ from: '2023-06-01', to: '9999-12-31' }])).toEqual(['cycle_over - 100']);
  });

  it('statutory holidays are overtime under every system, and no part of the cycle', () => {
    const holiday = (date: LocalDate): number => (date === '2023-05-01' ? 800 : office(date));
    for (const rule of [STANDARD, COMPREHENSIVE, { system: 'flexible', cycle: null, document: '1号' } as const]) expect(of(rule, holiday, '2023-04-01', '2023-07-01')).toContain('holiday_planned 1 800');
    expect(of(COMPREHENSIVE, holiday, '2023-04-01', '2023-07-01')).toHaveLength(1);
  });
});
