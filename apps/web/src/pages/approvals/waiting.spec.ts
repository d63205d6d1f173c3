import type { Todo } from '../../shared/api';
import { grouped, placeOf } from './waiting';

const todo = (n: number, subjectType: string, centreId = 'c1'): Todo => ({
  ...{ approvalId: `a${n}`, centreId, subjectType, subjectId: `s${n}`, kind: 'card', hash: 'h', round: 1 },
  openedAt: `2026-11-0${n}T01:00:00.000Z`,
});

it('makes one line of the changes of cards of a centre, in the place of the oldest', () => {
  const lines = grouped([
    ...[todo(1, 'pay_run'), todo(2, 'card_change'), todo(3, 'policy_pack'), todo(4, 'card_change')],
    ...[todo(5, 'card_change', 'c2'), todo(6, 'pay_run')],
  ]);
  expect(lines.map(({ approvalId, count }) => [approvalId, count])).toEqual([
    ...[
      ['a1', 1],
      ['a2', 2],
      ['a3', 1],
      ['a5', 1],
      ['a6', 1],
    ],
  ]);
  expect(lines.map(placeOf)).toEqual(['/runs/s1', '/card-changes', '/policy/s3', '/card-changes', '/runs/s6']);
  expect(placeOf(todo(7, 'export_task'))).toBe('/exports');
});
