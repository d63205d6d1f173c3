import type { EntityClass } from '@gridstaff/persistence';
import { LateDecisionRow } from './late.entity';
import { PayReceivableRow, PayRunNoteRow, RetroDeltaRow } from './retro.entities';
import { ParallelColumnRow } from './parallel.entity';
import { PayRunAgencyRow, PayRunEventRow, PayRunRow } from './run.entities';
import {
  BonusFactRow,
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
  PayslipLineRow,
  PayslipRow,
} from './slip.entities';

export { SqlBonusStore } from './bonus.repository';
export { SqlLateStore } from './late.repository';
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
  PayRunInputRow,
  PayslipRow,
  PayslipLineRow,
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
  ParallelColumnRow,
];
