import { addMonths, formatYuan, ratio, splitPeriod, type Period } from '@gridstaff/kernel';
import type { AbsenceMethod } from '../../model';
import { printNumber } from '../../program/print';
import { dayRate, lostPay, sickFloorMonth } from '../../rules/absence';
import { hourRate, overtime, OVERTIME_DAYS } from '../../rules/overtime';
import { Fields } from '../fields';
import { NATIONAL } from '../national';
import { NAMED, Sheet } from '../sheet';
import { answer, DATED, dated, labourOf, MinimumWage, PATH, type Operation } from './context';

/** Overtime of a month; each line rounded, never the hourly rate. */
export const overtimePay: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['base'], ['weekday_hours', 'restday_hours', 'holiday_hours', ...DATED]);
  const parameters = dated(f, context);
  const labour = labourOf(parameters);
  const sheet = new Sheet(context).line('hour_rate', (b) => hourRate(b, b.take('base'), labour));
  for (const day of OVERTIME_DAYS)
    sheet.line(day, (b) => overtime(b, { base: b.take('base'), hours: b.take(`overtime.${day}`) }, day, labour));
  sheet.line('total', (b) => b.add(OVERTIME_DAYS.map((day) => b.line(sheet.no(day)))));
  sheet.run({
    base: f.money('base'),
    'overtime.weekday': f.quantity('weekday_hours', 4, 744),
    'overtime.restday': f.quantity('restday_hours', 4, 744),
    'overtime.holiday': f.quantity('holiday_hours', 4, 744),
  });
  const hour = ratio.divide(sheet.exact('hour_rate'), ratio.rational(100));
  const amounts = Object.fromEntries([...OVERTIME_DAYS, 'total'].map((code) => [code, sheet.yuan(code)]));
  return answer(sheet, { hour_rate_6dp: ratio.formatDecimal(hour, 6), ...amounts }, parameters);
};

/** The three methods for a part of a month (domain rule: never more than the month, exactly the month when nothing is missed). */
export const proration: Operation = (input, context) => {
  const calendar = ['calendar_days', 'employed_calendar_days'];
  const f = new Fields(input, PATH, ['monthly', 'paid_workdays', 'scheduled_workdays'], [...calendar, ...DATED]);
  const parameters = dated(f, context);
  const labour = labourOf(parameters);
  const scheduled = f.quantity('scheduled_workdays', 2, 31);
  if (scheduled.n === 0) throw f.outOfRange('scheduled_workdays');
  const paid = f.quantity('paid_workdays', 2, 31);
  if (ratio.compare(paid, scheduled) > 0) throw f.outOfRange('paid_workdays');
  const withCalendar = calendar.some((name) => f.has(name));
  if (withCalendar) for (const name of calendar) f.need(name);
  const calendarDays = withCalendar ? f.count('calendar_days', 31, 28) : 1;
  const employedDays = withCalendar ? f.count('employed_calendar_days', calendarDays) : 0;

  const sheet = new Sheet(context);
  const methods: readonly AbsenceMethod[] = ['positive_21_75', 'negative_21_75', 'actual_workdays'];
  for (const method of methods) {
    sheet.line(method, (b) => {
      const share = b.take('monthly');
      const days = b.take('scheduled_workdays');
      const missed = b.take('missed_workdays');
      const dayPay = method === 'actual_workdays' ? b.divide(share, days) : dayRate(b, share, labour);
      return b.round(b.add([share], [lostPay(b, method, { share, scheduled: days, missed, dayPay })]));
    });
  }
  if (withCalendar) {
    sheet.line('calendar', (b) =>
      b.round(b.divide(b.multiply(b.take('monthly'), b.take('employed_calendar_days')), b.take('calendar_days'))),
    );
  }
  sheet.run({
    monthly: f.money('monthly'),
    scheduled_workdays: scheduled,
    missed_workdays: ratio.subtract(scheduled, paid),
    calendar_days: calendarDays,
    employed_calendar_days: employedDays,
  });
  const codes = withCalendar ? [...methods, 'calendar'] : methods;
  return answer(sheet, Object.fromEntries(codes.map((code) => [code, sheet.yuan(code)])), parameters);
};

