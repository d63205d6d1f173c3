import { invariant } from '@gridstaff/kernel';
import { COMPARISONS, MODES } from './registers';
import { PAYS, type LineProgram, type ProgramTable, type Ref, type Step } from './table';

export const Op = {
  add: 1,
  subtract: 2,
  multiply: 3,
  divide: 4,
  clamp: 5,
  lookUp: 6,
  round: 7,
  choose: 8,
  sum: 9,
} as const;
/** Numbers per instruction: operation, target register, up to five operands. */
export const WIDTH = 7;

export interface Block {
  item: number;
  code: string;
  /** Register that must hold a value for the line to exist; −1: always. */
  when: number;
  /** The value in `when` must also be other than zero. */
  nonZero: boolean;
  eachFrom: number;
  eachTo: number;
  from: number;
  to: number;
  result: number;
  amount: number;
  /** Register of the split's weights; −1: the line is never split. */
  weights: number;
  /** Register that receives the segment's share; −1 when no line asks for it. */
  share: number;
  /** Index in `PAYS`; 0: always all of it. */
  pays: number;
  /** Register of each step, by its index in the line program. */
  registers: readonly number[];
}

/** Where the kinds of values lie: [0] zero, constants, month values, then everything that exists per segment, then the rest. */
export interface Layout {
  constants: number;
  month: number;
  each: number;
  /** Registers kept per segment: segment values, shares, steps of `each`. */
  eachSize: number;
  size: number;
}

/** Turns the line programs into one list of instructions over numbered registers; takes and constants cost nothing at run time. */
export function assemble(table: ProgramTable): { layout: Layout; code: number[]; blocks: Block[] } {
  return new Assembler(table).assemble();
}

class Assembler {
  private readonly code: number[] = [];
  private readonly blocks: Block[] = [];
  private readonly byItem = new Map<number, { line: LineProgram; block: Block }>();
  private readonly shares = new Map<number, number>();
  private readonly layout: Layout;
  private nextEach: number;
  private nextTotal: number;

  constructor(private readonly table: ProgramTable) {
    const constants = 1;
    const month = constants + table.constants.length;
    const each = month + table.month.length;
    const wanted = table.lines.flatMap((l) => l.each).filter((s) => s[0] === 'share');
    for (const [, item] of wanted) {
      if (!this.shares.has(item)) this.shares.set(item, each + table.segment.length + this.shares.size);
    }
    this.nextEach = each + table.segment.length + this.shares.size;
    const eachSize = table.segment.length + this.shares.size + table.lines.reduce((n, l) => n + l.each.length, 0);
    this.nextTotal = each + eachSize;
    this.layout = { constants, month, each, eachSize, size: 0 };
  }

  assemble(): { layout: Layout; code: number[]; blocks: Block[] } {
    for (const line of this.table.lines) this.line(line);
    this.layout.size = this.nextTotal;
    return { layout: this.layout, code: this.code, blocks: this.blocks };
  }

  private line(line: LineProgram): void {
    const registers: number[] = [];
    const eachFrom = this.code.length;
    for (const step of line.each) registers.push(this.step(step, registers, () => this.nextEach++, true));
    const from = this.code.length;
    for (const step of line.steps) registers.push(this.step(step, registers, () => this.nextTotal++, false));
    const register = (ref: Ref): number => at(registers, ref);
    const block: Block = {
      item: line.item,
      code: line.code,
      nonZero: line.gate === 'nonzero',
      when: line.when === null ? -1 : this.layout.month + line.when,
      eachFrom,
      eachTo: from,
      from,
      to: this.code.length,
      result: register(line.result),
      amount: this.nextTotal++,
      weights: line.split === null ? -1 : register(line.split),
      share: this.shares.get(line.item) ?? -1,
      pays: PAYS.indexOf(line.pays),
      registers,
    };
    invariant(block.weights >= 0 || (block.share < 0 && line.pays !== 'own'), `line ${line.item} has no split`);
    this.blocks.push(block);
    this.byItem.set(line.item, { line, block });
  }

  private step(step: Step, registers: readonly number[], target: () => number, each: boolean): number {
    const r = (ref: Ref): number => at(registers, ref);
    const optional = (ref: Ref | null): number => (ref === null ? -1 : at(registers, ref));
    switch (step[0]) {
      case 'take':
        return this.layout.month + step[1];
      case 'take_each':
        invariant(each, 'take_each outside of each');
        return this.layout.each + step[1];
      case 'constant':
        return this.layout.constants + step[1];
      case 'line':
        return this.other(step[1]).block.amount;
      case 'share':
        return at([...this.shares.values()], [...this.shares.keys()].indexOf(step[1]));
      case 'standard': {
        const { line, block } = this.other(step[1]);
        return at(block.registers, line.standard);
      }
      case 'last':
        // After `each` its registers hold the last segment; a later line runs through the segments again, so the value is set aside.
        return this.emit(Op.add, target(), 0, r(step[1]));
      case 'add':
        return this.sum(step[1].map(r), step[2].map(r), target());
      case 'multiply':
        return this.emit(Op.multiply, target(), r(step[1]), r(step[2]));
      case 'divide':
        return this.emit(Op.divide, target(), r(step[1]), r(step[2]));
      case 'clamp':
        return this.emit(Op.clamp, target(), r(step[1]), optional(step[2]), optional(step[3]));
      case 'look_up':
        return this.emit(Op.lookUp, target(), r(step[1]), step[2], step[3] === 'quick' ? 1 : 0);
      case 'round':
        return this.emit(Op.round, target(), r(step[1]), MODES.indexOf(step[2]), step[3]);
      case 'choose': {
        const [, comparison, a, b, then, otherwise] = step;
        return this.emit(Op.choose, target(), r(a), r(b), r(then), r(otherwise), COMPARISONS.indexOf(comparison));
      }
      case 'sum':
        return this.emit(Op.sum, target(), r(step[1]));
    }
  }

  /** Register 0 holds zero, so a lone minus is a subtraction from it. */
  private sum(plus: readonly number[], minus: readonly number[], target: number): number {
    let from = plus[0] ?? 0;
    for (const other of plus.slice(1)) from = this.emit(Op.add, target, from, other);
    for (const other of minus) from = this.emit(Op.subtract, target, from, other);
    return from;
  }

  private emit(...[op, target, ...operands]: [number, number, ...number[]]): number {
    this.code.push(op, target, ...operands);
    for (let i = operands.length + 2; i < WIDTH; i++) this.code.push(0);
    return target;
  }

  private other(item: number): { line: LineProgram; block: Block } {
    const found = this.byItem.get(item);
    invariant(found, `line ${item} is used before it is calculated`);
    return found;
  }
}

function at(list: readonly number[], index: number): number {
  const found = list[index];
  invariant(found !== undefined, `no step ${index}`);
  return found;
}
