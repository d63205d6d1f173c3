import { invariant, ratio } from '@gridstaff/kernel';
import type { Machine } from '../program/machine';
import type { PayLine, SlipTotals } from '../model';
import { crc32 } from '../program/checksum';
import type { Registers } from '../program/registers';

const TOTALS = [
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
] as const satisfies readonly (keyof SlipTotals)[];

/** Exact text of an input register: an integer, a quoted fraction, or null. Inputs are always small. */
function valueText(r: Registers, at: number): string {
  const d = r.d[at] as number;
  const n = r.n[at] as number;
  if (d === 1) return String(n);
  if (d === 0) return 'null';
  if (n % d === 0) return String(n / d);
  return `"${ratio.formatRational(ratio.rational(n, d))}"`;
}

/** The loaded values as the derivation lists them: number of segments, month values, then each segment's values. */
export function valuesText(machine: Machine, segments: number): string {
  const { month, segment } = machine.table;
  const r = machine.registers;
  let text = String(segments);
  for (let i = 0; i < month.length; i++) text += `,${valueText(r, machine.month(i))}`;
  for (let s = 0; s < segments; s++) {
    const { bank, from } = machine.bank(s);
    for (let i = 0; i < segment.length; i++) text += `,${valueText(bank, from + i)}`;
  }
  return text;
}

/** Check figure over everything a slip consists of, so that damage of any byte shows even where it would not change an amount. */
export function slipCheck(
  programsCheck: number,
  workerNo: number,
  values: string,
  lines: readonly PayLine[],
  totals: SlipTotals,
): number {
  let text = `${workerNo};${values};`;
  for (const line of lines) text += `${line.itemNo}:${line.amount},`;
  for (const name of TOTALS) text += `;${totals[name]}`;
  return crc32(text, programsCheck);
}

/** A derivation read back: number of segments and exact values in the order of the program table. */
export interface DerivationValues {
  segments: number;
  values: readonly (number | string | null)[];
}

/** Reads our own stored text; `libs/verifier` checks foreign text. */
export function readDerivation(text: string): DerivationValues {
  const [check, segments, ...values] = JSON.parse(text) as [number, number, ...(number | string | null)[]];
  invariant(typeof check === 'number' && segments >= 0, 'not a derivation');
  return { segments, values };
}
