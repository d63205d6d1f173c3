import type {
  PayLine,
  PayslipResult,
  PeriodParameters,
  SegmentInput,
  SlipTotals,
  TaxAfter,
  WorkerInput,
} from '../model';
import { crc32 } from '../program/checksum';
import { Machine } from '../program/machine';
import { HERE, tableText, type LineProgram } from '../program/table';
import type { CompiledScheme } from '../scheme/compiled';
import { writePrograms } from '../scheme/write-programs';
import { InputCheck } from './check-input';
import { slipCheck, valuesText } from './derivation';
import { Readers } from './readers';

export interface PayEngine {
  /**
   * One worker's payslip. Depends on the input alone: same input, same bytes.
   * @throws DomainError PAY_* when this worker cannot be calculated (the run records an exclusion with it)
   */
  calculate(input: WorkerInput): PayslipResult;
  /** The run's program table as canonical JSON: stored once per run, the same in every process that calculates it. */
  programs(): string;
}

/** Prepares everything that does not depend on the worker. */
export function createEngine(scheme: CompiledScheme, parameters: PeriodParameters): PayEngine {
  return new Engine(scheme, parameters);
}

class Engine implements PayEngine {
  private readonly machine: Machine;
  private readonly text: string;
  private readonly check: number;
  private readonly input: InputCheck;
  private readonly month: ReturnType<Readers['month']>[];
  private readonly segment: ReturnType<Readers['segment']>[];
  private readonly lines: readonly LineProgram[];
  /** Number of the item that withholds on the year's wages; a bonus taxed apart is no part of the year to date. */
  private readonly wageTax: number | undefined;
  /** Lines by item number, with the registers of their own inputs. */
  private readonly byNumber: readonly { index: number; item: number; month: number[]; segment: number[] }[];

  constructor(scheme: CompiledScheme, parameters: PeriodParameters) {
    const table = writePrograms(scheme, parameters);
    this.text = tableText(table);
    this.check = crc32(this.text);
    this.machine = new Machine(table);
    this.input = new InputCheck(parameters);
    const readers = new Readers(parameters, (name) => namedBy(scheme, name));
    this.month = table.month.map((name) => readers.month(name));
    this.segment = table.segment.map((name) => readers.segment(name));
    this.lines = table.lines;
    this.wageTax = scheme.items.find(({ definition }) => definition.rule === 'income_tax')?.definition.no;
    this.byNumber = table.lines
      .map((line, index) => ({ index, item: line.item, ...ownInputs(line, table.month, table.segment) }))
      .sort((a, b) => a.item - b.item);
  }

  programs(): string {
    return this.text;
  }

  calculate(input: WorkerInput): PayslipResult {
    this.input.check(input);
    this.load(input);
    const { machine } = this;
    machine.run();
    const totals = this.totals();
    const lines: PayLine[] = [];
    const segments = input.segments.length;
    for (const own of this.byNumber) {
      const amount = machine.amount(own.index);
      if (amount !== 0 || (machine.exists(own.index) && this.hasInput(own, segments)))
        lines.push({ itemNo: own.item, amount });
    }
    const values = valuesText(machine, segments);
    const check = slipCheck(this.check, input.workerNo, values, lines, totals);
    return {
      workerNo: input.workerNo,
      lines,
      totals,
      taxAfter: this.taxAfter(input),
      derivation: `[${check},${values}]`,
    };
  }

  private load(input: WorkerInput): void {
    const { machine, month, segment } = this;
    const { registers } = machine;
    const { segments } = input;
    machine.start(segments.length);
    for (let i = 0; i < month.length; i++)
      (month[i] as ReturnType<Readers['month']>)(registers, machine.month(i), input);
    for (let s = 0; s < segments.length; s++) {
      const values = segments[s] as SegmentInput;
      for (let i = 0; i < segment.length; i++) {
        (segment[i] as ReturnType<Readers['segment']>)(registers, machine.segment(i), values, input);
      }
      machine.keepSegment(s);
    }
  }

  private hasInput(own: { month: number[]; segment: number[] }, segments: number): boolean {
    const { machine } = this;
    const { n } = machine.registers;
    for (const i of own.month) if (n[machine.month(i)] !== 0) return true;
    for (const i of own.segment) {
      for (let s = 0; s < segments; s++) if (machine.read(machine.segment(i), s)?.n !== 0) return true;
    }
    return false;
  }

  private totals(): SlipTotals {
    const t: SlipTotals = {
      gross: 0,
      employeeInsurance: 0,
      employeeFund: 0,
      tax: 0,
      otherDeductions: 0,
      net: 0,
      receivable: 0,
      recovered: 0,
      employerInsurance: 0,
      employerFund: 0,
      fee: 0,
    };
    for (let i = 0; i < this.lines.length; i++) {
      const { total, recovers } = this.lines[i] as LineProgram;
      if (total !== null) t[total] += this.machine.amount(i);
      if (recovers) t.recovered += this.machine.amount(i);
    }
    const rest = t.gross - t.employeeInsurance - t.employeeFund - t.tax - t.otherDeductions;
    t.net = rest > 0 ? rest : 0;
    t.receivable = rest < 0 ? -rest : 0;
    return t;
  }

  private taxAfter({ tax: { before } }: WorkerInput): TaxAfter {
    const after = { ...before };
    for (let i = 0; i < this.lines.length; i++) {
      const line = this.lines[i] as LineProgram;
      if (line.taxable) after.income += this.machine.amount(i);
      if (line.special) after.special += this.machine.amount(i);
      if (line.item === this.wageTax) after.tax += this.machine.amount(i);
    }
    return after;
  }
}

function namedBy(scheme: CompiledScheme, name: string): string {
  return scheme.items.find((item) => item.names.has(name))?.definition.code ?? '';
}

const SHARED = new RegExp(`_days$|^${HERE}$`);

/** Values every line shares (days of month and segment) do not count as an input of one item. */
function ownInputs(
  line: LineProgram,
  month: readonly string[],
  segment: readonly string[],
): { month: number[]; segment: number[] } {
  const own = { month: new Set<number>(), segment: new Set<number>() };
  for (const step of [...line.each, ...line.steps]) {
    if (step[0] === 'take' && !month[step[1]]?.startsWith('month.')) own.month.add(step[1]);
    if (step[0] === 'take_each' && !SHARED.test(segment[step[1]] ?? '')) own.segment.add(step[1]);
  }
  return { month: [...own.month], segment: [...own.segment] };
}
