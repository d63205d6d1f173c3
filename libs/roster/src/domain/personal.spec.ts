import { parseText } from '@gridstaff/kernel';
import { parseBankCard, parsePhone } from './personal';
import { parseCode, parseFactDate, parseName, parseRate } from './texts';

const refused = (code: string) => expect.objectContaining({ code }) as Error;

describe('personal values and texts', () => {
  it('reads phones with prefix and gaps, refuses what is none', () => {
    expect(parsePhone('+86 138-1234-5678')).toBe('13812345678');
    expect(parsePhone('１３８１２３４５６７８')).toBe('13812345678');
    for (const wrong of ['1381234567', '12812345678', '138123456789', '0731-28888888', ''])
      expect(() => parsePhone(wrong)).toThrow(refused('PHONE_INVALID'));
  });

  it('checks the check digit of UnionPay cards alone', () => {
    expect(parseBankCard('6222 0212 3456 7890 128')).toBe('6222021234567890128');
    expect(() => parseBankCard('6222021234567890127')).toThrow(refused('BANK_CARD_INVALID'));
    expect(() => parseBankCard('62220212345678')).toThrow(refused('BANK_CARD_INVALID'));
    expect(parseBankCard('8100123456789')).toBe('8100123456789');
    for (const wrong of ['81001234567', '81001234567890123456', '8100A23456789'])
      expect(() => parseBankCard(wrong)).toThrow(refused('BANK_CARD_INVALID'));
  });

  it('gives one form to names, codes and rates and refuses formulas and control characters', () => {
    expect(parseName(' 欧阳 小　明 ')).toBe('欧阳小明');
    expect(parseName('买买提•艾力')).toBe('买买提·艾力');
    expect(parseName('John  Smith')).toBe('John Smith');
    expect(['0.050', '0', '0.0', '1.00', '0.12'].map((rate) => parseRate(rate, 'rate'))).toEqual([
      '0.05',
      '0',
      '0',
      '1',
      '0.12',
    ]);
    for (const wrong of ['5%', '1.01', '-0.05', '.05', '5e-2'])
      expect(() => parseRate(wrong, 'rate')).toThrow(refused('RATE_INVALID'));
    for (const wrong of ['=HYPERLINK("x")', '+cmd', '@SUM', '-1', 'a\u0007b', 'x'.repeat(81)])
      expect(() => parseText(wrong, 'name', 80)).toThrow(refused('TEXT_INVALID'));
    expect(() => parseText(' 　', 'name', 80)).toThrow(refused('MISSING_FIELD'));
    for (const wrong of ['', 'a b', '=1', 'x'.repeat(33)])
      expect(() => parseCode(wrong, 'code')).toThrow(refused('CODE_INVALID'));
  });

  it('refuses dates that do not exist or that no roster means', () => {
    expect(() => parseFactDate('2023-02-29', 'from')).toThrow(refused('NOT_A_DATE'));
    for (const wrong of ['1949-12-31', '2203-01-05'])
      expect(() => parseFactDate(wrong, 'from')).toThrow(refused('OUT_OF_RANGE'));
  });
});
