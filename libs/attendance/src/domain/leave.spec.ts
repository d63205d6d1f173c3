import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ABSENCE_KINDS, LEAVE_KINDS } from './absence';
import { annualLeave, monthsLater, serviceReaches, type YearAbsence } from './annual-leave';
import { type LeaveLimit, LeaveKinds, layLeaveKinds } from './leave-kinds';
import { firstEarning, timeOffBalance } from './time-off';

const FOLDER = path.join(__dirname, '../../../../config/leave');
const read = (name: string): unknown => parse(readFileSync(path.join(FOLDER, `${name}.yaml`), 'utf8'), { schema: 'core' });
const national = new LeaveKinds(layLeaveKinds([], read('CN'), 'CN.yaml'));
const hunan = new LeaveKinds(layLeaveKinds(national.all, read('430000'), '430000.yaml'));
const ruleOf = (kinds: LeaveKinds, code: string, on = '2023-12-31'): LeaveLimit => {
  const kind = kinds.byCode(code);
  if (!kind) throw new Error(code);
  return kinds.limit(kind, on) as LeaveLimit;
};
const ANNUAL = ruleOf(national, 'annual');
const FAR = '9999-12-31';
const here = (from: string, to = FAR) => [{ from, to }];
const prior = (months: number, continuousFrom: string | null = null) => ({ months, continuousFrom });
const away = (from: string, days: number, kind: YearAbsence['kind'], leaveKind: YearAbsence['leaveKind'] = null): YearAbsence => ({ kind, leaveKind, from, to: monthsLater(from, 1), days: days * 100 });

describe('leave kinds', () => {
  it('name every absence that can be recorded, once, with a mark of its own and a source for each limit', () => {
    const paid = national.all.filter(({ pay }) => pay === 'paid').map(({ leave }) => leave);
    expect([...paid].sort()).toEqual([...LEAVE_KINDS].sort());
    expect(new Set(national.all.map(({ pay }) => pay))).toEqual(new Set(ABSENCE_KINDS));
    expect(national.of({ kind: 'maternity', leaveKind: null })?.zh).toBe('产假');
  });

  it('are laid by region and date: Hunan adds to maternity, paternity and childcare', () => {
    expect(ruleOf(national, 'maternity').days).toBe(98);
    expect(ruleOf(hunan, 'maternity').days).toBe(158);
    expect(ruleOf(hunan, 'maternity', '2015-01-01').days).toBe(98);
    expect([ruleOf(national, 'paternity'), ruleOf(hunan, 'paternity').days, ruleOf(hunan, 'childcare').days]).toEqual([undefined, 20, 10]);
    expect(hunan.byCode('childcare')?.zh).toBe('育儿假');
  });

  it.each([
    [{ kinds: [{ code: 'x', zh: '新', en: 'new', mark: '新', pay: 'paid' }] }, 'kinds[0].leave'],
    [{ kinds: [{ code: 'x', zh: '新', en: 'new', mark: '年', pay: 'unpaid' }] }, 'kinds[0].mark'],
    [{ kinds: [{ code: 'annual', limits: [{ from: '2024-01-01', per: 'service', source: 's', confidence: 'confirmed' }] }] }, 'kinds[0].limits[0].steps'],
    [{ kinds: [{ code: 'annual', limits: [{ from: '2024-02-30', per: 'year', source: 's', confidence: 'confirmed' }] }] }, 'kinds[0].limits[0].from'],
    [{ kinds: [{ code: 'annual', limit: [] }] }, 'kinds[0].limit'],
    [{}, 'kinds'],
  ])('refuse a file at the place that is wrong', (content, at) => {
    expect(() => layLeaveKinds(national.all, content, 'X.yaml')).toThrow(expect.objectContaining({ code: 'LEAVE_KINDS_INVALID', params: { file: 'X.yaml', path: at } }));
  });
});

