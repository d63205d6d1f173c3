import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { formatYuan } from '@gridstaff/kernel';
import {
  compileScheme,
  createEngine,
  explain,
  type PayEngine,
  type PaySchemeDefinition,
  type SlipTotals,
} from '@gridstaff/pay-engine';
import { verifySlip } from '@gridstaff/verifier';
import { fenOf, workerInput, type GoldenInput, type GoldenSlip } from './golden-slip';
import { hunan2025 } from './parameters';
import { gridScheme } from './scheme';

const golden = JSON.parse(readFileSync(path.join(__dirname, 'slips.json'), 'utf8')) as {
  usual: GoldenInput;
  cases: GoldenSlip[];
};
const TOTALS: readonly (keyof SlipTotals)[] = [
  'gross',
  'employeeInsurance',
  'employeeFund',
  'tax',
  'otherDeductions',
  'net',
  'receivable',
  'employerInsurance',
  'employerFund',
  'fee',
];
const engineOf = (scheme: PaySchemeDefinition): PayEngine => createEngine(compileScheme(scheme), hunan2025);

describe('golden slips', () => {
  it.each(golden.cases.map((slip) => [slip.id, slip] as const))('%s', (_, slip) => {
    const scheme = gridScheme(slip.method);
    const engine = engineOf(scheme);
    const result = engine.calculate(workerInput({ ...golden.usual, ...slip }));
    const codes = new Map(scheme.items.map((item) => [item.no, item]));
    const lines: Record<string, string> = {};
    for (const { itemNo, amount } of result.lines) {
      const item = codes.get(itemNo);
      if (item && amount !== 0 && (item.kind === 'earning' || item.code === 'tax'))
        lines[item.code] = formatYuan(amount);
    }
    expect(lines).toEqual(slip.lines);
    for (const name of TOTALS) expect([name, result.totals[name]]).toEqual([name, fenOf(slip.totals[name])]);
    expect(verifySlip(engine.programs(), result)).toEqual([]);
    for (const [code, shares] of Object.entries(slip.shares ?? {})) {
      const item = scheme.items.find((one) => one.code === code);
      const line = explain(engine.programs(), result.derivation, 'en').find((one) => one.itemNo === item?.no);
      expect(Object.values(line?.steps.find((step) => step.rule === 'split')?.values ?? {})).toEqual(shares);
    }
  });
});
