import type { PeopleInPost } from './unit-store';

/** Seats of units by code: of one post, or of all (`postCode` null), which is the quota of a unit without seats by post. */
export interface OwnSeats {
  unitCode: string;
  postCode: string | null;
  seats: number;
}

export interface Place {
  unitCode: string | null | undefined;
  postCode: string | null | undefined;
}

export interface Move {
  workerNo: number;
  from: Place;
  to: Place;
}

const ANY = '';
const key = (unit: string, post: string | null): string => `${unit}\n${post ?? ANY}`;

/**
 * Who of those that move finds no seat, with the seats there are: the first in order are seated, and whoever leaves makes room. A unit that had too
 * many people before takes nobody more; a post without seats in a unit that counts seats by post has none.
 * @param people on the day, without the moves
 */
export function withoutSeat(moves: readonly Move[], people: readonly PeopleInPost[], seats: readonly OwnSeats[]): Map<number, number> {
  const byPost = new Set(seats.filter(({ postCode }) => postCode !== null).map(({ unitCode }) => unitCode));
  const capacity = new Map(seats.map((own) => [key(own.unitCode, own.postCode), own.seats]));
  /** What the place counts under: unit and post where it counts by post, else the unit. */
  const placeOf = ({ unitCode, postCode }: Place): string | undefined =>
    unitCode == null ? undefined : key(unitCode, byPost.has(unitCode) ? (postCode ?? ANY) : null);
  const seatsOf = (place: string): number | undefined =>
    capacity.get(place) ?? (byPost.has(place.split('\n')[0] as string) ? 0 : undefined);
  const taken = new Map<string, number>();
  const count = (place: string | undefined, by: number): void => {
    if (place !== undefined) taken.set(place, (taken.get(place) ?? 0) + by);
  };
  for (const { unitCode, postCode, people: n } of people) count(placeOf({ unitCode, postCode }), n);
  const moving = moves.filter(({ from, to }) => placeOf(from) !== placeOf(to));
  for (const { from } of moving) count(placeOf(from), -1);
  const full = new Map<number, number>();
  for (const { workerNo, to } of moving) {
    const place = placeOf(to);
    const limit = place === undefined ? undefined : seatsOf(place);
    if (limit !== undefined && (taken.get(place as string) ?? 0) >= limit) full.set(workerNo, limit);
    else count(place, 1);
  }
  return full;
}
