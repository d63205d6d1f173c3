import { fenOf, type GoldenSlip } from './golden-slip';
import { NATIONAL, type InsuranceScheme, type PeriodParameters, type Sourced } from '@gridstaff/pay-engine';

const from = <T>(source: string, key: string, value: T): Sourced<T> => ({
  key,
  value,
  source,
  confidence: 'confirmed',
});
const guessed = <T>(source: string, key: string, value: T): Sourced<T> => ({
  ...from(source, key, value),
  confidence: 'unconfirmed',
});
const insurance = (source: string, value: InsuranceScheme): Sourced<InsuranceScheme> =>
  from(source, `insurance.${value.name}`, value);

/** Hunan and Zhuzhou in March 2025, by domain facts 2.1–2.3 and 3: what the golden slips are worked out with. */
export const hunan2025: PeriodParameters = {
  region: '430200',
  period: '2025-03',
  taxMonth: '2025-03',
  fingerprint: 'golden-2025-03',
  incomeTax: NATIONAL.incomeTax,
  insurance: {
    floor: from('HRSS notice 2025-09-22', 'insurance.floor', 407_200),
    ceiling: from('HRSS notice 2025-09-22', 'insurance.ceiling', 2_036_100),
    schemes: [
      insurance('湘政办发〔2019〕19号', {
        name: 'pension',
        employerRate: '0.16',
        employeeRate: '0.08',
        deductible: true,
      }),
      insurance('湘医保发〔2025〕3号', {
        name: 'medical',
        employerRate: '0.08',
        employeeRate: '0.02',
        deductible: true,
      }),
      insurance('湘医保发〔2025〕3号', { name: 'maternity', employerRate: '0.007', deductible: false }),
      insurance('湘人社规〔2024〕8号', {
        name: 'unemployment',
        employerRate: '0.007',
        employeeRate: '0.003',
        deductible: true,
      }),
      insurance('2025 disclosure notice', { name: 'injury', employerRate: '0.006', deductible: false }),
      insurance('table of the city', { name: 'large_medical', employeeFixed: 1_500, deductible: false }),
    ],
  },
  housingFund: {
    floor: from('Zhuzhou fund centre 2025', 'housing_fund.floor', 210_000),
    ceiling: from('Zhuzhou fund centre 2025', 'housing_fund.ceiling', 3_129_100),
    unit: guessed('practice', 'housing_fund.unit', 'yuan'),
    mode: guessed('practice', 'housing_fund.mode', 'half_up'),
  },
  labour: {
    ...NATIONAL.labour,
    minimumWage: guessed('湘人社规 2024', 'labour.minimum_wage', 210_000),
    heatAllowance: guessed('figure of the 2010s', 'labour.heat_allowance', { months: [7, 8, 9], amount: 15_000 }),
  },
};

/** The same month under other parameters, where a golden case asks for them. */
export function hunanWith(wanted: GoldenSlip['with'] = {}): PeriodParameters {
  const { incomeTax, labour } = hunan2025;
  const { heat_months: months, minimum_wage_includes_contributions: includes, tax_ignored_below: below } = wanted;
  return {
    ...hunan2025,
    incomeTax:
      below === undefined ? incomeTax : { ...incomeTax, ignoredBelow: guessed('2012/25', 'ignored', fenOf(below)) },
    labour: {
      ...labour,
      ...(months && { heatAllowance: guessed('a month', 'labour.heat_allowance', { months, amount: 15_000 }) }),
      ...(includes !== undefined && { minimumWageIncludesContributions: guessed('other', 'includes', includes) }),
    },
  };
}
