import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { formatYuan } from '@gridstaff/kernel';
import {
  compileScheme,
  createEngine,
  explain,
  type AbsenceMethod,
  type ExplainedStep,
  type Language,
} from '@gridstaff/pay-engine';
import { verifySlip } from '@gridstaff/verifier';
import { workerInput, type GoldenInput, type GoldenSlip } from './golden-slip';
import { hunanWith } from './parameters';
import { gridScheme } from './scheme';

interface ExplainedCase extends Partial<GoldenInput> {
  id: string;
  language: Language;
  method?: AbsenceMethod;
  with?: GoldenSlip['with'];
  /** Numbers of the lines that are explained at all. */
  all: number[];
  /** The lines chosen, by number, name and amount: their steps. */
  lines: Record<string, string[]>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(__dirname, file), 'utf8')) as unknown;
const { usual } = read('slips.json') as { usual: GoldenInput };
const { cases } = read('explained.json') as { cases: ExplainedCase[] };

function shown({ rule, label, formula, values, result, source, confidence, segment }: ExplainedStep): string {
  const named = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return [
    `${segment === undefined ? '' : `#${segment} `}${rule}: ${label} = ${formula} = ${result}`,
    named.join(', '),
    source + (confidence === 'confirmed' ? '' : ' (unconfirmed)'),
  ].join(' | ');
}

describe('explained slips', () => {
  it.each(cases.map((one) => [one.id, one] as const))(
    '%s',
    (_, { language, method, with: parameters, all: numbers, lines, ...more }) => {
      const engine = createEngine(compileScheme(gridScheme(method)), hunanWith(parameters));
      const slip = engine.calculate(workerInput({ ...usual, ...more }));
      const explained: Record<string, string[]> = {};
      const all: number[] = [];
      for (const { itemNo, name, amount, steps } of explain(engine.programs(), slip.derivation, language)) {
        all.push(itemNo);
        const line = `${itemNo} ${name} ${formatYuan(amount)}`;
        if (line in lines) explained[line] = steps.map(shown);
      }
      expect(all).toEqual(numbers);
      expect(explained).toEqual(lines);
      expect(verifySlip(engine.programs(), slip)).toEqual([]);
    },
  );
});
