import { ratio } from '@gridstaff/kernel';
import type { PeriodParameters } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';
import { onTable } from './income-tax';

type Tax = PeriodParameters['incomeTax'];

/** Labour pay less its cost (公告2018年第61号 art.8): a fixed amount up to a limit, a share above it; never below zero. */
export function labourTaxable(b: LineBuilder, income: Ref, { labourCost }: Pick<Tax, 'labourCost'>): Ref {
  const { fixedUpTo, fixed, ratio: share } = labourCost.value;
  const limit = b.parameter(labourCost, ratio.ofFen(fixedUpTo), 'money', 'parameter.cost_limit', 'fixed_up_to');
  const amount = b.parameter(labourCost, ratio.ofFen(fixed), 'money', 'parameter.cost_fixed', 'fixed');
  const rate = b.parameter(labourCost, ratio.parseDecimal(share), 'number', 'parameter.cost_rate', 'ratio');
  const cost = b.label(b.choose('<=', income, limit, amount, b.multiply(income, rate)), 'labour.cost');
  return b.atLeast(b.add([income], [cost]), b.number(0));
}

/** Tax withheld on one payment for labour, by its own table; rounded half up. */
export function labourTax(b: LineBuilder, income: Ref, tax: Pick<Tax, 'labourCost' | 'labourTable'>): Ref {
  const taxable = b.label(labourTaxable(b, income, tax), 'labour.taxable');
  return b.label(b.round(onTable(b, taxable, tax.labourTable)), 'labour.tax');
}

/** Severance that is exempt: up to a multiple of the local average annual wage (财税〔2018〕164号 item 5). */
export function severanceExempt(
  b: LineBuilder,
  { severance, localAverage }: { severance: Ref; localAverage: Ref },
  tax: Pick<Tax, 'severanceExemptMultiple'>,
): Ref {
  return b.atMost(severance, b.multiply(localAverage, b.decimal(tax.severanceExemptMultiple, 'parameter.multiple')));
}

/** The rest alone on the annual table, no deductions; rounded half up. */
export const severanceTax = (b: LineBuilder, taxable: Ref, tax: Pick<Tax, 'annualTable'>): Ref =>
  b.round(onTable(b, taxable, tax.annualTable));
