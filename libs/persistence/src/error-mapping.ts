import { DomainError } from '@gridstaff/kernel';

interface DriverError {
  code?: string;
  errno?: number;
  message: string;
}

/** MySQL: deadlock, lock time-out, record changed since last read (MariaDB snapshot isolation); SQLite: another process holds the lock. */
const RETRYABLE_ERRNO = new Set([1213, 1205, 1020]);
const RETRYABLE_CODES = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED']);
const LOST_CODES = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ER_SERVER_SHUTDOWN',
]);
/** Answers that trying again does not change, but an operator can. */
const REFUSED_CODES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ER_ACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR', 'SQLITE_CANTOPEN']);
const DUPLICATE_CODES = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);
const CHECK_CODES = new Set(['ER_CHECK_CONSTRAINT_VIOLATED', 'ER_CONSTRAINT_FAILED', 'SQLITE_CONSTRAINT_CHECK']);
const FULL_CODES = new Set(['SQLITE_FULL', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL']);
const READONLY_CODES = new Set(['SQLITE_READONLY', 'ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION']);

function driverErrorOf(error: unknown): DriverError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const inner = (error as { driverError?: unknown }).driverError ?? error;
  return typeof (inner as DriverError).message === 'string' ? (inner as DriverError) : undefined;
}

export function isRetryable(error: unknown): boolean {
  const driver = driverErrorOf(error);
  return (
    !!driver &&
    (RETRYABLE_ERRNO.has(driver.errno ?? 0) ||
      RETRYABLE_CODES.has(driver.code ?? '') ||
      LOST_CODES.has(driver.code ?? ''))
  );
}

/** The index or columns of a violated unique key, as far as the engine tells. */
function violatedKey(message: string): string {
  return /for key '(?:[^'.]+\.)?([^']+)'/.exec(message)?.[1] ?? /constraint failed: (.+)$/.exec(message)?.[1] ?? '';
}

/** The one place where driver errors become ours; what it does not know stays as it is and is answered as BUG. */
export function mapDriverError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const driver = driverErrorOf(error);
  if (!driver?.code) return error;
  const cause = { cause: error };
  if (DUPLICATE_CODES.has(driver.code))
    return new DomainError('DUPLICATE_KEY', { key: violatedKey(driver.message) }, {}, [], cause);
  if (CHECK_CODES.has(driver.code) || driver.errno === 4025 || driver.errno === 3819) {
    const name = /CONSTRAINT `?([\w]+)`? failed|constraint '([\w]+)'|constraint failed: ([\w]+)/.exec(driver.message);
    return new DomainError('CHECK_VIOLATED', { check: name?.[1] ?? name?.[2] ?? name?.[3] ?? '' }, {}, [], cause);
  }
  if (RETRYABLE_ERRNO.has(driver.errno ?? 0) || RETRYABLE_CODES.has(driver.code))
    return new DomainError('DATABASE_BUSY', {}, {}, [], cause);
  if (LOST_CODES.has(driver.code) || REFUSED_CODES.has(driver.code)) return new DomainError('DATABASE_UNAVAILABLE', {}, {}, [], cause);
  if (FULL_CODES.has(driver.code)) return new DomainError('DISK_FULL', {}, {}, [], cause);
  if (READONLY_CODES.has(driver.code))
    return new DomainError('BUG', { message: 'write outside a unit of work' }, {}, [], cause);
  return error;
}
