import { DomainError, type ErrorPlace } from '@gridstaff/kernel';

import { generalErrors } from './general';
import { engineErrors } from './engine';
import { policyErrors } from './policy';
import { calendarErrors } from './calendar';
import { runtimeErrors } from './runtime';
import { persistenceErrors } from './persistence';
import { jobsErrors } from './jobs';
import { auditErrors } from './audit';
import { identityErrors } from './identity';
import { approvalErrors } from './approval';
import { exchangeErrors } from './exchange';
import { exportsErrors } from './exports';
import { filesErrors } from './files';
import { rosterErrors } from './roster';
import { attendanceErrors } from './attendance';
import { dispatchErrors } from './dispatch';
import { evaluationErrors } from './evaluation';
import { payrollErrors } from './payroll';
import { fundErrors } from './fund';
import { settlementErrors } from './settlement';
import { reportingErrors } from './reporting';
import { httpErrors } from './http';
import type { ErrorEntry } from './catalogue';

export type { ErrorEntry, ErrorKind } from './catalogue';

/** Every stable error code of the product, by area. A code that stands in two areas is a start-up error (see errors.spec.ts). */
export const ERROR_AREAS = {
  general: generalErrors,
  engine: engineErrors,
  policy: policyErrors,
  calendar: calendarErrors,
  runtime: runtimeErrors,
  persistence: persistenceErrors,
  jobs: jobsErrors,
  audit: auditErrors,
  identity: identityErrors,
  approval: approvalErrors,
  exchange: exchangeErrors,
  exports: exportsErrors,
  files: filesErrors,
  roster: rosterErrors,
  attendance: attendanceErrors,
  dispatch: dispatchErrors,
  evaluation: evaluationErrors,
  payroll: payrollErrors,
  fund: fundErrors,
  settlement: settlementErrors,
  reporting: reportingErrors,
  http: httpErrors,
} as const satisfies Record<string, Record<string, ErrorEntry>>;

export const ERRORS: Readonly<Record<string, ErrorEntry>> = Object.assign(
  Object.create(null) as Record<string, ErrorEntry>,
  ...Object.values(ERROR_AREAS),
);

export type Language = 'zh' | 'en';

/** What a caller is shown for an error: stable code, place, and the message in both languages. */
export interface Problem {
  code: string;
  status: number;
  zh: string;
  en: string;
  place: ErrorPlace;
  params: DomainError['params'];
  details: Problem[];
}

const fill = (text: string, params: DomainError['params']): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

/** Unknown errors become BUG: their text never leaves the process. */
export function toProblem(error: unknown): Problem {
  const known = error instanceof DomainError ? error : undefined;
  const entry = (known && ERRORS[known.code]) ?? ERRORS.BUG;
  const domain = known && ERRORS[known.code] ? known : new DomainError('BUG');
  return {
    code: domain.code,
    status: (entry as ErrorEntry).status,
    zh: fill((entry as ErrorEntry).zh, domain.params),
    en: fill((entry as ErrorEntry).en, domain.params),
    place: domain.place,
    params: domain.params,
    details: domain.details.map(toProblem),
  };
}

export const messageOf = (problem: Problem, language: Language): string => problem[language];
