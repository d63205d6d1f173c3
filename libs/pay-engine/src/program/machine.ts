import { DomainError, ratio, type Rational } from '@gridstaff/kernel';
import { assemble, Op, WIDTH, type Block, type Layout } from './assemble';
import { NO_VALUE, Registers } from './registers';
import { HERE, PAYS, type ProgramTable } from './table';

const PAYS_LAST = PAYS.indexOf('last');

interface Brackets {
  /** Null is the last row. */
  upTo: readonly (Rational | null)[];
  rate: readonly Rational[];
  quick: readonly Rational[];
}

/**
 * Runs a program table over the values of one worker at a time. Built once per table; `load` values with `month` and `segment`,
 * then `run`, then read amounts and registers. Holds the state of the last worker only.
 */
export class Machine {
  readonly registers: Registers;
  readonly layout: Layout;
  private readonly code: Int32Array;
  private readonly blocks: readonly Block[];
  private readonly brackets: readonly Brackets[];
  private banks: Registers;
  private bankCount = 4;
  private segments = 1;
  /** Index of the segment value HERE; −1: every segment is paid here. */
  private readonly here: number;

  constructor(readonly table: ProgramTable) {
    const { layout, code, blocks } = assemble(table);
    this.layout = layout;
    this.code = Int32Array.from(code);
    this.blocks = blocks;
    this.here = table.segment.indexOf(HERE);
    this.registers = new Registers(layout.size);
    this.banks = new Registers(this.bankCount * layout.eachSize);
    table.constants.forEach((c, i) => this.registers.put(layout.constants + i, ratio.parseRational(c.value)));
    this.brackets = table.tables.map((t) => ({
      upTo: t.rows.map((r) => (r[0] === null ? null : ratio.parseRational(String(r[0])))),
      rate: t.rows.map((r) => ratio.parseRational(r[1])),
      quick: t.rows.map((r) => ratio.ofFen(r[2])),
    }));
  }

  /** Register of the i-th month value. */
  month(i: number): number {
    return this.layout.month + i;
  }

  /** Register of the i-th value of the segment being loaded; call `keepSegment` after its values are set when there are several. */
  segment(i: number): number {
    return this.layout.each + i;
  }

  start(segments: number): void {
    this.segments = segments;
    if (segments > this.bankCount) {
      this.bankCount = segments;
      this.banks = new Registers(segments * this.layout.eachSize);
    }
  }

  keepSegment(s: number): void {
    if (this.segments === 1) return;
    const { each, eachSize } = this.layout;
    this.banks.copyFrom(this.registers, each, s * eachSize, eachSize);
  }

  /** Where the values of segment s lie after loading. */
  bank(s: number): { bank: Registers; from: number } {
    const { each, eachSize } = this.layout;
    return this.segments === 1 ? { bank: this.registers, from: each } : { bank: this.banks, from: s * eachSize };
  }

  /** @throws DomainError PAY_DIVIDE_BY_ZERO, PAY_AMOUNT_TOO_LARGE naming the item */
  run(): void {
    const { registers } = this;
    const allHere = this.allHere();
    for (const block of this.blocks) {
      if (!this.isOpen(block)) {
        registers.set(block.amount, 0, 1);
        if (block.share >= 0) this.shareOut(block, true);
        continue;
      }
      this.runBlock(block);
      const d = registers.d[block.result] as number;
      if (d === NO_VALUE) throw new DomainError('PAY_DIVIDE_BY_ZERO', { item: block.code, itemNo: block.item });
      const n = registers.n[block.result] as number;
      if (block.pays !== 0 && !allHere) registers.set(block.amount, this.paidHere(block, n), 1);
      else if (d === 1) registers.set(block.amount, n === 0 ? 0 : n, 1);
      else registers.move(block.amount, block.result);
      if (block.share >= 0) this.shareOut(block, false);
    }
  }

  /** Whether the line of block i was calculated (its gate was open). */
  exists(i: number): boolean {
    return this.isOpen(this.blocks[i] as Block);
  }

  private isOpen({ when, nonZero }: Block): boolean {
    if (when < 0) return true;
    return this.registers.d[when] !== NO_VALUE && (!nonZero || this.registers.n[when] !== 0);
  }

  /** Where the amount of line i lies after a run. */
  amountRegister(i: number): number {
    return (this.blocks[i] as Block).amount;
  }

  amount(i: number): number {
    return this.registers.n[(this.blocks[i] as Block).amount] as number;
  }

  /** Exact value of a step of line i after a run; `segment` matters for steps of `each` only. */
  valueOf(i: number, ref: number, segment: number): Rational | undefined {
    return this.read((this.blocks[i] as Block).registers[ref] as number, segment);
  }

  read(register: number, segment: number): Rational | undefined {
    const { each, eachSize } = this.layout;
    if (this.segments === 1 || register < each || register >= each + eachSize) return this.registers.get(register);
    return this.banks.get(segment * eachSize + register - each);
  }

  /** Exact result of line i, rounded or not. */
  exact(i: number): Rational {
    return this.registers.get((this.blocks[i] as Block).amount) ?? ratio.ZERO;
  }

  get segmentCount(): number {
    return this.segments;
  }

  /** The segments' shares of line i: its whole amount split by its weights, by largest remainder. */
  shares(i: number): number[] {
    const block = this.blocks[i] as Block;
    return this.split(block.weights, this.registers.n[block.result] as number);
  }

  /** Whether segment s is paid by this slip. */
  isHere(s: number): boolean {
    if (this.here < 0) return true;
    const { each, eachSize } = this.layout;
    if (this.segments === 1) return this.registers.n[each + this.here] === 1;
    return this.banks.n[s * eachSize + this.here] === 1;
  }

