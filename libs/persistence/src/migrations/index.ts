import type { MigrationClass } from '../table';
import { approvalMigrations } from './approval';
import { attendanceMigrations } from './attendance';
import { attendanceLeaveMigrations } from './attendance-leave';
import { attendanceSheetMigrations } from './attendance-sheet';
import { attendanceScheduleMigrations } from './attendance-schedule';
import { auditMigrations } from './audit';
import { calendarMigrations } from './calendar';
import { batchMigrations } from './exchange-batches';
import { dispatchMigrations } from './dispatch';
import { evaluationMigrations } from './evaluation';
import { exchangeMigrations } from './exchange';
import { fileMigrations } from './exchange-files';
import { importLayoutMigrations } from './exchange-layouts';
import { exchangeListMigrations } from './exchange-lists';
import { fundMigrations } from './fund';
import { identityMigrations } from './identity';
import { jobsMigrations } from './jobs';
import { lateFactMigrations } from './late-facts';
import { payrollMigrations } from './payroll';
import { oneOffMigrations } from './payroll-one-off';
import { packEffectMigrations } from './payroll-pack-effect';
import { policyMigrations } from './policy';
import { rosterMigrations } from './roster';
import { cardChangeMigrations } from './roster-cards';
import { rosterPersonalMigrations } from './roster-personal';
import { rosterContractMigrations } from './roster-contracts';
import { rosterSearchMigrations } from './roster-search';
import { staffChangeMigrations } from './roster-staff-changes';
import { rosterUnitMigrations } from './roster-units';
import { settlementMigrations } from './settlement';

/** Every migration of the product, in the order of its stamp; names must never change once released. */
export const MIGRATIONS: readonly MigrationClass[] = [
  ...jobsMigrations,
  ...auditMigrations,
  ...identityMigrations,
  ...approvalMigrations,
  ...calendarMigrations,
  ...exchangeMigrations,
  ...rosterMigrations,
  ...attendanceMigrations,
  ...evaluationMigrations,
  ...fundMigrations,
  ...payrollMigrations,
  ...oneOffMigrations,
  ...lateFactMigrations,
  ...packEffectMigrations,
  ...settlementMigrations,
  ...policyMigrations,
  ...cardChangeMigrations,
  ...rosterPersonalMigrations,
  ...attendanceLeaveMigrations,
  ...attendanceSheetMigrations,
  ...rosterContractMigrations,
  ...rosterSearchMigrations,
  ...batchMigrations,
  ...dispatchMigrations,
  ...rosterUnitMigrations,
  ...staffChangeMigrations,
  ...fileMigrations,
  ...importLayoutMigrations,
  ...attendanceScheduleMigrations,
  ...exchangeListMigrations,
];
