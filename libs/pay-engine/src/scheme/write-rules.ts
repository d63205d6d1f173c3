import { DomainError, invariant, monthOf } from '@gridstaff/kernel';
import type { InsuranceScheme, PayItemDefinition, PeriodParameters, RuleName, Sourced } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';
import { absence, paidDays } from '../rules/absence';
import { agencyFee } from '../rules/agency-fee';
import { bonusTax } from '../rules/bonus';
import { annualLeavePayout, heatAllowance } from '../rules/extra-pay';
import { minimumWageTopUp, probationShortfall } from '../rules/floors';
import { housingFund, housingFundBase } from '../rules/housing-fund';
import { incomeTax } from '../rules/income-tax';
import { contribution, insuranceBase, pays, type Side } from '../rules/insurance';
import { labourTax, severanceExempt, severanceTax } from '../rules/labour-pay';
import { overtime, type OvertimeDay } from '../rules/overtime';
import { prorate } from '../rules/proration';
import { lossDeduction, recovery, takeable } from '../rules/recovery';
import type { CompiledScheme } from './compiled';
import { MONTH_DAYS } from './names';
import { traitsOf } from './rule-traits';
import {
  countsForMinimumWage,
  isContribution,
  isDeduction,
  isEarning,
  isOvertimeBase,
  isPassThrough,
  isReduced,
  isSpecial,
  isStanding,
  isTaxable,
  isWage,
  type Select,
} from './selections';

interface InsuranceSide {
  scheme: Sourced<InsuranceScheme>;
  side: Side;
}

/** Writes the line of an item that names a statutory rule. */
export class RuleWriter {
  constructor(
    private readonly scheme: CompiledScheme,
    private readonly parameters: PeriodParameters,
  ) {}

  /** False where the parameters of the month have nothing to pay by: an insurance that does not exist, no heat allowance in this month. */
  hasLine(item: PayItemDefinition): boolean {
    if (item.rule === 'heat_allowance') return this.heatNow !== undefined;
    return !item.rule?.startsWith('insurance.') || this.insuranceOf(item) !== null;
  }

  /** Whether the worker's share is taken off before income tax. */
  isDeductible: Select = (item) => isSpecial(item) && (this.insuranceOf(item)?.scheme.value.deductible ?? true);

  write(item: PayItemDefinition, b: LineBuilder): void {
    const { wages, trigger } = traitsOf(item) ?? {};
    if (wages) b.onlyWith(MONTH_DAYS);
    if (trigger !== undefined) b.onlyWithSome(trigger);
    const rule = item.rule as RuleName;
    if (rule === 'absence') return this.absence(item, b);
    if (rule === 'minimum_wage') return this.minimumWage(b);
    if (rule === 'probation_floor') return this.probation(b);
    if (rule === 'heat_allowance') return this.heat(b);
    b.total();
    b.finish(this.amount(item, rule, b));
  }

  /** Rules that run once, on the month. */
  private amount(item: PayItemDefinition, rule: RuleName, b: LineBuilder): Ref {
    const { incomeTax: tax, labour } = this.parameters;
    switch (rule) {
      case 'overtime.weekday':
      case 'overtime.restday':
      case 'overtime.holiday':
        return this.overtime(rule.slice('overtime.'.length) as OvertimeDay, b);
      case 'annual_leave_payout':
        return annualLeavePayout(b, labour, { averageWage: b.take('leave.average_wage'), days: b.take('leave.days') });
      case 'housing_fund.employee':
      case 'housing_fund.employer':
        return this.fund(rule === 'housing_fund.employer' ? 'employer' : 'employee', b);
      case 'income_tax':
        return this.incomeTax(b);
      case 'agency_fee':
        return agencyFee(b, this.sum(b, isPassThrough));
      case 'bonus.tax':
        return bonusTax(b, b.take('bonus.separate'), tax.bonusMonthlyTable);
      case 'labour.tax':
        return labourTax(b, b.take('labour.pay'), tax);
      case 'severance.tax':
        return this.severanceTax(b);
      case 'loss_deduction':
        return lossDeduction(b, this.takeable(b));
      case 'recovery':
        return recovery(
          b,
          this.takeable(b),
          this.sum(b, ({ rule: other }) => other === 'loss_deduction'),
        );
      default:
        // What is left is an amount given, signed or not: differences of earlier months, bonus, labour pay, severance.
        return rule.startsWith('insurance.') ? this.insurance(item, b) : b.take(rule);
    }
  }

