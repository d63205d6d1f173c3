import { addMonths, daysInMonth, type LocalDate, type Period } from '@gridstaff/kernel';

/** A centre's pay day for a work month; a shorter month pays on its last day. @param settings months to the pay day, and the day */
export function usualPayDate(settings: { payMonthOffset: number; payDay: number }, period: Period): LocalDate {
  const month = addMonths(period, settings.payMonthOffset);
  return `${month}-${String(Math.min(settings.payDay, daysInMonth(month))).padStart(2, '0')}`;
}
