import type { PayLine, SlipTotals, TaxAfter, TaxInput } from '../model';
import type { Machine } from '../program/machine';
import { HERE, type LineProgram, type TotalName } from '../program/table';

/** Values that many lines share (days, whether a segment is paid here) are no input of one item. */
const SHARED = new RegExp(`^month\\.|_days$|^${HERE}$`);

interface Numbered {
  item: number;
  /** Index of the line, and the register of its amount. */
  index: number;
  amount: number;
  /** Registers of the month values that are the item's own inputs; indices of its own segment values. */
  month: Int32Array;
  segment: Int32Array;
}

/** Reads lines, totals and the year to date from the machine's registers after a run; which registers is settled once. */
export class SlipFigures {
  private readonly byNumber: readonly Numbered[];
  private readonly totalOf: Readonly<Record<TotalName, Int32Array>>;
  private readonly recovers: Int32Array;
  private readonly taxable: Int32Array;
  private readonly special: Int32Array;
  private readonly wageTax: Int32Array;

  /** @param wageTaxItem number of the item that withholds on the year's wages; a bonus taxed apart is no part of the year to date */
  constructor(
    private readonly machine: Machine,
    wageTaxItem: number | undefined,
  ) {
    const { lines } = machine.table;
    const where = (select: (line: LineProgram) => boolean): Int32Array =>
      Int32Array.from(lines.flatMap((line, i) => (select(line) ? [machine.amountRegister(i)] : [])));
    const total = (name: TotalName): Int32Array => where((line) => line.total === name);
    this.totalOf = {
      gross: total('gross'),
      employeeInsurance: total('employeeInsurance'),
      employeeFund: total('employeeFund'),
      tax: total('tax'),
      otherDeductions: total('otherDeductions'),
      employerInsurance: total('employerInsurance'),
      employerFund: total('employerFund'),
      fee: total('fee'),
    };
    this.recovers = where((line) => line.recovers);
    this.taxable = where((line) => line.taxable);
    this.special = where((line) => line.special);
    this.wageTax = where((line) => line.item === wageTaxItem);
    this.byNumber = lines.map((line, i) => numbered(machine, line, i)).sort((a, b) => a.item - b.item);
  }

  /** Lines of non-zero amount and of every item that had an input other than zero, by number. */
  lines(): PayLine[] {
    const { n } = this.machine.registers;
    const lines: PayLine[] = [];
    for (const line of this.byNumber) {
      const amount = n[line.amount] as number;
      if (amount !== 0 || (this.machine.exists(line.index) && this.hasInput(line)))
        lines.push({ itemNo: line.item, amount });
    }
    return lines;
  }

  totals(): SlipTotals {
    const { totalOf } = this;
    const gross = this.sum(totalOf.gross);
    const employeeInsurance = this.sum(totalOf.employeeInsurance);
    const employeeFund = this.sum(totalOf.employeeFund);
    const tax = this.sum(totalOf.tax);
    const otherDeductions = this.sum(totalOf.otherDeductions);
    const rest = gross - employeeInsurance - employeeFund - tax - otherDeductions;
    return {
      gross,
      employeeInsurance,
      employeeFund,
      tax,
      otherDeductions,
      net: rest > 0 ? rest : 0,
      receivable: rest < 0 ? -rest : 0,
      recovered: this.sum(this.recovers),
      employerInsurance: this.sum(totalOf.employerInsurance),
      employerFund: this.sum(totalOf.employerFund),
      fee: this.sum(totalOf.fee),
    };
  }

  taxAfter({ before }: TaxInput): TaxAfter {
    return {
      ...before,
      income: before.income + this.sum(this.taxable),
      special: before.special + this.sum(this.special),
      tax: before.tax + this.sum(this.wageTax),
    };
  }

  private sum(registers: Int32Array): number {
    const { n } = this.machine.registers;
    let sum = 0;
    for (let i = 0; i < registers.length; i++) sum += n[registers[i] as number] as number;
    return sum;
  }

  private hasInput({ month, segment }: Numbered): boolean {
    const { machine } = this;
    const { n } = machine.registers;
    for (let i = 0; i < month.length; i++) if (n[month[i] as number] !== 0) return true;
    for (let s = 0; s < machine.segmentCount; s++) {
      const { bank, from } = machine.bank(s);
      for (let i = 0; i < segment.length; i++) if (bank.n[from + (segment[i] as number)] !== 0) return true;
    }
    return false;
  }
}

function numbered(machine: Machine, line: LineProgram, index: number): Numbered {
  const { month, segment } = machine.table;
  const own = { month: new Set<number>(), segment: new Set<number>() };
  for (const step of [...line.each, ...line.steps]) {
    if (step[0] === 'take' && !SHARED.test(month[step[1]] ?? '')) own.month.add(machine.month(step[1]));
    if (step[0] === 'take_each' && !SHARED.test(segment[step[1]] ?? '')) own.segment.add(step[1]);
  }
  return {
    item: line.item,
    index,
    amount: machine.amountRegister(index),
    month: Int32Array.from(own.month),
    segment: Int32Array.from(own.segment),
  };
}
