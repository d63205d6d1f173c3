import { daysBetween, type Id, type LocalDate } from '@gridstaff/kernel';
import { type FindingCode, FINDINGS, type Severity } from './catalogue';

/** Whom a matter is about. */
export type Subject =
  | { type: 'worker'; workerNo: number; name: string }
  | { type: 'agency'; agencyId: Id; name: string }
  | { type: 'centre'; name: string };

export type Params = Readonly<Record<string, string | number>>;

/** What is not as the law wants it. The key stays while it is about the same thing: decisions are kept by it. */
export interface Finding {
  key: string;
  code: FindingCode;
  severity: Severity;
  subject: Subject;
  params: Params;
}

export const EXPIRY_KINDS = [
  'contract',
  'probation',
  'certificate',
  'document',
  'id_card',
  'retirement',
  'licence',
  'agreement',
] as const;
export type ExpiryKind = (typeof EXPIRY_KINDS)[number];
/** How near: passed, or within so many days. */
export type Stage = 'overdue' | 'd7' | 'd30' | 'd60';

/** Something that ends on a day and wants to be dealt with before. */
export interface Expiry {
  key: string;
  kind: ExpiryKind;
  subject: Subject;
  /** Last day; of a retirement the day on which the age is reached. */
  date: LocalDate;
  daysLeft: number;
  stage: Stage;
  /** What it is called: a certificate's code, a contract's number. */
  label: string | null;
}

const FURTHEST = 60;

/** Undefined while the day is further than sixty days away. */
export function stageOf(daysLeft: number): Stage | undefined {
  if (daysLeft > FURTHEST) return undefined;
  return daysLeft < 0 ? 'overdue' : daysLeft <= 7 ? 'd7' : daysLeft <= 30 ? 'd30' : 'd60';
}

const place = (subject: Subject): string =>
  subject.type === 'worker' ? `w${subject.workerNo}` : subject.type === 'agency' ? `a${subject.agencyId}` : 'c';

/** @param about what tells this one from another of the same code and subject: a date, a number */
export function finding(code: FindingCode, subject: Subject, about: string, params: Params = {}): Finding {
  const { severity } = FINDINGS[code];
  return { key: `${place(subject)}/${code}/${about}`, code, severity, subject, params };
}

/** Nothing while it is far away. */
export function expiry(
  kind: ExpiryKind,
  subject: Subject,
  date: LocalDate | null | undefined,
  on: LocalDate,
  label: string | null = null,
): Expiry[] {
  if (!date) return [];
  const daysLeft = daysBetween(on, date);
  const stage = stageOf(daysLeft);
  const key = `${place(subject)}/${kind}/${label ?? ''}/${date}`;
  return stage ? [{ key, kind, subject, date, daysLeft, stage, label }] : [];
}

export type DecisionAct = 'accept' | 'done' | 'postpone' | 'reopen';

/** What somebody decided about a matter; the latest of a key counts. */
export interface Decision {
  key: string;
  act: DecisionAct;
  reason: string;
  /** Last day on which it counts; null: until the matter changes. */
  until: LocalDate | null;
  decidedAt: number;
  decidedBy: Id;
}

/** Whether a decision still keeps its matter off the desk on a day. */
export const isClosed = (decision: Decision | undefined, on: LocalDate): boolean =>
  decision !== undefined && decision.act !== 'reopen' && (decision.until === null || on <= decision.until);
