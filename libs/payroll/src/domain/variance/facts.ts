import { formatYuan } from '@gridstaff/kernel';
import {
  parameterValues,
  type PeriodParameters,
  RETRO_CATEGORIES,
  type RetroCategory,
  type SegmentInput,
  type WorkerInput,
} from '@gridstaff/pay-engine';
import { FORMULA_INPUTS } from '../inputs';
import { causeOfValue, causesOfMembers, type InputCause } from './causes';

/** One input of a cause in both months, as text; null where a month has none. */
export interface ChangedFact {
  readonly cause: InputCause;
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: 'money' | 'days' | 'hours' | 'number';
  readonly before: string | null;
  readonly after: string | null;
}

type Named = Omit<ChangedFact, 'cause' | 'before' | 'after'>;

const named = (name: string, zh: string, en: string, unit: Named['unit'] = 'number'): Named => ({ name, zh, en, unit });

const ABSENCES = [
  named('absence.unpaid', '事假', 'unpaid leave', 'days'),
  named('absence.sick', '病假', 'sick leave', 'days'),
  named('absence.absent_without_leave', '旷工', 'absence without leave', 'days'),
  named('absence.paid', '带薪假', 'paid leave', 'days'),
  named('absence.maternity', '产假', 'maternity leave', 'days'),
];
const OVERTIME = [
  named('overtime.weekday', '工作日加班', 'overtime on workdays', 'hours'),
  named('overtime.restday', '休息日加班', 'overtime on rest days', 'hours'),
  named('overtime.holiday', '法定节假日加班', 'overtime on statutory holidays', 'hours'),
  named('overtime.restdayTimeOff', '休息日加班已调休', 'rest-day overtime taken as time off', 'hours'),
];

const RETRO: Readonly<Record<RetroCategory, readonly [zh: string, en: string]>> = {
  taxable: ['应税补发补扣', 'taxable differences'],
  nonTaxable: ['免税补发补扣', 'differences free of tax'],
  employeeInsurance: ['个人社保补扣', 'insurance of the worker'],
  employeeInsuranceNotDeductible: ['个人社保补扣（税前不扣）', 'insurance of the worker, after tax'],
  employeeFund: ['个人公积金补扣', 'housing fund of the worker'],
  otherDeductions: ['其他补扣', 'other deductions'],
  employerInsurance: ['单位社保补缴', 'insurance of the employer'],
  employerFund: ['单位公积金补缴', 'housing fund of the employer'],
  fee: ['管理费补差', 'agency fee'],
};

const hundredths = (value: number): string => formatYuan(value);
const yuan = (value: number | undefined | null): string | null =>
  value === undefined || value === null ? null : formatYuan(value);

type Reading = (input: WorkerInput) => string | null;

/** None on a slip of differences alone. */
const last = ({ segments }: WorkerInput): SegmentInput | undefined => segments.at(-1);
const total =
  (of: (s: SegmentInput) => number): Reading =>
  (input) =>
    String(input.segments.reduce((n, s) => n + of(s), 0));

