import { type DateRange, DomainError } from '@gridstaff/kernel';

/** Every day of the range lies in an engagement. @param pieces in date order @throws DomainError NOT_ENGAGED with the first day outside */
export function assertEngaged(range: DateRange, pieces: readonly DateRange[], field: string): void {
  let covered = range.from;
  for (const piece of pieces) if (piece.from <= covered && piece.to > covered) covered = piece.to;
  if (covered < range.to) throw new DomainError('NOT_ENGAGED', { date: covered }, { field });
}
