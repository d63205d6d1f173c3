import { checkPassword } from './password-policy';
import { PasswordHasher, randomPassword } from './passwords';
import { normalName, parseUserName } from './user-name';

const OWNER = { name: 'zhangsf', displayName: '张三丰' };
const verdict = (password: string): string => {
  try {
    checkPassword(password, OWNER);
    return 'good';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('password policy', () => {
  it.each([
    ['Shifeng123', 'PASSWORD_TOO_SHORT'],
    ['12345678', 'PASSWORD_TOO_SHORT'],
    ['eleven-char', 'PASSWORD_TOO_SHORT'],
    ['Shifeng123456', 'PASSWORD_GUESSABLE'],
    ['Shifeng@20231201', 'PASSWORD_GUESSABLE'],
    ['ＳＨＩＦＥＮＧ１２３４５６', 'PASSWORD_GUESSABLE'],
    ['石峰区网格员管理员1234', 'PASSWORD_GUESSABLE'],
    ['wangge-gridstaff', 'PASSWORD_GUESSABLE'],
    ['zhangsanfeng1', 'PASSWORD_GUESSABLE'],
    ['Sanfeng_Zhang', 'PASSWORD_GUESSABLE'],
    ['zhangsf-zhangsf', 'PASSWORD_GUESSABLE'],
    ['张三丰张三丰张三丰张三丰', 'PASSWORD_GUESSABLE'],
    ['123456789012', 'PASSWORD_GUESSABLE'],
    ['password1234!', 'PASSWORD_GUESSABLE'],
    ['qwertyuiop123', 'PASSWORD_GUESSABLE'],
    ['aaaabbbbcccc', 'PASSWORD_GUESSABLE'],
    ['x'.repeat(1025), 'PASSWORD_TOO_LONG'],
  ])('S03: refuses %.30s', (password, code) => expect(verdict(password)).toBe(code));

  it.each([
    'correct horse battery staple',
    '湘江边的柳树去年冬天又长高了',
    '🐼🦊🐯🦁🐮🐷🐸🐵🐔🐧🐦🦆',
    'v7k-Qm2!zR9x',
    Array.from({ length: 200 }, (_, i) => String.fromCharCode(97 + ((i * 7) % 26))).join(''),
  ])('S03: accepts %.30s', (password) => expect(verdict(password)).toBe('good'));

  it('finds nothing to refuse in its own first passwords, which differ', () => {
    const made = Array.from({ length: 200 }, randomPassword);
    expect(new Set(made).size).toBe(200);
    expect(made.filter((password) => verdict(password) !== 'good')).toEqual([]);
  });
});

describe('password hasher', () => {
  it('takes passwords unmodified, salts them, and is false without a user', async () => {
    const hasher = new PasswordHasher();
    const stored = await hasher.hash(' Geheim 石😀 ');
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(await hasher.hash(' Geheim 石😀 ')).not.toBe(stored);
    expect(await hasher.verify(stored, ' Geheim 石😀 ')).toBe(true);
    expect(await hasher.verify(stored, 'Geheim 石😀')).toBe(false);
    expect(await hasher.verify(null, 'no such password')).toBe(false);
    expect(await hasher.verify(stored, 'x'.repeat(5000))).toBe(false);
  });
});

describe('user names', () => {
  it('have one spelling', () => {
    expect(normalName('  ＬＩ.Ming ')).toBe('li.ming');
    expect(parseUserName('李明_2')).toBe('李明_2');
    for (const name of ['', 'a', '-ab', 'a b', 'a\nb', 'a/b', 'x'.repeat(65), "a'b"]) {
      expect(() => parseUserName(name)).toThrow(expect.objectContaining({ code: 'USER_NAME_INVALID' }));
    }
  });
});