/** Sick pay with its floor of 80 % of the minimum wage (劳部发〔1995〕309号 art.59). */
export const sickLeave: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['base', 'sick_workdays', 'contract_ratio'], ['minimum_wage', ...DATED]);
  const parameters = dated(f, context);
  const labour = labourOf(parameters);
  const minimum = new MinimumWage(f, parameters);
  const sheet = new Sheet(context);
  sheet.line('floor_month', (b) => b.round(sickFloorMonth(b, minimum.write(b), labour)));
  sheet.line('contract_sick_pay', (b) => {
    const days = b.multiply(dayRate(b, b.take('base'), labour), b.take('sick_workdays'));
    return b.round(b.multiply(days, b.take('contract_ratio')));
  });
  sheet.line('floor_sick_pay', (b) => {
    const floor = sickFloorMonth(b, minimum.write(b), labour);
    return b.round(b.multiply(dayRate(b, floor, labour), b.take('sick_workdays')));
  });
  sheet.line('sick_pay', (b) => b.atLeast(b.line(sheet.no('contract_sick_pay')), b.line(sheet.no('floor_sick_pay'))));
  sheet.line('month_pay', (b) => {
    const share = b.take('base');
    const missed = b.take('sick_workdays');
    const dayPay = dayRate(b, share, labour);
    const lost = lostPay(b, 'negative_21_75', { share, scheduled: missed, missed, dayPay });
    return b.round(b.add([share, b.line(sheet.no('sick_pay'))], [lost]));
  });
  sheet.run({
    base: f.money('base'),
    sick_workdays: f.quantity('sick_workdays', 2, 31),
    contract_ratio: ratio.parseDecimal(f.rate('contract_ratio')),
    ...minimum.values,
  });
  const codes = ['floor_month', 'contract_sick_pay', 'floor_sick_pay', 'sick_pay', 'month_pay'];
  return answer(sheet, Object.fromEntries(codes.map((code) => [code, sheet.yuan(code)])), parameters);
};

/** Wage that counts for the minimum wage, and what is short of it (最低工资规定 art.12). */
export const minimumWageCheck: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['gross', 'not_counted'], ['minimum_wage', 'paid_workdays', ...DATED]);
  const parameters = dated(f, context);
  const minimum = new MinimumWage(f, parameters);
  const names = f.amounts('not_counted');
  const gross = f.money('gross');
  if (names.reduce((sum, [, amount]) => sum + amount, 0) > gross) throw f.outOfRange('not_counted');
  const sheet = new Sheet(context);
  sheet.line('counted', (b) =>
    b.add(
      [b.take('gross')],
      names.map(([name]) => b.take(NAMED + name)),
    ),
  );
  sheet.line('floor', (b) => {
    const month = minimum.write(b);
    if (!f.has('paid_workdays')) return month;
    const days = b.multiply(dayRate(b, month, labourOf(parameters)), b.take('paid_workdays'));
    return b.round(b.atMost(days, month));
  });
  sheet.line('shortfall', (b) =>
    b.atLeast(b.add([b.line(sheet.no('floor'))], [b.line(sheet.no('counted'))]), b.number(0)),
  );
  sheet.run({
    gross,
    ...minimum.values,
    paid_workdays: f.quantity('paid_workdays', 2, 31),
    ...Object.fromEntries(names.map(([name, amount]) => [NAMED + name, amount])),
  });
  const output = { counted: sheet.yuan('counted'), floor: sheet.yuan('floor'), shortfall: sheet.yuan('shortfall') };
  return answer(sheet, output, parameters);
};

