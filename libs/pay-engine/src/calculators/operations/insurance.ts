import { formatYuan, ratio, type Fen } from '@gridstaff/kernel';
import type { InsuranceScheme, PeriodParameters, Sourced } from '../../model';
import { housingFund, housingFundBase } from '../../rules/housing-fund';
import { contribution, insuranceBase, pays, type Side } from '../../rules/insurance';
import { fail, Fields } from '../fields';
import { GIVEN, Sheet } from '../sheet';
import { answer, DATED, dated, PATH, type Context, type Operation } from './context';

type Insurance = Pick<PeriodParameters['insurance'], 'floor' | 'ceiling'> & { schemes: readonly Sourced<Scheme>[] };
/** As in the policy packs, but with whatever names a case gives its insurances. */
type Scheme = Omit<InsuranceScheme, 'name'> & { name: string };

const given = <T>(key: string, value: T): Sourced<T> => ({ key, value, source: GIVEN, confidence: 'confirmed' });
const SIDES: readonly Side[] = ['employer', 'employee'];

/** One month's contributions on a wage, each insurance and side rounded half up. */
export const siMonth: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['wage'], ['parameters', ...DATED]);
  const parameters = dated(f, context);
  if (!parameters) f.need('parameters');
  else if (f.has('parameters')) throw fail('UNKNOWN_FIELD', f.at('parameters'), { name: 'parameters' });
  const insurance = parameters?.insurance ?? readInsurance(f.raw('parameters'), f.at('parameters'));
  const { sheet, employer, employee, totals } = contributions(f.money('wage'), insurance, context);
  const output = {
    base: sheet.yuan('base'),
    employer,
    employee,
    employer_total: formatYuan(totals.employer),
    employee_total: formatYuan(totals.employee),
  };
  return answer(sheet, output, true);
};

/** A late notice applied back: what both sides still owe (or get back, negative) for the months to redo. */
export const siRetro: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['wage', 'months_to_redo', 'old_parameters', 'new_parameters']);
  const wage = f.money('wage');
  const months = f.count('months_to_redo', 1_200);
  const [before, after] = (['old_parameters', 'new_parameters'] as const).map((name) =>
    contributions(wage, readInsurance(f.raw(name), f.at(name), name), context),
  ) as [Contributions, Contributions];
  const sheet = new Sheet(context);
  for (const side of SIDES) {
    sheet.line(`${side}_difference`, (b) =>
      b.multiply(b.add([b.take(`new.${side}`)], [b.take(`old.${side}`)]), b.take('months_to_redo')),
    );
  }
  sheet.run({
    'old.employer': before.totals.employer,
    'old.employee': before.totals.employee,
    'new.employer': after.totals.employer,
    'new.employee': after.totals.employee,
    months_to_redo: months,
  });
  const parts = [before.sheet, after.sheet];
  return {
    output: {
      employee_difference: sheet.yuan('employee_difference'),
      employer_difference: sheet.yuan('employer_difference'),
      parameters_used: parts.flatMap((part) => part.parametersUsed()),
    },
    because: [...parts, sheet].flatMap((part) => part.because()),
  };
};

interface Contributions {
  sheet: Sheet;
  employer: Record<string, string>;
  employee: Record<string, string>;
  totals: Record<Side, Fen>;
}

function contributions(wage: Fen, insurance: Insurance, context: Context): Contributions {
  const sheet = new Sheet(context).line('base', (b) => insuranceBase(b, insurance));
  const named = (side: Side): Sourced<InsuranceScheme>[] =>
    (insurance.schemes as readonly Sourced<InsuranceScheme>[]).filter((scheme) => pays(scheme.value, side));
  for (const side of SIDES) {
    for (const scheme of named(side)) {
      sheet.line(`${side}.${scheme.value.name}`, (b) => contribution(b, scheme, side, b.line(sheet.no('base'))));
    }
    sheet.line(`${side}_total`, (b) => {
      const parts = named(side).map((scheme) => b.line(sheet.no(`${side}.${scheme.value.name}`)));
      return parts.length > 0 ? b.add(parts) : b.number(0);
    });
  }
  sheet.run({ 'insurance.base': wage });
  const amounts = (side: Side): Record<string, string> =>
    Object.fromEntries(named(side).map(({ value }) => [value.name, sheet.yuan(`${side}.${value.name}`)]));
  const totals = { employer: sheet.fen('employer_total'), employee: sheet.fen('employee_total') };
  return { sheet, employer: amounts('employer'), employee: amounts('employee'), totals };
}

