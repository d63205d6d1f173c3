import type { Fen } from '@gridstaff/kernel';
import type { Bracket, PeriodParameters, Sourced } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';

export const TAX_MODES = { normal: 1, first_job: 2, prior_year_60000: 3 } as const;

export interface TaxSteps {
  basicDeduction: Ref;
  taxable: Ref;
  due: Ref;
  tax: Ref;
}

/** Tax on an amount by a table: amount × rate − quick deduction, not rounded. */
export function onTable(b: LineBuilder, taxable: Ref, table: Sourced<readonly Bracket[]>): Ref {
  return b.add([b.multiply(taxable, b.lookUp(taxable, table, 'rate'))], [b.lookUp(taxable, table, 'quick')]);
}

/**
 * Cumulative withholding (累计预扣法, 公告2018年第61号 art.6). `income` and `special` are this payment's amounts. The basic deduction
 * counts the months employed; in a first job (公告2020年第13号) the months of the year; under 公告2020年第19号 all twelve from January.
 * Cumulative taxable income, tax due after relief and the tax of the payment are never below zero; tax due is rounded half up once.
 */
export function incomeTax(
  b: LineBuilder,
  tax: PeriodParameters['incomeTax'],
  now: { income: Ref; special: Ref },
): TaxSteps {
  const mode = b.take('tax.mode');
  const months = b.choose(
    '=',
    mode,
    b.number(TAX_MODES.prior_year_60000),
    b.number(12),
    b.choose('=', mode, b.number(TAX_MODES.first_job), b.take('tax.month_number'), b.take('tax.months_employed')),
  );
  b.label(months, 'iit.allowance_months');
  const income = b.label(b.add([b.take('tax.before.income'), now.income]), 'iit.income');
  const special = b.label(b.add([b.take('tax.before.special'), now.special]), 'iit.special');
  const basicDeduction = b.label(
    b.multiply(months, b.money(tax.basicDeductionPerMonth, 'parameter.basic_deduction')),
    'iit.basic_deduction',
  );
  const zero = b.number(0);
  const deductions = [
    b.take('tax.before.exempt'),
    basicDeduction,
    special,
    b.take('tax.additional_to_date'),
    b.take('tax.before.other'),
  ];
  const taxable = b.label(b.atLeast(b.add([income], deductions), zero), 'iit.taxable');
  const onTable = b.multiply(taxable, b.lookUp(taxable, tax.annualTable, 'rate'));
  const gross = b.add([onTable], [b.lookUp(taxable, tax.annualTable, 'quick'), b.take('tax.before.relief')]);
  const due = b.label(b.round(b.atLeast(gross, zero)), 'iit.cumulative');
  const owed = b.label(b.atLeast(b.add([due], [b.take('tax.before.tax')]), zero), 'iit.tax');
  return { basicDeduction, taxable, due, tax: ignoreBelow(b, owed, tax.ignoredBelow) };
}

/** Where the parameter says so, a small tax of a payment is not withheld now; the next payment of the year catches up. */
function ignoreBelow(b: LineBuilder, tax: Ref, limit: Sourced<Fen>): Ref {
  if (limit.value === 0) return tax;
  const zero = b.number(0);
  return b.label(b.choose('<', tax, b.money(limit, 'parameter.tax_ignored_below'), zero, tax), 'iit.withheld');
}
