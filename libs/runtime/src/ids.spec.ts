import { Ids, ManualClock } from '.';

it('makes ids that differ and sort in the order they were made, also on a clock that stands still or goes back', () => {
  const clock = new ManualClock('2023-01-05T09:00:00+08:00');
  const ids = new Ids(clock);
  const made = Array.from({ length: 5000 }, () => ids.next());
  clock.advance(-60_000);
  made.push(ids.next());
  expect(new Set(made).size).toBe(made.length);
  expect([...made].sort()).toEqual(made);
});
