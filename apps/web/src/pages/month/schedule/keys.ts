import type { Period } from '@gridstaff/kernel';

export const scheduleKey = (centreId: string, period: Period, unitId: string) =>
  ['schedule', centreId, period, unitId] as const;
