import type { EntityClass } from '@gridstaff/persistence';
import { LateDecisionRow } from './late.entity';
import { PayReceivableRow, PayRunNoteRow, RetroDeltaRow } from './retro.entities';
import { OneOffFactRow, PayOneOffRow } from './one-off.entities';
import { PackEffectPartRow, PackEffectRow } from './pack-effect.entities';
import { ParallelColumnRow } from './parallel.entity';
import { PayRunAgencyRow, PayRunEventRow, PayRunFundRow, PayRunRow } from './run.entities';
import {
  BonusFactRow,
  FundSplitRow,
  PayItemRow,
  PaySchemeRow,
  SpecialDeductionRow,
  TaxOpeningRow,
  TaxProfileRow,
} from './scheme.entities';
import {
  PayExclusionRow,
  PayItemClaimRow,
  PayProgramRow,
  PayRunInputRow,
  PayslipClaimRow,
  PayslipDerivationRow,
  PayslipFundRow,
  PayslipLineRow,
  PayslipRow,
} from './slip.entities';

export { SqlBonusStore } from './bonus.repository';
export { SqlFundSplitStore } from './fund-split.repository';
export { SqlLateStore } from './late.repository';
export { SqlOneOffStore } from './one-off.repository';
export { SqlPackEffectStore } from './pack-effect.repository';
export { SqlParallelColumns } from './parallel.repository';
export { SqlRetroStore } from './retro.repository';
export { SqlRunStore } from './run.repository';
export { SqlSchemeStore } from './scheme.repository';
export { SqlSlipStore } from './slip.repository';
export { SqlTaxStore } from './tax.repository';

export const payrollEntities: EntityClass[] = [
  PaySchemeRow,
  PayItemRow,
  PayRunRow,
  PayRunEventRow,
  PayRunAgencyRow,
  PayRunFundRow,
  PayRunInputRow,
  PayslipRow,
  PayslipLineRow,
  PayslipFundRow,
  PayslipDerivationRow,
  PayProgramRow,
  PayExclusionRow,
  PayslipClaimRow,
  PayItemClaimRow,
  LateDecisionRow,
  RetroDeltaRow,
  PayReceivableRow,
  PayRunNoteRow,
  TaxOpeningRow,
  TaxProfileRow,
  SpecialDeductionRow,
  BonusFactRow,
  FundSplitRow,
  OneOffFactRow,
  PayOneOffRow,
  ParallelColumnRow,
  PackEffectRow,
  PackEffectPartRow,
];