/** What is shown of an input beside the values of formulas. */
const READINGS: readonly [InputCause, Named, Reading][] = [
  ['days_in_post', named('in_post', '在岗应出勤天数', 'scheduled days in post', 'days'), total((s) => s.scheduledDays)],
  [
    'days_in_post',
    named('in_post_calendar', '在岗日历天数', 'calendar days in post', 'days'),
    total((s) => s.calendarDays),
  ],
  [
    'calendar',
    named('scheduled_days', '当月应出勤天数', 'scheduled days of the month', 'days'),
    (i) => String(i.scheduledDays),
  ],
  [
    'calendar',
    named('calendar_days', '当月日历天数', 'calendar days of the month', 'days'),
    (i) => String(i.calendarDays),
  ],
  ...ABSENCES.map((kind): [InputCause, Named, Reading] => [
    'absence',
    kind,
    ({ segments }) =>
      hundredths(
        segments.flatMap((s) => s.absences).reduce((n, a) => n + (`absence.${a.kind}` === kind.name ? a.days : 0), 0),
      ),
  ]),
  ...OVERTIME.map((kind): [InputCause, Named, Reading] => [
    'overtime',
    kind,
    ({ overtimeHours }) =>
      hundredths(overtimeHours[kind.name.slice('overtime.'.length) as keyof typeof overtimeHours] ?? 0),
  ]),
  [
    'heat',
    named('heat_days', '高温户外天数', 'days with work in heat', 'days'),
    ({ segments }) =>
      segments.some((s) => s.heatDays !== undefined)
        ? hundredths(segments.reduce((n, s) => n + (s.heatDays ?? 0), 0))
        : null,
  ],
  [
    'probation',
    named('probation_wage', '试用期合同工资', 'contract wage in probation', 'money'),
    (i) => yuan(i.segments.findLast((s) => s.probation)?.probation?.contractWage),
  ],
  [
    'probation',
    named('probation_lowest', '同岗位最低档工资', 'lowest wage of the same post', 'money'),
    (i) => yuan(i.segments.findLast((s) => s.probation)?.probation?.lowestSamePost),
  ],
  ['contribution', named('insurance_base', '社保缴费基数', 'insurance base', 'money'), (i) => yuan(i.insurance?.base)],
  ['contribution', named('fund_base', '公积金基数', 'housing fund base', 'money'), (i) => yuan(i.housingFund?.base)],
  [
    'contribution',
    named('fund_employee', '公积金个人比例', 'housing fund rate of the worker'),
    (i) => i.housingFund?.employeeRate ?? null,
  ],
  [
    'contribution',
    named('fund_employer', '公积金单位比例', 'housing fund rate of the employer'),
    (i) => i.housingFund?.employerRate ?? null,
  ],
  [
    'tax_year',
    named('months_employed', '本年任职月数', 'months employed this year'),
    (i) => String(i.tax.monthsEmployed),
  ],
  [
    'tax_year',
    named('income_before', '本年此前收入', 'income earlier this year', 'money'),
    (i) => yuan(i.tax.before.income),
  ],
  [
    'tax_year',
    named('tax_before', '本年此前已扣税', 'tax withheld earlier this year', 'money'),
    (i) => yuan(i.tax.before.tax),
  ],
  [
    'tax_year',
    named('special_to_date', '专项附加扣除累计', 'special deductions to date', 'money'),
    (i) => yuan(i.tax.additionalToDate),
  ],
  ['tax_year', named('tax_mode', '计税方式', 'tax mode'), (i) => i.tax.mode],
  [
    'tax_year',
    named('rehire', '同年再入职计月', 'months after coming back in the year'),
    (i) => i.tax.rehire ?? 'touched',
  ],
  [
    'fee',
    named('fee', '派遣管理费标准', 'agency fee'),
    ({ fee }) => (fee.kind === 'none' ? null : `${fee.kind === 'per_head' ? formatYuan(fee.amount) : fee.rate}${fee.tier ? ` (${fee.tier.heads})` : ''}`),
  ],
  ...RETRO_CATEGORIES.map((category): [InputCause, Named, Reading] => [
    'retro',
    named(`retro.${category}`, ...RETRO[category], 'money'),
    (i) => yuan(i.retro?.[category]),
  ]),
  [
    'receivable',
    named('receivable_before', '此前应收', 'owed from earlier slips', 'money'),
    (i) => yuan(i.receivableBefore),
  ],
  [
    'one_off_item',
    named('leave_days', '未休年休假天数', 'days of annual leave not taken', 'days'),
    (i) => (i.annualLeave ? String(i.annualLeave.days) : null),
  ],
  [
    'one_off_item',
    named('leave_wage', '月平均工资', 'average monthly wage', 'money'),
    (i) => yuan(i.annualLeave?.averageWage),
  ],
  ['one_off_item', named('severance', '经济补偿', 'severance pay', 'money'), (i) => yuan(i.severance?.amount)],
  ['one_off_item', named('loss', '应赔偿损失', 'loss to make good', 'money'), (i) => yuan(i.loss)],
  ['one_off_item', named('labour', '劳务报酬', 'labour remuneration', 'money'), (i) => yuan(i.labour?.amount)],
  ['award', named('bonus', '年终奖', 'annual bonus', 'money'), (i) => yuan(i.bonus?.amount)],
];

/** Everything that differs between the inputs of two months, by cause: what stands behind the number. */
export function changedFacts(before: WorkerInput, after: WorkerInput): ChangedFact[] {
  const facts: ChangedFact[] = READINGS.map(([cause, name, read]) => ({
    cause,
    ...name,
    before: read(before),
    after: read(after),
  }));
  for (const name of valueNames(before, after)) {
    const described = FORMULA_INPUTS[name];
    const money = described?.unit === 'money';
    const read = (input: WorkerInput): string | null => {
      const value = input.values[name] ?? last(input)?.values[name];
      return value === undefined ? null : money && typeof value === 'number' ? formatYuan(value) : String(value);
    };
    const words = named(name, described?.nameZh ?? name, described?.nameEn ?? name, money ? 'money' : 'number');
    facts.push({ cause: causeOfValue(name), ...words, before: read(before), after: read(after) });
  }
  return [...facts, ...otherMembers(before, after)].filter((fact) => fact.before !== fact.after);
}

const valueNames = (...inputs: readonly WorkerInput[]): Set<string> =>
  new Set(
    inputs.flatMap((input) => [input.values, ...input.segments.map((s) => s.values)]).flatMap((v) => Object.keys(v)),
  );

/** Members that no reading above shows: as they are stored. */
function otherMembers(before: WorkerInput, after: WorkerInput): ChangedFact[] {
  const shown: readonly InputCause[] = ['overtime', 'contribution', 'tax_year', 'fee', 'retro', 'receivable', 'award', 'one_off_item'];
  const text = (input: WorkerInput, name: string): string | null => {
    const value = (input as unknown as Record<string, unknown>)[name];
    return value === undefined || value === null ? null : JSON.stringify(value);
  };
  return [...causesOfMembers(before, after)]
    .filter(([, cause]) => !shown.includes(cause))
    .map(([name, cause]) => ({
      cause,
      ...named(name, name, name),
      before: text(before, name),
      after: text(after, name),
    }));
}

/** Statutory values that differ between two months, by the key of the policy pack; amounts are yuan where the key holds fen. */
export function changedPolicy(before: PeriodParameters, after: PeriodParameters): ChangedFact[] {
  const [a, b] = [parameterValues(before), parameterValues(after)];
  const text = (value: unknown): string | null =>
    value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .map((key) => ({ cause: 'policy' as const, ...named(key, key, key), before: text(a[key]), after: text(b[key]) }))
    .filter((fact) => fact.before !== fact.after);
}
