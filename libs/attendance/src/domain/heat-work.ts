import { DomainError, type Fact, type Id, type Period } from '@gridstaff/kernel';

/** Days of a month with work outdoors at 35 °C or over (防暑降温措施管理办法 art. 17): what the heat allowance is paid for. */
export interface HeatWork {
  workerNo: number;
  period: Period;
  /** Hundredths of a scheduled day; 0 takes an earlier entry back. */
  days: number;
}

export interface HeatWorkFact extends Fact, HeatWork {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

export const heatWorkKey = ({ workerNo, period }: Pick<HeatWork, 'workerNo' | 'period'>): string => `${workerNo}|${period}`;

/**
 * @param scheduled scheduled days of the month on which the worker was engaged
 * @throws DomainError OUT_OF_RANGE, HEAT_DAYS_TOO_MANY
 */
export function checkHeatWork({ days, period }: HeatWork, scheduled: number): void {
  if (!Number.isSafeInteger(days) || days < 0) throw new DomainError('OUT_OF_RANGE', { value: String(days / 100) }, { field: 'days' });
  if (days > scheduled * 100) throw new DomainError('HEAT_DAYS_TOO_MANY', { days: days / 100, scheduled, period }, { field: 'days' });
}
