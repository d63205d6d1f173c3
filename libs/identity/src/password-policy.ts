import { DomainError } from '@gridstaff/kernel';
import { pinyin } from 'pinyin-pro';
import { MAX_PASSWORD_LENGTH } from './passwords';

export const MIN_PASSWORD_LENGTH = 12;
/** What must be left of a password once every guessable word is taken out. */
const MIN_UNGUESSABLE = 6;
const MIN_DISTINCT = 5;

/** Words of the house, and those that the published lists of common passwords are built from; longer passwords repeat or join them. */
const WORDS = [
  ...[
    '石峰',
    '网格',
    '网格员',
    '株洲',
    '株洲市',
    '石峰区',
    '湖南',
    '密码',
    '管理员',
    '中心',
    '综治',
    '派遣',
    '工资',
    '社区',
    '街道',
  ],
  ...[
    'shifeng',
    'shifengqu',
    'wangge',
    'wanggeyuan',
    'zhuzhou',
    'hunan',
    'gridstaff',
    'grid',
    'staff',
    'mima',
    'guanliyuan',
    'zhongxin',
  ],
  ...[
    'password',
    'passwort',
    'passw0rd',
    'p@ssw0rd',
    'p@ssword',
    'pass',
    'word',
    'admin',
    'administrator',
    'root',
    'user',
    'guest',
    'test',
  ],
  ...[
    'welcome',
    'letmein',
    'login',
    'master',
    'secret',
    'access',
    'default',
    'change',
    'changeme',
    'system',
    'server',
    'oracle',
    'mysql',
  ],
  ...[
    'qwertyuiop',
    'qwerty',
    'qwert',
    'asdfghjkl',
    'asdfgh',
    'asdf',
    'zxcvbnm',
    'zxcvbn',
    'zxcv',
    '1qaz',
    '2wsx',
    '3edc',
    '4rfv',
    '1q2w3e4r',
    '1q2w3e',
    'qazwsx',
    'q1w2e3',
  ],
  ...[
    'abcdefghijklmnopqrstuvwxyz',
    'abcdefgh',
    'abcdef',
    'abcd',
    'abc',
    'a1b2c3',
    'aabbcc',
    'aaa',
    'xxx',
    'zzz',
    'qqq',
  ],
  ...['01234567890', '1234567890', '0987654321', '987654321', '87654321', '7654321', '654321', '54321', '4321', '321'],
  ...[
    '123456789',
    '12345678',
    '1234567',
    '123456',
    '12345',
    '1234',
    '123',
    '000',
    '111',
    '222',
    '333',
    '444',
    '555',
    '666',
    '777',
    '888',
    '999',
  ],
  ...[
    '112233',
    '121212',
    '123123',
    '123321',
    '131313',
    '147258369',
    '147258',
    '159357',
    '159753',
    '5201314',
    '520',
    '1314',
    '7758521',
    '7758258',
  ],
  ...[
    'iloveyou',
    'woaini',
    'aini',
    'wodemima',
    'nihao',
    'haoren',
    'zhongguo',
    'beijing',
    'china',
    'love',
    'baby',
    'sunshine',
    'princess',
  ],
  ...[
    'dragon',
    'monkey',
    'football',
    'baseball',
    'superman',
    'batman',
    'shadow',
    'michael',
    'jordan',
    'jennifer',
    'hello',
    'freedom',
    'whatever',
    'trustno1',
    'starwars',
    'computer',
    'internet',
    'samsung',
    'google',
    'qq',
    'weixin',
    'wechat',
  ],
];

export interface PasswordOwner {
  /** Normalised user name. */
  name: string;
  displayName: string;
}

/** The owner's names as they might stand in a password: as written, in pinyin, family and given name apart. */
function ownWords({ name, displayName }: PasswordOwner): string[] {
  const syllables = pinyin(displayName, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((s) =>
    s.toLowerCase().replace(/\s/g, ''),
  );
  const initials = syllables.map((s) => s.slice(0, 1)).join('');
  const spoken = [
    syllables.join(''),
    syllables.slice(1).join(''),
    syllables.slice(-1).join('') + syllables.slice(0, -1).join(''),
    initials,
  ];
  return [name, displayName.toLowerCase(), ...name.split(/[._-]/), ...spoken].filter(
    (word) => [...word].length >= 3 || /\p{Script=Han}{2}/u.test(word),
  );
}

/** Years and dates of birth. */
const DATES = /(?:19|20)\d{2}(?:(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?)?/g;

const distinct = (text: string): number => new Set(text).size;

/**
 * At least 12 characters (ASVS 5.0 6.2.1; no composition rules, 6.2.5), any script, accepted unmodified, not guessable.
 * @throws DomainError PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_GUESSABLE
 */
export function checkPassword(password: string, owner: PasswordOwner): void {
  const place = { field: 'password' };
  if ([...password].length < MIN_PASSWORD_LENGTH)
    throw new DomainError('PASSWORD_TOO_SHORT', { min: MIN_PASSWORD_LENGTH }, place);
  if (password.length > MAX_PASSWORD_LENGTH)
    throw new DomainError('PASSWORD_TOO_LONG', { max: MAX_PASSWORD_LENGTH }, place);
  const words = [...WORDS, ...ownWords(owner)].sort((a, b) => b.length - a.length);
  let rest = password.normalize('NFKC').toLowerCase();
  const plain = rest;
  for (const word of words) rest = rest.replaceAll(word, '');
  rest = rest
    .replace(DATES, '')
    .replace(/[\s\p{P}\p{S}]/gu, (mark) => (/\p{Emoji_Presentation}/u.test(mark) ? mark : ''));
  if (distinct(plain) < MIN_DISTINCT || [...rest].length < MIN_UNGUESSABLE)
    throw new DomainError('PASSWORD_GUESSABLE', {}, place);
}
