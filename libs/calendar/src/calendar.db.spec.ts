import { auditEntities, AuditLog } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import { createTestDatabase, type TestDatabase } from '@gridstaff/testing';
import { calendarEntities, Calendars, defaultCalendarDir, parseCalendarText, Periods, readCalendarFiles } from '.';

const CENTRE = '01850000-0000-7000-8000-000000000001';
const actor = (scope: string): Actor => ({
  userId: '01850000-0000-7000-8000-00000000000a',
  personId: '01850000-0000-7000-8000-00000000000b',
  grants: new Map([[scope, new Set(['calendar:manage' as const])]]),
});
const HR = actor(CENTRE);
const OPERATOR = actor('*');

describe('calendar', () => {
  let test: TestDatabase;
  let calendars: Calendars;
  let periods: Periods;
  const files = readCalendarFiles(defaultCalendarDir());
  const [first] = files.map((file) => file.year);

  const parts = (db: TestDatabase): [Calendars, Periods] => {
    const audit = new AuditLog(db.db, db.clock);
    return [new Calendars(db.db, db.uow, audit, db.clock), new Periods(db.db, db.uow, audit, db.clock)];
  };
  const actions = async (subject: string): Promise<string[]> =>
    (await test.db.query<{ action: string }>('SELECT action FROM audit_entry WHERE subject_id = ? ORDER BY seq', [subject])).map((e) => e.action);

  beforeAll(async () => {
    test = await createTestDatabase([...auditEntities, ...calendarEntities]);
    [calendars, periods] = parts(test);
    await expect(calendars.calendarFor(2023, 2023)).rejects.toMatchObject({ code: 'NO_CALENDAR', params: { year: 2023 } });
    await Promise.all([calendars.seed(files), parts(test)[0].seed(files)]);
  });

  afterAll(() => test.close());

  it('is filled once from the files, and answers for the years it covers alone', async () => {
    expect(await calendars.seed(files)).toEqual([]);
    const stored = await test.db.one<{ n: number }>('SELECT COUNT(*) AS n FROM calendar_day');
    expect(Number(stored?.n)).toBe(365 * 3 + 366);
    const calendar = await calendars.calendarFor(2023, 2026);
    expect(calendar.count({ from: '2023-01-01', to: '2023-02-01' })).toEqual({ calendar: 31, workdays: 18, statutory: 4, restdays: 9, scheduled: 22 });
    expect([calendar.kindOf('2023-01-28'), calendar.kindOf('2023-01-23'), calendar.nameOf('2023-01-23')]).toEqual(['workday', 'statutory', '春节']);
    expect(await calendars.calendarFor(2024, 2024)).toBe(calendar);
    await expect(calendars.calendarFor(2026, 2027)).rejects.toMatchObject({ code: 'NO_CALENDAR', params: { year: 2027 } });
  });

  it('adds a year, refuses to change one in silence, and replaces it on request', async () => {
    const text = 'year: 2027\nsource: 测试\nrest: []\nwork: []\nstatutory:\n  - { date: 2027-01-01, name: 元旦, name_en: New Year }\n';
    const year = parseCalendarText(text, 'CN-2027.yaml');
    await expect(calendars.loadYear(HR, year, { replace: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await calendars.loadYear(OPERATOR, year, { replace: false })).toBe('added');
    expect(await calendars.loadYear(OPERATOR, year, { replace: false })).toBe('same');
    expect((await calendars.calendarFor(2027, 2027)).kindOf('2027-01-04')).toBe('workday');
    const changed = parseCalendarText(text.replace('rest: []', 'rest: [2027-01-04]'), 'CN-2027.yaml');
    await expect(calendars.loadYear(OPERATOR, changed, { replace: false })).rejects.toMatchObject({ code: 'CALENDAR_CHANGED', params: { year: 2027 } });
    expect(await calendars.seed([{ calendar: 'CN', year: changed }])).toEqual([2027]);
    expect((await calendars.calendarFor(2027, 2027)).kindOf('2027-01-04')).toBe('workday');
    expect(await calendars.loadYear(OPERATOR, changed, { replace: true })).toBe('replaced');
    const calendar = await calendars.calendarFor(2026, 2027);
    expect([calendar.kindOf('2027-01-04'), calendar.coversYear(2027)]).toEqual(['restday', true]);
    expect(await actions('CN-2027')).toEqual(['calendar.added', 'calendar.replaced']);
    expect(first?.year).toBe(2023);
    expect(() => parseCalendarText('year: [', 'x.yaml')).toThrow(expect.objectContaining({ code: 'CALENDAR_INVALID' }));
  });

  it('keeps months open until they are locked, by those who may', async () => {
    expect(await periods.get(CENTRE, '2023-01')).toMatchObject({ status: 'open', cutOffAt: null, version: 0 });
    await periods.assertOpen(CENTRE, '2023-01');
    const cutOff = Date.parse('2023-02-04T18:00:00+08:00');
    expect(await periods.setCutOff(HR, CENTRE, '2023-01', cutOff)).toMatchObject({ cutOffAt: cutOff, version: 1 });
    expect(await periods.lock(HR, CENTRE, '2023-01')).toMatchObject({ status: 'locked', lockedBy: HR.userId });
    expect(await periods.get(CENTRE, '2023-01')).toEqual({
      ...{ centreId: CENTRE, period: '2023-01', status: 'locked', cutOffAt: cutOff },
      ...{ lockedBy: HR.userId, lockedAt: test.clock.millis(), version: 2 },
    });
    const locked = { code: 'PERIOD_LOCKED', params: { period: '2023-01' } };
    await expect(periods.assertOpen(CENTRE, '2023-01')).rejects.toMatchObject(locked);
    await expect(test.uow.run(() => periods.holdOpen(CENTRE, '2023-01'))).rejects.toMatchObject(locked);
    await expect(periods.setCutOff(HR, CENTRE, '2023-01', cutOff)).rejects.toMatchObject(locked);
    await expect(periods.lock(HR, CENTRE, '2023-01')).rejects.toMatchObject(locked);
    await periods.assertOpen('01850000-0000-7000-8000-000000000002', '2023-01');
    await expect(periods.unlock(HR, CENTRE, '2023-01', ' ')).rejects.toMatchObject({ code: 'MISSING_FIELD' });
    expect(await periods.unlock(HR, CENTRE, '2023-01', '考勤补录')).toMatchObject({ status: 'open', cutOffAt: cutOff, lockedBy: null });
    await expect(periods.unlock(HR, CENTRE, '2023-01', '再来')).rejects.toMatchObject({ code: 'WRONG_STEP' });
    await expect(periods.lock(actor('01850000-0000-7000-8000-000000000002'), CENTRE, '2023-01')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(periods.get(CENTRE, '2023-13')).rejects.toMatchObject({ code: 'NOT_A_PERIOD' });
    await expect(periods.setCutOff(HR, CENTRE, '2023-01', 1e15 + 0.5)).rejects.toMatchObject({ code: 'OUT_OF_RANGE' });
    expect(await actions('2023-01')).toEqual(['period.cut-off-set', 'period.locked', 'period.unlocked']);
  });

  it('lets one of many locks through, and no writer past a lock', async () => {
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => periods.lock(HR, CENTRE, '2023-02')));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const order: string[] = [];
    let held = (): void => undefined;
    let release = (): void => undefined;
    const isHeld = new Promise<void>((resolve) => (held = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    const writing = test.uow.run(async () => {
      await periods.holdOpen(CENTRE, '2023-03');
      held();
      await released;
      order.push('written');
    });
    await isHeld;
    const locking = periods.lock(HR, CENTRE, '2023-03').then(() => order.push('locked'));
    for (let i = 0; i < 20; i++) await periods.get(CENTRE, '2023-04');
    release();
    await Promise.all([writing, locking]);
    expect(order).toEqual(['written', 'locked']);
    await expect(test.uow.run(() => periods.holdOpen(CENTRE, '2023-03'))).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
  });
});
