import type { EntityClass } from '@gridstaff/persistence';
import {
  DispatchAgreementFactRow,
  DispatchDecisionRow,
  OwnStaffFactRow,
  ReturnEvidenceRow,
  WorkerReturnRow,
} from './dispatch.entities';

export { SqlDispatchStore } from './dispatch.store';
export { SqlReturnStore } from './return.store';

export const dispatchEntities: EntityClass[] = [
  DispatchAgreementFactRow,
  OwnStaffFactRow,
  DispatchDecisionRow,
  ReturnEvidenceRow,
  WorkerReturnRow,
];
