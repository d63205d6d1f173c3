import type { LocalDate, Period } from '@gridstaff/kernel';

/** The one place where the web app asks what time it is. Figures never depend on it, only what a form proposes. */
export const nowMillis = (): number => performance.timeOrigin + performance.now();

const two = (n: number): string => String(n).padStart(2, '0');

/** Today where the user is. */
export function today(): LocalDate {
  const now = new Date(nowMillis());
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const thisMonth = (): Period => today().slice(0, 7);
export const thisYear = (): number => Number(today().slice(0, 4));

/** The last instant of a day where the user is, epoch milliseconds. */
export const endOfDay = (date: LocalDate): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day + 1).getTime() - 1;
};

/** `2023-12-28 10:05` in the user's zone. */
export function formatInstant(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
