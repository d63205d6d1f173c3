import type { Fact, Id, Period } from '@gridstaff/kernel';

/** What a month sheet knows of a worker's days beyond absences: who was marked as there, in heat, and on which day overtime was worked. */
export interface DayMarks {
  workerNo: number;
  period: Period;
  /** Bit n: day n + 1 of the month. */
  present: number;
  heat: number;
  /** Hundredths of an hour by day of the month. */
  overtime: ReadonlyMap<number, number>;
}

export interface DayMarksFact extends Fact, DayMarks {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

export const dayMarksKey = ({ workerNo, period }: Pick<DayMarks, 'workerNo' | 'period'>): string => `${workerNo}|${period}`;
export const hasDay = (bits: number, day: number): boolean => (bits & (1 << (day - 1))) !== 0;
export const withDay = (bits: number, day: number, on: boolean): number => (on ? bits | (1 << (day - 1)) : bits & ~(1 << (day - 1)));

/** `06:300,07:800` */
export const overtimeText = (overtime: ReadonlyMap<number, number>): string =>
  [...overtime]
    .filter(([, hours]) => hours > 0)
    .sort(([a], [b]) => a - b)
    .map(([day, hours]) => `${String(day).padStart(2, '0')}:${hours}`)
    .join(',');

export const readOvertime = (text: string | null): Map<number, number> =>
  new Map(
    (text ?? '')
      .split(',')
      .filter((part) => part !== '')
      .map((part) => part.split(':').map(Number) as [number, number]),
  );
