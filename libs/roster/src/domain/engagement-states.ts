import { addDays, covers, DomainError, type LocalDate } from '@gridstaff/kernel';
import type { EngagementStatus } from './worker-facts';
import type { Stay } from './stays';

/** The status before a suspension that holds on the date; undefined where it began with one. */
function beforeSuspension(stay: Stay, date: LocalDate): EngagementStatus | undefined {
  const status = (on: LocalDate): EngagementStatus | undefined =>
    stay.pieces.find((piece) => covers(piece, on))?.fact.status;
  let on = date;
  while (status(on) === 'suspended') {
    const piece = stay.pieces.find((p) => covers(p, on));
    if (!piece) return undefined;
    on = addDays(piece.from, -1);
  }
  return status(on);
}

/**
 * Which status may follow which within an engagement: probation is passed or suspended, being in post is suspended, a suspension ends in what
 * was before it. Probation is agreed on once, at the beginning (劳动合同法 art. 19), so it begins with the first day or not at all.
 * @throws DomainError PROBATION_ONCE
 */
export function assertMayFollow(stay: Stay, from: LocalDate, status: EngagementStatus): void {
  if (status !== 'probation' || from === stay.from) return;
  const held = stay.pieces.find((piece) => covers(piece, from))?.fact.status;
  const before = held === 'suspended' ? beforeSuspension(stay, from) : held;
  if (before === 'probation') return;
  throw new DomainError('PROBATION_ONCE', { date: stay.from }, { field: 'status' });
}
