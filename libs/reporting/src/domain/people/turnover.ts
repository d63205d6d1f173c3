import {
  addDays,
  daysBetween,
  firstDay,
  lastDay,
  type LocalDate,
  type Period,
  periodOf,
  periodsBetween,
} from '@gridstaff/kernel';
import type { DayCount } from './people-store';

/** Of a range of days, or of a part of it. */
export interface Turnover {
  /** On the first day. */
  start: number;
  /** On the last day. */
  end: number;
  /** People times days: divided by the days it is the mean head count, to the day. */
  personDays: number;
  days: number;
  /** Engagements that began; whoever only changed the agency is in `movedIn`. */
  joined: number;
  left: number;
  movedIn: number;
  movedOut: number;
}

export interface Movements {
  from: LocalDate;
  /** Last day. */
  until: LocalDate;
  /** On the first day. */
  start: number;
  coming: readonly DayCount[];
  going: readonly DayCount[];
}

/** The range as a whole. Whoever comes on the first day is in the start already. */
export function turnoverOf({ from, until, start, coming, going }: Movements): Turnover {
  const after = (day: LocalDate): number => daysBetween(day, addDays(until, 1));
  const within = ({ day }: DayCount): boolean => day > from && day <= until;
  const [come, gone] = [coming.filter(within), going.filter(within)];
  const sum = (rows: readonly DayCount[], of: (row: DayCount) => number): number =>
    rows.reduce((all, row) => all + of(row), 0);
  const days = daysBetween(from, addDays(until, 1));
  return {
    ...{ start, end: start + sum(come, ({ people }) => people) - sum(gone, ({ people }) => people), days },
    personDays:
      start * days +
      sum(come, ({ day, people }) => people * after(day)) -
      sum(gone, ({ day, people }) => people * after(day)),
    ...{
      joined: sum(coming, (row) => row.engagements - row.moved),
      left: sum(going, (row) => row.engagements - row.moved),
    },
    ...{ movedIn: sum(coming, ({ moved }) => moved), movedOut: sum(going, ({ moved }) => moved) },
  };
}

/** Month by month; the first and the last one as far as the range reaches. */
export function turnoverByMonth(all: Movements): { period: Period; turnover: Turnover }[] {
  let { start } = all;
  return periodsBetween(periodOf(all.from), periodOf(all.until)).map((period) => {
    const from = period === periodOf(all.from) ? all.from : firstDay(period);
    const until = period === periodOf(all.until) ? all.until : lastDay(period);
    if (from > all.from) start += net(all, from);
    const own = {
      ...{ from, until, start },
      coming: all.coming.filter(({ day }) => day >= from && day <= until),
      // Whoever is gone from a day on was last there the day before.
      going: all.going.filter(({ day }) => day > from && day <= addDays(until, 1)),
    };
    const turnover = turnoverOf(own);
    start = turnover.end;
    return { period, turnover };
  });
}

/** Who comes on the day, less who is gone from it on. */
function net({ coming, going }: Movements, day: LocalDate): number {
  const on = (rows: readonly DayCount[]): number =>
    rows.reduce((sum, row) => sum + (row.day === day ? row.people : 0), 0);
  return on(coming) - on(going);
}
