import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import { runCalculators, type CalculatorAnswer, type CalculatorParameters } from '@gridstaff/pay-engine';
import { hunan2025 } from '../../pay/parameters';

interface Told {
  op: unknown;
  input: unknown;
  output: Record<string, unknown>;
  /** Step by step: rule, formula | values | source. */
  because: string[];
  /** The parameters used: key, value | source | confidence. */
  used?: string[];
}
interface Refused {
  op: unknown;
  input: unknown;
  error: CalculatorAnswer['error'];
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(__dirname, file), 'utf8')) as unknown;
const { cases: told } = read('answers.json') as { cases: Told[] };
const { cases: refused } = read('refusals.json') as { cases: Refused[] };
const packs = (region: string, on: string): CalculatorParameters | undefined =>
  region === '430200' && on.startsWith('2025') ? hunan2025 : undefined;
const ask = (op: unknown, input: unknown): CalculatorAnswer =>
  runCalculators([{ id: 'x', op, input }], { packs, describe: (error) => toProblem(error).en })[0] as CalculatorAnswer;
type Used = { key: string; value: unknown; source: string; confidence: string }[];
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

describe('what a calculator tells', () => {
  it.each(told.map((one, i) => [i, one.op, one] as const))('%d %s', (_, op, { input, output, because, used }) => {
    const answer = ask(op, input);
    const { parameters_used: found, ...figures } = answer.output ?? {};
    expect(figures).toEqual(output);
    expect(
      answer.because?.map(({ rule, formula, values, source }) => {
        const named = Object.entries(values).map(([name, value]) => `${name} ${value}`);
        return `${rule}: ${formula} | ${named.join(', ')} | ${source}`;
      }),
    ).toEqual(because);
    expect(
      (found as Used | undefined)?.map(
        ({ key, value, source, confidence }) => `${key} = ${asText(value)} | ${source} | ${confidence}`,
      ),
    ).toEqual(used);
  });

  it.each(refused.map((one, i) => [i, one] as const))('refusal %d', (_, { op, input, error }) => {
    expect(ask(op, input)).toEqual({ id: 'x', op, error });
  });

  it('refuses a case that says too much or too little', () => {
    const answers = runCalculators([
      { id: 1, op: 'overtime' },
      { op: 'overtime', input: { base: '1' } },
      { id: 3, op: 'overtime', input: { base: '1' }, ['x'.repeat(60)]: 1 },
      null,
    ]);
    expect(answers.map(({ id, error }) => [id, error])).toEqual([
      [1, { code: 'MISSING_FIELD', message: 'MISSING_FIELD', path: 'input' }],
      [null, { code: 'MISSING_FIELD', message: 'MISSING_FIELD', path: 'id' }],
      [3, { code: 'UNKNOWN_FIELD', message: 'UNKNOWN_FIELD', path: 'x'.repeat(40) }],
      [null, { code: 'MISSING_FIELD', message: 'MISSING_FIELD', path: 'op' }],
    ]);
  });

  it('passes on what a pack cannot read, and says that there is none where it says so', () => {
    const from = (code: string | null): CalculatorAnswer['error'] =>
      runCalculators([{ id: 'x', op: 'overtime', input: { base: '1', region: 'r', on: '2025-03' } }], {
        packs: () => {
          throw code === null ? new Error('disk') : new DomainError(code, { elsewhere: 1 }, { path: 'file' });
        },
        describe: ({ params }) => JSON.stringify(params),
      })[0]?.error;
    expect(from('NO_PARAMETERS')).toEqual({
      ...{ code: 'NO_PARAMETERS', path: 'input.on' },
      message: '{"region":"r","period":"2025-03"}',
    });
    expect(from('PACK_BROKEN')).toEqual({ code: 'PACK_BROKEN', path: 'file', message: '{"elsewhere":1}' });
    expect(from(null)?.code).toBe('BUG');
    const none = runCalculators([{ id: 'x', op: 'overtime', input: { base: '1', region: 'r', on: '2025-03' } }]);
    expect(none[0]?.error).toMatchObject({ code: 'NO_PARAMETERS', path: 'input.on' });
  });
});
