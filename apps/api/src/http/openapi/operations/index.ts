import type { Operations } from '../operation';
import { INSIGHT_SCHEMAS } from '../schemas/insight';
import { MONEY_SCHEMAS } from '../schemas/money';
import { PEOPLE_SCHEMAS } from '../schemas/people';
import { RUN_SCHEMAS } from '../schemas/runs';
import { INSIGHT_OPERATIONS } from './insight';
import { MONEY_OPERATIONS } from './money';
import { PEOPLE_OPERATIONS } from './people';
import { RUN_OPERATIONS } from './runs';

export const OPERATIONS: Operations = {
  ...RUN_OPERATIONS,
  ...MONEY_OPERATIONS,
  ...PEOPLE_OPERATIONS,
  ...INSIGHT_OPERATIONS,
};
export const SCHEMAS = { ...RUN_SCHEMAS, ...MONEY_SCHEMAS, ...PEOPLE_SCHEMAS, ...INSIGHT_SCHEMAS };
