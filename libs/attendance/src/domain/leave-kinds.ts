import { DomainError, isLocalDate, type LocalDate } from '@gridstaff/kernel';
import { ABSENCE_KINDS, type Absence, type AbsenceKind, LEAVE_KINDS, type LeaveKind } from './absence';

export const LIMIT_PERIODS = ['year', 'case', 'child_year', 'service', 'earned', 'workday'] as const;

/** How much of a leave there is from a date on, with where that stands. Days are whole scheduled days, calendar days where the kind says so. */
export interface LeaveLimit {
  from: LocalDate;
  per: (typeof LIMIT_PERIODS)[number];
  days?: number;
  hours?: number;
  months?: number;
  /** Days by whole years of service at all employers. */
  steps?: readonly { years: number; days: number }[];
  /** What adds days to a case. */
  extra?: readonly { what: string; days: number }[];
  /** Months of work without a gap before the first day of annual leave. */
  continuousMonths?: number;
  /** Days that a year of annual leave is divided by, in leap years too. */
  yearDays?: number;
  /** A year with so many days of paid personal leave has no annual leave. */
  paidPersonalDays?: number;
  /** So many months of sick leave, by years of service, take the annual leave of the year. */
  sickMonths?: readonly { years: number; months: number }[];
  /** Hours that make a day of time off. */
  dayHours?: number;
  /** Months after which time off that was not taken lapses and is owed in money. */
  validMonths?: number;
  source: string;
  confidence: 'confirmed' | 'unconfirmed';
}

/** A kind of leave or other absence, with how pay reads it. */
export interface LeaveKindEntry {
  code: string;
  zh: string;
  en: string;
  /** One character in the month sheet. */
  mark: string;
  pay: AbsenceKind;
  leave: LeaveKind | null;
  /** What taking more than the limit is; a kind without one is not limited. */
  over: 'finding' | 'refuse';
  /** Limits count calendar days of the range, days off included. */
  calendarDays: boolean;
  /** By date. */
  limits: readonly LeaveLimit[];
}

type Content = Record<string, unknown>;
const LIMIT_KEYS = [
  ...['from', 'per', 'days', 'hours', 'months', 'steps', 'extra', 'continuousMonths', 'yearDays', 'paidPersonalDays', 'sickMonths', 'dayHours', 'validMonths', 'source', 'confidence'],
];
const KIND_KEYS = ['code', 'zh', 'en', 'mark', 'pay', 'leave', 'over', 'calendarDays', 'limits'];

/**
 * The kinds that a file of a layer states, upon those of the layer above: a kind that is there takes the limits that are given, another must be whole.
 * @throws DomainError LEAVE_KINDS_INVALID with file and path
 */
export function layLeaveKinds(above: readonly LeaveKindEntry[], content: unknown, file: string): LeaveKindEntry[] {
  const refuse = (path: string): never => {
    throw new DomainError('LEAVE_KINDS_INVALID', { file, path }, { file, path });
  };
  const given = (content as { kinds?: unknown } | null)?.kinds;
  if (!Array.isArray(given)) return refuse('kinds');
  const kinds = new Map(above.map((kind) => [kind.code, kind]));
  given.forEach((entry: Content, i) => {
    const at = (key: string): string => `kinds[${i}].${key}`;
    const unknown = Object.keys(entry ?? {}).find((key) => !KIND_KEYS.includes(key));
    if (unknown !== undefined) refuse(at(unknown));
    const before = kinds.get(entry.code as string);
    const limits = entry.limits === undefined ? [] : readLimits(entry.limits, (path) => refuse(at(`limits${path}`)));
    if (before) {
      kinds.set(before.code, { ...before, limits });
      return;
    }
    const whole = { leave: null, over: 'finding', calendarDays: false, ...entry, limits } as unknown as LeaveKindEntry;
    for (const key of ['code', 'zh', 'en'] as const) if (typeof whole[key] !== 'string' || whole[key] === '') refuse(at(key));
    if (typeof whole.mark !== 'string' || [...whole.mark].length !== 1) refuse(at('mark'));
    if (!ABSENCE_KINDS.includes(whole.pay)) refuse(at('pay'));
    if ((whole.pay === 'paid') !== (whole.leave !== null) || (whole.leave !== null && !LEAVE_KINDS.includes(whole.leave))) refuse(at('leave'));
    if (!['finding', 'refuse'].includes(whole.over)) refuse(at('over'));
    if ([...kinds.values()].some(({ mark }) => mark === whole.mark)) refuse(at('mark'));
    kinds.set(whole.code, whole);
  });
  return [...kinds.values()];
}

function readLimits(content: unknown, refuse: (path: string) => never): LeaveLimit[] {
  if (!Array.isArray(content)) return refuse('');
  let before = '';
  for (const [i, limit] of (content as Content[]).entries()) {
    const at = (key: string): string => `[${i}].${key}`;
    const unknown = Object.keys(limit ?? {}).find((key) => !LIMIT_KEYS.includes(key));
    if (unknown !== undefined) refuse(at(unknown));
    if (!isLocalDate(limit.from) || limit.from <= before) refuse(at('from'));
    before = limit.from as string;
    if (!LIMIT_PERIODS.includes(limit.per as LeaveLimit['per'])) refuse(at('per'));
    if (typeof limit.source !== 'string' || limit.source === '') refuse(at('source'));
    if (limit.confidence !== 'confirmed' && limit.confidence !== 'unconfirmed') refuse(at('confidence'));
    const needed = { service: ['steps', 'continuousMonths', 'yearDays', 'paidPersonalDays', 'sickMonths'], earned: ['dayHours', 'validMonths'], workday: ['hours'] };
    const missing = ((needed as Record<string, string[]>)[limit.per as string] ?? []).find((key) => limit[key] === undefined);
    if (missing !== undefined) refuse(at(missing));
    for (const key of ['days', 'hours', 'months', 'continuousMonths', 'yearDays', 'paidPersonalDays', 'dayHours', 'validMonths']) {
      const value = limit[key];
      if (value !== undefined && (!Number.isSafeInteger(value) || (value as number) < 1)) refuse(at(key));
    }
  }
  return content as LeaveLimit[];
}

/** The kinds in force for the centres of a region. */
export class LeaveKinds {
  private readonly byAbsence: Map<string, LeaveKindEntry>;

  constructor(readonly all: readonly LeaveKindEntry[]) {
    this.byAbsence = new Map(all.map((kind) => [absenceTypeKey(kind.pay, kind.leave), kind]));
  }

  byCode(code: string): LeaveKindEntry | undefined {
    return this.all.find((kind) => kind.code === code);
  }

  of({ kind, leaveKind }: Pick<Absence, 'kind' | 'leaveKind'>): LeaveKindEntry | undefined {
    return this.byAbsence.get(absenceTypeKey(kind, leaveKind));
  }

  limit(kind: LeaveKindEntry, on: LocalDate): LeaveLimit | undefined {
    return kind.limits.findLast(({ from }) => from <= on);
  }
}

const absenceTypeKey = (kind: AbsenceKind, leave: LeaveKind | null): string => `${kind}|${leave ?? ''}`;
