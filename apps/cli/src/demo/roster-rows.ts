import { parseYuan } from '@gridstaff/kernel';
import type { RosterPerson } from '@gridstaff/roster';
import type { SheetRows } from './files';
import { CERTIFICATES, type DemoPerson, type DemoUnit, GRADES } from './people';

const FUND_RATE = '0.08';
const KIND = { street: '街道', community: '社区', grid: '网格' } as const;

/** The sheets of the roster import. */
export function rosterSheets(units: readonly DemoUnit[], staff: readonly DemoPerson[], from: string): Record<string, SheetRows> {
  return {
    机构: units.map(({ kind, ...unit }) => ({ ...unit, kind: KIND[kind] })),
    岗级: GRADES.map((g) => ({ code: g.code, name: g.name, postCode: g.post, base: g.base, post: g.postPay, performance: g.performance, from })),
    证书津贴: CERTIFICATES.map((c) => ({ ...c, from })),
    人员: staff.map((p) => ({
      name: p.name,
      idNumber: p.idNumber,
      phone: p.phone,
      agency: p.agencyCode,
      joinedOn: p.joinedOn,
      gridCode: p.gridCode,
      gradeCode: p.gradeCode,
      insured: '是',
      insuranceBase: p.insuranceBase,
      fundMember: p.fundMember ? '是' : '否',
      fundBase: p.fundMember ? p.fundBase : null,
      fundEmployerRate: p.fundMember ? FUND_RATE : null,
      fundEmployeeRate: p.fundMember ? FUND_RATE : null,
      certificate: p.certificate,
      bankCard: p.card,
      bankName: '演示银行株洲分行',
    })),
  };
}

/** Somebody hired during the year, entered by hand. */
export function toRosterPerson(p: DemoPerson): RosterPerson {
  return {
    name: p.name,
    idNumber: p.idNumber,
    phone: p.phone,
    agency: p.agencyCode,
    joinedOn: p.joinedOn,
    gridCode: p.gridCode,
    gradeCode: p.gradeCode,
    insured: true,
    insuranceBase: parseYuan(p.insuranceBase),
    fundMember: p.fundMember,
    ...(p.fundMember ? { fundBase: parseYuan(p.fundBase), fundEmployerRate: FUND_RATE, fundEmployeeRate: FUND_RATE } : {}),
    ...(p.certificate ? { certificate: p.certificate } : {}),
    bankCard: p.card,
    bankName: '演示银行株洲分行',
  };
}
