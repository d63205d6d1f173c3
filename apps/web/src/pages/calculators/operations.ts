/** What a form asks for: each operation of the calculators and its fields, in the order in which people think of them. */
export type FieldKind = 'money' | 'rate' | 'count' | 'hours' | 'flag' | 'region' | 'period' | 'text';

export interface Field {
  name: string;
  kind: FieldKind | 'choice' | 'map' | 'rows' | 'group';
  optional?: boolean;
  choices?: readonly string[];
  /** Of each value of a map. */
  of?: 'money' | 'rate';
  /** Of each row, or of the group. */
  fields?: readonly Field[];
  initial?: unknown;
}

export interface Operation {
  op: string;
  group: 'tax' | 'insurance' | 'labour' | 'money';
  fields: readonly Field[];
}

const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({ name, kind, ...more });
const optional = (one: Field): Field => ({ ...one, optional: true });
const money = (name: string): Field => field(name, 'money');
const count = (name: string, initial?: number): Field => field(name, 'count', { initial });
const choice = (name: string, choices: readonly string[]): Field =>
  field(name, 'choice', { choices, initial: choices[0] });
const rows = (name: string, fields: readonly Field[], initial: unknown): Field =>
  field(name, 'rows', { fields, initial });
const REGION = [field('region', 'region'), field('on', 'period')];
const MONTHS = [{ month: 1 }];

const insuranceParameters = (name: string): Field =>
  field(name, 'group', {
    fields: [
      money('floor'),
      money('ceiling'),
      field('employer', 'map', { of: 'rate' }),
      field('employee', 'map', { of: 'rate' }),
      optional(field('employee_fixed', 'map', { of: 'money' })),
    ],
  });

export const OPERATIONS: readonly Operation[] = [
  {
    op: 'wage_cumulative',
    group: 'tax',
    fields: [
      choice('mode', ['normal', 'first_job', 'prior_year_60000']),
      optional(count('hire_month')),
      optional(count('leave_month')),
      optional(field('additional_is_cumulative', 'flag')),
      rows(
        'months',
        [
          count('month'),
          money('income'),
          ...['exempt', 'special', 'additional', 'other', 'relief'].map((name) => optional(money(name))),
        ],
        MONTHS,
      ),
    ],
  },
  { op: 'bonus_separate', group: 'tax', fields: [money('bonus')] },
  { op: 'labour_single', group: 'tax', fields: [money('income'), choice('category', ['labour', 'author'])] },
  { op: 'intern_labour', group: 'tax', fields: [rows('months', [count('month'), money('income')], MONTHS)] },
  { op: 'severance_iit', group: 'tax', fields: [money('severance'), money('local_average_annual_wage')] },
  { op: 'si_month', group: 'insurance', fields: [money('wage'), ...REGION] },
  {
    op: 'si_retro',
    group: 'insurance',
    fields: [
      money('wage'),
      count('months_to_redo'),
      insuranceParameters('old_parameters'),
      insuranceParameters('new_parameters'),
    ],
  },
  {
    op: 'hf_month',
    group: 'insurance',
    fields: [money('wage'), field('employer_rate', 'rate'), field('employee_rate', 'rate'), ...REGION],
  },
  {
    op: 'overtime',
    group: 'labour',
    fields: [
      money('base'),
      ...['weekday_hours', 'restday_hours', 'holiday_hours'].map((name) => optional(field(name, 'hours'))),
    ],
  },
  {
    op: 'proration',
    group: 'labour',
    fields: [
      money('monthly'),
      field('paid_workdays', 'hours'),
      field('scheduled_workdays', 'hours'),
      optional(field('calendar_days', 'hours')),
      optional(field('employed_calendar_days', 'hours')),
    ],
  },
  {
    op: 'sick_leave',
    group: 'labour',
    fields: [money('base'), field('sick_workdays', 'hours'), field('contract_ratio', 'rate'), money('minimum_wage')],
  },
  { op: 'annual_leave_entitlement', group: 'labour', fields: [count('cumulative_months')] },
  {
    op: 'annual_leave_payout',
    group: 'labour',
    fields: [count('full_year_days'), count('calendar_days'), money('average_wage'), optional(count('days_taken'))],
  },
  {
    op: 'probation',
    group: 'labour',
    fields: [money('contract_wage'), money('minimum_wage'), money('offered'), optional(money('lowest_same_post'))],
  },
  {
    op: 'severance_pay',
    group: 'labour',
    fields: [
      count('years'),
      count('months'),
      optional(count('days')),
      money('average_wage'),
      money('minimum_wage'),
      money('local_average_monthly_wage'),
    ],
  },
  {
    op: 'minimum_wage',
    group: 'labour',
    fields: [
      money('gross'),
      field('not_counted', 'map', { of: 'money' }),
      money('minimum_wage'),
      optional(field('paid_workdays', 'hours')),
    ],
  },
  { op: 'loss_deduction', group: 'labour', fields: [money('wage'), money('loss'), money('minimum_wage')] },
  {
    op: 'retirement_age',
    group: 'labour',
    fields: [choice('group', ['male60', 'female55', 'female50']), field('birth', 'period')],
  },
  {
    op: 'agency_settlement',
    group: 'money',
    fields: [
      count('headcount'),
      optional(money('fee_per_head')),
      optional(field('fee_rate', 'rate')),
      choice('vat', ['none', 'differential_5', 'full_6']),
      field('pass_through', 'map', { of: 'money' }),
    ],
  },
  { op: 'budget_progress', group: 'money', fields: [money('budget'), money('spent'), count('month')] },
];

type Values = Record<string, unknown>;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

function mapped(value: unknown): Values {
  const pairs = (value as { name?: string; value?: string }[] | undefined) ?? [];
  return Object.fromEntries(
    pairs.filter(({ name, value: amount }) => name && amount).map(({ name, value: amount }) => [name, amount]),
  );
}

function valueOf(one: Field, value: unknown): unknown {
  if (one.kind === 'map') return mapped(value);
  if (one.kind === 'rows')
    return ((value as Values[] | undefined) ?? []).map((row) => inputOf(one.fields ?? [], row ?? {}));
  if (one.kind === 'group') return inputOf(one.fields ?? [], (value as Values | undefined) ?? {});
  return isEmpty(value) || value === false ? undefined : value;
}

/** The form's values as the calculators take them: what was left empty is not there. */
export function inputOf(fields: readonly Field[], values: Values): Values {
  const pairs = fields.map((one) => [one.name, valueOf(one, values[one.name])] as const);
  return Object.fromEntries(
    pairs.filter(
      ([name, value]) =>
        value !== undefined && !(isEmptyMap(fields, name) && Object.keys(value as Values).length === 0),
    ),
  );
}

const isEmptyMap = (fields: readonly Field[], name: string): boolean =>
  fields.some((one) => one.name === name && one.kind === 'map' && one.optional === true);

/** `input.months[0].income` → the place of the form's field. */
export const placeOf = (path: string): (string | number)[] =>
  path
    .replace(/^input\.?/, '')
    .split(/\.|\[(\d+)\]/)
    .filter((part): part is string => part !== undefined && part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
