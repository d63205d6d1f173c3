import {
  choice,
  COUNT,
  DATE,
  DECIMAL,
  FLAG,
  HASH,
  ID,
  INSTANT,
  INTEGER,
  list,
  NUMBER,
  orNull,
  pageOf,
  PERIOD,
  shape,
  TEXT,
} from '../../common/values';
import type { Operations } from '../operation';

const PER = choice('year', 'case', 'child_year', 'service', 'earned', 'workday');

const GATES = ['PERIOD_LOCKED', 'ATTENDANCE_CLOSED'];
const STATUS = choice('open', 'submitted', 'approved', 'returned', 'withdrawn');
const STATE = shape({
  ...{ id: orNull(ID), status: STATUS, hash: HASH, changed: FLAG, submittedBy: orNull(ID) },
  submittedAt: orNull(INSTANT),
});
const TRAIL = list(
  shape({
    ...{ round: COUNT, roundStatus: choice('open', 'passed', 'returned', 'withdrawn'), kind: TEXT },
    decision: orNull(choice('pass', 'return')),
    ...{ decidedBy: orNull(ID), opinion: orNull(TEXT), decidedAt: orNull(INSTANT) },
  }),
);
const CLOSE = shape({
  ...{ id: orNull(ID), status: choice('open', 'closed', 'reopening'), closedBy: orNull(ID), closedAt: orNull(INSTANT) },
  reason: orNull(TEXT),
  exceptions: orNull(shape({ openTeams: COUNT, unmarkedPeople: COUNT, unmarkedDays: COUNT, teams: list(TEXT) })),
});
const FINDING = shape({
  code: choice('over_day', 'over_day_most', 'over_month', 'restday_not_offset', 'hours_without_days'),
  ...{ day: orNull(COUNT), hours: DECIMAL },
});

const SHIFT = shape({
  ...{ code: TEXT, name: TEXT, mark: TEXT, starts: TEXT, ends: TEXT, nextDay: FLAG, rest: COUNT, paid: DECIMAL },
  colour: choice('blue', 'green', 'amber', 'violet', 'teal', 'grey'),
});
const PATTERN = shape({ name: TEXT, codes: list(TEXT) });
const SYSTEM = choice('standard', 'comprehensive', 'flexible');
const CYCLE = orNull(choice('month', 'quarter', 'year'));
const PLAN_FINDING = shape({
  code: choice('no_rest_day', 'day_over', 'day_over_most', 'week_over', 'month_over', 'cycle_over', 'cycle_over_most', 'holiday_planned'),
  ...{ day: orNull(COUNT), hours: DECIMAL },
});

