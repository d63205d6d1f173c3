import { checkDigitOf, IdNumber } from './id-number';

const made = (first17: string): string => first17 + checkDigitOf(first17);
const codeOf = (text: string): string => {
  try {
    IdNumber.parse(text);
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('ID numbers (GB 11643)', () => {
  it('accepts the specimen of the standard and says what it says', () => {
    const id = IdNumber.parse('11010519491231002X');
    expect([id.kind, id.birthDate, id.birthYear, id.sex]).toEqual(['resident_id', '1949-12-31', 1949, 'female']);
    expect(IdNumber.parse(made('43020419900307151')).sex).toBe('male');
  });

  it('reads full-width characters, blanks and a small x as the same number', () => {
    for (const text of ['11010519491231002x', '１１０１０５１９４９１２３１００２Ｘ', ' 110105 19491231 002X　']) {
      expect(IdNumber.parse(text).text).toBe('11010519491231002X');
    }
  });

  it('accepts residence permits of Hong Kong, Macao and Taiwan', () => {
    for (const region of ['810000', '820000', '830000'])
      expect(IdNumber.parse(made(`${region}19881105123`)).kind).toBe('residence_permit');
  });

  it('refuses every other check character, and any change of one digit or swap of neighbours', () => {
    for (const last of '0123456789') expect(codeOf(`11010519491231002${last}`)).toBe('ID_CHECK_DIGIT');
    const good = made('43020419900307152');
    for (let at = 14; at < 17; at++) {
      for (const digit of '0123456789') {
        if (digit !== good[at]) expect(codeOf(good.slice(0, at) + digit + good.slice(at + 1))).toBe('ID_CHECK_DIGIT');
      }
    }
    expect(codeOf(made('43020419900307152').replace(/15(?=\d.$)/, '51'))).toBe('ID_CHECK_DIGIT');
  });

  it('tells each other mistake apart', () => {
    expect(codeOf('110105491231002')).toBe('ID_FIFTEEN_DIGITS');
    expect(codeOf('1101051949123100')).toBe('ID_LENGTH');
    expect(codeOf('')).toBe('ID_LENGTH');
    expect(codeOf('1101051949X2310021')).toBe('ID_CHARACTERS');
    expect(codeOf(made('99010519491231002'))).toBe('ID_REGION');
    expect(codeOf(made('84000019881105123'))).toBe('ID_REGION');
    expect(codeOf(made('43020419900230152'))).toBe('ID_BIRTH_DATE');
    expect(codeOf(made('43020419010229152'))).toBe('ID_BIRTH_DATE');
    expect(codeOf(made('43020418991231152'))).toBe('ID_BIRTH_DATE');
    expect(codeOf(made('43020420000229152'))).toBe('accepted');
  });

  it('never repeats the number in an error', () => {
    const text = '110105194912310021';
    expect(() => IdNumber.parse(text)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(text.slice(4, 12)) as string }),
    );
  });
});
