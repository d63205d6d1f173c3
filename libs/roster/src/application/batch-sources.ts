import type { BatchBook } from '@gridstaff/exchange';
import type { StructureRows } from '../domain/stores';
import { FACT_KINDS, type FactKind, type WorkerFactLists } from '../domain/worker-facts';

/** Kinds of row of the roster that bulk acts make: facts of people by their kind, people, and the structure. */
export const STRUCTURE_SOURCES = ['org_unit', 'org_unit_fact', 'pay_grade', 'grade_standard', 'certificate_standard'] as const;
/** A fact kind as a source; unique among rooms. */
export const sourceOf = (kind: FactKind): string => `worker_${kind}`;
/** Changes of cards that the act proposed. */
export const CARD_CHANGES = 'card_change';
export const ROSTER_SOURCES: readonly string[] = ['worker', CARD_CHANGES, ...FACT_KINDS.map(sourceOf), ...STRUCTURE_SOURCES];

/** For every bulk act on people: notes the facts that it appends. */
export function noteFacts(book: BatchBook, lists: readonly WorkerFactLists[]): void {
  for (const kind of FACT_KINDS) for (const list of lists) book.note(sourceOf(kind), list[kind]);
}

export function noteStructure(book: BatchBook, rows: StructureRows): void {
  book.note('org_unit', rows.units);
  book.note('org_unit_fact', rows.unitFacts);
  book.note('pay_grade', rows.grades);
  book.note('grade_standard', rows.gradeStandards);
  book.note('certificate_standard', rows.certificateStandards);
}
