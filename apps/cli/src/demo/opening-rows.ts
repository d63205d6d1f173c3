import type { Period } from '@gridstaff/kernel';
import type { SheetRows } from './files';
import type { DemoPerson } from './people';
import type { MonthPlan } from './year-plan';

const YEAR = 2023;
/** Below it, with every month of last year at the same agency, the whole year's 60,000 may be deducted from January. */
const LOW_INCOME_YUAN = 60_000;

/**
 * The sheets of the opening import: tax to date and last year's gross, annual leave, fund spent. Those who earned at most 60,000 at the same
 * agency in every month of last year take the whole deduction from January (公告2020年第19号); the others deduct month by month.
 */
export function openingSheets(staff: readonly DemoPerson[]): Record<string, SheetRows> {
  const tax = staff
    .filter((p) => p.priorYearGross !== null)
    .map((p) => ({
      idNumber: p.idNumber,
      taxYear: YEAR,
      throughMonth: 0,
      months: 0,
      mode: Number(p.priorYearGross) <= LOW_INCOME_YUAN ? '一次扣除6万元' : '普通',
      priorGross: p.priorYearGross,
      sameUnit: '是',
    }));
  const leave = staff.map((p) => ({ idNumber: p.idNumber, year: YEAR, days: p.joinedOn < '2013-01-01' ? '10' : '5' }));
  return { 计税期初: tax, 假期余额: leave };
}

/**
 * The monthly sheet of special additional deductions from the tax client, year to date: the leaders support parents or have children. A first
 * job of this year is declared here too.
 */
export function deductionRows(staff: readonly DemoPerson[], { joiners }: MonthPlan, period: Period): SheetRows {
  const month = Number(period.slice(5));
  const leaders = staff.filter((p) => p.gradeCode === 'G4').slice(0, 3);
  const claimed = leaders.map((p, i) => ({
    idNumber: p.idNumber,
    ...(i === 0
      ? { childEducation: `${1000 * month}.00` }
      : i === 1
        ? { continuingEducation: `${400 * month}.00` }
        : { elderlyCare: `${1000 * month}.00` }),
  }));
  const firstJobs = joiners.filter((p) => p.firstJob).map((p) => ({ idNumber: p.idNumber, mode: '首次就业' }));
  return [...claimed, ...firstJobs];
}
