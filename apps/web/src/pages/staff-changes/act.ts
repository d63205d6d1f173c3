import type { LocalDate } from '@gridstaff/kernel';
import type { ChosenPerson, StaffAct, StaffTarget } from '../../shared/api/staff-calls';

export const KINDS = ['transfer', 'grade', 'renewal', 'return'] as const;
export type Kind = (typeof KINDS)[number];

/** What the form holds: the terms of the act, and what becomes of everybody whose own line says nothing else. */
export interface ActFields {
  kind: Kind;
  date?: LocalDate;
  reason?: string;
  documentNo?: string;
  gridCode?: string;
  gradeCode?: string;
  postCode?: string;
  months?: number | null;
  ground?: string;
}

const TARGETS = {
  transfer: ['gridCode', 'gradeCode', 'postCode'],
  grade: ['gradeCode', 'postCode'],
  renewal: ['months', 'endsOn', 'contractNo'],
  return: ['ground'],
} as const satisfies Record<Kind, readonly (keyof StaffTarget)[]>;

const given = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** One more list of people after the others: everybody once, the first time counts; who was not found stays to be seen. */
export function withPeople(before: readonly ChosenPerson[], more: readonly ChosenPerson[]): ChosenPerson[] {
  const known = new Set(before.flatMap(({ workerNo }) => workerNo ?? []));
  const fresh = more.filter(({ workerNo }) => {
    if (workerNo === null) return true;
    if (known.has(workerNo)) return false;
    known.add(workerNo);
    return true;
  });
  return [...before, ...fresh];
}

/** The act as the server reads it; what a person's own line says goes before what is said for everybody. */
export function actOf({ kind, date = '', reason = '', documentNo, ...common }: ActFields, people: readonly ChosenPerson[]): StaffAct {
  const lines = people.flatMap(({ workerNo, target }): StaffTarget[] => {
    if (workerNo === null) return [];
    const own = Object.fromEntries(Object.entries(target).filter(([, value]) => given(value)));
    // The end of a contract is said once: as a day or as a term.
    const all: Record<string, unknown> = { ...common, ...('endsOn' in own ? { months: undefined } : {}), ...own };
    const said = TARGETS[kind].flatMap((key) => (given(all[key]) ? [[key, all[key]] as const] : []));
    return [{ workerNo, ...Object.fromEntries(said) }];
  });
  return { kind, date, reason: reason.trim(), ...(given(documentNo?.trim()) ? { documentNo: documentNo?.trim() } : {}), lines };
}

/** Pasted from a sheet or a message: one person a line, or between commas and tabs. */
export const textsOf = (pasted: string): string[] =>
  pasted
    .split(/[\n\r,，、;；\t]+/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
