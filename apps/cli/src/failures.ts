import type { Problem } from '@gridstaff/contracts';
import { DomainError, type ErrorPlace } from '@gridstaff/kernel';
import { mapDriverError } from '@gridstaff/persistence';
import type { CommanderError } from 'commander';

/** HTTP-like kinds of the error catalogue: they decide the exit code. */
const WRONG_INPUT = 400;
export const BROKEN_ENVIRONMENT = 503;

/** An error that only the command line knows: wrong usage, a file or a server it cannot reach. What happened, where, what to do. */
export class CommandError extends Error {
  constructor(
    readonly code: string,
    readonly zh: string,
    readonly en: string,
    readonly place: ErrorPlace = {},
    private readonly status: number = WRONG_INPUT,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${en}`, options);
    this.name = 'CommandError';
  }

  toProblem(): Problem {
    const { code, zh, en, place, status } = this;
    return { code, status, zh, en, place, params: {}, details: [] };
  }
}

const USAGE: Readonly<Record<string, (named: string) => [zh: string, en: string]>> = {
  'commander.unknownCommand': (n) => [`没有命令“${n}”；运行 grid --help 查看全部命令。`, `There is no command “${n}”; “grid --help” lists them.`],
  'commander.unknownOption': (n) => [`没有选项“${n}”；在命令后加 --help 查看可用选项。`, `There is no option “${n}”; add --help to the command to see its options.`],
  'commander.missingArgument': (n) => [`缺少参数“${n}”；在命令后加 --help 查看用法。`, `The argument “${n}” is missing; add --help to the command to see its usage.`],
  'commander.optionMissingArgument': (n) => [`选项“${n}”缺少值；请在其后填写。`, `The option “${n}” needs a value behind it.`],
  'commander.missingMandatoryOptionValue': (n) => [`必须给出选项“${n}”。`, `The option “${n}” must be given.`],
  'commander.excessArguments': () => ['参数过多；在命令后加 --help 查看用法。', 'Too many arguments; add --help to the command to see its usage.'],
};

/** What the parser refused, in both languages. */
export function usageError(error: CommanderError): CommandError {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const english = error.message.replace(/^error: /, '');
  const [zh, en] = USAGE[error.code]?.(named) ?? [english, english];
  return new CommandError('WRONG_USAGE', zh, en);
}

interface SystemError {
  code: string;
  message: string;
  path?: unknown;
  sqlMessage?: string;
}

const systemErrorOf = (error: unknown): SystemError | undefined => {
  const inner = (error as { driverError?: unknown } | null)?.driverError ?? error;
  return inner instanceof Error && typeof (inner as Partial<SystemError & Error>).code === 'string' ? (inner as Error & SystemError) : undefined;
};

/** The server answers, but not with this name, password or host; or the embedded file cannot be opened. */
const WRONG_DATABASE = new Set([
  ...['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ER_ACCESS_DENIED_ERROR', 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR'],
  ...['ER_BAD_DB_ERROR', 'ER_DBACCESS_DENIED_ERROR', 'SQLITE_CANTOPEN', 'SQLITE_NOTADB', 'SQLITE_CORRUPT'],
]);
const FILE_CODES = new Set(['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR', 'EISDIR', 'EROFS', 'EEXIST']);

/** Errors of the machine that an operator can mend become sentences; everything else stays as it is. */
export function asKnownError(error: unknown): unknown {
  if (error instanceof CommandError || error instanceof DomainError) return error;
  const system = systemErrorOf(error);
  if (!system) return error;
  const { code, path } = system;
  if (WRONG_DATABASE.has(code)) {
    const said = (system.sqlMessage ?? system.message).split('\n')[0] as string;
    return new CommandError(
      'DATABASE_UNAVAILABLE',
      `无法打开数据库（${said}）；请检查 DATABASE_URL 中的地址、账号与库名。`,
      `The database cannot be opened (${said}); check the host, account and name in DATABASE_URL.`,
      { field: 'DATABASE_URL' },
      BROKEN_ENVIRONMENT,
      { cause: error },
    );
  }
  if (FILE_CODES.has(code) && typeof path === 'string') {
    return new CommandError('FILE_UNUSABLE', `无法使用文件 ${path}（${code}）；请检查路径和权限。`, `The file ${path} cannot be used (${code}); check its path and rights.`, { file: path }, WRONG_INPUT, { cause: error });
  }
  return mapDriverError(error);
}
