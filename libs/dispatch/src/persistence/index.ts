import type { EntityClass } from '@gridstaff/persistence';
import { DispatchAgreementFactRow, DispatchDecisionRow, OwnStaffFactRow } from './dispatch.entities';

export { SqlDispatchStore } from './dispatch.store';

export const dispatchEntities: EntityClass[] = [DispatchAgreementFactRow, OwnStaffFactRow, DispatchDecisionRow];
