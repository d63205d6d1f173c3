import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import {
  calculatorNames,
  runCalculators,
  type CalculatorAnswer,
  type CalculatorParameters,
} from '@gridstaff/pay-engine';
import { hunan2025 } from '../pay/parameters';

interface GoldenCase {
  id: string;
  op: string;
  input: unknown;
  output?: Record<string, unknown>;
  error?: { code: string; path: string };
  worked: string;
}

const files = readdirSync(__dirname).filter((name) => name.endsWith('.json'));
const read = (file: string): GoldenCase[] =>
  (JSON.parse(readFileSync(path.join(__dirname, file), 'utf8')) as { cases: GoldenCase[] }).cases;
const packs = (region: string, on: string): CalculatorParameters | undefined =>
  region === '430200' && on.startsWith('2025') ? hunan2025 : undefined;
const describeError = (error: DomainError): string => toProblem(error).en;
const ask = (op: string, input: unknown): CalculatorAnswer =>
  runCalculators([{ id: 'x', op, input }], { packs, language: 'en', describe: describeError })[0] as CalculatorAnswer;

type Path = readonly string[];
/** Fields whose members have names of the user's own. */
const isFree = (name: string): boolean =>
  ['employer', 'employee', 'employee_fixed', 'not_counted', 'pass_through'].includes(name);
const isAmount = (value: unknown): boolean => typeof value === 'string' && /^\d+\.\d\d$/.test(value);
const shown = (path: Path): string =>
  ['input', ...path].map((name, i) => (/^\d+$/.test(name) ? `[${name}]` : i === 0 ? name : `.${name}`)).join('');

function leavesOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member).map((path) => [name, ...path]));
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce((inner, name) => (inner as Record<string, unknown>)[name], value);

/** A copy with one member set, or taken out. */
function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  const inner = replaced(copy[name], rest, by);
  if (inner === undefined) delete copy[name];
  else copy[name] = inner;
  return copy;
}

describe.each(files)('calculators: %s', (file) => {
  it.each(read(file).map((golden) => [golden.id, golden] as const))('%s', (_, { id, op, input, output, error }) => {
    const [answer] = runCalculators([{ id, op, input }], { packs, describe: describeError });
    expect(answer?.id).toBe(id);
    if (error) {
      expect(answer?.error).toMatchObject(error);
      expect(answer?.error?.message.length).toBeGreaterThan(10);
      expect(answer?.output).toBeUndefined();
      return;
    }
    const { parameters_used: used, ...figures } = answer?.output ?? {};
    expect(figures).toEqual(output);
    expect(used !== undefined).toBe(['si_month', 'si_retro', 'hf_month'].includes(op));
    expect(answer?.because?.length).toBeGreaterThan(0);
    // Every step names the rule it follows.
    expect(answer?.because?.filter((step) => step.source === '' || step.formula === '')).toEqual([]);
  });
});

