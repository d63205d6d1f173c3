import { approvalEntities } from '@gridstaff/approval';
import { attendanceEntities } from '@gridstaff/attendance';
import { auditEntities } from '@gridstaff/audit';
import { calendarEntities } from '@gridstaff/calendar';
import { dispatchEntities } from '@gridstaff/dispatch';
import { evaluationEntities } from '@gridstaff/evaluation';
import { exchangeEntities } from '@gridstaff/exchange';
import { fundEntities } from '@gridstaff/fund';
import { identityEntities } from '@gridstaff/identity';
import { jobsEntities } from '@gridstaff/jobs';
import { payrollEntities } from '@gridstaff/payroll';
import type { EntityClass } from '@gridstaff/persistence';
import { policyEntities } from '@gridstaff/policy';
import { rosterEntities } from '@gridstaff/roster';
import { settlementEntities } from '@gridstaff/settlement';

/** Every table of the product: what the DataSource is opened with and what the drift check compares with the migrations. */
export const ALL_ENTITIES: readonly EntityClass[] = [
  ...jobsEntities,
  ...auditEntities,
  ...identityEntities,
  ...approvalEntities,
  ...calendarEntities,
  ...exchangeEntities,
  ...rosterEntities,
  ...dispatchEntities,
  ...attendanceEntities,
  ...evaluationEntities,
  ...fundEntities,
  ...payrollEntities,
  ...settlementEntities,
  ...policyEntities,
];
