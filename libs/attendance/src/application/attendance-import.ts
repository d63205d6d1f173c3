import { type CellError, type ImportContext, ImportHandler, type ImportKind, type ImportPlan, type ParsedRow, type SheetSpec } from '@gridstaff/exchange';
import { addDays, DomainError, type LocalDate, type Period, periodOf } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import type { Absence, AbsenceKind, LeaveKind } from '../domain/absence';
import type { HeatWork } from '../domain/heat-work';
import type { Overtime } from '../domain/overtime';
import { AttendanceBook } from './attendance-book';
import { type AttendanceInput, AttendancePlanner } from './attendance-planner';
import { readLeaveKinds } from './leave-catalogue';
import { cellError, hundredths, PERSON_COLUMNS, withSheetRow, workersOf } from './month-list';
import { Workforce } from './workforce';

/** 缺勤类型 as lists write it: the names of the leave kinds. */
const ABSENCE_NAMES: ReadonlyMap<string, { kind: AbsenceKind; leaveKind: LeaveKind | null }> = new Map(
  readLeaveKinds('CN').all.map(({ zh, pay, leave }) => [zh, { kind: pay, leaveKind: leave }]),
);

const hours = (key: string, zh: string, en: string, rate: string, sample: string): SheetSpec['columns'][number] => ({
  ...{ key, zh, en, type: 'decimal', required: false, sample },
  ...{ noteZh: `小时数，最多两位小数；按 ${rate} 计发。`, noteEn: `Hours with at most two decimals, paid at ${rate}.` },
});

const ABSENCES: SheetSpec = {
  zh: '缺勤',
  en: 'Absences',
  optional: true,
  columns: [
    ...PERSON_COLUMNS,
    {
      ...{ key: 'absence', zh: '缺勤类型', en: 'Kind', type: 'text', required: true, choices: [...ABSENCE_NAMES.keys()], sample: '事假' },
      ...{ noteZh: '从下拉列表中选择。', noteEn: 'One of the list.' },
    },
    {
      ...{ key: 'from', zh: '开始日期', en: 'First day', type: 'date', required: true, sample: '2023-01-09' },
      ...{ noteZh: '缺勤的第一天，须在所导入的月份内。', noteEn: 'First day away, within the month of the import.' },
    },
    {
      ...{ key: 'to', zh: '结束日期', en: 'Last day', type: 'date', required: true, sample: '2023-01-10' },
      ...{ noteZh: '缺勤的最后一天（含）；跨月的请分月填写。', noteEn: 'Last day away (included); split absences that cross a month.' },
    },
    {
      ...{ key: 'days', zh: '天数', en: 'Days', type: 'decimal', required: true, sample: '2' },
      ...{ noteZh: '应出勤日数，最多两位小数；填 0 表示撤销同一人、同类型、同日期的记录。', noteEn: 'Scheduled days, at most two decimals; 0 takes an entry of the same person, kind and dates back.' },
    },
  ],
};

const OVERTIME: SheetSpec = {
  zh: '加班',
  en: 'Overtime',
  optional: true,
  columns: [
    ...PERSON_COLUMNS,
    hours('weekday', '平日加班', 'Weekday hours', '150%', '4'),
    hours('restday', '休息日加班', 'Rest-day hours', '200%', '8'),
    hours('holiday', '节假日加班', 'Holiday hours', '300%', '0'),
    {
      ...{ key: 'restdayOff', zh: '其中已调休', en: 'Taken as time off', type: 'decimal', required: false, sample: '0' },
      ...{ noteZh: '休息日加班中已安排补休、不再计发的小时数。', noteEn: 'Hours of the rest-day ones that were taken as time off and are not paid.' },
    },
  ],
};

const HEAT_WORK: SheetSpec = {
  zh: '高温户外',
  en: 'Work in heat',
  optional: true,
  columns: [
    ...PERSON_COLUMNS,
    {
      ...{ key: 'days', zh: '高温户外天数', en: 'Days outdoors in heat', type: 'decimal', required: true, sample: '22' },
      ...{ noteZh: '35℃ 以上户外作业的应出勤日数，最多两位小数；填 0 表示撤销。', noteEn: 'Scheduled days with work outdoors at 35 °C or over, at most two decimals; 0 takes the entry back.' },
    },
  ],
};

