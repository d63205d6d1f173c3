import type { Id, Period } from '@gridstaff/kernel';

export interface PackQuestion {
  id: Id;
  text: string;
  hash: string;
  /** Fingerprint of the law that it was asked against. */
  basis: string;
  /** Centres whose pay the asker may see. */
  centres: readonly Id[];
  requestedBy: Id;
  /** Epoch milliseconds; also what is known in it. */
  requestedAt: number;
  jobId: Id;
}

/** What one part of the job found, as JSON text below 64 KB. */
export interface PackPart {
  no: number;
  centreId: Id;
  period: Period;
  result: string;
}

/** Questions what a pack would change, with the answers as far as they are. Writing needs an open unit. */
export abstract class PackEffectStore {
  abstract add(question: PackQuestion): Promise<void>;
  /** @throws DomainError NOT_FOUND */
  abstract get(id: Id): Promise<PackQuestion>;
  abstract savePart(effectId: Id, part: PackPart): Promise<void>;
  /** In the order of the job's parts. */
  abstract parts(effectId: Id): Promise<PackPart[]>;
  /** Forgets what was asked before this instant. */
  abstract forget(before: number): Promise<void>;
}
