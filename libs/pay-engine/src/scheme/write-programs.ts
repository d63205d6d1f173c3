import { invariant } from '@gridstaff/kernel';
import { writeFormula } from '../formula/write';
import {
  ENGINE_VERSION,
  type InsuranceScheme,
  type PayItemDefinition,
  type PeriodParameters,
  type Sourced,
} from '../model';
import { LineBuilder, TableBuilder } from '../program/builder';
import { HERE, type ProgramTable, type Ref, type TextEntry, type TotalName } from '../program/table';
import { absence } from '../rules/absence';
import { agencyFee } from '../rules/agency-fee';
import { bonusTax } from '../rules/bonus';
import { housingFund, housingFundBase } from '../rules/housing-fund';
import { incomeTax } from '../rules/income-tax';
import { contribution, insuranceBase, pays, type Side } from '../rules/insurance';
import { overtime, type OvertimeDay } from '../rules/overtime';
import { prorate, prorateLast } from '../rules/proration';
import { recovery, takeable } from '../rules/recovery';
import { builtInText } from '../texts';
import { INPUT, MONTH_DAYS } from './names';
import type { CompiledItem, CompiledScheme } from './compiled';
import {
  isDeduction,
  isEarning,
  isOvertimeBase,
  isPassThrough,
  isReduced,
  isSpecial,
  isTaxable,
  isWage,
} from './order';

/** Writes the program table of a scheme under the parameters of one month: the same for every worker of the run. */
export function writePrograms(scheme: CompiledScheme, parameters: PeriodParameters): ProgramTable {
  const { region, period, taxMonth, fingerprint } = parameters;
  const head = { engine: ENGINE_VERSION, scheme: scheme.definition.code, region, period, taxMonth, fingerprint };
  const table = new TableBuilder(head, (key) => builtInText(key) ?? inputText(scheme, key));
  for (const name of ['segment.from_day', 'segment.to_day', HERE]) table.segmentValue(name);
  const writer = new Writer(scheme, parameters, table);
  for (const item of scheme.items) writer.item(item);
  return table.build();
}

/** Month and segment values named by formulas are the inputs themselves; everything else is known to the engine. */
function inputText(scheme: CompiledScheme, key: string): TextEntry {
  const name = key.slice(INPUT.length);
  const described = scheme.definition.inputs?.[name];
  return described
    ? { zh: described.nameZh, en: described.nameEn, unit: described.unit }
    : { zh: name, en: name, unit: 'number' };
}

/** A formula that runs per segment reads the full-month value of items of these behaviours, the amount of any other. */
const PER_SEGMENT: ReadonlySet<string> = new Set(['segment', 'calendar', 'last']);

class Writer {
  constructor(
    private readonly scheme: CompiledScheme,
    private readonly parameters: PeriodParameters,
    private readonly table: TableBuilder,
  ) {}

  item(item: CompiledItem): void {
    const { definition } = item;
    const insurance = this.insuranceOf(definition);
    if (insurance === null) return;
    const b = new LineBuilder(this.table, {
      item: definition.no,
      code: definition.code,
      zh: definition.nameZh,
      en: definition.nameEn,
      kind: definition.kind,
      total: totalOf(definition),
      recovers: definition.rule === 'recovery',
      taxable: isTaxable(definition),
      special: isSpecial(definition) && (insurance?.scheme.value.deductible ?? true),
    });
    if (item.formula) this.formula(item, b);
    else this.rule(definition, b, insurance);
  }

  private formula({ definition, formula, names }: CompiledItem, b: LineBuilder): void {
    invariant(formula, `item ${definition.no} has no formula`);
    b.onlyWith(MONTH_DAYS);
    if (definition.behaviour === 'once') {
      // The segments share the month's amount by their scheduled days.
      const split = isReduced(definition) ? b.takeEach('segment.scheduled_days') : undefined;
      b.total();
      const value = writeFormula(formula, b, (name) => {
        const other = names.get(name);
        return other ? this.amountOf(other, b) : b.take(INPUT + name);
      });
      return b.finish(b.label(b.round(value), 'item.amount'), { split, pays: 'last' });
    }
    const standard = writeFormula(formula, b, (name) => {
      const other = names.get(name);
      if (!other) return b.takeEach(INPUT + name);
      return PER_SEGMENT.has(other.behaviour) ? b.standard(other.no) : this.amountOf(other, b);
    });
    if (definition.behaviour === 'last') return prorateLast(b, standard);
    prorate(b, standard, definition.behaviour === 'calendar' ? 'calendar' : 'segment');
  }

  /** An insurance that the parameters do not have pays nothing. */
  private amountOf(item: PayItemDefinition, b: LineBuilder): Ref {
    return this.insuranceOf(item) === null ? b.number(0) : b.line(item.no);
  }

