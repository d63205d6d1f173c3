import { differencesOf } from './derived-rows';

const row = (from: string, unit: string, sort = 'a') => ({ valid_from: from, unit_code: unit, name_sort: sort });

describe('rows worked out of the facts', () => {
  const compare = (stored: ReturnType<typeof row>[], expected: ReturnType<typeof row>[]): string[] =>
    differencesOf(7, 'worker_standing', 'valid_from', { stored, expected }, new Set(['name_sort'])).map(
      ({ workerNo, found, expected: due }) => `${workerNo}: ${found}, expected ${due}`,
    );

  it('are the same in any order', () => {
    expect(compare([row('2', 'B'), row('1', 'A')], [row('1', 'A'), row('2', 'B')])).toEqual([]);
  });

  it('differ by a row too few, a row too many, or a column, and never tell a name', () => {
    expect(compare([], [row('1', 'A')])).toEqual(['7: no row, expected valid_from 1']);
    expect(compare([row('1', 'A')], [])).toEqual(['7: valid_from 1, expected no row']);
    expect(compare([row('1', 'B', 'zhangsan')], [row('1', 'A', 'lisi')])).toEqual([
      '7: valid_from 1 unit_code B name_sort, expected unit_code A name_sort',
    ]);
    expect(
      differencesOf(7, 'worker_term', 'term', { stored: [], expected: [{ term: 'zhang' }] }, new Set(['term'])),
    ).toEqual([{ workerNo: 7, table: 'worker_term', found: 'no row', expected: 'a row' }]);
  });
});
