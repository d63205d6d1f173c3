import { formatYuan, ratio, type Fen } from '@gridstaff/kernel';
import type { LineBuilder } from '../../program/builder';
import { printNumber } from '../../program/print';
import type { Ref } from '../../program/table';
import { incomeTax, onTable, TAX_MODES } from '../../rules/income-tax';
import { labourTaxable, severanceExempt, severanceTax as severancePayTax } from '../../rules/labour-pay';
import { fail, Fields } from '../fields';
import { NATIONAL } from '../national';
import { Sheet } from '../sheet';
import type { Output } from '../types';
import { answer, DATED, dated, incomeTaxOf, PATH, type Operation } from './context';

type Mode = keyof typeof TAX_MODES;

/** Cumulative withholding over the months given (公告2018年第61号 art.6). */
export const wageCumulative: Operation = (input, context) => {
  const evidence = ['prior_year_gross', 'same_unit_every_month'];
  const f = new Fields(
    input,
    PATH,
    ['mode', 'months'],
    ['hire_month', 'leave_month', 'additional_is_cumulative', ...evidence, ...DATED],
  );
  const parameters = dated(f, context);
  const mode = f.choice<Mode>('mode', ['normal', 'first_job', 'prior_year_60000'], 'normal');
  const hire = f.month('hire_month', 1);
  const leave = f.month('leave_month', 12);
  if (leave < hire) throw f.outOfRange('leave_month');
  checkEvidence(f, mode, hire, incomeTaxOf(parameters).lowIncomeAnnualLimit.value);
  const toDate = f.flag('additional_is_cumulative');
  const months = f.list('months').map((month, i) => readMonth(month, `${f.at('months')}[${i}]`));

  const sheet = new Sheet(context).line(
    'tax',
    (b) => incomeTax(b, incomeTaxOf(parameters), { income: b.take('income.now'), special: b.take('special.now') }).tax,
  );
  const sums = { income: 0, exempt: 0, special: 0, additional: 0, other: 0, relief: 0, tax: 0 };
  let last = hire - 1;
  const perMonth = months.map(({ month, fields, amounts }) => {
    if (month <= last) throw fields.outOfRange('month');
    last = month;
    sums.exempt += amounts.exempt;
    sums.other += amounts.other;
    sums.relief += amounts.relief;
    sums.additional = toDate ? amounts.additional : sums.additional + amounts.additional;
    const counted = Math.min(month, leave);
    sheet.run(
      {
        'tax.mode': TAX_MODES[mode],
        'tax.month_number': counted,
        'tax.months_employed': counted - hire + 1,
        'tax.before.income': sums.income,
        'income.now': amounts.income,
        'tax.before.special': sums.special,
        'special.now': amounts.special,
        'tax.before.exempt': sums.exempt,
        'tax.before.other': sums.other,
        'tax.before.relief': sums.relief,
        'tax.additional_to_date': sums.additional,
        'tax.before.tax': sums.tax,
      },
      { month: String(month) },
    );
    sums.income += amounts.income;
    sums.special += amounts.special;
    sums.tax += sheet.fen('tax');
    const step = (label: string): string => formatYuan(ratio.round(sheet.step('tax', label)));
    return {
      month,
      cum_basic_deduction: step('iit.basic_deduction'),
      cum_taxable: step('iit.taxable'),
      cum_tax_due: step('iit.cumulative'),
      tax: sheet.yuan('tax'),
    };
  });
  return answer(sheet, { per_month: perMonth, year_total: formatYuan(sums.tax) }, parameters);
};

/** 公告2020年第19号: the same unit in every month of last year, at most 60,000 there, and employed since January. */
function checkEvidence(f: Fields, mode: Mode, hire: number, limit: Fen): void {
  const gross = f.money('prior_year_gross');
  const everyMonth = f.flag('same_unit_every_month');
  if (mode !== 'prior_year_60000') return;
  const refuse = (name: string, reason: string): Error => fail('NOT_QUALIFIED', f.at(name), { reason });
  if (f.has('prior_year_gross') && gross > limit) throw refuse('prior_year_gross', `> ${formatYuan(limit)}`);
  if (f.has('same_unit_every_month') && !everyMonth)
    throw refuse('same_unit_every_month', 'same_unit_every_month = false');
  if (hire !== 1) throw refuse('hire_month', 'hire_month > 1');
}

interface MonthInput {
  month: number;
  fields: Fields;
  amounts: Record<'income' | 'exempt' | 'special' | 'additional' | 'other' | 'relief', Fen>;
}

function readMonth(value: unknown, path: string): MonthInput {
  const optional = ['exempt', 'special', 'additional', 'other', 'relief'] as const;
  const fields = new Fields(value, path, ['month', 'income'], optional);
  const month = fields.month('month', 0);
  const amounts = { income: fields.money('income'), exempt: 0, special: 0, additional: 0, other: 0, relief: 0 };
  for (const name of optional) amounts[name] = fields.money(name);
  return { month, fields, amounts };
}

