import { type Id, lastDay, type LocalDate, overlaps, type Period, rangeOfPeriod } from '@gridstaff/kernel';
import type { CardPiece } from '@gridstaff/roster';
import type { ExclusionRecord } from '../domain';
import type { DueMonth } from './pay-calculator';

/** What is collected, person by person, about how ready a month is. */
export class Evidence {
  /** Workers by the code that would exclude them. */
  readonly missing = new Map<string, number[]>();
  readonly withoutCard: number[] = [];
  readonly agencies = new Set<Id>();
  withAttendance = 0;
  withDeductions = 0;
  private readonly byCard = new Map<string, number[]>();
  private readonly last: LocalDate;

  constructor(
    private readonly period: Period,
    private readonly taxMonth: Period,
  ) {
    this.last = lastDay(period);
  }

  add({ facts, record, tax }: DueMonth, left: ExclusionRecord | undefined, cards: readonly CardPiece[]): void {
    const { workerNo } = facts;
    if (left) push(this.missing, left.code, workerNo);
    const { weekday, restday, holiday } = record.overtime;
    const recorded = record.absences.length > 0 || weekday + restday + holiday + record.heatDays > 0;
    if (recorded) this.withAttendance++;
    if (tax.deductions.some(({ month }) => month === this.taxMonth)) this.withDeductions++;
    const month = rangeOfPeriod(this.period);
    for (const engagement of facts.engagements) if (overlaps(engagement, month)) this.agencies.add(engagement.agencyId);
    // The card that holds at the end, also of somebody who left: cards do not end with the engagement.
    const card = cards.findLast(({ from }) => from <= this.last);
    if (card) push(this.byCard, card.cardIndex, workerNo);
    else this.withoutCard.push(workerNo);
  }

  /** Workers whose card is also another's, in number order. */
  get sharingCards(): number[] {
    return [...this.byCard.values()]
      .filter((workers) => workers.length > 1)
      .flat()
      .sort((a, b) => a - b);
  }
}

function push<K>(map: Map<K, number[]>, key: K, workerNo: number): void {
  const list = map.get(key);
  if (list) list.push(workerNo);
  else map.set(key, [workerNo]);
}
