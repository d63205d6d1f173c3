import type { Operations } from '../operation';
import { DISPATCH_SCHEMAS } from '../schemas/dispatch';
import { INSIGHT_SCHEMAS } from '../schemas/insight';
import { MONEY_SCHEMAS } from '../schemas/money';
import { PEOPLE_SCHEMAS } from '../schemas/people';
import { POLICY_SCHEMAS } from '../schemas/policy';
import { REPORT_SCHEMAS } from '../schemas/reports';
import { RUN_SCHEMAS } from '../schemas/runs';
import { ATTENDANCE_OPERATIONS } from './attendance';
import { DISPATCH_OPERATIONS } from './dispatch';
import { CUSTOM_FIELD_OPERATIONS, CUSTOM_FIELD_SCHEMAS } from './custom-fields';
import { DOCUMENT_OPERATIONS, DOCUMENT_SCHEMAS } from './documents';
import { INSIGHT_OPERATIONS } from './insight';
import { MONEY_OPERATIONS } from './money';
import { PEOPLE_OPERATIONS } from './people';
import { POLICY_OPERATIONS } from './policy';
import { REPORT_OPERATIONS } from './reports';
import { RUN_OPERATIONS } from './runs';
import { TAG_OPERATIONS, TAG_SCHEMAS } from './tags';
import { STAFF_CHANGE_OPERATIONS, STAFF_CHANGE_SCHEMAS } from './staff-changes';

export const OPERATIONS: Operations = {
  ...RUN_OPERATIONS,
  ...MONEY_OPERATIONS,
  ...PEOPLE_OPERATIONS,
  ...ATTENDANCE_OPERATIONS,
  ...DISPATCH_OPERATIONS,
  ...DOCUMENT_OPERATIONS,
  ...TAG_OPERATIONS,
  ...CUSTOM_FIELD_OPERATIONS,
  ...INSIGHT_OPERATIONS,
  ...POLICY_OPERATIONS,
  ...REPORT_OPERATIONS,
  ...STAFF_CHANGE_OPERATIONS,
};
export const SCHEMAS = {
  ...RUN_SCHEMAS,
  ...MONEY_SCHEMAS,
  ...PEOPLE_SCHEMAS,
  ...DISPATCH_SCHEMAS,
  ...DOCUMENT_SCHEMAS,
  ...TAG_SCHEMAS,
  ...CUSTOM_FIELD_SCHEMAS,
  ...INSIGHT_SCHEMAS,
  ...POLICY_SCHEMAS,
  ...REPORT_SCHEMAS,
  ...STAFF_CHANGE_SCHEMAS,
};
