import { AuditLog } from '@gridstaff/audit';
import { type CellError, column, type ColumnSpec, type ImportContext, ImportHandler, type ImportKind, type ImportPlan, type ParsedRow } from '@gridstaff/exchange';
import { DomainError, type Id, type Period } from '@gridstaff/kernel';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { cellText } from '../domain/sheet-cell';
import { SheetStore } from '../domain/sheet-store';
import { AttendancePlanner } from './attendance-planner';
import { DAY_MARKS_SOURCE } from './attendance-undo';
import { cellError, PERSON_COLUMNS, withNamesAlone, workersOf } from './month-list';
import { changed, joined, marksFacts, problemsOf, readEdits, type SheetEdit } from './sheet-edits';
import { type SheetContent, SheetReader } from './sheet-reader';
import { type MonthTeam, TeamDesk } from './team-desk';
import { Workforce } from './workforce';

const MOST_DAYS = 31;
const NOT_READ = ['不读取，由系统计算。', 'Not read: it is worked out.'] as const;

/** 月考勤表: people down, days across, as the product prints it and as streets keep it. */
const COLUMNS: readonly ColumnSpec[] = [
  ...PERSON_COLUMNS,
  ...Array.from({ length: MOST_DAYS }, (_, i) => ({
    ...column(`d${i + 1}`, [`${i + 1}日`, `Day ${i + 1}`], 'text', i === 0 ? '√' : '', ['考勤符号，如 √、病、事0.5、√加3；空白表示不改动。', 'Marks such as √, 病, 事0.5, √加3; empty: the day stays as it is.']),
    also: [`${i + 1}`, `${i + 1}号`],
  })),
  { ...column('present', ['出勤', 'There'], 'text', '', NOT_READ), also: ['出勤天数', '实出勤'] },
  { ...column('absent', ['缺勤', 'Absent'], 'text', '', NOT_READ), also: ['缺勤天数'] },
  { ...column('overtime', ['加班', 'Overtime'], 'text', '', NOT_READ), also: ['加班小时', '加班时数'] },
  { ...column('signed', ['签名', 'Signature'], 'text', '', NOT_READ), also: ['本人签名', '签字', '签名确认'] },
];

/** Month sheets of any number of teams; what a cell says is recorded as if it had been typed, an empty cell changes nothing. */
@Injectable()
export class MonthSheetImport extends ImportHandler {
  readonly kind: ImportKind = 'month_sheet';
  readonly permission = 'attendance:write';
  readonly needsPeriod = true;
  readonly sheets = [{ zh: '考勤表', en: 'Month sheet', columns: COLUMNS }];

  constructor(
    private readonly teams: TeamDesk,
    private readonly reader: SheetReader,
    private readonly store: SheetStore,
    private readonly planner: AttendancePlanner,
    private readonly workforce: Workforce,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  /** @throws DomainError PERIOD_LOCKED, ATTENDANCE_CLOSED, NO_CALENDAR */
  async plan({ actor, centreId, period }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const month = period as Period;
    const errors: CellError[] = [];
    const report = (row: ParsedRow, error: DomainError, key?: string): void => void errors.push(cellError(row, COLUMNS, error, key));
    const { teams, without } = await this.teams.visible(actor, centreId, month, 'attendance:write');
    const members = [...teams.flatMap((team) => team.members), ...without];
    const named = withNamesAlone(rows, await this.workforce.names(centreId, members.map(({ workerNo }) => workerNo)), report);
    const found = await workersOf(this.workforce, centreId, named, report);
    const content = await this.reader.read(centreId, month, members);
    const rowOf = new Map<number, ParsedRow>();
    for (const [row, workerNo] of found) {
      const first = rowOf.get(workerNo);
      if (first) report(row, new DomainError('DUPLICATE_ROW', { row: first.row }));
      else rowOf.set(workerNo, row);
    }
    const submitted = await this.submitted(centreId, month, teams);
    for (const [workerNo, row] of rowOf) if (submitted.has(workerNo)) report(row, new DomainError('SHEET_SUBMITTED'));
    const edits = [...rowOf].flatMap(([workerNo, { values }]) => editsOf(workerNo, values));
    const { cells, problems } = readEdits(content, edits);
    const counts = countsOf(content, cells);
    const changes = changed(content, cells);
    const plan = await this.planner.plan(actor, centreId, joined(changes));
    for (const { workerNo, day, error } of [...problems, ...problemsOf(month, plan, changes, cells)]) report(rowOf.get(workerNo) as ParsedRow, error, `d${day}`);
    return {
      ...{ ...counts, errors },
      apply: async (book) => {
        await plan.apply(book);
        const marks = marksFacts({ actor, centreId, clock: this.clock, ids: this.ids }, content, changes);
        await this.store.appendMarks(marks);
        book?.note(DAY_MARKS_SOURCE, marks);
        const data = { cells: counts.created + counts.changed, people: changes.size, created: plan.created, changed: plan.changed };
        await this.audit.append({ actor, centreId, action: 'month-sheet.imported', subjectType: 'month-sheet', subjectId: month, data });
      },
    };
  }

  /** Whose sheet waits for approval. */
  private async submitted(centreId: Id, period: Period, teams: readonly MonthTeam[]): Promise<Set<number>> {
    const waiting = new Set((await this.store.sheets(centreId, period)).filter(({ status }) => status === 'submitted').map(({ unitId }) => unitId));
    return new Set(teams.filter(({ unit }) => waiting.has(unit.id)).flatMap(({ members }) => members.map(({ workerNo }) => workerNo)));
  }
}

function editsOf(workerNo: number, values: ParsedRow['values']): SheetEdit[] {
  return Array.from({ length: MOST_DAYS }, (_, i) => ({ workerNo, day: i + 1, text: String(values[`d${i + 1}`] ?? '') })).filter(({ text }) => text !== '');
}

/** Cells that are said for the first time, otherwise, or as they are known; those are left out of what is recorded. */
function countsOf({ lines, kinds }: SheetContent, cells: ReturnType<typeof readEdits>['cells']): { created: number; changed: number; same: number } {
  const counts = { created: 0, changed: 0, same: 0 };
  for (const [workerNo, days] of cells) {
    for (const [day, cell] of days) {
      const before = lines.get(workerNo)?.cells[day - 1];
      const known = before ? cellText(before, kinds) : '';
      const same = known === cellText(cell, kinds);
      counts[same ? 'same' : known === '' ? 'created' : 'changed'] += 1;
      if (same) days.delete(day);
    }
    if (days.size === 0) cells.delete(workerNo);
  }
  return counts;
}
