import { addDays, asOf, covers, DomainError, type Id, type LocalDate, monthsAfter, OPEN_END, parseText } from '@gridstaff/kernel';
import type { Employment } from './employment';
import type { Reference } from './reference';
import type { Stay } from './stays';
import { parseFactDate } from './texts';
import type { WorkerFact, WorkerFactLists } from './worker-facts';
import type { WorkerRecord } from './worker-record';

/** 调岗, 调级, 续签, 退回: what may happen to many people in one act. */
export const STAFF_CHANGE_KINDS = ['transfer', 'grade', 'renewal', 'return'] as const;
export type StaffChangeKind = (typeof STAFF_CHANGE_KINDS)[number];

/** What an act says once for everybody in it. */
export interface StaffChangeTerms {
  kind: StaffChangeKind;
  /** First day of a transfer or grade, day of signing of a renewal, last day in post of a return. */
  date: LocalDate;
  reason: string;
  documentNo: string | null;
}

/** What becomes of one person; what is absent stays as it is. */
export interface StaffTarget {
  gridCode?: string;
  gradeCode?: string;
  postCode?: string;
  /** Of a renewal, which begins the day after the last contract ends: whole months, or the last day. */
  months?: number;
  endsOn?: LocalDate;
  contractNo?: string;
  /** Of a return, see libs/dispatch. */
  ground?: string;
}

/** Where somebody stands, as far as the kind of act concerns it; days inclusive. */
export interface StaffState {
  agency?: string | null;
  gridCode?: string | null;
  gradeCode?: string | null;
  postCode?: string | null;
  contractFrom?: LocalDate | null;
  contractTo?: LocalDate | null;
  lastDay?: LocalDate | null;
  ground?: string | null;
}

/** Why one person cannot be in the act (`refusal`), or what to know before (`warning`); in both languages, with what to do. */
export interface StaffProblem {
  severity: 'refusal' | 'warning';
  code: string;
  zh: string;
  en: string;
}

/** One person with everything decided: what the act would append stands in `record.appended`. */
export interface StaffCase {
  workerNo: number;
  target: StaffTarget;
  record: WorkerRecord;
  /** As the law of dispatch looks at them, without the act and with it. */
  was: Employment;
  now: Employment;
  /** First day on which the act shows. */
  from: LocalDate;
}

/** Kinds of fact that a preview has looked at: somebody else's change of any of them makes it stale. */
const LOOKED_AT = ['engagement', 'assignment', 'grade', 'contract', 'protection'] as const;

/** Names everything that was looked at of one person: facts are only ever added, so the same rows are the same state. */
export const seenOf = (facts: WorkerFactLists): string =>
  LOOKED_AT.map((kind) => facts[kind].map(({ id }: { id: Id }) => id).sort().join(',')).join(';');

/** The reason that stands on each fact: with the document that the act rests on. */
export const factReason = ({ reason, documentNo }: StaffChangeTerms): string =>
  documentNo === null ? reason : `${reason}（${documentNo}）`;

/** @throws DomainError NOT_A_DATE, OUT_OF_RANGE, TEXT_INVALID, MISSING_FIELD, INVALID_INPUT */
export function parseTerms(input: { kind: StaffChangeKind; date: LocalDate; reason: string; documentNo?: string }): StaffChangeTerms {
  if (!STAFF_CHANGE_KINDS.includes(input.kind))
    throw new DomainError('INVALID_INPUT', { reason: STAFF_CHANGE_KINDS.join(', ') }, { field: 'kind' });
  return {
    kind: input.kind,
    date: parseFactDate(input.date, 'date'),
    reason: parseText(input.reason, 'reason', 120),
    documentNo: input.documentNo === undefined ? null : parseText(input.documentNo, 'documentNo', 60),
  };
}

/** The first day on which a person's facts differ. */
export function firstDayOf({ kind, date }: StaffChangeTerms, record: WorkerRecord): LocalDate {
  if (kind === 'return') return addDays(date, 1);
  if (kind !== 'renewal') return date;
  return lastContract(record, record.stayOn(date, 'date'))?.startsOn ?? date;
}

/**
 * Records in one person's file what the act says of them. @returns false when it says nothing new
 * @throws DomainError those of `WorkerRecord`, STAFF_CHANGE_TARGET, STAFF_CHANGE_COVERS, RENEWAL_NO_CONTRACT, RENEWAL_OPEN_ENDED, EMPTY_RANGE
 */
export function decideChange(record: WorkerRecord, reference: Reference, terms: StaffChangeTerms, target: StaffTarget): boolean {
  const reason = factReason(terms);
  switch (terms.kind) {
    case 'transfer':
      transfer(record, reference, terms.date, target, reason);
      break;
    case 'grade':
      if (target.gradeCode === undefined) throw new DomainError('STAFF_CHANGE_TARGET', {}, { field: 'gradeCode' });
      regrade(record, reference, terms.date, target, reason);
      break;
    case 'renewal':
      renew(record, terms.date, target, reason);
      break;
    case 'return':
      if (target.ground === undefined) throw new DomainError('STAFF_CHANGE_TARGET', {}, { field: 'ground' });
      record.endEngagement(terms.date, 'returned_to_agency', reason);
  }
  return record.changed;
}

