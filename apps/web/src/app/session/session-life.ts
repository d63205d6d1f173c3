import type { Me } from '../../shared/api';

export const WARN_MILLIS = 120_000;
const MINUTE = 60_000;

/** When a session ends if nobody asks for anything more. @param answered when the server last answered (epoch milliseconds) */
export function endOfSession({ expiresAt, idleMinutes }: NonNullable<Me['session']>, answered: number): number {
  // The server notes a request once a minute at most, so its idle time may have begun a minute earlier.
  const idle = answered + (idleMinutes - 1) * MINUTE;
  return Math.min(idle, Date.parse(expiresAt));
}
