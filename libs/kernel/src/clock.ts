import type { LocalDate } from './local-date';

/** The only source of time. Instants are UTC; `today` is the civil date in Asia/Shanghai. */
export interface Clock {
  now(): Date;
  today(): LocalDate;
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Civil date in Asia/Shanghai of an instant (UTC+8 all year since 1991). */
export function shanghaiDate(instant: Date): LocalDate {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The same to the minute, as people read it: 2023-01-28 09:00. */
export function shanghaiMinute(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
