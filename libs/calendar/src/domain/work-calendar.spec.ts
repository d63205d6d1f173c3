import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { getDayDetail, getLunarDate, getSolarTermDate, isWorkday } from 'chinese-days';
import { addDays, DomainError, periodsBetween, rangeOfPeriod, weekday } from '@gridstaff/kernel';
import { parse } from 'yaml';

import { daysOfYear, type DayKind, parseCalendarYear, WorkCalendar } from '.';

const root = resolve(__dirname, '../../../..');
const YEARS = [2023, 2024, 2025, 2026];
const read = (path: string): unknown => parse(readFileSync(resolve(root, path), 'utf8'));
const files = YEARS.map((year) => parseCalendarYear(read(`config/calendar/CN-${year}.yaml`)));
const days = files.flatMap(daysOfYear);
const calendar = new WorkCalendar(days, YEARS);
const yearRange = (year: number) => ({ from: `${year}-01-01`, to: `${year + 1}-01-01` });
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return `${(error as DomainError).code} ${JSON.stringify((error as DomainError).params)}`;
  }
  return 'nothing thrown';
};

describe('national calendar 2023–2026', () => {
  it('has the days of the golden table in every month', () => {
    const golden = read('test/golden/calendar/months.yaml') as Record<string, object>;
    expect(Object.keys(golden)).toEqual(periodsBetween('2023-01', '2026-12'));
    for (const [period, expected] of Object.entries(golden)) {
      const c = calendar.count(rangeOfPeriod(period));
      expect({ period, days: c.calendar, work: c.workdays, statutory: c.statutory, scheduled: c.scheduled }).toEqual({
        period,
        ...expected,
      });
    }
  });

  it('schedules as many days a year as it has Mondays to Fridays', () => {
    expect(YEARS.map((y) => calendar.workdays(yearRange(y)))).toEqual([249, 251, 248, 248]);
    expect(YEARS.map((y) => calendar.statutoryDays(yearRange(y)))).toEqual([11, 11, 13, 13]);
    for (const year of YEARS) {
      const weekdays = days.filter((d) => d.date.startsWith(`${year}`) && weekday(d.date) % 6 !== 0).length;
      expect(calendar.scheduledDays(yearRange(year))).toBe(weekdays);
    }
  });

  it('agrees with a second holiday table on every single day', () => {
    const differing = days.filter(
      ({ date, kind }) =>
        (kind === 'workday') !== isWorkday(date) || (kind === 'statutory' && !/\d$/.test(getDayDetail(date).name)),
    );
    expect(differing).toEqual([]);
  });

  it('puts the moving festivals on their lunar and solar dates', () => {
    const lunar: Record<string, [number, number][]> = {
      春节: [
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      端午节: [[5, 5]],
      中秋节: [[8, 15]],
    };
    for (const file of files) {
      const named = (name: string) => file.statutory.filter((day) => day.name === name).map((day) => day.date);
      for (const [name, expected] of Object.entries(lunar))
        expect(
          named(name)
            .map((d) => getLunarDate(d))
            .map((l) => [l.lunarMon, l.lunarDay]),
        ).toEqual(expected);
      expect(named('清明节')).toEqual([getSolarTermDate(file.year, 4, 'pure_brightness')]);
      // The Eve became a holiday of its own, and Labour Day two days, in 2025.
      expect(named('除夕')).toEqual(file.year < 2025 ? [] : [addDays(named('春节')[0] as string, -1)]);
      const fixed = ['元旦', '劳动节', '国庆节'].flatMap(named).map((d) => d.slice(5));
      expect(fixed).toEqual(['01-01', '05-01', ...(file.year < 2025 ? [] : ['05-02']), '10-01', '10-02', '10-03']);
    }
  });
});

describe('WorkCalendar', () => {
  it('counts any range as a walk over its days would, across years too', () => {
    const walk = (from: string, to: string) => {
      const seen: Record<DayKind, number> = { workday: 0, restday: 0, statutory: 0 };
      for (let d = from; d < to; d = addDays(d, 1)) seen[calendar.kindOf(d)] += 1;
      return seen;
    };
    for (let i = 0; i < 300; i += 1) {
      const from = addDays('2023-01-01', (i * 97) % 1200);
      const to = addDays(from, (i * 31) % 240);
      const c = calendar.count({ from, to });
      expect({ workday: c.workdays, restday: c.restdays, statutory: c.statutory }).toEqual(walk(from, to));
      expect(c.scheduled).toBe(c.workdays + c.statutory);
    }
  });

  it('tells the kind, name and payment of a day', () => {
    expect(
      ['2023-01-01', '2023-01-02', '2023-01-28', '2023-01-30'].map((d) => [calendar.kindOf(d), calendar.isPaidDay(d)]),
    ).toEqual([
      ['statutory', true],
      ['restday', false],
      ['workday', true],
      ['workday', true],
    ]);
    expect(calendar.nameOf('2023-01-22')).toBe('春节');
    expect(calendar.nameOf('2023-01-28')).toBeUndefined();
  });

  it('moves a date off the days that are not worked', () => {
    expect(calendar.workdayOnOrBefore('2024-04-28')).toBe('2024-04-28');
    expect(calendar.workdayOnOrBefore('2024-10-06')).toBe('2024-09-30');
    expect(calendar.workdayOnOrAfter('2024-10-01')).toBe('2024-10-08');
  });

  it('follows the plain week where nothing is given', () => {
    const plain = new WorkCalendar([], [2030]);
    expect(plain.scheduledDays(yearRange(2030))).toBe(261);
    expect(plain.kindOf('2030-06-01')).toBe('restday');
  });

  it('refuses a year that it does not cover', () => {
    expect(codeOf(() => calendar.kindOf('2027-01-01'))).toBe('NO_CALENDAR {"year":2027}');
    expect(codeOf(() => calendar.scheduledDays({ from: '2022-12-31', to: '2023-02-01' }))).toBe(
      'NO_CALENDAR {"year":2022}',
    );
    expect(codeOf(() => calendar.workdays({ from: '2026-06-01', to: '9999-12-31' }))).toBe('NO_CALENDAR {"year":2027}');
    expect(codeOf(() => new WorkCalendar([{ date: '2027-01-01', kind: 'statutory' }], YEARS))).toBe(
      'NO_CALENDAR {"year":2027}',
    );
    expect(calendar.scheduledDays({ from: '2026-12-01', to: '2027-01-01' })).toBe(23);
    expect(calendar.scheduledDays({ from: '2026-12-31', to: '2026-12-31' })).toBe(0);
    expect(calendar.coversYear(2026)).toBe(true);
    expect(calendar.coversYear(2027)).toBe(false);
  });
});
