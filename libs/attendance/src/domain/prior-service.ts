import { DomainError, type Fact, type Id, isLocalDate, type LocalDate, OPEN_END } from '@gridstaff/kernel';
import type { PriorService } from './annual-leave';

/** Work at other employers before the first day at this centre, with what proves it (insurance record, contract …). */
export interface PriorServiceEntry extends PriorService {
  workerNo: number;
  evidence: string;
}

export interface PriorServiceFact extends Fact, PriorServiceEntry {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

/** It does not change with time: what is recorded last holds for all of it. */
export const ALWAYS = { validFrom: '1900-01-01', validTo: OPEN_END } as const;
export const priorServiceKey = ({ workerNo }: Pick<PriorServiceEntry, 'workerNo'>): string => String(workerNo);
const LONGEST_EVIDENCE = 200;
const MOST_MONTHS = 720;

/** @throws DomainError OUT_OF_RANGE, NOT_A_DATE, MISSING_FIELD */
export function checkPriorService({ months, continuousFrom, evidence }: PriorServiceEntry, firstDayHere: LocalDate | undefined): void {
  if (!Number.isSafeInteger(months) || months < 0 || months > MOST_MONTHS) throw new DomainError('OUT_OF_RANGE', { value: String(months) }, { field: 'months' });
  if (evidence.trim() === '' || evidence.length > LONGEST_EVIDENCE) throw new DomainError('MISSING_FIELD', { name: 'evidence' }, { field: 'evidence' });
  if (continuousFrom === null) return;
  if (!isLocalDate(continuousFrom)) throw new DomainError('NOT_A_DATE', { value: String(continuousFrom) }, { field: 'continuousFrom' });
  if (firstDayHere === undefined || continuousFrom > firstDayHere) throw new DomainError('OUT_OF_RANGE', { value: continuousFrom }, { field: 'continuousFrom' });
}
