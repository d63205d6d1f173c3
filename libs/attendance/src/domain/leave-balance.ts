import { DomainError, type Fact, type Id } from '@gridstaff/kernel';
import { LEAVE_KINDS, type LeaveKind } from './absence';

/** Days of a paid leave that someone may still take in a year, hundredths of a day. */
export interface LeaveBalance {
  workerNo: number;
  year: number;
  kind: LeaveKind;
  days: number;
}

export interface LeaveBalanceFact extends Fact, LeaveBalance {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

export const balanceKey = ({ workerNo, year, kind }: Pick<LeaveBalance, 'workerNo' | 'year' | 'kind'>): string => `${workerNo}|${year}|${kind}`;

/** @throws DomainError OUT_OF_RANGE */
export function checkBalance({ year, kind, days }: LeaveBalance): void {
  const refuse = (value: number | string, field: string): never => {
    throw new DomainError('OUT_OF_RANGE', { value: String(value) }, { field });
  };
  if (!Number.isInteger(year) || year < 2000 || year > 2999) refuse(year, 'year');
  if (!LEAVE_KINDS.includes(kind)) refuse(kind, 'kind');
  if (!Number.isSafeInteger(days) || days < 0 || days > 36_600) refuse(days / 100, 'days');
}
