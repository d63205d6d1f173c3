import type { Id } from '@gridstaff/kernel';

/** A hint that a job waits in the database. The same ring given twice counts once while it is under way; the next number is a new one. */
export interface Ring {
  outboxId: Id;
  jobId: Id;
  /** 1 for the first ring of the outbox row, growing with each. */
  no: number;
}

/** What a queue needs to tell rings apart. No colon: Bull's keys use it. */
export const ringKey = (ring: Ring): string => `${ring.outboxId}-${ring.no}`;

/** Looks the job up and works on it; never rejects. */
export type RingHandler = (jobId: Id) => Promise<void>;

/**
 * The queue: it carries ids at least once, in no promised order, and may lose them all; the truth is in the database. Every driver passes
 * the contract suite in `job-port.db.spec.ts`.
 */
export abstract class JobPort {
  /** @throws DomainError QUEUE_UNAVAILABLE when the ring may have been lost */
  abstract ring(ring: Ring): Promise<void>;

  /** Begins to take rings, those given before included; at most once. */
  abstract consume(handler: RingHandler): void;

  /** Takes no more, waits for the handlers in hand. */
  abstract stop(): Promise<void>;
}
