import { DomainError } from '@gridstaff/kernel';
import type { LeaveKinds } from './leave-kinds';

/** One day of one worker as the month sheet shows it. */
export interface SheetCell {
  /** Was there. */
  present: boolean;
  /** Worked outdoors in heat. */
  heat: boolean;
  /** Leave kinds by code with hundredths of a day. */
  absences: readonly { code: string; days: number }[];
  /** Hundredths of an hour beyond the schedule. */
  overtime: number;
}

export const EMPTY_CELL: SheetCell = { present: false, heat: false, absences: [], overtime: 0 };

/** Marks that are no leave; every other one is that of a leave kind. */
export const PRESENT = '√';
export const HEAT = '热';
export const OVERTIME = '加';
/** The marks that are no leave, with what they are called. */
export const DAY_MARKS = [
  { code: 'present', mark: PRESENT, zh: '出勤', en: 'There' },
  { code: 'overtime', mark: OVERTIME, zh: '加班（写小时数）', en: 'Overtime (with its hours)' },
  { code: 'heat', mark: HEAT, zh: '高温户外', en: 'Outdoors in heat' },
] as const;

/** What people type for "was there". */
const PRESENT_SPELLINGS = new Set([PRESENT, '✓', '✔', 'V', '1', '出', '班', '勤']);
const WHOLE_DAY = 100;
const LONGEST_DAY = 2400;

/** Equal whatever the order of what was typed. */
export const isEmpty = (cell: SheetCell): boolean => !cell.present && !cell.heat && cell.absences.length === 0 && cell.overtime === 0;
export const sameCell = (a: SheetCell, b: SheetCell, kinds: LeaveKinds): boolean => cellText(a, kinds) === cellText(b, kinds);
export const absentDays = ({ absences }: SheetCell): number => absences.reduce((sum, { days }) => sum + days, 0);

const amount = (hundredths: number): string => String(hundredths / 100);

/** As people write it: `√`, `病`, `病0.5√`, `√加3`, `加8`, `√热`. */
export function cellText({ present, heat, absences, overtime }: SheetCell, kinds: LeaveKinds): string {
  const away = absences.map(({ code, days }) => `${kinds.byCode(code)?.mark ?? '?'}${days === WHOLE_DAY ? '' : amount(days)}`).sort();
  return [...away, present ? PRESENT : '', heat ? HEAT : '', overtime > 0 ? `${OVERTIME}${amount(overtime)}` : ''].join('');
}

/**
 * What was typed into a cell or pasted from a workbook. A leave mark may be followed by a part of a day, overtime by its hours; a name of a leave
 * kind counts as its mark. Full-width signs, spaces and the usual separators do not matter.
 * @throws DomainError SHEET_CELL_UNREADABLE, SHEET_CELL_CONFLICT
 */
export function parseCell(text: string, kinds: LeaveKinds): SheetCell {
  const unreadable = (): DomainError => new DomainError('SHEET_CELL_UNREADABLE', { text: text.slice(0, 20) });
  let rest = text.normalize('NFKC').replace(/[\s,、;+/]/g, '').toUpperCase();
  const longestFirst = [...kinds.all].sort((a, b) => b.zh.length - a.zh.length);
  for (const kind of longestFirst) rest = rest.replaceAll(kind.zh.normalize('NFKC'), kind.mark);
  rest = rest.replaceAll('加班', OVERTIME).replaceAll('高温', HEAT);
  const cell = { present: false, heat: false, absences: new Map<string, number>(), overtime: 0 };
  while (rest !== '') {
    const [, mark, figure] = /^(.)(\d{0,2}(?:\.\d{1,2})?)/u.exec(rest) ?? [];
    if (mark === undefined) throw unreadable();
    const leave = kinds.all.find((kind) => kind.mark === mark);
    const value = figure ? Math.round(Number(figure) * 100) : undefined;
    if (mark === OVERTIME) {
      if (value === undefined || value <= 0 || value > LONGEST_DAY) throw unreadable();
      cell.overtime += value;
    } else if (leave) {
      const days = value ?? WHOLE_DAY;
      if (days <= 0 || days > WHOLE_DAY || cell.absences.has(leave.code)) throw unreadable();
      cell.absences.set(leave.code, days);
    } else {
      // A figure after "was there" would be lost.
      if (figure) throw unreadable();
      if (mark === HEAT) cell.heat = true;
      else if (PRESENT_SPELLINGS.has(mark)) cell.present = true;
      else throw unreadable();
    }
    rest = rest.slice(mark.length + (figure ?? '').length);
  }
  const absences = [...cell.absences].map(([code, days]) => ({ code, days }));
  const read = { present: cell.present, heat: cell.heat, absences, overtime: cell.overtime };
  const away = absentDays(read);
  if (away > WHOLE_DAY || (away === WHOLE_DAY && (read.present || read.heat))) throw new DomainError('SHEET_CELL_CONFLICT', { text: text.slice(0, 20) });
  return read;
}
