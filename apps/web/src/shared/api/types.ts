import type { Permission } from '@gridstaff/contracts';
import type { components, operations } from '../api-schema';

/** The answers that the pages read, named from the document of the API. Amounts are decimal yuan as text, instants ISO 8601. */
type S = components['schemas'];
type Answer<O extends keyof operations> = operations[O] extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : never;

export type Id = string;
export type Yuan = string;

/** The document lists permissions as texts; they are those of the shared table. */
export type Me = Omit<S['SignedIn'], 'grants'> & { grants: { centreId: Id; permissions: Permission[] }[] };
export type Centre = S['Centre'];
export type WorkerSummary = S['WorkerSummary'];
export type WorkerDetail = S['WorkerDetail'];
export type TimelineRow = S['Fact'];
export type CardChange = S['CardChange'];
export type OrgUnit = S['OrgUnit'];
export type CoverageReport = S['Coverage'];
export type CoveredGrid = CoverageReport['grids'][number];
export type PeopleReport = S['PeopleReport'];
export type ReportTable = Pick<PeopleReport, 'label_zh' | 'label_en' | 'also_zh' | 'also_en' | 'columns' | 'rows' | 'total' | 'chart'>;
export type EqualPayReport = S['EqualPayReport'];
export type ReportRow = S['ReportRow'];
export type SeatCount = S['SeatCount'];
export type UnitSeats = S['UnitSeats'];
export type UnitDetail = S['UnitDetail'];
export type Agency = S['ListedAgency'];
export type Grade = S['Grade'];
export type CertificateStandard = S['CertificateStandard'];
export type PayScheme = S['PayScheme'];
export type PayItem = S['PayItem'];
export type ParameterInForce = S['ParameterInForce'];
export type PolicyPack = S['PolicyPack'];
export type PackCheck = S['PackCheck'];
export type PackEffect = S['PackEffect'];
export type PackEffectProgress = S['PackEffectProgress'];
export type PeriodImpact = S['PeriodImpact'];
export type Readiness = S['Readiness'];
export type ReadinessItem = S['ReadinessItem'];
export type AttendanceMonth = Answer<'attendance_month'>;
export type Absence = AttendanceMonth['absences'][number];
export type Overtime = AttendanceMonth['overtime'][number];
export type OneOff = Answer<'oneOffs_month'>['entries'][number];
export type HeatWork = AttendanceMonth['heatWork'][number];
export type LeaveKind = Answer<'leave_kinds'>['kinds'][number];
export type WorkerLeave = Answer<'leave_year'>['workers'][number];
export type Performance = Answer<'evaluation_month'>['results'][number];
export type ImportResult = S['ImportResult'];
export type ImportError = ImportResult['errors'][number];
export type ImportBatch = S['ImportBatch'];
export type ExportTask = S['ExportTask'];
export type ImportUndo = S['ImportUndo'];
export type ImportColumns = S['ImportColumns'];
export type ImportSheet = ImportColumns['sheets'][number];
export type CalendarDay = Answer<'calendar_days'>['days'][number];
export type CentrePeriod = S['Period'];
export type PayRun = S['Run'];
export type RunDetail = S['RunDetail'];
export type FundSplit = S['FundSplit'];
export type FundSplitInput = S['FundSplitBody'];
export type SlipExplanation = Answer<'slips_explain'>;
export type RunStatus = PayRun['status'];
export type RunKind = PayRun['kind'];
export type RunProgress = S['RunProgress'];
export type RunEvent = S['RunEvent'];
export type RunAgency = S['RunAgency'];
export type Slip = S['Slip'];
export type SlipLine = S['SlipLine'];
export type SlipDetail = S['SlipDetail'];
export type ExplainedLine = S['ExplainedLine'];
export type ExplainedStep = S['ExplainedStep'];
export type Exclusion = S['Exclusion'];
export type Variance = S['Variance'];
export type VarianceRow = S['VarianceRow'];
export type WorkerVariance = S['WorkerVariance'];
export type WhatIf = S['WhatIf'];
export type ParallelSketch = S['ParallelSketch'];
export type ParallelAnswer = S['ParallelAnswer'];
export type Settlement = S['Settlement'];
export type SettlementDetail = S['SettlementDetail'];
export type Fund = S['Fund'];
export type Balances = S['Balances'];
export type Budget = S['Budget'];
export type Appropriation = S['Appropriation'];
export type LedgerEntry = S['LedgerEntry'];
export type Todo = S['Todo'];
export type AuditEntry = S['AuditEntry'];
export type Account = S['Account'];
export type OwnPayslip = S['OwnPayslip'];
export type OwnPayslipDetail = S['OwnPayslipDetail'];

/** What a run, an agency's share of it, and a slip have in common. */
export type RunAmounts = Pick<
  Slip,
  | 'gross'
  | 'employeeInsurance'
  | 'employeeFund'
  | 'tax'
  | 'otherDeductions'
  | 'net'
  | 'receivable'
  | 'employerInsurance'
  | 'employerFund'
  | 'fee'
>;

/** Each operation of the calculators answers with figures of its own. */
export interface CalculatorAnswer {
  id: string;
  op: string;
  output?: Record<string, unknown>;
  because?: { rule: string; formula: string; values: Record<string, unknown>; source: string }[];
  error?: { code: string; message: string; path: string };
}
