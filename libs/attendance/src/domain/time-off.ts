import { addMonths, type Period } from '@gridstaff/kernel';
import type { LeaveLimit } from './leave-kinds';

/** Time off in hundredths of a day. What lapses was earned, not taken in time, and is owed in money again. */
export interface TimeOff {
  earned: number;
  taken: number;
  lapsed: number;
  left: number;
}

/**
 * Time off for rest-day work (劳动法 art. 44): earned by the rest-day hours that are not paid, taken from the oldest, lapsed so many months after
 * the month in which it was earned.
 * @param earned hundredths of an hour by month @param taken hundredths of a day by month @param month the balance is that of the end of this month
 */
export function timeOffBalance(rule: LeaveLimit, earned: ReadonlyMap<Period, number>, taken: ReadonlyMap<Period, number>, month: Period): TimeOff {
  const dayHours = rule.dayHours ?? 8;
  const pots = [...earned].filter(([period]) => period <= month).sort(([a], [b]) => (a < b ? -1 : 1));
  const open = pots.map(([period, hours]) => ({ period, left: Math.floor(hours / dayHours), until: addMonths(period, rule.validMonths ?? 12) }));
  const sum = { earned: open.reduce((total, pot) => total + pot.left, 0), taken: 0, lapsed: 0 };
  let overdrawn = 0;
  for (const [period, days] of [...taken].filter(([p]) => p <= month).sort(([a], [b]) => (a < b ? -1 : 1))) {
    let rest = days;
    sum.taken += days;
    for (const pot of open) {
      // Time off may be given in the month of the rest day or later, not before.
      if (pot.period > period || pot.until < period) continue;
      const used = Math.min(pot.left, rest);
      pot.left -= used;
      rest -= used;
    }
    overdrawn += rest;
  }
  for (const pot of open) if (pot.until < month) sum.lapsed += pot.left;
  return { ...sum, left: open.reduce((total, pot) => total + (pot.until < month ? 0 : pot.left), 0) - overdrawn };
}

/** First month whose hours can still count in a year, what was taken then included. */
export const firstEarning = (rule: LeaveLimit, year: number): Period => addMonths(`${year}-01`, -2 * (rule.validMonths ?? 12));
