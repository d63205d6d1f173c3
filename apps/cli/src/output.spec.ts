import { DomainError } from '@gridstaff/kernel';
import { CommanderError } from 'commander';
import { asKnownError, CommandError, usageError } from './failures';
import { languageOf, table } from './output';
import { Progress } from './progress';

it('takes the language from LC_ALL, then LC_MESSAGES, then LANG, as the shell does', () => {
  const cases: [Record<string, string>, string][] = [
    [{}, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: '', LC_ALL: 'ZH_tw' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  ];
  for (const [env, language] of cases) expect([env, languageOf(env)]).toEqual([env, language]);
});

it('says what the parser refused in both languages, naming it', () => {
  const codes = ['unknownCommand', 'unknownOption', 'missingArgument', 'optionMissingArgument', 'missingMandatoryOptionValue'];
  for (const code of codes) {
    const { zh, en } = usageError(new CommanderError(1, `commander.${code}`, "error: something 'named' is wrong"));
    expect(zh).toMatch(/\p{Script=Han}.*“named”/u);
    expect(en).toMatch(/“named”/);
  }
  expect(usageError(new CommanderError(1, 'commander.somethingNew', 'error: no idea')).en).toBe('no idea');
});

describe('errors of the machine', () => {
  const failing = (code: string, more: object = {}): Error => Object.assign(new Error(`${code}: it failed`), { code, ...more });

  it('become sentences where an operator can mend them', () => {
    const refusedByServer = asKnownError(failing('ER_ACCESS_DENIED_ERROR', { sqlMessage: "Access denied for user 'grid'@'db'" })) as CommandError;
    expect(refusedByServer.toProblem()).toMatchObject({ code: 'DATABASE_UNAVAILABLE', status: 503, place: { field: 'DATABASE_URL' }, en: expect.stringContaining("'grid'@'db'") });
    expect(asKnownError({ driverError: failing('SQLITE_NOTADB') })).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(asKnownError(failing('ECONNREFUSED'))).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(asKnownError(failing('EACCES', { path: '/data/x' }))).toMatchObject({ code: 'FILE_UNUSABLE', place: { file: '/data/x' } });
  });

  it('stay what they are otherwise', () => {
    const bug = new TypeError('x is undefined');
    const known = new DomainError('NOT_FOUND', { what: 'run' });
    expect([asKnownError(bug), asKnownError(known), asKnownError('text')]).toEqual([bug, known, 'text']);
  });
});

describe('progress', () => {
  const stream = (isTTY: boolean): { isTTY: boolean; written: string; write(text: string): void } => ({
    isTTY,
    written: '',
    write(text) {
      this.written += text;
    },
  });

  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  it('draws a bar on a terminal after the first second, and leaves the line clean', () => {
    const terminal = stream(true);
    const progress = new Progress(terminal);
    jest.advanceTimersByTime(900);
    expect(terminal.written).toBe('');
    jest.advanceTimersByTime(300);
    expect(terminal.written).toMatch(/\[-*###-*\] {2}1 s$/);
    progress.at(6, 12, '2023-06');
    expect(terminal.written).toMatch(/\[############------------\] 50 % {2}1 s {2}2023-06$/);
    progress.stop();
    expect(terminal.written.endsWith('\r\u001b[K')).toBe(true);
    const { length } = terminal.written;
    jest.advanceTimersByTime(5000);
    expect(terminal.written).toHaveLength(length);
  });

  it('draws nothing where standard error is no terminal', () => {
    const file = stream(false);
    const progress = new Progress(file);
    progress.at(1, 2, 'half');
    jest.advanceTimersByTime(5000);
    progress.stop();
    expect(file.written).toBe('');
  });
});

it('aligns columns, counting wide characters twice', () => {
  expect(table(['月份', 'n'], [['2023-01', '7'], ['合计', '1207']], new Set([1]))).toBe(['月份        n', '-------  ----', '2023-01     7', '合计     1207'].join('\n'));
});
