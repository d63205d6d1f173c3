import { createHash } from 'node:crypto';
import { AuditLog } from '@gridstaff/audit';
import type { Actor, Language } from '@gridstaff/contracts';
import { type ExportedFile, ExportService, type ExportFormat, MIME, type PrintedColumn, type PrintedTable, SIGNATURES, writePrintedBook, writePrintedPdf } from '@gridstaff/exchange';
import { formatYuan, type Id, type Period, weekday } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { dateOf } from '../domain/month-sheet';
import { absentDays, cellText, DAY_MARKS, HEAT, OVERTIME, PRESENT } from '../domain/sheet-cell';
import { MonthSheets, type TeamSheet } from './month-sheets';

interface Words {
  name: string;
  title: (team: string, period: Period) => string;
  people: (count: number) => string;
  heads: readonly [string, string];
  /** There, absent, overtime, signature. */
  sums: readonly [string, string, string, string];
  total: string;
  legend: string;
  /** From Sunday, a letter each. */
  weekdays: string;
  purpose: string;
  state: Readonly<Record<TeamSheet['state']['status'], string>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    ...{ name: '考勤表', title: (team, period) => `${team} ${period} 考勤表`, people: (count) => `共 ${count} 人`, heads: ['工号', '姓名'] },
    ...{ sums: ['出勤', '缺勤', '加班', '签名'], total: '合计', legend: '符号说明：', weekdays: '日一二三四五六', purpose: '考勤表' },
    state: { open: '未提交', submitted: '待审批', approved: '已审批', returned: '已退回', withdrawn: '已撤回' },
  },
  en: {
    ...{ name: 'Month sheet', title: (team, period) => `Month sheet of ${team}, ${period}`, people: (count) => `${count} people`, heads: ['Worker no', 'Name'] },
    ...{ sums: ['There', 'Absent', 'Overtime', 'Signature'], total: 'Total', legend: 'Marks: ', weekdays: 'SMTWTFS', purpose: 'Month sheet' },
    state: { open: 'not submitted', submitted: 'waiting for approval', approved: 'approved', returned: 'returned', withdrawn: 'withdrawn' },
  },
};

/** A team's month on paper: A4 landscape, heads on every page, totals, the marks that occur, signatures; the same in Excel, which can be imported again. */
@Injectable()
export class SheetPapers {
  constructor(
    private readonly sheets: MonthSheets,
    private readonly exporting: ExportService,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /** Who may see the sheet may have it. @throws DomainError NOT_FOUND, FORBIDDEN, NO_CALENDAR */
  async make(actor: Actor, centreId: Id, period: Period, unitId: Id, { format, language }: { format: Extract<ExportFormat, 'xlsx' | 'pdf'>; language: Language }): Promise<ExportedFile> {
    const sheet = await this.sheets.get(actor, centreId, period, unitId);
    const words = WORDS[language];
    const stamp = await this.exporting.stamp(actor, words.purpose, language);
    const table = tableOf(sheet, language);
    const content = format === 'pdf' ? await writePrintedPdf(table.title, [table], stamp) : await writePrintedBook([table], stamp);
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.uow.run(() =>
      this.audit.append({
        ...{ actor, centreId, action: 'export.made', subjectType: 'month-sheet', subjectId: `${period} ${sheet.team.unit.code}`.slice(0, 64), reason: words.purpose },
        data: { kind: 'month_sheet', format, rows: sheet.lines.length, leftOut: 0, sha256 },
      }),
    );
    return { fileName: `${table.title}.${format}`, mime: MIME[format], content, rows: sheet.lines.length, leftOut: [], format, sha256 };
  }
}

function tableOf({ team, state, content, lines }: TeamSheet, language: Language): PrintedTable {
  const words = WORDS[language];
  const { period, days, kinds } = content;
  const dayColumns = days.map((_, i): PrintedColumn => ({ header: `${i + 1} ${words.weekdays.charAt(weekday(dateOf(period, i + 1)))}`, kind: 'text', width: 5 }));
  const [present, absent, overtime, signed] = words.sums;
  const sums = [present, absent, overtime].map((header): PrintedColumn => ({ header, kind: 'text', width: 5 }));
  const people = lines.map(({ name, line }) => {
    const { workerNo, absences, overtime: hours } = line.records;
    const away = absences.reduce((sum, { days: own }) => sum + own, 0);
    const extra = (hours?.weekday ?? 0) + (hours?.restday ?? 0) + (hours?.holiday ?? 0);
    return { cells: [String(workerNo), name, ...line.cells.map((cell) => cellText(cell, kinds))], there: line.cells.filter((cell) => cell.present).length, away, extra };
  });
  const sum = (of: (line: (typeof people)[number]) => number): number => people.reduce((total, line) => total + of(line), 0);
  const there = days.map((_, i) => lines.filter(({ line }) => line.cells[i]?.present).length);
  return {
    name: words.name,
    title: words.title(team.unit.name, period),
    subtitle: `${words.people(lines.length)} · ${words.state[state.status]}`,
    columns: [{ header: words.heads[0], kind: 'text', width: 6 }, { header: words.heads[1], kind: 'text', width: 8 }, ...dayColumns, ...sums, { header: signed, kind: 'text', width: 9 }],
    count: people.length,
    rows: people.map(({ cells, there: own, away, extra }) => [...cells, String(own), figure(away), figure(extra), '']),
    total: [words.total, '', ...there.map((count) => (count === 0 ? '' : String(count))), String(sum((line) => line.there)), figure(sum((line) => line.away)), figure(sum((line) => line.extra)), ''],
    narrow: true,
    lines: [words.legend + legendOf(lines, content, language)],
    signatures: SIGNATURES[language],
  };
}

/** Hundredths as people write them. */
const figure = (hundredths: number): string => (hundredths === 0 ? '' : formatYuan(hundredths).replace(/\.?0+$/, ''));

/** The marks that occur, with what they mean. */
function legendOf(lines: TeamSheet['lines'], { kinds }: TeamSheet['content'], language: Language): string {
  const cells = lines.flatMap(({ line }) => line.cells);
  const used = new Set(cells.flatMap((cell) => (absentDays(cell) > 0 ? cell.absences.map(({ code }) => kinds.byCode(code)?.mark ?? '') : [])));
  if (cells.some((cell) => cell.overtime > 0)) used.add(OVERTIME);
  if (cells.some((cell) => cell.heat)) used.add(HEAT);
  used.add(PRESENT);
  return [...DAY_MARKS, ...kinds.all].flatMap((mark) => (used.has(mark.mark) ? [`${mark.mark} ${mark[language]}`] : [])).join(language === 'zh' ? '；' : '; ');
}
