import type { Bracket, PeriodParameters, Sourced } from '../model';

export type ParameterValue = string | readonly (readonly [number | null, string, number])[];

/**
 * The parameters by the keys under which a program table names them: what a re-check compares the table with. Amounts are fen, tables
 * are rows of [upTo, rate, quick]; a value of several parts has one key per part. Parameters that were frozen by an earlier version are
 * read as they are.
 */
export function parameterValues({
  incomeTax,
  insurance,
  housingFund,
  labour,
}: PeriodParameters): Record<string, ParameterValue> {
  const { schemes, ...bounds } = insurance;
  const single = [incomeTax, bounds, housingFund, labour].flatMap((section) =>
    Object.values<Sourced<unknown>>(section),
  );
  const values: Record<string, ParameterValue> = {};
  for (const { key, value } of [...single, ...schemes]) add(values, key, value);
  return values;
}

function add(values: Record<string, ParameterValue>, key: string, value: unknown): void {
  if (isTable(value)) values[key] = value.map(({ upTo, rate, quick }) => [upTo, rate, quick] as const);
  else if (typeof value !== 'object' || value === null) values[key] = String(value);
  else for (const [name, part] of Object.entries(value)) add(values, `${key}.${snake(name)}`, part);
}

const isTable = (value: unknown): value is readonly Bracket[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && 'quick' in row);
/** Parts are named as in the policy packs: `employer_rate` of `employerRate`. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
