import type { Id } from '@gridstaff/kernel';

/** Every background job: its name and payload (ids only, never data). Start-up fails on a name with no handler or two. */
export interface JobPayloads {
  'payroll.calculate': { runId: Id };
  'policy.effect': { effectId: Id };
  'exchange.list': { taskId: Id };
}

export type JobName = keyof JobPayloads;

export const JOB_NAMES: readonly JobName[] = ['payroll.calculate', 'policy.effect', 'exchange.list'];
