import { ENGINE_VERSION, type PayslipResult, type PeriodParameters, type SegmentInput, type WorkerInput } from '../model';
import { crc32 } from '../program/checksum';
import { Machine } from '../program/machine';
import { tableText } from '../program/table';
import type { CompiledScheme } from '../scheme/compiled';
import { writePrograms } from '../scheme/write-programs';
import { InputCheck } from './check-input';
import { slipCheck, valuesText } from './derivation';
import { Readers } from './readers';
import { SlipFigures } from './slip-figures';

export interface PayEngine {
  /** Of the rules that it calculates by: stands in every run that it made. */
  readonly version: string;
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
  readonly version = ENGINE_VERSION;
  private readonly machine: Machine;
  private readonly text: string;
  private readonly check: number;
  private readonly input: InputCheck;
  private readonly month: ReturnType<Readers['month']>[];
  private readonly segment: ReturnType<Readers['segment']>[];
  private readonly figures: SlipFigures;

  constructor(scheme: CompiledScheme, parameters: PeriodParameters) {
    const table = writePrograms(scheme, parameters);
    this.text = tableText(table);
    this.check = crc32(this.text);
    this.machine = new Machine(table);
    this.input = new InputCheck(parameters);
    const readers = new Readers(parameters, (name) => namedBy(scheme, name));
    this.month = table.month.map((name) => readers.month(name));
    this.segment = table.segment.map((name) => readers.segment(name));
    const wageTax = scheme.items.find(({ definition }) => definition.rule === 'income_tax');
    this.figures = new SlipFigures(this.machine, wageTax?.definition.no);
  }

  programs(): string {
    return this.text;
  }

  calculate(input: WorkerInput): PayslipResult {
    this.input.check(input);
    this.load(input);
    const { machine } = this;
    machine.run();
    const totals = this.figures.totals();
    const lines = this.figures.lines();
    const values = valuesText(machine, input.segments.length);
    const check = slipCheck(this.check, input.workerNo, values, lines, totals);
    return {
      workerNo: input.workerNo,
      lines,
      totals,
      taxAfter: this.figures.taxAfter(input.tax),
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
}

function namedBy(scheme: CompiledScheme, name: string): string {
  return scheme.items.find((item) => item.names.has(name))?.definition.code ?? '';
}
