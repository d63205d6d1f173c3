import { invariant, ratio } from '@gridstaff/kernel';
import { readDerivation } from '../engine/derivation';
import { Expression, type Language } from './expression';
import { Machine } from './machine';
import { print } from './print';
import { readTable, type LineProgram, type ProgramTable } from './table';

export interface ExplainedStep {
  /** Key of the rule step, such as `iit.cumulative`. */
  rule: string;
  label: string;
  formula: string;
  /** Named values of the formula as decimal text; money in yuan. */
  values: Record<string, string>;
  result: string;
  source: string;
  confidence: 'confirmed' | 'unconfirmed';
  /** 1-based, when the month has several segments and the step belongs to one. */
  segment?: number;
}

export interface ExplainedLine {
  itemNo: number;
  name: string;
  /** Fen. */
  amount: number;
  steps: ExplainedStep[];
}

/**
 * Expands a stored derivation into readable steps: every line is calculated again from the values taken. `programs` is the text that
 * the run stored (or the table read from it, to explain many slips).
 */
export function explain(programs: string | ProgramTable, derivation: string, language: Language): ExplainedLine[] {
  const machine = new Machine(typeof programs === 'string' ? readTable(programs) : programs);
  loadDerivation(machine, derivation);
  machine.run();
  const lines = machine.table.lines.map((line, i) => ({ line, i })).filter(({ i }) => machine.exists(i));
  return lines
    .map(({ line, i }) => ({
      itemNo: line.item,
      name: line[language],
      amount: machine.amount(i),
      steps: explainLine(machine, i, language),
    }))
    .sort((a, b) => a.itemNo - b.itemNo);
}

/** The labelled steps of one line, those of the segments first, in date order. */
export function explainLine(machine: Machine, index: number, language: Language): ExplainedStep[] {
  const line = machine.table.lines[index] as LineProgram;
  const segments = machine.segmentCount;
  const steps: ExplainedStep[] = [];
  for (let s = 0; s < segments; s++) {
    for (const [ref, key] of line.labels) {
      if (ref >= line.each.length) continue;
      steps.push({
        ...explainStep(machine, index, ref, key, s, language),
        ...(segments > 1 ? { segment: s + 1 } : {}),
      });
    }
  }
  for (const [ref, key] of line.labels) {
    if (ref >= line.each.length) steps.push(explainStep(machine, index, ref, key, segments - 1, language));
  }
  if (line.split !== null && (segments > 1 || (segments === 1 && !machine.isHere(0))))
    steps.push(shareStep(machine, index, language));
  return steps;
}

function explainStep(
  machine: Machine,
  index: number,
  ref: number,
  key: string,
  segment: number,
  language: Language,
): ExplainedStep {
  const expression = new Expression(machine, index, segment, language);
  const text = machine.table.texts[key];
  const formula = expression.print(ref);
  const sources = [...(text?.source ? [text.source] : []), ...expression.sources];
  return {
    rule: key,
    label: text?.[language] ?? key,
    formula,
    values: Object.fromEntries(expression.values),
    result: print(machine.valueOf(index, ref, segment), text?.unit ?? 'number'),
    source: [...new Set(sources.flatMap((source) => source.split('; ')))].join('; '),
    confidence: expression.unconfirmed ? 'unconfirmed' : 'confirmed',
  };
}

function shareStep(machine: Machine, index: number, language: Language): ExplainedStep {
  const shares = machine.shares(index);
  const other = language === 'zh' ? '（另一工资条）' : ' (another slip)';
  const mixed = shares.some((_, s) => !machine.isHere(s));
  const name = (s: number): string => (mixed ? `#${s + 1}${machine.isHere(s) ? '' : other}` : String(s + 1));
  const values = Object.fromEntries(shares.map((share, s) => [name(s), print(ratio.ofFen(share), 'money')]));
  return {
    rule: 'split',
    label: language === 'zh' ? '各时段份额' : 'shares of the segments',
    formula: language === 'zh' ? '按权重分摊，余数最大者优先' : 'split by weight, the largest remainder first',
    values,
    result: print(ratio.ofFen(machine.amount(index)), 'money'),
    source: '',
    confidence: 'confirmed',
  };
}

function loadDerivation(machine: Machine, derivation: string): void {
  const { segments, values } = readDerivation(derivation);
  const { month, segment } = machine.table;
  invariant(values.length === month.length + segments * segment.length, 'the derivation belongs to other programs');
  const set = (register: number, value: number | string | null): void => {
    if (value === null) machine.registers.clear(register);
    else machine.registers.put(register, ratio.parseRational(String(value)));
  };
  machine.start(segments);
  month.forEach((_, i) => set(machine.month(i), values[i] ?? null));
  for (let s = 0; s < segments; s++) {
    segment.forEach((_, i) => set(machine.segment(i), values[month.length + s * segment.length + i] ?? null));
    machine.keepSegment(s);
  }
}
