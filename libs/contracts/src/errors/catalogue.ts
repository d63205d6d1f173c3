/**
 * user: the caller can mend it (bad input, wrong step, no right); operational: the surroundings failed and it may work later;
 * bug: our mistake, shown with a support number only.
 */
export type ErrorKind = 'user' | 'operational' | 'bug';

export interface ErrorEntry {
  kind: ErrorKind;
  /** HTTP status it is answered with. */
  status: number;
  /** What happened and what to do; `{name}` is filled from the error's params. */
  zh: string;
  en: string;
}

export const defineErrors = <T extends Record<string, ErrorEntry>>(entries: T): T => entries;
