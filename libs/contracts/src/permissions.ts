/**
 * The one permission table, shared by server and web app: deny by default. A permission is `resource:action`; every use case asks for exactly
 * one, for the centre it works on. Separation of duties is by person, on top of this (libs/approval).
 */
export const PERMISSIONS = {
  'centre:manage': { zh: '维护中心与设置', en: 'manage the centre and its settings' },
  'user:manage': { zh: '管理账号', en: 'manage accounts' },
  'role:grant': { zh: '授予角色', en: 'grant roles' },
  'token:manage': { zh: '管理接口令牌', en: 'manage machine tokens' },
  'audit:read': { zh: '查看审计', en: 'read the audit log' },
  'roster:read': { zh: '查看花名册', en: 'read the roster' },
  'roster:write': { zh: '维护花名册', en: 'change the roster' },
  'roster:import': { zh: '导入花名册', en: 'import the roster' },
  'worker:reveal': { zh: '查看证件号、银行卡全文', en: 'reveal ID numbers and cards' },
  'card:approve': { zh: '批准更换银行卡', en: 'approve changes of bank cards' },
  'agency:manage': { zh: '维护派遣公司', en: 'manage agencies' },
  'grade:manage': { zh: '维护岗级标准', en: 'manage grades and standards' },
  'calendar:read': { zh: '查看日历', en: 'read the calendar' },
  'calendar:manage': { zh: '维护日历与期间', en: 'manage calendar and periods' },
  'attendance:read': { zh: '查看考勤', en: 'read attendance' },
  'attendance:write': { zh: '登记考勤', en: 'record attendance' },
  'evaluation:read': { zh: '查看考核', en: 'read evaluations' },
  'evaluation:write': { zh: '登记考核', en: 'record evaluations' },
  'scheme:manage': { zh: '维护薪酬方案', en: 'manage pay schemes' },
  'run:read': { zh: '查看工资批次', en: 'read pay runs' },
  'run:prepare': { zh: '编制与核算工资', en: 'prepare and calculate pay runs' },
  'run:check': { zh: '复核工资', en: 'check pay runs' },
  'run:approve': { zh: '审批工资', en: 'approve pay runs' },
  'run:cancel': { zh: '作废工资批次', en: 'cancel pay runs' },
  'tax:write': { zh: '维护计税信息', en: 'maintain tax data' },
  'opening:import': { zh: '导入期初数据', en: 'import opening data' },
  'payslip:own': { zh: '查看本人工资条', en: 'read one’s own payslips' },
  'fund:read': { zh: '查看资金', en: 'read funds' },
  'fund:manage': { zh: '维护预算与指标', en: 'manage budgets and appropriations' },
  'settlement:read': { zh: '查看结算', en: 'read settlements' },
  'settlement:settle': { zh: '办理结算', en: 'settle with agencies' },
  'settlement:pay': { zh: '登记支付', en: 'post payments' },
  'policy:read': { zh: '查看政策参数', en: 'read policy parameters' },
  'policy:propose': { zh: '提出政策包', en: 'propose policy packs' },
  'policy:activate': { zh: '启用政策包', en: 'activate policy packs' },
  'calculator:use': { zh: '使用试算', en: 'use the calculators' },
  'verify:run': { zh: '对账', en: 'run the invariant checks' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type Permission = keyof typeof PERMISSIONS;

const READING = [
  'roster:read',
  'calendar:read',
  'attendance:read',
  'evaluation:read',
  'run:read',
  'fund:read',
  'settlement:read',
  'policy:read',
  'calculator:use',
] as const;

/** What each role may do in the centres it is given for. */
export const ROLES = {
  hr: [
    'roster:read',
    'roster:write',
    'roster:import',
    'worker:reveal',
    'card:approve',
    'agency:manage',
    'grade:manage',
    'calendar:read',
    'calendar:manage',
    'attendance:read',
    'attendance:write',
    'evaluation:read',
    'evaluation:write',
    'scheme:manage',
    'run:read',
    'run:prepare',
    'run:cancel',
    'tax:write',
    'opening:import',
    'fund:read',
    'settlement:read',
    'policy:read',
    'policy:propose',
    'calculator:use',
  ],
  trainer: ['evaluation:read', 'calculator:use'],
  finance: [
    ...READING,
    'card:approve',
    'run:check',
    'run:cancel',
    'fund:manage',
    'settlement:settle',
    'settlement:pay',
    'opening:import',
    'policy:propose',
    'policy:activate',
    'verify:run',
  ],
  leader: [...READING, 'card:approve', 'run:approve', 'run:cancel', 'policy:activate', 'verify:run'],
  head: ['roster:read', 'attendance:read', 'attendance:write', 'evaluation:read', 'evaluation:write'],
  agency_clerk: ['settlement:read'],
  worker: ['payslip:own', 'calculator:use'],
  auditor: [...READING, 'audit:read', 'verify:run'],
  system_admin: ['centre:manage', 'user:manage', 'token:manage', 'policy:read'],
  security_admin: ['role:grant'],
  audit_admin: ['audit:read', 'verify:run'],
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof ROLES;

export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);
export const isPermission = (text: string): text is Permission => Object.hasOwn(PERMISSIONS, text);