function readInsurance(value: unknown, path: string, key = 'parameters'): Insurance {
  const f = new Fields(value, path, ['floor', 'ceiling', 'employer', 'employee'], ['employee_fixed']);
  const schemes = new Map<string, Scheme>();
  const scheme = (name: string): Scheme => {
    const found = schemes.get(name) ?? { name, deductible: true };
    schemes.set(name, found);
    return found;
  };
  for (const [name, rate] of f.rates('employer')) scheme(name).employerRate = rate;
  for (const [name, rate] of f.rates('employee')) scheme(name).employeeRate = rate;
  for (const [name, fixed] of f.amounts('employee_fixed')) scheme(name).employeeFixed = fixed;
  return {
    ...bounds(f, key),
    schemes: [...schemes.values()].map((s) => given(`${key}.${s.name}`, s)),
  };
}

function bounds(f: Fields, key: string): { floor: Sourced<Fen>; ceiling: Sourced<Fen> } {
  const floor = f.money('floor');
  const ceiling = f.money('ceiling');
  if (ceiling < floor) throw f.outOfRange('ceiling');
  return { floor: given(`${key}.floor`, floor), ceiling: given(`${key}.ceiling`, ceiling) };
}

/** One month's housing fund of both sides. */
export const hfMonth: Operation = (input, context) => {
  const rates = ['employer_rate', 'employee_rate'];
  const f = new Fields(input, PATH, ['wage'], ['parameters', ...rates, ...DATED]);
  const parameters = dated(f, context);
  if (!parameters) {
    f.need('parameters');
    const misplaced = rates.find((name) => f.has(name));
    if (misplaced) throw fail('UNKNOWN_FIELD', f.at(misplaced), { name: misplaced });
  }
  // By region the two rates may stand beside it or, as inline, under `parameters`.
  const nested = f.has('parameters');
  const own = nested ? new Fields(f.raw('parameters'), f.at('parameters'), ...expected(parameters !== null, rates)) : f;
  for (const name of rates) own.need(name);
  const fund = parameters?.housingFund ?? readFund(own);
  const sheet = new Sheet(context).line('base', (b) => housingFundBase(b, fund));
  for (const side of SIDES) sheet.line(side, (b) => housingFund(b, fund, side, b.line(sheet.no('base'))));
  sheet.line('both', (b) => b.add(SIDES.map((side) => b.line(sheet.no(side)))));
  sheet.run({
    'fund.base': f.money('wage'),
    'fund.employer_rate': ratio.parseDecimal(own.rate('employer_rate')),
    'fund.employee_rate': ratio.parseDecimal(own.rate('employee_rate')),
  });
  const output = {
    base: sheet.yuan('base'),
    employer: sheet.yuan('employer'),
    employee: sheet.yuan('employee'),
    both: sheet.yuan('both'),
  };
  const settings = [fund.unit, fund.mode].map(({ key, value, source, confidence }) => ({
    key,
    value,
    source,
    confidence: source === GIVEN ? 'given' : confidence,
  }));
  const used = [...(sheet.parametersUsed() as readonly (typeof settings)[number][]), ...settings];
  return { output: { ...output, parameters_used: used }, because: sheet.because() };
};

const expected = (byRegion: boolean, rates: readonly string[]): [string[], string[]] =>
  byRegion
    ? [[], [...rates]]
    : [
        ['floor', 'ceiling', ...rates],
        ['unit', 'mode'],
      ];

function readFund(f: Fields): PeriodParameters['housingFund'] {
  return {
    ...bounds(f, 'parameters'),
    unit: given('parameters.unit', f.choice('unit', ['yuan', 'jiao', 'fen'], 'yuan')),
    mode: given('parameters.mode', f.choice('mode', ['half_up', 'down', 'up'], 'half_up')),
  };
}
