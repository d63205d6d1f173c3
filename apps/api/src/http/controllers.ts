import type { Type } from '@nestjs/common';
import { ApprovalsController } from './approvals/approvals.controller';
import { AuditController } from './audit/audit.controller';
import { CalculatorsController } from './calculators/calculators.controller';
import { CalendarController } from './calendar/calendar.controller';
import { PeriodsController } from './calendar/periods.controller';
import { AgenciesController } from './centres/agencies.controller';
import { CentresController } from './centres/centres.controller';
import { DispatchController } from './dispatch/dispatch.controller';
import { ReturnsController } from './dispatch/returns.controller';
import { CustomFieldsController } from './custom-fields/custom-fields.controller';
import { AgencyDocumentsController } from './documents/agency-documents.controller';
import { DocumentKindsController } from './documents/document-kinds.controller';
import { WorkerDocumentsController } from './documents/worker-documents.controller';
import { CoverageController } from './centres/coverage.controller';
import { UnitsController } from './centres/units.controller';
import { ExportTasksController } from './exports/export-tasks.controller';
import { ExportsController } from './exports/exports.controller';
import { FundSplitsController } from './funds/fund-splits.controller';
import { FundsController } from './funds/funds.controller';
import { HealthController } from './health/health.controller';
import { ImportLayoutsController } from './imports/import-layouts.controller';
import { ImportsController } from './imports/imports.controller';
import { AttendanceController } from './month-facts/attendance.controller';
import { EvaluationController } from './month-facts/evaluation.controller';
import { LeaveController } from './month-facts/leave.controller';
import { MonthCloseController } from './month-facts/month-close.controller';
import { MonthSheetsController } from './month-facts/month-sheets.controller';
import { SchedulesController } from './month-facts/schedules.controller';
import { OneOffsController } from './month-facts/one-offs.controller';
import { TaxProfilesController } from './month-facts/tax-profiles.controller';
import { OwnPayslipsController } from './payslips/own-payslips.controller';
import { PacksController } from './policy/packs.controller';
import { PolicyController } from './policy/policy.controller';
import { EqualPayController } from './reports/equal-pay.controller';
import { PeopleReportsController } from './reports/people-reports.controller';
import { LateChangesController } from './runs/late-changes.controller';
import { ParallelController } from './runs/parallel.controller';
import { PayRulesController } from './runs/pay-rules.controller';
import { RunJobController } from './runs/run-job.controller';
import { RunsController } from './runs/runs.controller';
import { SlipsController } from './runs/slips.controller';
import { VarianceController } from './runs/variance.controller';
import { SessionController } from './session/session.controller';
import { SettlementsController } from './settlements/settlements.controller';
import { StaffChangesController } from './staff-changes/staff-changes.controller';
import { TagsController } from './tags/tags.controller';
import { TokensController } from './users/tokens.controller';
import { UsersController } from './users/users.controller';
import { WhatIfController } from './what-if/what-if.controller';
import { CardChangesController } from './workers/card-changes.controller';
import { WorkerChangesController } from './workers/worker-changes.controller';
import { WorkerPersonalController } from './workers/worker-personal.controller';
import { WorkerTermsController } from './workers/worker-terms.controller';
import { WorkersController } from './workers/workers.controller';

export const CONTROLLERS: Type[] = [
  HealthController,
  SessionController,
  UsersController,
  TokensController,
  CentresController,
  UnitsController,
  CoverageController,
  AgenciesController,
  WorkersController,
  WorkerChangesController,
  WorkerTermsController,
  WorkerPersonalController,
  CardChangesController,
  StaffChangesController,
  DispatchController,
  ReturnsController,
  ImportLayoutsController,
  DocumentKindsController,
  TagsController,
  CustomFieldsController,
  WorkerDocumentsController,
  AgencyDocumentsController,
  ImportsController,
  CalendarController,
  PeriodsController,
  AttendanceController,
  LeaveController,
  MonthSheetsController,
  SchedulesController,
  MonthCloseController,
  EvaluationController,
  OneOffsController,
  TaxProfilesController,
  PolicyController,
  PacksController,
  CalculatorsController,
  RunsController,
  RunJobController,
  SlipsController,
  VarianceController,
  ParallelController,
  WhatIfController,
  PeopleReportsController,
  EqualPayController,
  PayRulesController,
  LateChangesController,
  ExportsController,
  ExportTasksController,
  FundsController,
  FundSplitsController,
  SettlementsController,
  ApprovalsController,
  AuditController,
  OwnPayslipsController,
];
