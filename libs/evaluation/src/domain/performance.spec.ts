import { coefficientText, parseCoefficient, parseScore } from './performance';

describe('coefficients and scores', () => {
  it('are exact integers of their smallest unit', () => {
    expect(['0', '0.9', '1', '1.05', '0.3333', '2', '2.0000'].map(parseCoefficient)).toEqual([0, 9000, 10_000, 10_500, 3333, 20_000, 20_000]);
    expect([0, 9000, 10_000, 10_500, 3333, 20_000].map(coefficientText)).toEqual(['0', '0.9', '1', '1.05', '0.3333', '2']);
    expect(['0', '95.5', '100', '1000', '59.99'].map(parseScore)).toEqual([0, 9550, 10_000, 100_000, 5999]);
  });

  it.each(['2.0001', '-0.1', '0.12345', '1e0', '', '3', 'NaN', '.5', '１'])('refuse the coefficient %p', (text) => {
    expect(() => parseCoefficient(text)).toThrow(expect.objectContaining({ code: 'COEFFICIENT_INVALID' }));
  });

  it.each(['1000.01', '-1', '59.999', '99999', ''])('refuse the score %p', (text) => {
    expect(() => parseScore(text)).toThrow(expect.objectContaining({ code: 'SCORE_INVALID' }));
  });
});
