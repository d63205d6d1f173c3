import type { Permission } from '@gridstaff/contracts';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { IconName } from '../shared/icons';

export interface PageEntry {
  /** Pattern of the router; the first segment names the folder of the page. */
  path: string;
  /** One of these is needed; none: everybody signed in. */
  permissions: readonly Permission[];
  Page: LazyExoticComponent<ComponentType>;
}

type Load = () => Promise<{ default: ComponentType }>;
const page = (path: string, load: Load, ...permissions: Permission[]): PageEntry => ({
  path,
  permissions,
  Page: lazy(load),
});

/** Every page, each a chunk of its own that arrives when it is first opened. */
export const PAGES: readonly PageEntry[] = [
  page('/desk', () => import('../pages/desk/desk-page')),
  page('/payslips', () => import('../pages/payslips/payslips-page'), 'payslip:own'),
  page('/roster', () => import('../pages/roster/roster-page'), 'roster:read'),
  page('/roster/:no', () => import('../pages/roster/worker-page'), 'roster:read'),
  page(
    '/imports',
    () => import('../pages/imports/imports-page'),
    'roster:import',
    'attendance:write',
    'evaluation:write',
    'opening:import',
    'tax:write',
    'fund:manage',
  ),
  page('/month', () => import('../pages/month/month-page'), 'attendance:read', 'evaluation:read'),
  page('/calendar', () => import('../pages/calendar/calendar-page'), 'calendar:read', 'calendar:manage'),
  page('/runs', () => import('../pages/runs/runs-page'), 'run:read'),
  page('/runs/:id', () => import('../pages/runs/run-page'), 'run:read'),
  page('/late-changes', () => import('../pages/late-changes/late-changes-page'), 'run:read'),
  page('/settlements', () => import('../pages/settlements/settlements-page'), 'settlement:read'),
  page('/settlements/:id', () => import('../pages/settlements/settlement-page'), 'settlement:read'),
  page(
    '/approvals',
    () => import('../pages/approvals/approvals-page'),
    'run:check',
    'run:approve',
    'run:prepare',
    'policy:activate',
  ),
  page('/what-if', () => import('../pages/what-if/what-if-page'), 'run:read'),
  page('/funds', () => import('../pages/funds/funds-page'), 'fund:read'),
  page('/funds/:id', () => import('../pages/funds/fund-page'), 'fund:read'),
  page('/audit', () => import('../pages/audit/audit-page'), 'audit:read'),
  page('/calculators', () => import('../pages/calculators/calculators-page'), 'calculator:use'),
  page('/policy', () => import('../pages/policy/policy-page'), 'policy:read'),
  page('/policy/new', () => import('../pages/policy/new-pack-page'), 'policy:propose'),
  page('/policy/:id', () => import('../pages/policy/pack-page'), 'policy:read'),
  page('/settings', () => import('../pages/settings/settings-page'), 'roster:read', 'policy:read'),
  page('/users', () => import('../pages/users/users-page'), 'user:manage'),
];

export interface MenuEntry {
  path: string;
  icon: IconName;
}

/** Two levels; a group without any page for the account is not shown. Labels are `shell:menu.<name of the path>`. */
export const MENU: readonly { group: string; entries: readonly MenuEntry[] }[] = [
  {
    group: 'home',
    entries: [
      { path: '/desk', icon: 'desk' },
      { path: '/approvals', icon: 'approve' },
      { path: '/payslips', icon: 'slip' },
    ],
  },
  {
    group: 'people',
    entries: [
      { path: '/roster', icon: 'people' },
      { path: '/month', icon: 'list' },
      { path: '/imports', icon: 'upload' },
      { path: '/calendar', icon: 'calendar' },
    ],
  },
  {
    group: 'pay',
    entries: [
      { path: '/runs', icon: 'runs' },
      { path: '/late-changes', icon: 'clock' },
      { path: '/settlements', icon: 'settle' },
      { path: '/calculators', icon: 'calculator' },
      { path: '/policy', icon: 'list' },
    ],
  },
  {
    group: 'money',
    entries: [
      { path: '/funds', icon: 'fund' },
      { path: '/what-if', icon: 'calculator' },
    ],
  },
  {
    group: 'system',
    entries: [
      { path: '/settings', icon: 'settings' },
      { path: '/users', icon: 'user' },
      { path: '/audit', icon: 'audit' },
    ],
  },
];

export const labelKey = (path: string): string => `menu.${path.slice(1)}`;
export const entryOf = (path: string): PageEntry | undefined => PAGES.find((entry) => entry.path === path);

/** Pages about a centre need one to be chosen. */
export const needsCentre = (entry: PageEntry): boolean =>
  !['/desk', '/payslips', '/users', '/calculators', '/audit'].includes(entry.path);
