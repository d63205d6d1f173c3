import {
  CodeColumn,
  FactRow,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  NameColumn,
  PeriodColumn,
  TextColumn,
} from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

@Entity('pay_scheme')
@Index(['centreId', 'version'], { unique: true })
export class PaySchemeRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @IntColumn()
  version: number;

  @PeriodColumn()
  validFrom: string;

  @CodeColumn(40)
  code: string;

  @NameColumn(100)
  nameZh: string;

  @NameColumn(100)
  nameEn: string;

  @CodeColumn(20)
  absenceMethod: string;

  @JsonColumn()
  absencePayRatio: object;

  /** Dated tables that formulas look up. */
  @JsonColumn({ nullable: true })
  tables: object | null;

  @CodeColumn(64)
  hash: string;

  @IdColumn()
  adoptedBy: string;

  @InstantColumn()
  adoptedAt: number;
}

@Entity('pay_item')
export class PayItemRow {
  @IdColumn({ primary: true })
  schemeId: string;

  @IntColumn({ primary: true })
  itemNo: number;

  @CodeColumn(40)
  code: string;

  @NameColumn(100)
  nameZh: string;

  @NameColumn(100)
  nameEn: string;

  @CodeColumn(20)
  kind: string;

  @CodeColumn(20)
  behaviour: string;

  @TextColumn({ nullable: true })
  formula: string | null;

  @CodeColumn(40, { nullable: true })
  rule: string | null;

  @FlagColumn()
  taxable: boolean;

  @FlagColumn()
  reducedByAbsence: boolean;

  @FlagColumn()
  inOvertimeBase: boolean;

  /** Null: as the engine has it by default. */
  @FlagColumn({ nullable: true })
  inInsuranceBase: boolean | null;

  @FlagColumn({ nullable: true })
  countsForMinimumWage: boolean | null;

  @CodeColumn(40, { nullable: true })
  fund: string | null;
}

/** Valid for one tax year: what the agency had paid and withheld before the system took over. */
@Entity('tax_opening')
@Index(['centreId', 'workerNo', 'validFrom'])
export class TaxOpeningRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @IdColumn()
  agencyId: string;

  @IntColumn()
  throughMonth: number;

  @IntColumn()
  months: number;

  @FenColumn()
  income: number;

  @FenColumn()
  exempt: number;

  @FenColumn()
  special: number;

  @FenColumn()
  other: number;

  @FenColumn()
  relief: number;

  @FenColumn()
  tax: number;
}

/** Valid for one tax year: how the basic deduction is counted, with its evidence. */
@Entity('tax_profile_fact')
@Index(['centreId', 'workerNo', 'validFrom'])
@Check('tax_profile_mode', "mode IN ('normal', 'first_job', 'prior_year_60000')")
@Check('tax_profile_evidence', "mode <> 'prior_year_60000' OR (prior_gross IS NOT NULL AND same_unit_every_month = 1)")
export class TaxProfileRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @IdColumn()
  agencyId: string;

  @CodeColumn(20)
  mode: string;

  @FenColumn({ nullable: true })
  priorGross: number | null;

  @FlagColumn()
  sameUnitEveryMonth: boolean;

  /** How months are counted after somebody came back in the same year; null: those with an engagement. */
  @CodeColumn(12, { nullable: true })
  rehire: string | null;
}

/** Valid for one tax month: 专项附加扣除 year to date as the tax client gave them. */
@Entity('special_deduction_fact')
@Index(['centreId', 'workerNo', 'validFrom'])
export class SpecialDeductionRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @FenColumn()
  toDate: number;

  @JsonColumn()
  categories: object;
}

/** Valid for one work month: the annual bonus that a bonus run of the month pays. */
@Entity('bonus_fact')
@Index(['centreId', 'validFrom', 'workerNo'])
@Check('bonus_fact_method', "method IN ('separate', 'together')")
@Check('bonus_fact_amount', 'amount >= 0')
export class BonusFactRow extends FactRow {
  @IntColumn()
  workerNo: number;

  /** Zero takes back what was given before. */
  @FenColumn()
  amount: number;

  /** How it is taxed; null: as the centre does by default. */
  @CodeColumn(10, { nullable: true })
  method: string | null;
}

/** From a day on: how what a worker costs is shared among funds. */
@Entity('fund_split_fact')
@Index(['centreId', 'workerNo', 'validFrom'])
@Check('fund_split_fact_range', 'valid_from < valid_to')
export class FundSplitRow extends FactRow {
  @IntColumn()
  workerNo: number;

  /** [[code of the fund, hundredths of a per cent]], together 10,000; empty: the fund of the run bears it all. */
  @JsonColumn()
  shares: object;
}
