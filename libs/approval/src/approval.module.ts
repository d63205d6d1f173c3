import { AuditModule } from '@gridstaff/audit';
import { IdentityModule } from '@gridstaff/identity';
import type { EntityClass } from '@gridstaff/persistence';
import { Module } from '@nestjs/common';
import { ApprovalDelegationRow, ApprovalPartyRow, ApprovalRow, ApprovalStepRow } from './approval.entity';
import { ApprovalStore } from './approval-store';
import { Approvals } from './approvals';
import { Delegations } from './delegations';

export const approvalEntities: EntityClass[] = [ApprovalRow, ApprovalStepRow, ApprovalPartyRow, ApprovalDelegationRow];

@Module({
  imports: [AuditModule, IdentityModule],
  providers: [ApprovalStore, Approvals, Delegations],
  exports: [Approvals, Delegations],
})
export class ApprovalModule {}
