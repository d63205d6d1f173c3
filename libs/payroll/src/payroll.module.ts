import { ApprovalModule } from '@gridstaff/approval';
import { AttendanceModule } from '@gridstaff/attendance';
import { AuditModule } from '@gridstaff/audit';
import { CalendarModule } from '@gridstaff/calendar';
import { EvaluationModule } from '@gridstaff/evaluation';
import { BatchRegistry, ExchangeModule, type ExportHandler, ExportRegistry, ImportRegistry } from '@gridstaff/exchange';
import { FundModule } from '@gridstaff/fund';
import { IdentityModule } from '@gridstaff/identity';
import { JobRegistry } from '@gridstaff/jobs';
import { PolicyModule } from '@gridstaff/policy';
import { RosterModule } from '@gridstaff/roster';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { BonusCalculator } from './application/bonus/bonus-calculator';
import { BonusChoices } from './application/bonus/bonus-choices';
import { BonusRecords } from './application/bonus/bonus-records';
import { ChooseBonusMethods } from './application/bonus/choose-bonus-methods';
import { CalculateRun } from './application/calculate-run';
import { Calculators } from './application/calculators';
import { FundSplits } from './application/charges/fund-splits';
import { SlipCharges } from './application/charges/slip-charges';
import { CreateRun } from './application/create-run';
import { DecideRun } from './application/decide-run';
import { CancelRun, RunProgress } from './application/end-run';
import { BankExport } from './application/exports/bank-file';
import { InsuranceExport } from './application/exports/insurance-file';
import { PaySheetExport } from './application/exports/pay-sheet';
import { OwnPayslipFile, PayslipExport, PayslipsExport } from './application/exports/payslip-files';
import { RunBook } from './application/exports/run-book';
import { TaxExport } from './application/exports/tax-file';
import { FinishRun } from './application/finish-run';
import { AdoptChanges } from './application/forecast/adopt-changes';
import { RunFees } from './application/run-fees';
import { ChangeEffects } from './application/forecast/change-effect';
import { ChangeSets } from './application/forecast/change-set';
import { EngineShelf } from './application/forecast/engine-shelf';
import { PayForecast } from './application/forecast/pay-forecast';
import { AgencyOfYear } from './application/imports/agency-of-year';
import { BonusesImport } from './application/imports/bonuses-import';
import { DeductionsImport } from './application/imports/deductions-import';
import { OpeningImport } from './application/imports/opening-import';
import { OneOffsImport } from './application/imports/one-offs-import';
import { DueOneOffs } from './application/one-off/due-one-offs';
import { OneOffRecords } from './application/one-off/one-off-records';
import { SplitsImport } from './application/imports/splits-import';
import { IgnoredFacts } from './application/retro/ignored-facts';
import { LateChanges } from './application/retro/late-changes';
import { LateFacts } from './application/retro/late-facts';
import { RetroCalculator } from './application/retro/retro-calculator';
import { RetroPlans } from './application/retro/retro-plans';
import { MonthRecords } from './application/month-records';
import { OwnPayslips } from './application/own-payslips';
import { PackDesk } from './application/pack-desk';
import { PackEffects } from './application/pack-effects';
import { PackImpact } from './application/pack-impact';
import { ParallelRun } from './application/parallel/parallel-run';
import { ParallelSheet } from './application/parallel/parallel-sheet';
import { PayCalculator } from './application/pay-calculator';
import { PayContexts } from './application/pay-contexts';
import { PreviewPay } from './application/preview';
import { Readiness } from './application/readiness';
import { RecheckRun } from './application/recheck-run';
import { ReplayRuns } from './application/replay/replay-runs';
import { RoomMonthRecords } from './application/room-records';
import { RunBasis } from './application/run-basis';
import { RunCalculator } from './application/run-calculator';
import { RunClock } from './application/run-clock';
import { RunJournal } from './application/run-journal';
import { RunProof } from './application/run-proof';
import { RunQueries, RunTotals } from './application/run-queries';
import { BonusUndo, OneOffUndo } from './application/given-undo';
import { RunWatch } from './application/run-watch';
import { Schemes } from './application/schemes';
import { RunApprovals, SubmitRun } from './application/submit-run';
import { TaxProfiles } from './application/tax-profiles';
import { TaxRecords } from './application/tax-records';
import { TaxToDate } from './application/tax-to-date';
import { RunVariance } from './application/variance/run-variance';
import { SlipPairs } from './application/variance/slip-pairs';
import {
  BonusStore,
  FundSplitStore,
  LateStore,
  PackEffectStore,
  OneOffStore,
  RetroStore,
  RunStore,
  SchemeStore,
  SlipStore,
  TaxStore,
} from './domain';
import { ParallelColumns } from './domain/parallel/parallel-columns';
import { CalculateHandler } from './jobs/calculate-handler';
import { PackEffectHandler } from './jobs/pack-effect-handler';
import {
  SqlBonusStore,
  SqlFundSplitStore,
  SqlLateStore,
  SqlPackEffectStore,
  SqlOneOffStore,
  SqlRetroStore,
  SqlRunStore,
  SqlSchemeStore,
  SqlSlipStore,
  SqlTaxStore,
} from './persistence';
import { SqlParallelColumns } from './persistence/parallel.repository';

