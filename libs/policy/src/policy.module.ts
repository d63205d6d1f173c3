import { ApprovalModule } from '@gridstaff/approval';
import { AuditModule } from '@gridstaff/audit';
import { Module } from '@nestjs/common';

import { PackChanges } from './pack-changes';
import { PackStore } from './pack-store';
import { Policies } from './policies';
import { PolicyPacks } from './policy-packs';
import { defaultPolicyDir } from './read-files';

/** Folder of the shipped packs; override the provider to load others. */
export const POLICY_DIR = Symbol('POLICY_DIR');

/** Loads the shipped packs once at start-up: a pack that is wrong stops the start (POLICY_INVALID). They are what everything activated stands on. */
@Module({
  imports: [ApprovalModule, AuditModule],
  providers: [
    { provide: POLICY_DIR, useFactory: (): string => defaultPolicyDir() },
    { provide: PolicyPacks, useFactory: (dir: string): PolicyPacks => PolicyPacks.load(dir), inject: [POLICY_DIR] },
    ...[PackStore, Policies, PackChanges],
  ],
  exports: [Policies, PackChanges, POLICY_DIR],
})
export class PolicyModule {}