/** Last day as people write it; entries speak of the exclusive end. */
const FIELDS_OF_ABSENCE: Readonly<Record<string, string>> = { kind: 'absence', leaveKind: 'absence' };

/** Attendance of one month; an entry that is there already is replaced, one that the file does not name stays. */
@Injectable()
export class AttendanceImport extends ImportHandler {
  readonly kind: ImportKind = 'attendance';
  readonly permission = 'attendance:write';
  readonly needsPeriod = true;
  readonly sheets = [ABSENCES, OVERTIME, HEAT_WORK];

  constructor(
    private readonly planner: AttendancePlanner,
    private readonly book: AttendanceBook,
    private readonly workforce: Workforce,
  ) {
    super();
  }

  /** @throws DomainError PERIOD_LOCKED, NO_CALENDAR */
  async plan({ actor, centreId, period }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const errors: CellError[] = [];
    const report = (row: ParsedRow, error: DomainError): void => {
      const field = error.place.field ?? '';
      errors.push(cellError(row, specOf(row).columns, error, FIELDS_OF_ABSENCE[field] ?? field));
    };
    const numbers = await workersOf(this.workforce, centreId, rows, report);
    const rowsOf: Record<keyof AttendanceInput, ParsedRow[]> = { absences: [], overtime: [], heatWork: [] };
    const absences: Absence[] = [];
    const overtime: Overtime[] = [];
    const heatWork: HeatWork[] = [];
    for (const [row, workerNo] of numbers) {
      try {
        if (specOf(row) === ABSENCES) {
          absences.push(readAbsence(row, workerNo, period as Period));
          rowsOf.absences.push(row);
        } else if (specOf(row) === HEAT_WORK) {
          heatWork.push({ workerNo, period: period as Period, days: hundredths(row.values.days, 'days') });
          rowsOf.heatWork.push(row);
        } else {
          overtime.push(readOvertime(row, workerNo, period as Period));
          rowsOf.overtime.push(row);
        }
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        report(row, error);
      }
    }
    const plan = await this.planner.plan(actor, centreId, { absences, overtime, heatWork });
    for (const { list, index, error } of plan.problems) {
      const listRows = rowsOf[list];
      report(listRows[index] as ParsedRow, withSheetRow(error, listRows));
    }
    return {
      ...{ created: plan.created, changed: plan.changed, same: plan.same, errors },
      apply: async (book) => {
        await plan.apply(book);
        await this.book.auditPlan(actor, centreId, plan);
      },
    };
  }
}

const specOf = (row: ParsedRow): SheetSpec => [ABSENCES, HEAT_WORK].find(({ zh }) => zh === row.sheet) ?? OVERTIME;

/** @throws DomainError ABSENCE_OUTSIDE_PERIOD, EMPTY_RANGE, TOO_MANY_DECIMALS, NOT_A_NUMBER */
function readAbsence({ values }: ParsedRow, workerNo: number, period: Period): Absence {
  const [from, lastDay] = [values.from as LocalDate, values.to as LocalDate];
  for (const [field, date] of Object.entries({ from, to: lastDay })) {
    if (periodOf(date) !== period) throw new DomainError('ABSENCE_OUTSIDE_PERIOD', { date, period }, { field });
  }
  if (lastDay < from) throw new DomainError('EMPTY_RANGE', { from, to: lastDay }, { field: 'to' });
  const named = ABSENCE_NAMES.get(values.absence as string);
  if (!named) throw new DomainError('NOT_A_CHOICE', { value: String(values.absence), choices: [...ABSENCE_NAMES.keys()].join('、') }, { field: 'absence' });
  return { workerNo, ...named, from, to: addDays(lastDay, 1), days: hundredths(values.days, 'days') };
}

/** @throws DomainError TOO_MANY_DECIMALS, NOT_A_NUMBER */
function readOvertime({ values }: ParsedRow, workerNo: number, period: Period): Overtime {
  return {
    workerNo,
    period,
    weekday: hundredths(values.weekday, 'weekday'),
    restday: hundredths(values.restday, 'restday'),
    holiday: hundredths(values.holiday, 'holiday'),
    restdayOff: hundredths(values.restdayOff, 'restdayOff'),
  };
}
