import type { Id } from '@gridstaff/kernel';
import type { DocumentKindFact } from './documents';

export abstract class DocumentKindStore {
  /** Every recorded row of the centre. */
  abstract facts(centreId: Id): Promise<DocumentKindFact[]>;
  abstract insert(facts: readonly DocumentKindFact[]): Promise<void>;
}
