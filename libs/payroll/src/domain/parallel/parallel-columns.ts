import type { Id } from '@gridstaff/kernel';

/** What a centre once said its sheets' headers mean, by the header as it is compared; '' says that it means nothing. */
export abstract class ParallelColumns {
  abstract of(centreId: Id): Promise<Map<string, string>>;
  /** The later word replaces the earlier. Needs an open unit. */
  abstract remember(
    centreId: Id,
    columns: ReadonlyMap<string, string>,
    by: { recordedBy: Id; recordedAt: number },
  ): Promise<void>;
}