const USE_CASES = [
  ...[LateChanges, IgnoredFacts],
  ...[Schemes, CreateRun, CalculateRun, SubmitRun, DecideRun, CancelRun, RunProgress],
  ...[RunQueries, RunTotals, OwnPayslips, PreviewPay, Calculators, TaxRecords, RunClock, RunProof, RecheckRun, ReplayRuns],
  Readiness,
  ...[OwnPayslipFile, TaxProfiles],
  RunVariance,
  ...[PayForecast, ChangeEffects, AdoptChanges, RunFees],
  ...[PackDesk, PackEffects],
  ParallelRun,
  ...[BonusRecords, BonusChoices, ChooseBonusMethods, FundSplits, OneOffRecords],
];

const EXPORTS = [PaySheetExport, PayslipExport, PayslipsExport, BankExport, TaxExport, InsuranceExport];

@Module({
  imports: [
    ...[AuditModule, IdentityModule, ApprovalModule, CalendarModule, ExchangeModule, PolicyModule],
    ...[RosterModule, AttendanceModule, EvaluationModule, FundModule],
  ],
  providers: [
    { provide: RunStore, useClass: SqlRunStore },
    { provide: SlipStore, useClass: SqlSlipStore },
    { provide: LateStore, useClass: SqlLateStore },
    { provide: RetroStore, useClass: SqlRetroStore },
    { provide: SchemeStore, useClass: SqlSchemeStore },
    { provide: TaxStore, useClass: SqlTaxStore },
    { provide: BonusStore, useClass: SqlBonusStore },
    { provide: FundSplitStore, useClass: SqlFundSplitStore },
    { provide: OneOffStore, useClass: SqlOneOffStore },
    { provide: ParallelColumns, useClass: SqlParallelColumns },
    { provide: PackEffectStore, useClass: SqlPackEffectStore },
    { provide: MonthRecords, useClass: RoomMonthRecords },
    ...USE_CASES,
    ...[LateFacts, RetroPlans, RetroCalculator, RunBasis],
    ...[PackImpact, PayContexts, PayCalculator, RunCalculator, FinishRun, RunJournal, RunApprovals, CalculateHandler, PackEffectHandler],
    ...[AgencyOfYear, OpeningImport, DeductionsImport, BonusesImport, BonusCalculator, TaxToDate, SlipCharges],
    ...[OneOffsImport, DueOneOffs, SplitsImport, OneOffUndo, BonusUndo],
    ...[RunWatch, RunBook, SlipPairs, ChangeSets, EngineShelf, ParallelSheet],
    ...EXPORTS,
  ],
  exports: USE_CASES,
})
export class PayrollModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly calculate: CalculateHandler,
    private readonly packEffect: PackEffectHandler,
    private readonly imports: ImportRegistry,
    private readonly opening: OpeningImport,
    private readonly deductions: DeductionsImport,
    private readonly bonuses: BonusesImport,
    private readonly oneOffs: OneOffsImport,
    private readonly splits: SplitsImport,
    private readonly batches: BatchRegistry,
    private readonly watch: RunWatch,
    private readonly oneOffUndo: OneOffUndo,
    private readonly bonusUndo: BonusUndo,
    private readonly exports: ExportRegistry,
    private readonly files: ModuleRef,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.calculate);
    this.jobs.register(this.packEffect);
    this.imports.register(this.opening);
    this.imports.register(this.deductions);
    this.imports.register(this.bonuses);
    this.imports.register(this.oneOffs);
    this.imports.register(this.splits);
    this.batches.registerWatch(this.watch);
    this.batches.registerRoom(this.oneOffUndo);
    this.batches.registerRoom(this.bonusUndo);
    for (const handler of EXPORTS) this.exports.register(this.files.get<ExportHandler>(handler));
  }
}
