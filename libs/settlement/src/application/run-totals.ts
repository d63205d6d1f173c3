import type { Actor } from '@gridstaff/contracts';
import type { Id } from '@gridstaff/kernel';
import type { RunTotals } from '../domain/settlement';

/** What a settlement needs of the run it belongs to; token and type. Both marks happen inside the settlement's unit. */
export abstract class RunTotalsReader {
  /** @throws DomainError NOT_FOUND */
  abstract totalsByAgency(runId: Id): Promise<RunTotals>;
  /** approved → settled: every agency's settlement is confirmed. @throws DomainError WRONG_STEP, STALE */
  abstract markSettled(actor: Actor, runId: Id): Promise<void>;
  /** settled → paid: every settlement is paid. @throws DomainError WRONG_STEP, STALE */
  abstract markPaid(actor: Actor, runId: Id): Promise<void>;
}