  private rule(item: PayItemDefinition, b: LineBuilder, insurance: InsuranceSide | undefined): void {
    const { parameters } = this;
    const rule = item.rule ?? '';
    if (rule === 'absence') return this.absence(item, b.onlyWith(MONTH_DAYS));
    b.total();
    if (rule.startsWith('retro.') || rule === 'bonus.separate' || rule === 'bonus.together')
      return b.finish(b.take(rule));
    if (rule === 'bonus.tax')
      return b.finish(bonusTax(b, b.take('bonus.separate'), parameters.incomeTax.bonusMonthlyTable));
    if (rule === 'recovery') return this.recovery(b);
    if (insurance) {
      b.onlyWith('insurance.base');
      const base = insuranceBase(b, parameters.insurance);
      return b.finish(contribution(b, insurance.scheme, insurance.side, base));
    }
    if (rule.startsWith('overtime.')) {
      b.onlyWith(MONTH_DAYS);
      const base = b.label(
        this.sum(b, isOvertimeBase, (no) => b.standard(no)),
        'overtime.base',
      );
      return b.finish(overtime(b, base, rule.slice('overtime.'.length) as OvertimeDay, parameters.labour));
    }
    if (rule === 'income_tax') return this.incomeTax(b);
    if (rule === 'agency_fee')
      return b.finish(
        agencyFee(
          b,
          this.sum(b, isPassThrough, (no) => b.line(no)),
        ),
      );
    b.onlyWith('fund.base');
    const base = housingFundBase(b, parameters.housingFund);
    b.finish(housingFund(b, parameters.housingFund, rule === 'housing_fund.employer' ? 'employer' : 'employee', base));
  }

  private absence(item: PayItemDefinition, b: LineBuilder): void {
    const reduced = this.written(isReduced);
    if (reduced.length === 0) return b.total().finish(b.round(b.number(0)));
    absence({ item, scheme: this.scheme.definition, parameters: this.parameters, b }, reduced);
  }

  private incomeTax(b: LineBuilder): void {
    const deductible = (item: PayItemDefinition): boolean =>
      isSpecial(item) && (this.insuranceOf(item)?.scheme.value.deductible ?? true);
    const income = this.sum(b, isTaxable, (no) => b.line(no));
    const special = this.sum(b, deductible, (no) => b.line(no));
    const { tax } = incomeTax(b, this.parameters.incomeTax, { income, special });
    b.finish(b.round(tax));
  }

  private recovery(b: LineBuilder): void {
    const line = (no: number): Ref => b.line(no);
    const gross = this.sum(b, isEarning, line);
    const left = b.add([gross], [this.sum(b, isDeduction, line)]);
    const limit = takeable(b, this.parameters.labour, { wage: this.sum(b, isWage, line), left });
    b.finish(recovery(b, limit));
  }

  private sum(b: LineBuilder, select: (item: PayItemDefinition) => boolean, read: (no: number) => Ref): Ref {
    const numbers = this.written(select);
    return numbers.length > 0 ? b.add(numbers.map(read)) : b.number(0);
  }

  /** Selected items that have a program, in ascending number. */
  private written(select: (item: PayItemDefinition) => boolean): number[] {
    const items = this.scheme.items
      .map((item) => item.definition)
      .filter((item) => select(item) && this.insuranceOf(item) !== null);
    return items.map((item) => item.no).sort((a, b) => a - b);
  }

  /** The insurance and side an item pays; null when the parameters have none such, undefined for other items. */
  private insuranceOf(item: PayItemDefinition): InsuranceSide | null | undefined {
    const [, side, name] = /^insurance\.(employer|employee)\.(\w+)$/.exec(item.rule ?? '') ?? [];
    if (!side) return undefined;
    const scheme = this.parameters.insurance.schemes.find((s) => s.value.name === name);
    return scheme && pays(scheme.value, side as Side) ? { scheme, side: side as Side } : null;
  }
}

interface InsuranceSide {
  scheme: Sourced<InsuranceScheme>;
  side: Side;
}

const RETRO_TOTALS: Readonly<Record<string, TotalName>> = {
  'retro.employeeInsurance': 'employeeInsurance',
  'retro.employeeInsuranceNotDeductible': 'employeeInsurance',
  'retro.employeeFund': 'employeeFund',
  'retro.employerInsurance': 'employerInsurance',
  'retro.employerFund': 'employerFund',
  'retro.fee': 'fee',
};

function totalOf(item: PayItemDefinition): TotalName | null {
  if (item.kind === 'information') return null;
  if (item.kind === 'earning') return 'gross';
  const rule = item.rule ?? '';
  if (Object.hasOwn(RETRO_TOTALS, rule)) return RETRO_TOTALS[rule] as TotalName;
  if (rule === 'income_tax' || rule === 'bonus.tax') return 'tax';
  if (rule === 'agency_fee') return 'fee';
  if (rule === 'housing_fund.employee') return 'employeeFund';
  if (rule === 'housing_fund.employer') return 'employerFund';
  if (rule.startsWith('insurance.employee.')) return 'employeeInsurance';
  return rule.startsWith('insurance.employer.') ? 'employerInsurance' : 'otherDeductions';
}
