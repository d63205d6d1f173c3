import { clipboardCells, linesInSight, movedBy, pastedPlaces, placesIn } from './grid-model';

const SIZE = { rows: 3, days: 31 };

describe('the grid of a month sheet', () => {
  it('reads what a workbook puts on the clipboard', () => {
    expect(clipboardCells('√\t a \r\n\tb\r\n')).toEqual([
      ['√', 'a'],
      ['', 'b'],
    ]);
    expect(clipboardCells('√')).toEqual([['√']]);
    expect(clipboardCells('')).toEqual([]);
  });

  it('puts a block right and down from the first selected cell, cut at the edges, and fills a selection with one value', () => {
    const block = [
      ['1', '2'],
      ['3', '4'],
    ];
    expect(pastedPlaces(block, { row: 2, day: 31 }, { row: 2, day: 31 }, SIZE)).toEqual([
      { row: 2, day: 31, text: '1' },
    ]);
    expect(
      pastedPlaces(block, { row: 1, day: 2 }, { row: 0, day: 1 }, SIZE).map((p) => [p.row, p.day, p.text]),
    ).toEqual([
      [0, 1, '1'],
      [0, 2, '2'],
      [1, 1, '3'],
      [1, 2, '4'],
    ]);
    expect(pastedPlaces([['√']], { row: 0, day: 1 }, { row: 1, day: 2 }, SIZE)).toHaveLength(4);
    expect(placesIn({ row: 1, day: 3 }, { row: 0, day: 3 })).toEqual([
      { row: 0, day: 3 },
      { row: 1, day: 3 },
    ]);
  });

  it('moves by keys and stays inside', () => {
    const moved = (key: string, row: number, day: number) => movedBy(key, { row, day }, SIZE, 2);
    expect([
      moved('Enter', 0, 5),
      moved('ArrowDown', 2, 5),
      moved('ArrowLeft', 0, 1),
      moved('End', 1, 4),
      moved('PageDown', 0, 1),
    ]).toEqual([
      { row: 1, day: 5 },
      { row: 2, day: 5 },
      { row: 0, day: 1 },
      { row: 1, day: 31 },
      { row: 2, day: 1 },
    ]);
    expect(moved('a', 0, 1)).toBeUndefined();
  });

  it('draws the lines in sight and a few around them', () => {
    expect(linesInSight(0, 320, 32, 500)).toEqual({ first: 0, last: 16 });
    expect(linesInSight(32 * 490, 320, 32, 500)).toEqual({ first: 484, last: 500 });
  });
});