  private absence(item: PayItemDefinition, b: LineBuilder): void {
    const reduced = this.written(isReduced);
    if (reduced.length === 0) return b.total().finish(b.round(b.number(0)));
    absence({ item, scheme: this.scheme.definition, parameters: this.parameters, b }, reduced);
  }

  private probation(b: LineBuilder): void {
    const standing = this.sum(b, isStanding, (no) => b.standard(no));
    prorate(b, probationShortfall(b, this.parameters.labour, standing), 'segment');
  }

  private minimumWage(b: LineBuilder): void {
    const { absenceMethod, absencePayRatio } = this.scheme.definition;
    minimumWageTopUp(b, this.parameters.labour, absenceMethod, {
      paidDays: () => paidDays(b, absencePayRatio),
      counted: () => this.compared(b, this.sum(b, countsForMinimumWage)),
    });
  }

  private heat(b: LineBuilder): void {
    const heat = this.heatNow;
    invariant(heat, 'no heat allowance in this month');
    prorate(b, heatAllowance(b, heat), 'segment');
  }

  private overtime(day: OvertimeDay, b: LineBuilder): Ref {
    const base = b.label(
      this.sum(b, isOvertimeBase, (no) => b.standard(no)),
      'overtime.base',
    );
    const worked = b.take(`overtime.${day}`);
    const hours = day === 'restday' ? b.add([worked], [b.take('overtime.restday_off')]) : worked;
    return overtime(b, { base, hours }, day, this.parameters.labour);
  }

  private insurance(item: PayItemDefinition, b: LineBuilder): Ref {
    const insurance = this.insuranceOf(item);
    if (!insurance) throw new DomainError('BUG', { message: `no writer for the rule ${item.rule}` });
    b.onlyWith('insurance.base');
    return contribution(b, insurance.scheme, insurance.side, insuranceBase(b, this.parameters.insurance));
  }

  private fund(side: Side, b: LineBuilder): Ref {
    b.onlyWith('fund.base');
    const { housingFund: fund } = this.parameters;
    return housingFund(b, fund, side, housingFundBase(b, fund));
  }

  private incomeTax(b: LineBuilder): Ref {
    const now = { income: this.sum(b, isTaxable), special: this.sum(b, this.isDeductible) };
    return b.round(incomeTax(b, this.parameters.incomeTax, now).tax);
  }

  private severanceTax(b: LineBuilder): Ref {
    const { incomeTax: tax } = this.parameters;
    const severance = b.take('severance.pay');
    const exempt = severanceExempt(b, { severance, localAverage: b.take('severance.local_average') }, tax);
    const taxable = b.label(b.add([severance], [b.label(exempt, 'severance.exempt')]), 'severance.taxable');
    return severanceTax(b, taxable, tax);
  }

  private takeable(b: LineBuilder): Ref {
    const wage = this.sum(b, isWage);
    const left = b.add([this.sum(b, isEarning)], [this.sum(b, isDeduction)]);
    return takeable(b, this.parameters.labour, { wage, compared: this.compared(b, wage), left });
  }

  /** A wage as the minimum wage is compared with it. */
  private compared(b: LineBuilder, wage: Ref): Ref {
    if (this.parameters.labour.minimumWageIncludesContributions.value) return wage;
    return b.add([wage], [this.sum(b, isContribution)]);
  }

  private sum(b: LineBuilder, select: Select, read = (no: number): Ref => b.line(no)): Ref {
    const numbers = this.written(select);
    return numbers.length > 0 ? b.add(numbers.map(read)) : b.number(0);
  }

  /** Selected items that have a line, in ascending number. */
  private written(select: Select): number[] {
    const items = this.scheme.items.map((item) => item.definition).filter((item) => select(item) && this.hasLine(item));
    return items.map((item) => item.no).sort((a, b) => a - b);
  }

  private get heatNow(): PeriodParameters['labour']['heatAllowance'] {
    const { labour, period } = this.parameters;
    return labour.heatAllowance?.value.months.includes(monthOf(period)) ? labour.heatAllowance : undefined;
  }

  /** The insurance and side an item pays; null when the parameters have none such. */
  private insuranceOf(item: PayItemDefinition): InsuranceSide | null {
    const [, side, name] = /^insurance\.(employer|employee)\.(\w+)$/.exec(item.rule ?? '') ?? [];
    const scheme = this.parameters.insurance.schemes.find((s) => s.value.name === name);
    return scheme && pays(scheme.value, side as Side) ? { scheme, side: side as Side } : null;
  }
}
