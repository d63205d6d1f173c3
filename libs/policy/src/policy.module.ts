import { Module } from '@nestjs/common';

import { PolicyPacks } from './policy-packs';
import { defaultPolicyDir } from './read-files';

/** Folder of the packs; override the provider to load others. */
export const POLICY_DIR = Symbol('POLICY_DIR');

/** Loads the packs once at start-up: a pack that is wrong stops the start (POLICY_INVALID). */
@Module({
  providers: [
    { provide: POLICY_DIR, useFactory: (): string => defaultPolicyDir() },
    { provide: PolicyPacks, useFactory: (dir: string): PolicyPacks => PolicyPacks.load(dir), inject: [POLICY_DIR] },
  ],
  exports: [PolicyPacks, POLICY_DIR],
})
export class PolicyModule {}