describe('calculators', () => {
  it('covers every operation with golden cases', () => {
    const covered = new Set(
      files
        .flatMap(read)
        .filter((c) => c.output)
        .map((c) => c.op),
    );
    expect([...covered].sort()).toEqual(calculatorNames().sort());
  });

  it('answers in order, a bad case spoiling no other', () => {
    const good = { id: 'good', op: 'overtime', input: { base: '174' } };
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown;
    const junk: unknown[] = [
      null,
      7,
      'x',
      [],
      [good],
      {},
      { op: 'overtime' },
      { id: 1, op: {}, input: 1 },
      { id: 2, op: 'overtime', input: deep },
    ];
    const nested = [
      { id: 3, op: 'overtime', input: { base: deep } },
      { id: 4, op: 'si_month', input: { wage: '1', parameters: deep } },
    ];
    const polluting = JSON.parse('{"id":5,"op":"overtime","input":{"base":"1","__proto__":{"x":1}}}') as unknown;
    const extra = { ...good, also: true };
    const answers = runCalculators([good, ...junk, ...nested, polluting, extra, good]);
    const codes = answers.map((a) => a.error?.code);
    expect(codes[0]).toBeUndefined();
    expect(codes.at(-1)).toBeUndefined();
    expect(codes.slice(1, -1).every((code) => code !== undefined && code !== 'BUG')).toBe(true);
    expect(answers.at(-3)?.error).toMatchObject({ code: 'UNKNOWN_FIELD', path: 'input.__proto__' });
    expect(answers.at(-2)?.error).toMatchObject({ code: 'UNKNOWN_FIELD', path: 'also' });
    expect(answers[0]?.output).toEqual(answers.at(-1)?.output);
  });

  describe.each(calculatorNames())('%s names the field of every error', (op) => {
    const size = (golden: GoldenCase): number => leavesOf(golden.input).length;
    const fullest = files
      .flatMap(read)
      .filter((golden) => golden.op === op && golden.output)
      .reduce((most, golden) => (size(golden) > size(most) ? golden : most));
    const { input } = fullest;
    const errorOf = (changed: unknown): CalculatorAnswer['error'] => ask(op, changed).error;

    it.each(leavesOf(input).map((path) => [path.join('.'), path] as const))('%s', (_, path) => {
      const place = shown(path);
      for (const junk of ['NaN', '', null, '1e3', ' 1', '１', true, { a: 1 }, ['1'], '0x10', 'Infinity', 1.5]) {
        // A flag may be true.
        if (typeof junk === 'boolean' && typeof at(input, path) === 'boolean') continue;
        expect([junk, errorOf(replaced(input, path, junk))]).toEqual([
          junk,
          {
            code: expect.stringMatching(/^(NOT_A_NUMBER|OUT_OF_RANGE)$/) as string,
            message: expect.any(String) as string,
            path: place,
          },
        ]);
      }
      const negative = errorOf(replaced(input, path, '-1'));
      expect(negative).toMatchObject({ path: place });
      if (isAmount(at(input, path))) {
        expect(negative?.code).toBe('NEGATIVE_AMOUNT');
        expect(errorOf(replaced(input, path, '-0.01'))).toMatchObject({ code: 'NEGATIVE_AMOUNT', path: place });
      }
      const gone = errorOf(replaced(input, path, undefined));
      if (gone)
        expect(gone).toMatchObject({ code: expect.stringMatching(/^(MISSING_FIELD|UNKNOWN_FIELD)$/) as string });
      if (gone?.code === 'MISSING_FIELD' && !place.endsWith(']')) expect(gone.path).toBe(place);
    });

    it('a list or mapping that is none', () => {
      const lists = new Set(leavesOf(input).map((path) => path[0] ?? ''));
      for (const name of [...lists].filter((one) => typeof at(input, [one]) === 'object')) {
        for (const junk of [null, 'x', 7, true]) {
          expect([name, junk, errorOf(replaced(input, [name], junk))]).toMatchObject([
            name,
            junk,
            { path: `input.${name}` },
          ]);
        }
      }
    });

    it('a field that is unknown', () => {
      const objects = [[], ...leavesOf(input).map((path) => path.slice(0, -1))].filter((path) => !path.some(isFree));
      for (const path of objects) {
        const extended = replaced(input, [...path, 'unheard_of'], '1');
        expect(errorOf(extended)).toMatchObject({ code: 'UNKNOWN_FIELD', path: shown([...path, 'unheard_of']) });
      }
    });
  });

  it('keeps any name a case gives its insurances', () => {
    const input = JSON.parse(
      '{"wage":"1000","parameters":{"floor":"0","ceiling":"2000","employer":{"__proto__":"0.1","constructor":"0.2"},"employee":{}}}',
    ) as unknown;
    const { output } = ask('si_month', input);
    expect(JSON.stringify(output?.employer)).toBe('{"__proto__":"100.00","constructor":"200.00"}');
    expect(output?.employer_total).toBe('300.00');
  });

  it('takes dated parameters from the packs and tells which, with source and confidence', () => {
    const { output } = ask('si_month', { wage: '3300', region: '430200', on: '2025-03' });
    expect(output).toMatchObject({ base: '4072.00', employer_total: '1058.71', employee_total: '434.42' });
    expect(output?.parameters_used).toContainEqual({
      key: 'insurance.floor',
      value: '4072.00',
      source: 'HRSS notice 2025-09-22',
      confidence: 'confirmed',
    });
    const beside = ask('hf_month', {
      wage: '3333',
      region: '430200',
      on: '2025-03',
      employer_rate: '0.05',
      employee_rate: '0.05',
    });
    const below = ask('hf_month', {
      wage: '3333',
      region: '430200',
      on: '2025-03',
      parameters: { employer_rate: '0.05', employee_rate: '0.05' },
    });
    expect(beside.output).toMatchObject({ employer: '167.00', both: '334.00' });
    expect(below.output).toEqual(beside.output);
    expect(
      ask('sick_leave', { base: '3000', sick_workdays: 3, contract_ratio: '0.7', region: '430200', on: '2025-03' })
        .output,
    ).toMatchObject({
      floor_month: '1680.00',
      sick_pay: '289.66',
    });
  });

  it('explains in steps: rule, formula, values and source', () => {
    const answer = ask('overtime', { base: '5220', holiday_hours: '8' });
    expect(answer.because).toContainEqual({
      rule: 'overtime.pay',
      formula: 'overtime pay = hourly rate × overtime hours on statutory holidays × overtime rate',
      values: {
        'hourly rate': '30.00',
        'overtime hours on statutory holidays': '8',
        'overtime rate': '3',
        'overtime pay': '720.00',
      },
      source: '劳动法 art.44; 工资支付暂行规定 art.13',
    });
  });
});