/** Leave, month sheets and the close of a month. */
export const ATTENDANCE_OPERATIONS: Operations = {
  'schedules.shifts': {
    summary: 'Shifts in force on a day, and the rotations that are kept.',
    answer: shape({ shifts: list(SHIFT), patterns: list(PATTERN) }),
  },
  'schedules.recordShift': { summary: 'A new shift, or other times of one from a date on.', errors: ['NOT_A_TIME', 'SHIFT_CODE', 'SHIFT_MARK', 'SHIFT_MARK_TAKEN', 'SHIFT_TIMES'] },
  'schedules.endShift': { summary: 'The shift is planned no more from a day on; what was planned stays.' },
  'schedules.keepPattern': { summary: 'Keeps a rotation under a name; without days it is taken away.', errors: ['SHIFT_UNKNOWN', 'OUT_OF_RANGE'] },
  'schedules.hours': {
    summary: 'Working-time systems that hold on a day or later, of units and of persons.',
    answer: shape({ systems: list(shape({ unitId: orNull(ID), workerNo: orNull(NUMBER), system: SYSTEM, cycle: CYCLE, document: orNull(TEXT), from: DATE, until: orNull(DATE) })) }),
  },
  'schedules.recordHours': {
    summary: 'Standard, comprehensive or flexible hours with their approval, from a date on.',
    errors: ['HOURS_NEED_APPROVAL', 'HOURS_NEED_CYCLE', 'EMPTY_RANGE', 'MISSING_FIELD'],
  },
  'schedules.get': {
    summary: 'A team’s plan of a month beside what was recorded, with findings and the cover of its grids.',
    answer: shape({
      ...{ unitId: ID, code: TEXT, name: TEXT, period: PERIOD, days: list(choice('workday', 'restday', 'statutory')), closed: FLAG },
      ...{ shifts: list(SHIFT), patterns: list(PATTERN), offMark: TEXT },
      rows: list(
        shape({
          ...{ workerNo: NUMBER, name: TEXT, cells: list(TEXT), missing: list(INTEGER), unplanned: list(INTEGER), out: list(INTEGER) },
          ...{ shifts: COUNT, hours: DECIMAL, recorded: COUNT },
          system: shape({ system: SYSTEM, cycle: CYCLE, document: orNull(TEXT) }),
          findings: list(PLAN_FINDING),
        }),
      ),
      coverage: list(shape({ code: TEXT, name: TEXT, planned: list(COUNT) })),
    }),
    errors: ['NO_CALENDAR'],
  },
  'schedules.save': {
    summary: 'Records cells of a plan; what is wrong is told cell by cell.',
    answer: shape({ saved: COUNT, problems: list(shape({ workerNo: NUMBER, day: INTEGER, code: TEXT, detail_zh: TEXT, detail_en: TEXT })) }),
    errors: GATES,
  },
  'schedules.fill': {
    summary: 'Proposes cells by a rotation, or as they stood four weeks earlier; writes nothing.',
    answer: shape({ cells: list(shape({ workerNo: NUMBER, day: INTEGER, text: TEXT })) }),
    errors: ['SHIFT_UNKNOWN', 'OUT_OF_RANGE', 'MISSING_FIELD'],
  },
  'leave.kinds': {
    summary: 'Kinds of leave with their limits, each with its source and how sure it is.',
    answer: shape({
      kinds: list(
        shape({
          ...{ code: TEXT, zh: TEXT, en: TEXT, mark: TEXT, over: choice('finding', 'refuse') },
          pay: choice('unpaid', 'sick', 'absent_without_leave', 'paid', 'maternity'),
          leave: orNull(TEXT),
          limits: list(
            shape({
              ...{ from: DATE, per: PER, days: orNull(INTEGER), hours: orNull(INTEGER), months: orNull(INTEGER) },
              steps: list(shape({ years: INTEGER, days: INTEGER })),
              extra: list(shape({ what: TEXT, days: INTEGER })),
              ...{ source: TEXT, confidence: choice('confirmed', 'unconfirmed') },
            }),
          ),
        }),
      ),
    }),
  },
  'leave.year': {
    summary: 'What everybody in post in a year has of each leave: accrued, taken, left, and why.',
    answer: pageOf(
      'workers',
      shape({
        ...{ workerNo: NUMBER, name: TEXT },
        prior: orNull(shape({ months: COUNT, continuousFrom: orNull(DATE), evidence: TEXT })),
        standings: list(
          shape({
            ...{ code: TEXT, per: PER, opening: orNull(DECIMAL), accrued: DECIMAL, taken: DECIMAL },
            ...{ lapsed: DECIMAL, left: DECIMAL },
            annual: orNull(
              shape({
                eligibleFrom: orNull(DATE),
                tiers: list(shape({ from: DATE, to: DATE, days: COUNT, perYear: COUNT })),
                accrued: COUNT,
                excluded: orNull(choice('paid_personal', 'sick')),
              }),
            ),
          }),
        ),
      }),
    ),
  },
  'leave.takeOver': {
    summary: 'Records leave left in a year as taken over from elsewhere, all or none.',
    answer: { type: 'object', additionalProperties: COUNT },
    errors: ['UNKNOWN_WORKER', 'DUPLICATE_ROW', 'OUT_OF_RANGE', 'ATTENDANCE_INVALID'],
  },
  'leave.recordPrior': {
    summary: 'Records service at other employers with its evidence, all or none.',
    answer: shape({ recorded: COUNT }),
    errors: ['UNKNOWN_WORKER', 'DUPLICATE_ROW', 'OUT_OF_RANGE', 'MISSING_FIELD', 'ATTENDANCE_INVALID'],
  },
  'monthSheets.teams': {
    summary: 'Teams of a month that the caller may see, with the state of their sheets.',
    answer: pageOf(
      'teams',
      shape({
        ...{ unitId: ID, code: TEXT, name: TEXT, kind: choice('street', 'community', 'grid'), heads: list(ID) },
        ...{ people: COUNT, unmarkedPeople: COUNT, unmarkedDays: COUNT, findings: COUNT, state: STATE },
      }),
    ),
  },
  'monthSheets.heads': { summary: 'Says which accounts answer for a unit.', errors: ['OUT_OF_RANGE'] },
  'monthSheets.get': {
    summary: 'The sheet of a team: one text per day and person, what is unmarked, and what was found.',
    answer: shape({
      ...{ unitId: ID, code: TEXT, name: TEXT, heads: list(ID), period: PERIOD },
      days: list(choice('workday', 'restday', 'statutory')),
      ...{ state: STATE, closed: FLAG },
      marks: list(shape({ code: TEXT, mark: TEXT, zh: TEXT, en: TEXT })),
      rows: list(
        shape({
          ...{ workerNo: NUMBER, name: TEXT, cells: list(TEXT), unmarked: list(COUNT), out: list(COUNT) },
          ...{ present: COUNT, absent: DECIMAL, overtime: DECIMAL, heat: DECIMAL, findings: list(FINDING) },
        }),
      ),
    }),
  },
  'monthSheets.save': {
    summary: 'Records changed cells; what is wrong is told cell by cell, everything else is recorded.',
    answer: shape({
      saved: COUNT,
      problems: list(
        shape({
          ...{ workerNo: NUMBER, day: COUNT, code: TEXT, detail_zh: TEXT, detail_en: TEXT },
        }),
      ),
    }),
    errors: [...GATES, 'SHEET_SUBMITTED'],
  },
  'monthSheets.file': {
    summary: 'A team’s month for paper: Excel, which can be imported again (kind `month_sheet`), or PDF.',
    media: 'application/octet-stream',
    answer: { type: 'string', format: 'binary' },
    errors: ['NO_CALENDAR'],
  },
  'monthSheets.submit': {
    summary: 'Asks for approval of the sheet as it is.',
    errors: [...GATES, 'SHEET_UNMARKED', 'SHEET_EMPTY', 'SHEET_SUBMITTED'],
  },
  'monthSheets.withdraw': { summary: 'Takes a submitted sheet back.', errors: [...GATES, 'WRONG_STEP', 'REASON_MISSING'] },
  'monthSheets.decide': {
    summary: 'Approves exactly the sheet that was submitted, or returns it with a reason.',
    errors: [...GATES, 'WRONG_STEP', 'SHEET_CHANGED', 'APPROVAL_STALE', 'SEPARATION_OF_DUTIES', 'REASON_MISSING'],
  },
  'monthSheets.trail': { summary: 'Who decided what about a sheet.', answer: shape({ steps: TRAIL }) },
  'monthClose.get': {
    summary: 'Whether the attendance of a month is closed, and what it still misses.',
    answer: shape({
      close: CLOSE,
      teams: list(
        shape({
          ...{ unitId: ID, code: TEXT, name: TEXT, people: COUNT, status: STATUS, changed: FLAG },
          ...{ unmarkedPeople: COUNT, unmarkedDays: COUNT },
        }),
      ),
      ...{ openTeams: COUNT, unmarkedPeople: COUNT, unmarkedDays: COUNT, without: list(NUMBER), trail: TRAIL },
    }),
  },
  'monthClose.close': {
    summary: 'Closes the attendance of a month; what is open needs a reason, which is kept.',
    answer: CLOSE,
    errors: [...GATES, 'MONTH_NOT_OVER', 'CLOSE_INCOMPLETE'],
  },
  'monthClose.reopen': { summary: 'Asks another person to open a month again.', errors: ['WRONG_STEP', 'REASON_MISSING'] },
  'monthClose.decide': {
    summary: 'Agrees to opening a month again, or refuses.',
    errors: ['WRONG_STEP', 'SEPARATION_OF_DUTIES', 'REASON_MISSING'],
  },
  'monthClose.matter': {
    summary: 'Which month and unit a matter that waits is about.',
    answer: shape({ kind: choice('sheet', 'close'), period: PERIOD, unitId: orNull(ID) }),
  },
};
