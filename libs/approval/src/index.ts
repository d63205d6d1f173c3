export { approvalEntities, ApprovalModule } from './approval.module';
export type { ApprovalStatus, Decision, Todo, TrailStep } from './approval-store';
export { type ApprovalDecision, Approvals, type OpenApproval } from './approvals';
export { Delegations, type NewDelegation } from './delegations';
