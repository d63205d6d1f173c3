import { DomainError } from '@gridstaff/kernel';

import { daysOfYear, parseCalendarYear } from '.';

const good = {
  year: 2025,
  source: 'notice',
  rest: ['2025-02-03'],
  work: ['2025-01-26'],
  statutory: [{ date: '2025-01-01', name: '元旦', name_en: 'New Year’s Day' }],
};

function findings(content: unknown): string[] {
  try {
    parseCalendarYear(content, 'CN-2025.yaml');
  } catch (error) {
    const { code, details, params } = error as DomainError;
    expect({ code, params }).toEqual({
      code: 'CALENDAR_INVALID',
      params: { file: 'CN-2025.yaml', count: details.length },
    });
    return details.map((d) => `${d.code} ${d.place.path}`);
  }
  return [];
}

describe('calendar year', () => {
  it('lays the exceptions over the plain week', () => {
    const days = daysOfYear(parseCalendarYear(good));
    expect(days).toHaveLength(365);
    const kind = new Map(days.map((day) => [day.date, day.kind]));
    expect(['2025-01-01', '2025-01-02', '2025-01-04', '2025-01-26', '2025-02-03'].map((d) => kind.get(d))).toEqual([
      'statutory',
      'workday',
      'restday',
      'workday',
      'restday',
    ]);
    expect(days[0]).toEqual({ date: '2025-01-01', kind: 'statutory', name: '元旦', nameEn: 'New Year’s Day' });
  });

  it.each<[string, unknown, string[]]>([
    ['not a mapping', 'text', ['CALENDAR_WRONG_TYPE ']],
    ['an unknown key', { ...good, holidays: [] }, ['UNKNOWN_FIELD holidays']],
    ['a missing list', { ...good, work: undefined }, ['MISSING_FIELD work']],
    ['no source', { ...good, source: '' }, ['MISSING_FIELD source']],
    ['a year as text', { ...good, year: '2025' }, ['CALENDAR_WRONG_TYPE year']],
    ['a date that does not exist', { ...good, rest: ['2025-02-29'] }, ['NOT_A_DATE rest[0]']],
    ['a date of another year', { ...good, rest: ['2026-02-03'] }, ['CALENDAR_DATE_OTHER_YEAR rest[0]']],
    ['a date in two lists', { ...good, rest: ['2025-01-01'] }, ['CALENDAR_DATE_TWICE statutory[0].date']],
    ['a swap on a weekday', { ...good, work: ['2025-01-27'] }, ['CALENDAR_NOT_A_WEEKEND work[0]']],
    ['no holidays at all', { ...good, statutory: [] }, ['MISSING_FIELD statutory']],
    [
      'a holiday without a name',
      { ...good, statutory: [{ date: '2025-01-01', name_en: 'x' }] },
      ['MISSING_FIELD statutory[0].name'],
    ],
    [
      'several at once',
      { ...good, rest: 3, work: [5], extra: 1 },
      ['UNKNOWN_FIELD extra', 'CALENDAR_WRONG_TYPE rest', 'NOT_A_DATE work[0]'],
    ],
  ])('refuses %s', (_, content, expected) => {
    expect(findings(content)).toEqual(expected);
  });
});
