import { type FieldType, parseChoices, parseFieldType, parseFieldValue } from './custom-fields';

const read = (type: FieldType, value: string): string => parseFieldValue({ type, choices: ['L', 'XL'] }, value);
const code = (type: FieldType, value: string): string => {
  try {
    return `accepted ${read(type, value)}`;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('values of a centre’s own fields', () => {
  it('are kept in one form', () => {
    const cases: [FieldType, string, string][] = [
      ['text', '  对讲机   12 ', '对讲机 12'],
      ['number', '007.50', '7.5'],
      ['number', '-0.5', '-0.5'],
      ['number', '100', '100'],
      ['number', '１２', '12'],
      ['money', '1200.5', '1200.50'],
      ['date', '2026-11-24', '2026-11-24'],
      ['choice', 'XL', 'XL'],
      ['yes_no', 'no', 'no'],
      ['sealed', 'A1 2', 'A1 2'],
    ];
    for (const [type, given, kept] of cases) expect([type, given, read(type, given)]).toEqual([type, given, kept]);
  });

  it('are refused where they are something else', () => {
    expect(code('number', '1e3')).toBe('NOT_A_NUMBER');
    expect(code('number', 'NaN')).toBe('NOT_A_NUMBER');
    expect(code('date', '2026-02-30')).toBe('NOT_A_DATE');
    expect(code('choice', 'S')).toBe('NOT_A_CHOICE');
    expect(code('yes_no', 'true')).toBe('NOT_A_CHOICE');
    expect(code('text', '=HYPERLINK("x")')).toBe('TEXT_INVALID');
    expect(code('text', 'x'.repeat(201))).toBe('TEXT_INVALID');
    expect(code('money', '1.005')).not.toMatch(/^accepted/);
  });

  it('have choices where they are choices, and a type of the list', () => {
    expect(parseChoices('choice', ['L', 'L', ' XL '])).toEqual(['L', 'XL']);
    expect(() => parseChoices('choice', [])).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(() => parseChoices('text', ['L'])).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(() => parseFieldType('html')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
