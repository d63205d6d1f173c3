import { DomainError, ratio } from '@gridstaff/kernel';
import { LineBuilder, TableBuilder } from './builder';
import { Machine } from './machine';
import type { LineProgram, ProgramTable, Step } from './table';

const none = { key: 'none', source: '', confidence: 'confirmed' } as const;
const caught = (run: () => unknown): Partial<DomainError> => {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a program table', () => {
  const text = (key: string): { zh: string; en: string; unit: 'number' } => ({ zh: key, en: key, unit: 'number' });
  const head = { engine: '2', scheme: 's', region: 'x', period: '2025-03', taxMonth: '2025-03', fingerprint: 'x' };
  const header = (no: number): ConstructorParameters<typeof LineBuilder>[1] => ({
    ...{ item: no, code: `c${no}`, zh: `c${no}`, en: `c${no}`, kind: 'earning' },
    ...{ total: null, recovers: false, taxable: false, special: false },
  });
  const built = (...write: ((b: LineBuilder) => void)[]): ProgramTable => {
    const table = new TableBuilder(head, text);
    write.forEach((one, i) => one(new LineBuilder(table, header(i + 1))));
    return table.build();
  };
  const line = (no: number, more: Partial<LineProgram>): LineProgram => ({
    ...header(no),
    ...{ when: null, gate: 'present', each: [], steps: [['constant', 0]], result: 0, standard: 0 },
    ...{ split: null, pays: 'all', labels: [] },
    ...more,
  });
  const tableOf = (...lines: LineProgram[]): ProgramTable => ({
    ...head,
    ...{ month: ['m'], segment: ['s'], tables: [], texts: {}, lines },
    constants: [{ key: 'k', value: '5', unit: 'number', text: '', source: '', confidence: 'literal' }],
  });

  it('holds every step, name, constant and text once', () => {
    const five = ratio.rational(5);
    const { lines, month, segment, constants, texts } = built(
      (b) => {
        const [m, s] = [b.take('m'), b.takeEach('s')];
        expect([b.take('m'), b.takeEach('s'), b.literal(five), b.literal(five)]).toEqual([m, s, 2, 2]);
        const product = b.multiply(m, s);
        expect([b.multiply(m, s), b.multiply(s, m), b.add([product]), b.add([product], [m])]).toEqual([3, 4, 3, 5]);
        b.label(product, 'twice');
        b.label(m, 'first');
        b.label(product, 'ignored');
        b.total();
        // What ran per segment is written anew for the whole month.
        expect([b.take('m'), b.sum(product), b.take('m')]).toEqual([6, 7, 6]);
        b.finish(b.label(b.round(7), 'sum'), { standard: product, split: product, pays: 'own' });
      },
      (b) => {
        b.onlyWithSome('other').total();
        b.finish(b.literal(ratio.rational(5)));
      },
      (b) => {
        b.onlyWith('m').total();
        b.parameter({ ...none, value: 1, key: 'p' }, five, 'number', 'p');
        b.parameter({ ...none, value: 1, key: 'p' }, ratio.rational(6), 'number', 'p');
        b.finish(b.parameter({ ...none, value: 1, key: 'p' }, five, 'number', 'p', 'part'));
      },
    );
    expect([month, segment]).toEqual([['m', 'other'], ['s']]);
    expect(constants.map(({ key, value }) => [key, value])).toEqual([
      ['literal.5', '5'],
      ['p', '5'],
      ['p', '6'],
      ['p.part', '5'],
    ]);
    expect(Object.keys(texts).sort()).toEqual(['first', 'ignored', 'm', 'other', 'p', 's', 'sum', 'twice']);
    expect(lines[0]).toMatchObject({
      ...{
        each: [
          ['take', 0],
          ['take_each', 0],
          ['constant', 0],
          ['multiply', 0, 1],
          ['multiply', 1, 0],
          ['add', [3], [0]],
        ],
      },
      ...{
        steps: [
          ['take', 0],
          ['sum', 3],
          ['round', 7, 'half_up', 1],
        ],
        result: 8,
        standard: 3,
        split: 3,
        pays: 'own',
      },
      ...{
        when: null,
        gate: 'present',
        labels: [
          [0, 'first'],
          [3, 'twice'],
          [8, 'sum'],
        ],
      },
    });
    expect(lines[1]).toMatchObject({
      each: [],
      when: 1,
      gate: 'nonzero',
      result: 0,
      standard: 0,
      split: null,
      pays: 'all',
    });
    expect(lines[2]).toMatchObject({ when: 0, gate: 'present', result: 2 });
  });

  it('holds each table of brackets and each version of a table of the scheme once', () => {
    const rows = [
      { upTo: 100, value: '0.5' },
      { upTo: '1.50', value: 7 },
      { upTo: null, value: '2/4' },
    ].map(({ value, ...row }) => ({ ...row, value: value === '2/4' ? '0.5' : value }));
    const { tables, lines } = built((b) => {
      const x = b.total().number(1);
      const bands = { ...none, key: 'bands', source: 'law', value: [{ upTo: null, rate: '0.030', quick: 5 }] };
      b.lookUp(x, bands, 'rate');
      b.lookUp(x, bands, 'quick');
      b.lookUpValue(x, 't', { from: '2025-01-01', rows });
      b.lookUpValue(x, 't', { from: '2025-02-01', rows });
      b.finish(b.lookUpValue(x, 't', { from: '2025-01-01', rows }));
    });
    expect(tables).toEqual([
      { key: 'bands', source: 'law', confidence: 'confirmed', rows: [[null, '3/100', 5]] },
      ...['2025-01-01', '2025-02-01'].map((from) => ({
        ...{ key: `scheme.t@${from}`, source: '', confidence: 'literal' },
        rows: [
          [100, '1/2', 0],
          ['3/2', '7', 0],
          [null, '1/2', 0],
        ],
      })),
    ]);
    const alone = built((b) => {
      const x = b.total().number(1);
      b.lookUpValue(b.number(2), 't', { from: '2025-01-01', rows });
      b.finish(b.lookUpValue(x, 't', { from: '2025-01-01', rows }));
    });
    expect(alone.tables).toHaveLength(1);
    expect(lines[0]?.steps.slice(1)).toEqual([
      ['look_up', 0, 0, 'rate'],
      ['look_up', 0, 0, 'quick'],
      ['look_up', 0, 1, 'value'],
      ['look_up', 0, 2, 'value'],
    ]);
  });

  it.each<[string, Partial<LineProgram>, Partial<LineProgram>?]>([
    ['a value of a segment outside of segments', { steps: [['take_each', 0]] }],
    ['a step that comes later', { steps: [['multiply', 0, 1]] }],
    [
      'a step below the first',
      {
        steps: [
          ['constant', 0],
          ['multiply', 0, -1],
        ],
      },
    ],
    ['a result that is no step', { result: 1 }],
    ['a line that comes later', { steps: [['line', 2]] }],
    ['a share of a line without a split', {}, { each: [['share', 1]], steps: [], split: 0 }],
    ['shares of its own without a split', { pays: 'own' }],
    [
      'a bound that is no step',
      {
        steps: [
          ['constant', 0],
          ['clamp', 0, 9, null],
        ],
      },
    ],
  ])('is refused with %s', (_, first, second = {}) => {
    expect(caught(() => new Machine(tableOf(line(1, first), line(2, second)))).code).toBe('BUG');
  });

  it('opens a line where its value is there, or is other than zero', () => {
    const share: Step[] = [['share', 1]];
    const table = tableOf(
      line(1, {
        when: 0,
        gate: 'nonzero',
        each: [['constant', 0]],
        steps: [['sum', 0]],
        result: 1,
        standard: 0,
        split: 0,
      }),
      line(2, { when: 0, each: share, steps: [['sum', 0]], result: 1, split: 0 }),
    );
    const machine = new Machine(table);
    const run = (value: string | null, count: number): (number | boolean)[] => {
      machine.start(count);
      if (value === null) machine.registers.clear(machine.month(0));
      else machine.registers.put(machine.month(0), ratio.parseRational(value));
      for (let s = 0; s < count; s++) {
        machine.registers.set(machine.segment(0), s, 1);
        machine.keepSegment(s);
      }
      machine.run();
      return [machine.exists(0), machine.amount(0), machine.exists(1), machine.amount(1), machine.segmentCount];
    };
    // One worker after another: nothing of the one before is left.
    for (const count of [1, 2, 3]) {
      expect(run('7', count)).toEqual([true, 5 * count, true, 5 * count, count]);
      expect(run(null, count)).toEqual([false, 0, false, 0, count]);
      expect(run('0', count)).toEqual([false, 0, true, 0, count]);
      expect(run('1/2', count)).toEqual([true, 5 * count, true, 5 * count, count]);
      expect(run('-1', count)).toEqual([true, 5 * count, true, 5 * count, count]);
    }
  });

  it('keeps the exact value of a line that is not rounded, and zero for one without a value', () => {
    const table = {
      ...tableOf(
        line(1, {
          steps: [
            ['constant', 0],
            ['constant', 1],
            ['divide', 0, 1],
          ],
          result: 2,
          standard: 2,
        }),
      ),
    };
    const constants = ['5', '3'].map((value) => ({
      ...(table.constants[0] as ProgramTable['constants'][number]),
      value,
    }));
    const machine = new Machine({ ...table, constants });
    machine.start(1);
    machine.run();
    expect([ratio.formatRational(machine.exact(0)), machine.read(machine.amountRegister(0), 0)]).toEqual([
      '5/3',
      { n: 5, d: 3 },
    ]);
  });
});
