import type { DateRange, FactPiece, Id, LocalDate } from '@gridstaff/kernel';
import type { FactKind, WorkerFact } from './worker-facts';

export type Piece<K extends FactKind> = FactPiece<WorkerFact<K>>;

/** One engagement: its pieces (status changes) from the first day to its end. */
export interface Stay extends DateRange {
  agencyId: Id;
  joinedOn: LocalDate;
  pieces: Piece<'engagement'>[];
}

/** Engagements out of the pieces of a worker's engagement facts, in order. */
export function staysOf(pieces: readonly Piece<'engagement'>[]): Stay[] {
  const stays: Stay[] = [];
  for (const piece of pieces) {
    const last = stays.at(-1);
    const { agencyId, joinedOn } = piece.fact;
    if (last && last.joinedOn === joinedOn && last.agencyId === agencyId && last.to === piece.from) {
      last.pieces.push(piece);
      stays[stays.length - 1] = { ...last, to: piece.to };
    } else stays.push({ agencyId, joinedOn, from: piece.from, to: piece.to, pieces: [piece] });
  }
  return stays;
}
