import { type Move, withoutSeat } from './staff-seats';

const at = (unitCode: string | null, postCode: string | null = 'W') => ({ unitCode, postCode });
const move = (workerNo: number, from: Move['from'], to: Move['to']): Move => ({ workerNo, from, to });
const people = (unitCode: string, n: number, postCode = 'W') => ({ unitCode, postCode, people: n });

describe('seats of an act on many people', () => {
  it.each<[string, Move[], Parameters<typeof withoutSeat>[1], Parameters<typeof withoutSeat>[2], [number, number][]]>([
    ['a unit without seats takes anybody', [move(1, at('A'), at('B'))], [people('B', 90)], [], []],
    ['the first in order get the last seats', [1, 2, 3].map((no) => move(no, at('A'), at('B'))), [people('B', 1)], [{ unitCode: 'B', postCode: null, seats: 3 }], [[3, 3]]],
    ['whoever leaves makes room', [move(1, at('A'), at('B')), move(2, at('B'), at('C'))], [people('B', 1)], [{ unitCode: 'B', postCode: null, seats: 1 }], []],
    ['two who change places need no seat more', [move(1, at('A'), at('B')), move(2, at('B'), at('A'))], [people('A', 1), people('B', 1)], [{ unitCode: 'A', postCode: null, seats: 1 }, { unitCode: 'B', postCode: null, seats: 1 }], []],
    ['a unit that is over takes nobody more', [move(1, at('A'), at('B'))], [people('B', 4)], [{ unitCode: 'B', postCode: null, seats: 3 }], [[1, 3]]],
    ['seats count by post where any do, and a post without seats has none', [move(1, at('A', 'W'), at('B', 'W')), move(2, at('A', 'Z'), at('B', 'Z'))], [], [{ unitCode: 'B', postCode: 'W', seats: 1 }], [[2, 0]]],
    ['another post within the unit is another seat', [move(1, at('B', 'W'), at('B', 'Z'))], [people('B', 1), people('B', 2, 'Z')], [{ unitCode: 'B', postCode: 'W', seats: 1 }, { unitCode: 'B', postCode: 'Z', seats: 2 }], [[1, 2]]],
    ['another post in a unit that counts heads is the same seat', [move(1, at('B', 'W'), at('B', 'Z'))], [people('B', 1)], [{ unitCode: 'B', postCode: null, seats: 1 }], []],
    ['somebody without a grid takes a seat too', [move(1, at(null), at('B'))], [people('B', 1)], [{ unitCode: 'B', postCode: null, seats: 1 }], [[1, 1]]],
  ])('%s', (_, moves, there, seats, full) => {
    expect([...withoutSeat(moves, there, seats)]).toEqual(full);
  });
});