function transfer(record: WorkerRecord, reference: Reference, date: LocalDate, target: StaffTarget, reason: string): void {
  const { gridCode, gradeCode, postCode } = target;
  if ((gridCode ?? gradeCode ?? postCode) === undefined) throw new DomainError('STAFF_CHANGE_TARGET', {}, { field: 'gridCode' });
  if (gridCode !== undefined) {
    const { id, code } = reference.requireUnit(gridCode, 'gridCode');
    if (record.pieces('assignment', id).some((piece) => covers(piece, date)))
      throw new DomainError('STAFF_CHANGE_COVERS', { code }, { field: 'gridCode', workerNo: record.workerNo });
    record.change('assignment', date, { orgUnitId: id, covering: false }, { reason });
  }
  if ((gradeCode ?? postCode) !== undefined) regrade(record, reference, date, target, reason);
}

function regrade(record: WorkerRecord, reference: Reference, date: LocalDate, { gradeCode, postCode }: StaffTarget, reason: string): void {
  const held = record.on('grade', date);
  const code = gradeCode ?? held?.gradeCode;
  if (code === undefined) throw new DomainError('STAFF_CHANGE_TARGET', {}, { field: 'gradeCode' });
  const grade = reference.requireGrade(code, 'gradeCode');
  if (postCode !== undefined && !reference.hasPost(postCode))
    throw new DomainError('UNKNOWN_POST', { value: postCode.slice(0, 40) }, { field: 'postCode' });
  record.change('grade', date, { gradeCode: grade.code, postCode: postCode ?? grade.postCode }, { reason });
}

function renew(record: WorkerRecord, signedOn: LocalDate, target: StaffTarget, reason: string): void {
  const stay = record.stayOn(signedOn, 'date');
  const last = lastContract(record, stay);
  if (!last) throw new DomainError('RENEWAL_NO_CONTRACT', {}, { workerNo: record.workerNo });
  if (last.endsOn === null) throw new DomainError('RENEWAL_OPEN_ENDED', {}, { workerNo: record.workerNo });
  const startsOn = addDays(last.endsOn, 1);
  const endsOn = termEnd(startsOn, target);
  if (endsOn < startsOn) throw new DomainError('EMPTY_RANGE', { from: startsOn, to: endsOn }, { field: 'endsOn' });
  const { postKind, fullTime } = last;
  const contractNo = target.contractNo === undefined ? null : parseText(target.contractNo, 'contractNo', 64);
  record.addContract({ contractNo, postKind, fullTime, startsOn, endsOn, probationEndsOn: null, signedOn }, reason);
}

function termEnd(startsOn: LocalDate, { months, endsOn }: StaffTarget): LocalDate {
  if (endsOn !== undefined) return parseFactDate(endsOn, 'endsOn');
  if (months === undefined) throw new DomainError('STAFF_CHANGE_TARGET', {}, { field: 'endsOn' });
  return addDays(monthsAfter(startsOn, months), -1);
}

function lastContract(record: WorkerRecord, stay: Stay): WorkerFact<'contract'> | undefined {
  return record
    .pieces('contract')
    .filter(({ fact, from, to }) => fact.agencyId === stay.agencyId && from < stay.to && stay.from < to)
    .at(-1)?.fact;
}

/** Where somebody stands as far as the kind concerns it; on the date, or of the last contract. */
export function stateOf(record: WorkerRecord, reference: Reference, { kind, date }: StaffChangeTerms): StaffState {
  const engagement = record.on('engagement', date);
  if (kind === 'renewal') {
    const stay = record.stays().find((one) => covers(one, date));
    const last = stay && lastContract(record, stay);
    return { contractFrom: last?.startsOn ?? null, contractTo: last?.endsOn ?? null };
  }
  const unit = record.on('assignment', date)?.orgUnitId;
  const grade = record.on('grade', date);
  const place = {
    gridCode: unit === undefined ? null : (reference.unitById(unit)?.code ?? null),
    ...{ gradeCode: grade?.gradeCode ?? null, postCode: grade?.postCode ?? null },
  };
  if (kind !== 'return') return place;
  return { agency: engagement ? (reference.agencyById(engagement.agencyId)?.name ?? null) : null, ...place };
}

/** The day on which a change that is known for later takes the place of this one; undefined when it reaches as far as the engagement. */
export function laterChange(record: WorkerRecord, { kind, date }: StaffChangeTerms, target: StaffTarget): LocalDate | undefined {
  if (kind !== 'transfer' && kind !== 'grade') return undefined;
  const stay = record.stays().find((one) => covers(one, date));
  if (!stay) return undefined;
  const kinds = [...(target.gridCode === undefined ? [] : ['assignment' as const]), ...(target.gradeCode ?? target.postCode ? ['grade' as const] : [])];
  const ends = kinds.flatMap((one) => record.pieces(one).find((piece) => covers(piece, date))?.to ?? []);
  return ends.filter((to) => to < stay.to && to !== OPEN_END).sort()[0];
}

/** Whether the pay standard of the grade is below that of the one it replaces, fen a month in all; a grade without a standard counts nothing. */
export function isLowerGrade(reference: Reference, before: string | null | undefined, after: string | null | undefined, on: LocalDate): boolean {
  if (before === after || before == null || after == null) return false;
  const of = (code: string): number => {
    const held = asOf(reference.gradeStandards(code), on);
    return held ? held.base + held.post + held.performance : 0;
  };
  return of(after) < of(before);
}