describe('annual leave', () => {
  it('is 5, 10 and 15 days by total service, service at other employers included', () => {
    const of = (months: number, year = 2023) => annualLeave(year, ANNUAL, prior(months), here('2020-01-01'), []).accrued;
    expect([of(0), of(7 * 12), of(16 * 12 + 11), of(17 * 12), of(0, 2024)]).toEqual([5, 10, 14, 15, 5]);
  });

  it('begins after twelve months of work without a gap, counted in days over 365 and cut to whole days', () => {
    const joined = annualLeave(2023, ANNUAL, undefined, here('2022-07-01'), []);
    expect(joined).toMatchObject({ eligibleFrom: '2023-07-01', accrued: 2, tiers: [{ from: '2023-07-01', to: '2024-01-01', days: 184, perYear: 5 }] });
    // Came straight from another employer: the right is there on the first day.
    expect(annualLeave(2023, ANNUAL, prior(130, '2019-05-01'), here('2023-03-01'), [])).toMatchObject({ eligibleFrom: '2023-03-01', accrued: Math.floor((306 * 10) / 365) });
    expect(annualLeave(2023, ANNUAL, prior(130), here('2023-03-01'), [])).toMatchObject({ eligibleFrom: null, accrued: 0 });
    expect(annualLeave(2024, ANNUAL, undefined, here('2023-01-01'), []).accrued).toBe(5);
  });

  it('of a leaving year counts the days until the last one; a gap starts the twelve months again for who had not filled them', () => {
    expect(annualLeave(2023, ANNUAL, undefined, here('2015-01-01', '2023-10-01'), []).accrued).toBe(Math.floor((273 * 5) / 365));
    const gap = [...here('2022-01-01', '2022-09-01'), ...here('2022-10-01')];
    expect(annualLeave(2023, ANNUAL, undefined, gap, []).eligibleFrom).toBe('2023-10-01');
    const filled = [...here('2021-01-01', '2022-09-01'), ...here('2023-02-01')];
    expect(annualLeave(2023, ANNUAL, undefined, filled, [])).toMatchObject({ eligibleFrom: '2022-01-01', accrued: Math.floor((334 * 5) / 365) });
  });

  it('is split where ten years are passed inside the year', () => {
    const { tiers, accrued } = annualLeave(2023, ANNUAL, undefined, here('2013-07-01'), []);
    expect(tiers.map(({ days, perYear }) => [days, perYear])).toEqual([
      [181, 5],
      [184, 10],
    ]);
    expect(accrued).toBe(Math.floor((181 * 5 + 184 * 10) / 365));
  });

  it('falls away with 20 days of paid personal leave, or 2, 3, 4 months of sick leave by service', () => {
    const of = (posts: { from: string; to: string }[], ...absences: YearAbsence[]) => annualLeave(2023, ANNUAL, undefined, posts, absences);
    const five = here('2018-01-01');
    expect(of(five, away('2023-03-01', 19, 'paid', 'personal')).excluded).toBeNull();
    expect(of(five, away('2023-03-01', 19, 'paid', 'personal'), away('2023-05-01', 1, 'paid', 'personal'))).toMatchObject({ excluded: 'paid_personal', accrued: 0 });
    const sick = [away('2023-01-01', 21, 'sick'), away('2023-02-01', 20, 'sick'), away('2023-03-01', 3, 'sick')];
    expect(of(five, ...sick)).toMatchObject({ excluded: 'sick', accrued: 0 });
    // Above ten years three months are needed.
    expect(of(here('2012-01-01'), ...sick)).toMatchObject({ excluded: null, accrued: 10 });
  });

  it('that had been taken before the sick leave is kept, and the next year has none', () => {
    const absences = [away('2023-01-01', 2, 'paid', 'annual'), away('2023-02-01', 20, 'sick'), away('2023-03-01', 23, 'sick'), away('2023-04-01', 20, 'sick')];
    const of = (year: number) => annualLeave(year, ANNUAL, undefined, here('2018-01-01'), absences);
    expect([of(2023).excluded, of(2023).accrued, of(2024).excluded, of(2024).accrued, of(2025).excluded]).toEqual([null, 5, 'sick', 0, null]);
  });

  it('counts service over gaps, days carried to months', () => {
    expect(serviceReaches(12, undefined, [...here('2020-01-15', '2020-07-30'), ...here('2021-01-01')])).toBe('2021-06-16');
    expect(serviceReaches(12, prior(12), here('2020-01-15'))).toBe('2020-01-15');
    expect(serviceReaches(13, undefined, here('2020-01-15', '2021-02-14'))).toBeUndefined();
    expect(monthsLater('2023-01-31', 1)).toBe('2023-02-28');
  });
});

describe('time off for rest-day work', () => {
  const rule = ruleOf(national, 'time_off');
  const balance = (earned: [string, number][], taken: [string, number][], month: string) => timeOffBalance(rule, new Map(earned), new Map(taken), month);

  it('is earned by hours, eight a day, taken from the oldest and lapses after twelve months', () => {
    expect(balance([['2023-01', 1600]], [['2023-02', 50]], '2023-03')).toEqual({ earned: 200, taken: 50, lapsed: 0, left: 150 });
    expect(balance([['2023-01', 800], ['2023-06', 800]], [['2023-07', 100]], '2024-02')).toEqual({ earned: 200, taken: 100, lapsed: 0, left: 100 });
    expect(balance([['2023-01', 800], ['2023-06', 800]], [], '2024-02')).toEqual({ earned: 200, taken: 0, lapsed: 100, left: 100 });
  });

  it('cannot be taken before it is earned: what is over is below nought', () => {
    expect(balance([['2023-05', 800]], [['2023-04', 100]], '2023-05').left).toBe(0);
    expect(balance([], [['2023-04', 50]], '2023-05').left).toBe(-50);
    expect(firstEarning(rule, 2023)).toBe('2021-01');
  });
});
