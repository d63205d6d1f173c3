import type { PeriodParameters } from '@gridstaff/pay-engine';
import { defaultPolicyDir, PolicyPacks } from '@gridstaff/policy';
import { toPeriodParameters } from '../application/parameter-mapping';
import { payLaw } from './pay-law';

const july = PolicyPacks.load(defaultPolicyDir()).parametersFor('430200', '2023-07');
const law = toPeriodParameters(july, july, '2023-07');
const withLabour = (labour: Partial<PeriodParameters['labour']>): string =>
  payLaw({ ...law, labour: { ...law.labour, ...labour } });

it('is another law where a value is another that the month itself is paid by', () => {
  const { heatAllowance, probationRatio, minimumWageIncludesContributions, minimumWage } = law.labour;
  expect(heatAllowance).toBeDefined();
  const others = [
    withLabour({ heatAllowance: undefined }),
    withLabour({ heatAllowance: heatAllowance && { ...heatAllowance, value: { ...heatAllowance.value, amount: 20_000 } } }),
    withLabour({ probationRatio: { ...probationRatio, value: '0.9' } }),
    withLabour({ minimumWageIncludesContributions: { ...minimumWageIncludesContributions, value: false } }),
    withLabour({ minimumWage: { ...minimumWage, value: minimumWage.value + 1 } }),
  ];
  expect(new Set([payLaw(law), ...others]).size).toBe(6);
});

it('is the same law in other words, and where only what is paid once follows from the value', () => {
  const { annualLeaveExtraRatio, lossDeductionMaxRatio, minimumWage } = law.labour;
  expect(withLabour({ minimumWage: { ...minimumWage, source: 'reworded' } })).toBe(payLaw(law));
  expect(withLabour({ annualLeaveExtraRatio: { ...annualLeaveExtraRatio, value: '1' } })).toBe(payLaw(law));
  expect(withLabour({ lossDeductionMaxRatio: { ...lossDeductionMaxRatio, value: '0.1' } })).toBe(payLaw(law));
});