/** Annual bonus taxed apart (公告2023年第30号): bonus ÷ 12 finds the row, the whole bonus is taxed by it. */
export const bonusSeparate: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['bonus'], DATED);
  const parameters = dated(f, context);
  const table = incomeTaxOf(parameters).bonusMonthlyTable;
  const sheet = new Sheet(context);
  const share = (b: LineBuilder): Ref => b.divide(b.take('bonus'), b.number(12));
  sheet.line('rate', (b) => b.lookUp(share(b), table, 'rate'));
  sheet.line('quick', (b) => b.lookUp(share(b), table, 'quick'));
  sheet.line('tax', (b) =>
    b.round(b.add([b.multiply(b.take('bonus'), b.line(sheet.no('rate')))], [b.line(sheet.no('quick'))])),
  );
  sheet.run({ bonus: f.money('bonus') });
  const output = { rate: printNumber(sheet.exact('rate')), quick: sheet.yuan('quick'), tax: sheet.yuan('tax') };
  return answer(sheet, output, parameters);
};

/** One payment for labour or to an author (公告2018年第61号 art.8): cost 800 up to 4,000, else 20 %. */
export const labourSingle: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['income'], ['category', ...DATED]);
  const parameters = dated(f, context);
  const tax = incomeTaxOf(parameters);
  const author = f.choice('category', ['labour', 'author'], 'labour') === 'author';
  const sheet = new Sheet(context);
  const taxable = (b: LineBuilder): Ref => {
    const rest = labourTaxable(b, b.take('income'), tax);
    return author ? b.multiply(rest, b.decimal(tax.authorIncomeRatio, 'parameter.author_share')) : rest;
  };
  sheet.line('taxable', taxable);
  sheet.line('tax', (b) => {
    const amount = b.line(sheet.no('taxable'));
    if (author) return b.round(b.multiply(amount, b.decimal(tax.authorRate, 'parameter.author_rate')));
    return b.round(onTable(b, amount, tax.labourTable));
  });
  sheet.run({ income: f.money('income') });
  return answer(sheet, { taxable: sheet.yuan('taxable'), tax: sheet.yuan('tax') }, parameters);
};

/** Students on placement, withheld cumulatively (公告2020年第13号 art.2): 80 % of the income less 5,000 a month listed. */
export const internLabour: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['months'], DATED);
  const parameters = dated(f, context);
  const tax = incomeTaxOf(parameters);
  const months = f.list('months').map((value, i) => {
    const fields = new Fields(value, `${f.at('months')}[${i}]`, ['month', 'income']);
    return { fields, month: fields.month('month', 0), income: fields.money('income') };
  });
  const sheet = new Sheet(context);
  sheet.line('tax', (b) => {
    const counted = b.multiply(b.take('income.to_date'), b.decimal(NATIONAL.internShare, 'parameter.share'));
    const deduction = b.multiply(
      b.take('months_listed'),
      b.money(tax.basicDeductionPerMonth, 'parameter.basic_deduction'),
    );
    const zero = b.number(0);
    const taxable = b.label(
      b.atLeast(b.add([counted], [b.label(deduction, 'iit.basic_deduction')]), zero),
      'iit.taxable',
    );
    const due = b.label(b.round(onTable(b, taxable, tax.annualTable)), 'iit.cumulative');
    return b.atLeast(b.add([due], [b.take('withheld.before')]), zero);
  });
  let income = 0;
  let withheld = 0;
  let last = 0;
  const perMonth = months.map(({ fields, month, income: now }, i): Record<string, Output> => {
    if (month <= last) throw fields.outOfRange('month');
    last = month;
    income += now;
    const values = { 'income.to_date': income, months_listed: i + 1, 'withheld.before': withheld };
    sheet.run(values, { month: String(month) });
    withheld += sheet.fen('tax');
    return { month, tax: sheet.yuan('tax') };
  });
  return answer(sheet, { per_month: perMonth, year_total: formatYuan(withheld) }, parameters);
};

/** Severance (财税〔2018〕164号 item 5): three local average annual wages exempt, the rest alone on the annual table. */
export const severanceTax: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['severance', 'local_average_annual_wage'], DATED);
  const parameters = dated(f, context);
  const tax = incomeTaxOf(parameters);
  const sheet = new Sheet(context);
  sheet.line('exempt', (b) =>
    severanceExempt(b, { severance: b.take('severance'), localAverage: b.take('local_average_annual_wage') }, tax),
  );
  sheet.line('taxable', (b) => b.add([b.take('severance')], [b.line(sheet.no('exempt'))]));
  sheet.line('tax', (b) => severancePayTax(b, b.line(sheet.no('taxable')), tax));
  sheet.run({ severance: f.money('severance'), local_average_annual_wage: f.money('local_average_annual_wage') });
  const output = { exempt: sheet.yuan('exempt'), taxable: sheet.yuan('taxable'), tax: sheet.yuan('tax') };
  return answer(sheet, output, parameters);
};