/** Deduction for a loss: at most 20 % of the wage, and the minimum wage stays (工资支付暂行规定 art.16). */
export const lossDeduction: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['wage', 'loss'], ['minimum_wage', ...DATED]);
  const parameters = dated(f, context);
  const minimum = new MinimumWage(f, parameters);
  const sheet = new Sheet(context).line('max_deduction', (b) => {
    const wage = b.take('wage');
    const share = b.multiply(wage, b.decimal(labourOf(parameters).lossDeductionMaxRatio, 'parameter.share'));
    const above = b.add([wage], [minimum.write(b)]);
    return b.round(b.atLeast(b.atMost(b.atMost(b.take('loss'), share), above), b.number(0)));
  });
  sheet.run({ wage: f.money('wage'), loss: f.money('loss'), ...minimum.values });
  return answer(sheet, { max_deduction: sheet.yuan('max_deduction') }, parameters);
};

const GROUPS = ['male60', 'female55', 'female50'] as const;
const FIRST_BIRTH = '1900-01';

/** Delayed retirement (decision of 2024-09-13): one month later per so many birth months. */
export const retirementAge: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['group', 'birth']);
  const group = f.choice('group', GROUPS, 'male60');
  const birth = f.period('birth');
  if (birth < FIRST_BIRTH || birth > '2100-12') throw f.outOfRange('birth');
  const { from, step, most, age } = NATIONAL.retirement.value[group];
  const sheet = new Sheet(context).line('delay_months', (b) => {
    const after = b.take('months_after');
    const rule = NATIONAL.retirement;
    const per = b.parameter(rule, ratio.rational(step), 'number', 'parameter.retirement_step', `${group}.step`);
    const longest = b.parameter(rule, ratio.rational(most), 'number', 'parameter.retirement_most', `${group}.most`);
    const delay = b.add([b.round(b.divide(after, per), 'down'), b.number(1)]);
    return b.choose('<', after, b.number(0), b.number(0), b.atMost(delay, longest));
  });
  sheet.run({ months_after: monthIndex(birth) - monthIndex(from) }, { group, birth });
  const delay = sheet.fen('delay_months');
  const total = age + delay;
  const output = {
    delay_months: delay,
    age: `${Math.floor(total / 12)}y${total % 12}m`,
    retire_month: addMonths(birth, total),
  };
  return answer(sheet, output, false);
};

function monthIndex(period: Period): number {
  const { year, month } = splitPeriod(period);
  return year * 12 + month;
}

/** Months of severance and the pay (劳动合同法 art.47, 实施条例 art.27). */
export const severancePay: Operation = (input, context) => {
  const f = new Fields(
    input,
    PATH,
    ['years', 'months', 'average_wage', 'local_average_monthly_wage'],
    ['days', 'minimum_wage', ...DATED],
  );
  const parameters = dated(f, context);
  const minimum = new MinimumWage(f, parameters);
  const sheet = new Sheet(context);
  const cap = NATIONAL.severanceWageMultiple;
  sheet.line('n', (b) => {
    const zero = b.number(0);
    const half = b.divide(b.number(1), b.number(2));
    const odd = b.add([b.take('months'), b.take('days')]);
    const part = b.choose('>=', b.take('months'), b.number(6), b.number(1), b.choose('>', odd, zero, half, zero));
    const months = b.label(b.add([b.take('years'), part]), 'severance.months');
    const highEarner = b.multiply(b.take('local_average_monthly_wage'), b.decimal(cap, 'parameter.multiple'));
    const capped = b.atMost(months, b.decimal(NATIONAL.severanceYears, 'parameter.years'));
    return b.choose('>', b.take('average_wage'), highEarner, capped, months);
  });
  sheet.line('pay', (b) => {
    const most = b.multiply(b.take('local_average_monthly_wage'), b.decimal(cap, 'parameter.multiple'));
    const wage = b.clamp(b.atMost(b.take('average_wage'), most), minimum.write(b), null);
    return b.round(b.multiply(b.label(wage, 'severance.wage'), b.line(sheet.no('n'))));
  });
  sheet.run({
    years: f.count('years', 80),
    months: f.count('months', 11),
    days: f.has('days') ? f.count('days', 30) : 0,
    average_wage: f.money('average_wage'),
    local_average_monthly_wage: f.money('local_average_monthly_wage'),
    ...minimum.values,
  });
  return answer(sheet, { n: printNumber(sheet.exact('n')), pay: formatYuan(sheet.fen('pay')) }, parameters);
};
