import { formatYuan, invariant, ratio, type Fen, type Rational } from '@gridstaff/kernel';
import { ENGINE_VERSION } from '../model';
import { LineBuilder, TableBuilder } from '../program/builder';
import { explainLine, type ExplainedStep } from '../program/explain';
import type { Language } from '../program/expression';
import { Machine } from '../program/machine';
import { print } from '../program/print';
import type { ProgramTable, Ref, TextEntry } from '../program/table';
import { builtInText } from '../texts';
import { calculatorText } from './texts';
import type { Because, Output } from './types';

/** Source of parameters that came with the case itself. */
export const GIVEN = 'input.parameters';
/** Prefix of values that carry a name of the user's own. */
export const NAMED = 'name.';

/** A small program table written for one case: lines in order, each of which may read those before it. Same steps as a payslip. */
export class Sheet {
  private readonly builder = new TableBuilder(
    { engine: ENGINE_VERSION, scheme: 'calculator', region: '', period: '', taxMonth: '', fingerprint: '' },
    describe,
  );
  private readonly numbers = new Map<string, number>();
  private readonly reasons: Because[] = [];
  private readonly noted = new Set<string>();
  private machine: Machine | null = null;

  constructor(private readonly context: { readonly language: Language; readonly source: string }) {}

  /** Adds a line; the callback writes its steps and returns its result. */
  line(code: string, write: (b: LineBuilder) => Ref): this {
    invariant(this.machine === null && !this.numbers.has(code), `line ${code} comes too late or twice`);
    const item = this.numbers.size + 1;
    const text = describe(`result.${code}`);
    const flags = { total: null, recovers: false, taxable: false, special: false };
    const head = { item, code, zh: text.zh, en: text.en, kind: 'figure', ...flags };
    const b = new LineBuilder(this.builder, head).total();
    this.numbers.set(code, item);
    const result = write(b);
    b.finish(b.label(result, `result.${code}`));
    return this;
  }

  /** Number of an earlier line, for `b.line`. */
  no(code: string): number {
    const no = this.numbers.get(code);
    invariant(no !== undefined, `no line ${code}`);
    return no;
  }

  /** Calculates all lines from the values taken and notes the reasons; may be called once per month of a case. */
  run(values: Readonly<Record<string, Rational | number>>, extra: Record<string, string> = {}): this {
    const machine = (this.machine ??= new Machine(this.builder.build()));
    machine.start(1);
    machine.table.month.forEach((name, i) => {
      const value = values[name];
      invariant(value !== undefined, `no value ${name}`);
      machine.registers.put(machine.month(i), typeof value === 'number' ? ratio.rational(value) : value);
    });
    machine.run();
    for (let i = 0; i < this.numbers.size; i++) {
      for (const step of explainLine(machine, i, this.context.language)) {
        this.note(step, extra);
      }
    }
    return this;
  }

  /** Lines may share a step (an hour's pay): it is told once. */
  private note({ rule, label, formula, values, result, source }: ExplainedStep, extra: Record<string, string>): void {
    const told = { ...extra, ...values, [label]: result };
    const reason = { rule, formula: `${label} = ${formula}`, values: told, source: source || this.context.source };
    const key = JSON.stringify(reason);
    if (this.noted.has(key)) return;
    this.noted.add(key);
    this.reasons.push(reason);
  }

  exact(code: string): Rational {
    invariant(this.machine, 'run comes first');
    return this.machine.exact(this.no(code) - 1);
  }

  fen(code: string): Fen {
    return ratio.round(this.exact(code));
  }

  /** Amount with exactly two decimals. */
  yuan(code: string): string {
    return formatYuan(this.fen(code));
  }

  /** Exact value of a labelled step of a line. */
  step(code: string, label: string): Rational {
    const index = this.no(code) - 1;
    const ref = this.table.lines[index]?.labels.find(([, key]) => key === label)?.[0];
    const value = ref === undefined ? undefined : this.machine?.valueOf(index, ref, 0);
    invariant(value, `no step ${label}`);
    return value;
  }

  because(): Because[] {
    return this.reasons;
  }

  /** The dated parameters that the lines read, each with its source and confidence. */
  parametersUsed(): Output {
    const given = (source: string, confidence: string): string => (source === GIVEN ? 'given' : confidence);
    const constants = this.table.constants
      .filter((c) => c.confidence !== 'literal')
      .map(({ key, value, unit, source, confidence }) => ({
        key,
        value: print(ratio.parseRational(value), unit),
        source,
        confidence: given(source, confidence),
      }));
    const tables = this.table.tables.map(({ key, rows, source, confidence }) => ({
      key,
      value: rows.map(([upTo, rate, quick]) => ({
        up_to: upTo === null ? null : formatYuan(Number(upTo)),
        rate: print(ratio.parseRational(rate), 'number'),
        quick: formatYuan(quick),
      })),
      source,
      confidence: given(source, confidence),
    }));
    return [...constants, ...tables];
  }

  private get table(): ProgramTable {
    invariant(this.machine, 'run comes first');
    return this.machine.table;
  }
}

function describe(key: string): TextEntry {
  if (key.startsWith(NAMED)) return { zh: key.slice(NAMED.length), en: key.slice(NAMED.length), unit: 'money' };
  return builtInText(key) ?? calculatorText(key);
}
