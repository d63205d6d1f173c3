import type { Permission } from '@gridstaff/contracts';
import type { ComponentType } from 'react';
import type { IconName } from '../shared/icons';

export interface PageEntry {
  /** Pattern of the router; the first segment names the folder of the page. */
  path: string;
  /** One of these is needed; none: everybody signed in. */
  permissions: readonly Permission[];
  load: () => Promise<{ default: ComponentType }>;
  /** Areas of the locale files that its parts name; they arrive with its code. */
  texts: readonly string[];
}

const page = (
  path: string,
  load: PageEntry['load'],
  texts: readonly string[],
  ...permissions: Permission[]
): PageEntry => ({ path, permissions, load, texts });

/** Every page, each a chunk of its own that arrives when it is first opened. */
export const PAGES: readonly PageEntry[] = [
  page('/desk', () => import('../pages/desk/desk-page'), ['desk', 'funds', 'runs']),
  page('/payslips', () => import('../pages/payslips/payslips-page'), ['payslips', 'runs'], 'payslip:own'),
  page('/roster', () => import('../pages/roster/roster-page'), ['changes', 'exports', 'imports', 'roster', 'tags'], 'roster:read'),
  page(
    '/roster/:no',
    () => import('../pages/roster/worker-page'),
    ['cards', 'changes', 'dispatch', 'documents', 'exports', 'funds', 'roster', 'tags'],
    'roster:read',
  ),
  page('/staff-changes', () => import('../pages/staff-changes/staff-changes-page'), ['staff'], 'roster:read'),
  page('/card-changes', () => import('../pages/card-changes/card-changes-page'), ['cards'], 'roster:read'),
  page('/dispatch', () => import('../pages/dispatch/dispatch-page'), ['dispatch', 'documents', 'exports'], 'roster:read'),
  page('/agencies/:id', () => import('../pages/agencies/agency-page'), ['agencies'], 'roster:read'),
  page('/coverage', () => import('../pages/coverage/coverage-page'), ['coverage'], 'roster:read'),
  page('/reports', () => import('../pages/reports/reports-page'), ['reports'], 'roster:read'),
  page('/units/:id', () => import('../pages/units/unit-page'), ['units'], 'roster:read'),
  page(
    '/imports',
    () => import('../pages/imports/imports-page'),
    ['imports'],
    'roster:import',
    'attendance:write',
    'evaluation:write',
    'opening:import',
    'tax:write',
    'fund:manage',
  ),
  page('/exports', () => import('../pages/exports/exports-page'), ['exports'], 'roster:read', 'attendance:read', 'audit:read', 'export:approve'),
  page('/month', () => import('../pages/month/month-page'), ['imports', 'month', 'schedule'], 'attendance:read', 'attendance:team', 'evaluation:read'),
  page('/calendar', () => import('../pages/calendar/calendar-page'), ['calendar'], 'calendar:read', 'calendar:manage'),
  page('/runs', () => import('../pages/runs/runs-page'), ['runs'], 'run:read'),
  page(
    '/runs/:id',
    () => import('../pages/runs/run-page'),
    ['bonus', 'funds', 'parallel', 'readiness', 'runs', 'variance'],
    'run:read',
  ),
  page('/late-changes', () => import('../pages/late-changes/late-changes-page'), ['late'], 'run:read'),
  page('/settlements', () => import('../pages/settlements/settlements-page'), ['settlements'], 'settlement:read'),
  page('/settlements/:id', () => import('../pages/settlements/settlement-page'), ['settlements'], 'settlement:read'),
  page(
    '/approvals',
    () => import('../pages/approvals/approvals-page'),
    ['approvals', 'runs'],
    'run:check',
    'run:approve',
    'run:prepare',
    'policy:activate',
    'card:approve',
    'attendance:approve',
    'attendance:reopen',
  ),
  page('/what-if', () => import('../pages/what-if/what-if-page'), ['whatIf'], 'run:read'),
  page('/funds', () => import('../pages/funds/funds-page'), ['funds'], 'fund:read'),
  page('/funds/:id', () => import('../pages/funds/fund-page'), ['funds'], 'fund:read'),
  page('/audit', () => import('../pages/audit/audit-page'), ['audit'], 'audit:read'),
  page('/calculators', () => import('../pages/calculators/calculators-page'), ['calculators'], 'calculator:use'),
  page('/policy', () => import('../pages/policy/policy-page'), ['policy'], 'policy:read'),
  page('/policy/new', () => import('../pages/policy/new-pack-page'), ['policy'], 'policy:propose'),
  page('/policy/:id', () => import('../pages/policy/pack-page'), ['policy'], 'policy:read'),
  page('/settings', () => import('../pages/settings/settings-page'), ['settings', 'tags'], 'roster:read', 'run:read'),
  page('/users', () => import('../pages/users/users-page'), ['users'], 'user:manage'),
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
      { path: '/staff-changes', icon: 'edit' },
      { path: '/reports', icon: 'list' },
      { path: '/coverage', icon: 'columns' },
      { path: '/dispatch', icon: 'approve' },
      { path: '/month', icon: 'list' },
      { path: '/imports', icon: 'upload' },
      { path: '/exports', icon: 'download' },
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