  private allHere(): boolean {
    for (let s = 0; s < this.segments; s++) if (!this.isHere(s)) return false;
    return true;
  }

  /** What this slip pays of a whole amount of which other slips pay some segments. */
  private paidHere(block: Block, whole: number): number {
    if (block.pays === PAYS_LAST) return this.isHere(this.segments - 1) ? whole : 0;
    return this.split(block.weights, whole).reduce((sum, share, s) => (this.isHere(s) ? sum + share : sum), 0);
  }

  private runBlock(block: Block): void {
    try {
      if (block.eachFrom < block.eachTo) this.forEachSegment(() => this.execute(block.eachFrom, block.eachTo));
      this.execute(block.from, block.to);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'OUT_OF_RANGE') throw error;
      throw new DomainError('PAY_AMOUNT_TOO_LARGE', { item: block.code, itemNo: block.item });
    }
  }

  private forEachSegment(action: (s: number) => void): void {
    if (this.segments === 1) return action(0);
    const { each, eachSize } = this.layout;
    for (let s = 0; s < this.segments; s++) {
      this.registers.copyFrom(this.banks, s * eachSize, each, eachSize);
      action(s);
      this.banks.copyFrom(this.registers, each, s * eachSize, eachSize);
    }
  }

  private shareOut(block: Block, none: boolean): void {
    const amount = none ? 0 : (this.registers.n[block.result] as number);
    if (this.segments === 1) return this.registers.set(block.share, amount, 1);
    const shares = none ? [] : this.split(block.weights, amount);
    this.forEachSegment((s) => this.registers.set(block.share, shares[s] ?? 0, 1));
  }

  private split(weights: number, amount: number): number[] {
    if (this.segments === 1) return [amount];
    const values = Array.from({ length: this.segments }, (_, s) => this.read(weights, s) ?? ratio.ZERO);
    return splitExactly(amount, values);
  }

  private execute(from: number, to: number): void {
    const { code, registers: r } = this;
    for (let pc = from; pc < to; pc += WIDTH) {
      const at = code[pc + 1] as number;
      const a = code[pc + 2] as number;
      const b = code[pc + 3] as number;
      switch (code[pc]) {
        case Op.add:
          r.add(at, a, b);
          break;
        case Op.subtract:
          r.subtract(at, a, b);
          break;
        case Op.multiply:
          r.multiply(at, a, b);
          break;
        case Op.divide:
          r.divide(at, a, b);
          break;
        case Op.clamp:
          r.clamp(at, a, b, code[pc + 4] as number);
          break;
        case Op.lookUp:
          this.lookUp(at, a, b, code[pc + 4] as number);
          break;
        case Op.round:
          r.round(at, a, b, code[pc + 4] as number);
          break;
        case Op.choose:
          r.choose(at, a, b, code[pc + 4] as number, code[pc + 5] as number, code[pc + 6] as number);
          break;
        default:
          this.sum(at, a);
      }
    }
  }

  private sum(at: number, ref: number): void {
    const r = this.registers;
    if (this.segments === 1) return r.move(at, ref);
    let total: Rational | undefined = ratio.ZERO;
    for (let s = 0; s < this.segments; s++) {
      const value = this.read(ref, s);
      total = total && value && ratio.add(total, value);
    }
    if (total) r.put(at, total);
    else r.clear(at);
  }

  private lookUp(at: number, x: number, table: number, column: number): void {
    const r = this.registers;
    if (!r.has(x)) return r.clear(at);
    const brackets = this.brackets[table] as Brackets;
    const small = r.d[x] === 1 ? (r.n[x] as number) : null;
    const value = small === null ? (r.get(x) as Rational) : null;
    let row = 0;
    for (; row < brackets.upTo.length - 1; row++) {
      const upTo = brackets.upTo[row] as Rational;
      if (small !== null && upTo.d === 1) {
        if (small <= (upTo.n as number)) break;
      } else if (ratio.compare(value ?? ratio.ofFen(small as number), upTo) <= 0) break;
    }
    r.put(at, (column === 0 ? brackets.rate : brackets.quick)[row] as Rational);
  }
}

/**
 * Splits an amount by exact weights: each part is rounded towards zero, the left-over fen go to the largest remainders, the earlier
 * segment first on a tie. Weights that add up to zero give all to the last segment.
 */
export function splitExactly(amount: number, weights: readonly Rational[]): number[] {
  const whole = weights.reduce<Rational>((sum, w) => ratio.add(sum, w), ratio.ZERO);
  if (whole.n === 0) return weights.map((_, s) => (s === weights.length - 1 ? amount : 0));
  const size = ratio.ofFen(Math.abs(amount));
  const exact = weights.map((w) => ratio.divide(ratio.multiply(size, w), whole));
  const parts = exact.map(floor);
  const rests = exact.map((e, s) => ({ s, rest: ratio.subtract(e, ratio.ofFen(parts[s] as number)) }));
  // Stable: the earlier segment first on a tie.
  rests.sort((a, b) => ratio.compare(b.rest, a.rest));
  let left = Math.abs(amount) - parts.reduce((sum, p) => sum + p, 0);
  for (const { s } of rests) {
    if (left === 0) break;
    parts[s] = (parts[s] as number) + 1;
    left -= 1;
  }
  return amount < 0 ? parts.map((p) => (p === 0 ? 0 : -p)) : parts;
}

function floor(x: Rational): number {
  const down = ratio.round(x, 'down');
  return ratio.isNegative(x) && ratio.compare(x, ratio.ofFen(down)) !== 0 ? down - 1 : down;
}
