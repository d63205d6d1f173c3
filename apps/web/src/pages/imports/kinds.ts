import type { Permission } from '@gridstaff/contracts';
import type { QueryKey } from '@tanstack/react-query';

export interface ImportKind {
  kind: string;
  permission: Permission;
  /** The file is about one work month. */
  monthly: boolean;
  /** What is read again afterwards. */
  touches: QueryKey[];
}

/** In the order of a month's work. */
export const KINDS: readonly ImportKind[] = [
  {
    kind: 'roster',
    permission: 'roster:import',
    monthly: false,
    touches: [['workers'], ['worker-names'], ['units'], ['agencies'], ['readiness']],
  },
  { kind: 'units', permission: 'roster:write', monthly: false, touches: [['units'], ['readiness'], ['coverage']] },
  { kind: 'bases', permission: 'roster:import', monthly: false, touches: [['workers'], ['worker'], ['readiness']] },
  { kind: 'contracts', permission: 'roster:import', monthly: false, touches: [['worker'], ['dispatch']] },
  { kind: 'attendance', permission: 'attendance:write', monthly: true, touches: [['attendance'], ['readiness']] },
  {
    kind: 'month_sheet',
    permission: 'attendance:write',
    monthly: true,
    touches: [['attendance'], ['readiness'], ['month-sheet'], ['attendance-teams'], ['attendance-close'], ['schedule']],
  },
  { kind: 'prior_services', permission: 'attendance:write', monthly: false, touches: [['leave']] },
  { kind: 'scores', permission: 'evaluation:write', monthly: true, touches: [['evaluations'], ['readiness']] },
  { kind: 'deductions', permission: 'tax:write', monthly: true, touches: [['readiness']] },
  { kind: 'bonuses', permission: 'run:prepare', monthly: true, touches: [] },
  { kind: 'one_offs', permission: 'run:prepare', monthly: true, touches: [['one-offs'], ['readiness']] },
  { kind: 'splits', permission: 'fund:manage', monthly: false, touches: [['fund-splits']] },
  { kind: 'opening', permission: 'opening:import', monthly: false, touches: [] },
  { kind: 'budget', permission: 'fund:manage', monthly: false, touches: [['funds'], ['budget']] },
];

export const kindOf = (kind: string): ImportKind | undefined => KINDS.find((entry) => entry.kind === kind);
