import { covers, type DateRange, type Fact, type Id, type LocalDate, OPEN_END, timelineOf } from '@gridstaff/kernel';

/** The columns of every stored fact, see `FactRow` of libs/persistence. */
export interface RecordedFact extends Fact {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

/** Who records facts now, and where. */
export interface Stamp {
  centreId: Id;
  /** Epoch milliseconds. */
  recordedAt: number;
  recordedBy: Id;
  nextId(): Id;
}

export function recorded(
  stamp: Stamp,
  range: DateRange,
  supersedes: Id | null = null,
  retracted = false,
): RecordedFact {
  return {
    id: stamp.nextId(),
    centreId: stamp.centreId,
    validFrom: range.from,
    validTo: range.to,
    recordedAt: stamp.recordedAt,
    recordedBy: stamp.recordedBy,
    supersedes,
    retracted,
  };
}

/**
 * What a change from a date replaces: the new row reaches from `from` to the end of the piece in force then (so a change that is already
 * known for later stays), or, in a gap, to the next piece.
 */
export function placeOfChange<F extends Fact>(
  facts: readonly F[],
  from: LocalDate,
): { to: LocalDate; held: F | undefined } {
  const pieces = timelineOf(facts);
  const held = pieces.find((p) => covers(p, from));
  return { to: held?.to ?? pieces.find((p) => p.from > from)?.from ?? OPEN_END, held: held?.fact };
}

/**
 * A stamp under which what is recorded now wins over every given fact, also when a clock has been set back. Within a millisecond the ids
 * decide; they are asked for a later instant only where they would decide wrongly (another process), so that a reader at this very
 * instant sees what was just recorded.
 */
export function afterAll(stamp: Stamp, facts: Iterable<Fact>): Stamp {
  let last: Fact | undefined;
  for (const fact of facts) {
    if (!last || fact.recordedAt > last.recordedAt || (fact.recordedAt === last.recordedAt && fact.id > last.id))
      last = fact;
  }
  if (!last || last.recordedAt < stamp.recordedAt) return stamp;
  return { ...stamp, recordedAt: stamp.nextId() > last.id ? last.recordedAt : last.recordedAt + 1 };
}
