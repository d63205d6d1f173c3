import type { Id } from './ids';
import type { LocalDate } from './local-date';

/**
 * A row of a fact table: true from `validFrom` to `validTo` (exclusive), known since `recordedAt` (epoch milliseconds). Rows are never
 * updated. Where two overlap the later recorded wins; a `retracted` row says "nothing was true here" for its whole range. So a correction
 * that shortens or moves a range appends a retracted row over the old range and a new row over the new one.
 */
export interface Fact {
  id: string;
  validFrom: LocalDate;
  validTo: LocalDate;
  recordedAt: number;
  retracted: boolean;
}

/** A fact by what decisions about it need to know, whatever it says; `key` names a standard, `workerNo` a person. */
export interface FactNotice extends Fact {
  kind: string;
  workerNo: number | null;
  key: string | null;
  recordedBy: Id;
  /** What it says: codes and figures, nothing personal. */
  values: Readonly<Record<string, string | number | boolean | null>>;
}

/** Facts of a centre that touch [from, to) and were recorded after `since`, up to `knownAt` (epoch milliseconds). */
export interface LateFactsQuery {
  centreId: Id;
  from: LocalDate;
  to: LocalDate;
  since: number;
  knownAt: number;
}

export interface FactPiece<F extends Fact> {
  from: LocalDate;
  /** Exclusive. */
  to: LocalDate;
  fact: F;
}

/** UUIDv7 ids break ties within a millisecond. */
const laterFirst = (a: Fact, b: Fact): number => b.recordedAt - a.recordedAt || (a.id < b.id ? 1 : -1);

/** What was true on `validOn`, as known at `knownAt` (epoch milliseconds; default: everything known). */
export function asOf<F extends Fact>(facts: readonly F[], validOn: LocalDate, knownAt = Infinity): F | undefined {
  let best: F | undefined;
  for (const fact of facts) {
    if (fact.recordedAt > knownAt || fact.validFrom > validOn || fact.validTo <= validOn) continue;
    if (!best || laterFirst(fact, best) < 0) best = fact;
  }
  return best?.retracted ? undefined : best;
}

/** The disjoint pieces of time, in order, with the fact that holds in each, as known at `knownAt`; equal neighbours are joined. */
export function timelineOf<F extends Fact>(facts: readonly F[], knownAt = Infinity): FactPiece<F>[] {
  const known = facts.filter((f) => f.recordedAt <= knownAt);
  if (known.length === 1) {
    const only = known[0] as F;
    return only.retracted ? [] : [{ from: only.validFrom, to: only.validTo, fact: only }];
  }
  const edges = [...new Set(known.flatMap((f) => [f.validFrom, f.validTo]))].sort();
  const pieces: FactPiece<F>[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i] as LocalDate;
    const fact = asOf(known, from);
    if (!fact) continue;
    const last = pieces.at(-1);
    if (last && last.fact === fact && last.to === from) last.to = edges[i + 1] as LocalDate;
    else pieces.push({ from, to: edges[i + 1] as LocalDate, fact });
  }
  return pieces;
}
