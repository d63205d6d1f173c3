export { BonusChoices, type BonusComparison } from './application/bonus/bonus-choices';
export { ChooseBonusMethods } from './application/bonus/choose-bonus-methods';
export { BonusRecords } from './application/bonus/bonus-records';
export { FundSplits, type FundSplitChange } from './application/charges/fund-splits';
export { formatPoints, type FundSplitPiece, parsePoints } from './domain/fund-split';
export { CalculateRun } from './application/calculate-run';
export { Calculators } from './application/calculators';
export { CreateRun, type RunRequest } from './application/create-run';
export { DecideRun } from './application/decide-run';
export { CancelRun, RunProgress } from './application/end-run';
export { AdoptChanges, type Adopted, fingerprintOf, type Newcomer } from './application/forecast/adopt-changes';
export { type ChangeEffect, ChangeEffects, type MonthFigures, type PersonEffect } from './application/forecast/change-effect';
export type { ChangeSet, MonthChange, ParameterChange } from './application/forecast/change-set';
export {
  type CostFigures,
  type Forecast,
  type ForecastMonth,
  type ForecastRequest,
  PayForecast,
} from './application/forecast/pay-forecast';
export { OneOffRecords, type OneOffView } from './application/one-off/one-off-records';
export type { OneOffEntry } from './application/one-off/one-off-values';
export { OwnPayslipFile } from './application/exports/payslip-files';
export { type Oneself, OwnPayslips, type OwnSlip } from './application/own-payslips';
export { type FundImpact, PackDesk, type PackEffect, type ReachedCentre } from './application/pack-desk';
export { type PackEffectProgress, PackEffects } from './application/pack-effects';
export type { Amounts, CentreImpact, PeriodImpact, PersonImpact } from './application/pack-impact';
export {
  type ParallelAnswer,
  type ParallelColumn,
  ParallelRun,
  type ParallelSketch,
  VERDICTS,
} from './application/parallel/parallel-run';
export { CLASS_NAMES as DIFFERENCE_NAMES } from './application/parallel/parallel-texts';
export { toPeriodParameters } from './application/parameter-mapping';
export { type PayPreview, PreviewPay, type PreviewSlip } from './application/preview';
export { type MonthReadiness, Readiness, type ReadinessItem } from './application/readiness';
export { IgnoredFacts } from './application/retro/ignored-facts';
export { LateChanges } from './application/retro/late-changes';
export { RunFees, type TierFee } from './application/run-fees';
export { RUN_SUBJECT } from './application/run-journal';
export { type RunFinding, RunProof } from './application/run-proof';
export {
  type NamedFundTotals,
  RunQueries,
  RunTotals,
  type SlipDelta,
  type SlipDetail,
  type SlipLine,
} from './application/run-queries';
export { type Recheck, RecheckRun } from './application/recheck-run';
export { type Replay, type ReplayDifference, ReplayRuns } from './application/replay/replay-runs';
export { REPLAY_CAUSES, type ReplayCause } from './application/replay/replay-slip';
export { RunClock, type RunPhase } from './application/run-clock';
export { defaultSchemeFile, parseScheme, readSchemeFile, type SchemeFile } from './application/scheme-file';
export { Schemes } from './application/schemes';
export { SubmitRun } from './application/submit-run';
export { type ProfileEntry, TaxProfiles } from './application/tax-profiles';
export { TaxRecords } from './application/tax-records';
export {
  type BridgeStep,
  type ItemChange,
  RunVariance,
  type Variance,
  type VarianceRow,
  type WorkerVariance,
} from './application/variance/run-variance';
export { REHIRE_COUNTS, type RehireCount, TAX_MODE_NAMES, type TaxMode } from './domain/pay-facts';
export { costOf, FROZEN, type PayRun, type RunKind, type RunStatus, type RunStep, type Totals } from './domain/run';
export type { AgencyTotals, FundTotals, RunEvent, RunSort } from './domain/run-store';
export type { LateChange, LateDecision, LateDecisionKind } from './domain/late-change';
export type { NoteSort, RetroDelta, RunNote } from './domain/retro';
export { usualPayDate } from './domain/pay-date';
export type { PayScheme } from './domain/scheme-store';
export type {
  ExclusionRecord,
  ExclusionSort,
  ExclusionView,
  OwnSlipSort,
  SlipSort,
  SlipView,
} from './domain/slip-store';
export { ONE_OFF_KINDS, type OneOffKind } from './domain/one-off';
export type { NewDeduction, NewOpening, NewProfile } from './domain/tax-store';
export {
  type Cause,
  CAUSE_NAMES,
  type ChangedFact,
  type Figures,
  VARIANCE_FLAGS,
  type VarianceFlag,
} from './domain/variance';
export { type Difference, DIFFERENCE_CLASSES, type DifferenceClass } from './domain/parallel/compare';
export { PayrollModule } from './payroll.module';
export { payrollEntities } from './persistence';
