import { feeFormOf, feeInputOf } from './fee-form';

describe('the fee of an agency as it is typed', () => {
  it('is one price of its kind', () => {
    expect(feeInputOf({ from: '2023-01-01', kind: 'per_head', mode: 'one', amount: '60', rate: '0.1', steps: [{ from: 1 }] })).toEqual({ from: '2023-01-01', kind: 'per_head', amount: '60' });
  });

  it('is prices by the head count, each of the kind alone; a share has no slices', () => {
    const steps = [{ from: 1, amount: '60', rate: '0.02' }, { from: 51, amount: '55', rate: '0.0175' }];
    expect(feeInputOf({ from: '2023-01-01', kind: 'per_head', mode: 'slices', steps })).toMatchObject({ tiers: { mode: 'slices', steps: [{ from: 1, amount: '60' }, { from: 51, amount: '55' }] } });
    expect(feeInputOf({ from: '2023-01-01', kind: 'rate', mode: 'slices', steps })).toEqual({
      ...{ from: '2023-01-01', kind: 'rate' },
      tiers: { mode: 'whole', steps: [{ from: 1, rate: '0.02' }, { from: 51, rate: '0.0175' }] },
    });
  });

  it('begins with what holds', () => {
    const tiers = { mode: 'whole' as const, steps: [{ from: 1, amount: '60.00', rate: null }] };
    expect(feeFormOf({ kind: 'per_head', amount: '60.00', rate: null, tiers })).toEqual({ kind: 'per_head', mode: 'whole', steps: [{ from: 1, amount: '60.00' }] });
    expect(feeFormOf(null)).toMatchObject({ mode: 'one' });
  });
});
