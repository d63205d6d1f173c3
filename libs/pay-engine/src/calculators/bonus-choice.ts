import { ratio, type Fen } from '@gridstaff/kernel';
import type { BonusMethod, PeriodParameters } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Language } from '../program/expression';
import type { Ref } from '../program/table';
import { bonusTax } from '../rules/bonus';
import { onTable } from '../rules/income-tax';
import { Sheet } from './sheet';
import type { Because } from './types';

export interface BonusChoice {
  /** Tax of the whole year with the bonus taxed apart, fen: on the wages and on the bonus. */
  separate: { wages: Fen; bonus: Fen; total: Fen };
  /** Tax of the whole year with the bonus taxed with the wages, fen. */
  together: { total: Fen };
  /** The way that leaves the worker more; `together` when both cost the same, which keeps the one election of the year. */
  better: BonusMethod;
  /** What the better way saves, fen. */
  saves: Fen;
  because: Because[];
}

/**
 * Compares the two ways of taxing an annual bonus (公告2023年第30号) over the whole year, because the annual settlement evens out what the
 * months withheld.
 * @param yearTaxable what the year's wages are expected to leave taxable without the bonus, fen; below zero when allowances are left over,
 * which only `together` can use
 */
export function compareBonus(
  { amount, yearTaxable }: { amount: Fen; yearTaxable: Fen },
  tax: Pick<PeriodParameters['incomeTax'], 'annualTable' | 'bonusMonthlyTable'>,
  language: Language = 'zh',
): BonusChoice {
  const annual = (b: LineBuilder, taxable: Ref): Ref =>
    b.round(onTable(b, b.atLeast(taxable, b.number(0)), tax.annualTable));
  const sheet = new Sheet({ language, source: '财政部 税务总局公告2023年第30号' });
  sheet.line('wages_tax', (b) => annual(b, b.take('year_taxable')));
  sheet.line('bonus_tax', (b) => bonusTax(b, b.take('bonus'), tax.bonusMonthlyTable));
  sheet.line('separate', (b) => b.add([b.line(sheet.no('wages_tax')), b.line(sheet.no('bonus_tax'))]));
  sheet.line('together', (b) => annual(b, b.add([b.take('year_taxable'), b.take('bonus')])));
  sheet.run({ year_taxable: ratio.ofFen(yearTaxable), bonus: ratio.ofFen(amount) });
  const [separate, together] = [sheet.fen('separate'), sheet.fen('together')];
  return {
    separate: { wages: sheet.fen('wages_tax'), bonus: sheet.fen('bonus_tax'), total: separate },
    together: { total: together },
    better: separate < together ? 'separate' : 'together',
    saves: Math.abs(separate - together),
    because: sheet.because(),
  };
}
