import { covers, type Id, type LocalDate, timelineOf } from '@gridstaff/kernel';
import type { OrgUnit, OrgUnitValues } from './organisation';
import type { PeopleInPost, PostSeatsFact } from './unit-store';

/** Of one post, or of all (`postCode` null), in a unit and everything below it. */
export interface SeatCount {
  postCode: string | null;
  /** Null where none are set. */
  seats: number | null;
  people: number;
  /** Seats less people where seats are set: negative where there are more people, null where no seats are. */
  vacant: number | null;
}

export interface UnitSeats extends OrgUnit, OrgUnitValues {
  total: SeatCount;
  /** Of every post that has seats or people there, in order of the codes. */
  posts: readonly SeatCount[];
}

const EVERY_POST = null;
type Counts = Map<string | null, { seats: number | null; people: number; vacant: number | null }>;

/**
 * Seats, people and vacancies of every unit on a date, summed upwards: a unit's own seats stand beside those of the units below it. Seats by
 * post, where a unit has any, are its seats; otherwise its quota is, whatever the post. Vacancies are counted where seats are set, so people
 * in a unit without seats fill no seat of another.
 * @param units in force on the date @param byPost seats in force on the date
 */
export function seatsOf(
  units: readonly (OrgUnit & OrgUnitValues)[],
  byPost: readonly { orgUnitId: Id; postCode: string; seats: number }[],
  people: readonly PeopleInPost[],
): UnitSeats[] {
  const own = new Map<Id, Counts>(units.map(({ id }) => [id, new Map()]));
  const idOf = new Map(units.map(({ id, code }) => [code, id]));
  for (const { unitCode, postCode, people: count } of people) {
    const counts = own.get((unitCode === null ? undefined : idOf.get(unitCode)) ?? '');
    if (!counts) continue;
    at(counts, EVERY_POST).people += count;
    if (postCode !== null) at(counts, postCode).people += count;
  }
  for (const { orgUnitId, postCode, seats } of byPost) {
    const counts = own.get(orgUnitId);
    if (!counts || seats === 0) continue;
    at(counts, postCode).seats = seats;
    at(counts, EVERY_POST).seats = (at(counts, EVERY_POST).seats ?? 0) + seats;
  }
  for (const { id, quota } of units) at(own.get(id) as Counts, EVERY_POST).seats ??= quota;
  for (const counts of own.values()) settle(counts);
  const sums = new Map<Id, Counts>(units.map(({ id }) => [id, new Map()]));
  const above = new Map(units.map(({ id, parentId }) => [id, parentId]));
  for (const [unit, counts] of own)
    for (let id: Id | null = unit; id !== null && sums.has(id); id = above.get(id) ?? null)
      addTo(sums.get(id) as Counts, counts);
  return units.map((unit) => {
    const counts = sums.get(unit.id) as Counts;
    const of = (postCode: string | null): SeatCount => ({ postCode, ...at(counts, postCode) });
    const posts = [...counts.keys()].filter((post) => post !== EVERY_POST).sort();
    return { ...unit, total: of(EVERY_POST), posts: posts.map(of) };
  });
}

function at(counts: Counts, post: string | null): { seats: number | null; people: number; vacant: number | null } {
  const known = counts.get(post) ?? { seats: null, people: 0, vacant: null };
  counts.set(post, known);
  return known;
}

/** Vacancies of one unit by itself; where it has seats by post, a post without any has none rather than unknown ones. */
function settle(counts: Counts): void {
  const posts = [...counts].filter(([post]) => post !== EVERY_POST).map(([, count]) => count);
  if (posts.some(({ seats }) => seats !== null)) for (const count of posts) count.seats ??= 0;
  for (const count of counts.values()) count.vacant = count.seats === null ? null : count.seats - count.people;
}

function addTo(sum: Counts, counts: Counts): void {
  for (const [post, { seats, people, vacant }] of counts) {
    const total = at(sum, post);
    total.people += people;
    total.seats = plus(total.seats, seats);
    total.vacant = plus(total.vacant, vacant);
  }
}

const plus = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b);

/** Facts that exclude each other in time: those of one unit and post. */
export function seatsByPlace(facts: readonly PostSeatsFact[]): Map<string, PostSeatsFact[]> {
  const groups = new Map<string, PostSeatsFact[]>();
  for (const fact of facts) {
    const key = `${fact.orgUnitId} ${fact.postCode}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return groups;
}

/** What is in force on a day, of every unit and post. */
export const seatsInForce = (facts: readonly PostSeatsFact[], on: LocalDate): PostSeatsFact[] =>
  [...seatsByPlace(facts).values()].flatMap((own) => timelineOf(own).find((piece) => covers(piece, on))?.fact ?? []);
