/** Prefix of formula inputs among the names of values. */
export const INPUT = 'input.';
/** Present exactly when the slip has segments: what every line of wages depends on. */
export const MONTH_DAYS = 'month.scheduled_days';
