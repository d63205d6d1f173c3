import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { formatYuan } from '@gridstaff/kernel';
import {
  compileScheme,
  createEngine,
  explain,
  type PayEngine,
  type PayItemDefinition,
  type PaySchemeDefinition,
  type SlipTotals,
} from '@gridstaff/pay-engine';
import { verifySlip } from '@gridstaff/verifier';
import { fenOf, workerInput, type GoldenInput, type GoldenSlip } from './golden-slip';
import { hunanWith } from './parameters';
import { gridScheme } from './scheme';

const read = (file: string): { usual: GoldenInput; cases: GoldenSlip[] } =>
  JSON.parse(readFileSync(path.join(__dirname, file), 'utf8')) as { usual: GoldenInput; cases: GoldenSlip[] };
const golden = read('slips.json');
const special = read('special-slips.json');
/** What a golden case lists: earnings, taxes, and whatever is taken apart from the usual contributions. */
const isListed = ({ kind, rule }: PayItemDefinition): boolean =>
  kind === 'earning' || /^(income_tax|bonus|labour|severance|loss_deduction|recovery|retro)/.test(rule ?? '');
const TOTALS: readonly (keyof SlipTotals)[] = [
  'gross',
  'employeeInsurance',
  'employeeFund',
  'tax',
  'otherDeductions',
  'net',
  'receivable',
  'recovered',
  'employerInsurance',
  'employerFund',
  'fee',
];
const engineOf = (scheme: PaySchemeDefinition, slip: GoldenSlip): PayEngine =>
  createEngine(compileScheme(scheme), hunanWith(slip.with));

describe('golden slips', () => {
  it.each([...golden.cases, ...special.cases].map((slip) => [slip.id, slip] as const))('%s', (_, slip) => {
    const scheme = gridScheme(slip.method);
    const engine = engineOf(scheme, slip);
    const result = engine.calculate(workerInput({ ...golden.usual, ...slip }));
    const codes = new Map(scheme.items.map((item) => [item.no, item]));
    const lines: Record<string, string> = {};
    for (const { itemNo, amount } of result.lines) {
      const item = codes.get(itemNo);
      if (item && amount !== 0 && isListed(item)) lines[item.code] = formatYuan(amount);
    }
    expect(lines).toEqual(slip.lines);
    const zero = result.lines.filter(({ amount }) => amount === 0).map(({ itemNo }) => codes.get(itemNo)?.code);
    expect(zero).toEqual(slip.zero ?? []);
    const { income, special, tax } = result.taxAfter;
    expect({ income: formatYuan(income), special: formatYuan(special), tax: formatYuan(tax) }).toEqual(slip.after);
    for (const name of TOTALS) expect([name, result.totals[name]]).toEqual([name, fenOf(slip.totals[name])]);
    expect(verifySlip(engine.programs(), result)).toEqual([]);
    for (const [code, shares] of Object.entries(slip.shares ?? {})) {
      const item = scheme.items.find((one) => one.code === code);
      const line = explain(engine.programs(), result.derivation, 'en').find((one) => one.itemNo === item?.no);
      expect(Object.values(line?.steps.find((step) => step.rule === 'split')?.values ?? {})).toEqual(shares);
    }
  });
});
