import { standingOf } from './fund-standing';

const fund = (paid: string, reserved: string, timeProgressPct = '50.00') => ({
  balances: { granted: '100000.00', available: '0.00', paid, reserved },
  timeProgressPct,
});

describe('how a fund stands', () => {
  it('is fine up to five points ahead of the year, and said to run ahead after that', () => {
    expect(standingOf(fund('50000.00', '5000.00'))).toBe('fine');
    expect(standingOf(fund('50000.00', '5000.01'))).toBe('ahead');
  });

  it('is tight from a forecast of 98 per cent, and over as soon as a fen is missing', () => {
    expect(standingOf(fund('50000.00', '0.00'), '97999.99')).toBe('fine');
    expect(standingOf(fund('50000.00', '0.00'), '98000.00')).toBe('tight');
    expect(standingOf(fund('50000.00', '0.00'), '100000.00')).toBe('tight');
    expect(standingOf(fund('50000.00', '0.00'), '100000.01')).toBe('over');
  });

  it('is spent when nothing is left, whatever the forecast, and nothing without a grant', () => {
    expect(standingOf(fund('60000.00', '40000.00', '100.00'), '100000.00')).toBe('spent');
    const none = fund('0.00', '0.00');
    expect(standingOf({ ...none, balances: { ...none.balances, granted: '0.00' } }, '5.00')).toBe('none');
    expect(standingOf(fund('50000.00', '0.00'), null)).toBe('fine');
  });
});
