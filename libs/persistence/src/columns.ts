import { DomainError } from '@gridstaff/kernel';
import { Column, type ColumnOptions, PrimaryColumn, type ValueTransformer } from 'typeorm';

/**
 * Column types by meaning, in one place: the entity decorators below and the migration helpers in `table.ts` agree on them for both engines.
 * Instants are epoch milliseconds (bigint): no zone, no engine default, the same value from both drivers.
 */
export type ColumnMeaning =
  | { type: 'id' | 'fen' | 'int' | 'date' | 'period' | 'instant' | 'text' | 'json' | 'flag' | 'bytes' }
  | { type: 'code' | 'name'; length: number };

/** Length of an UUID text. */
const ID_LENGTH = 36;

/** The SQL type, understood alike by SQLite and MySQL. */
export function sqlType(meaning: ColumnMeaning): string {
  switch (meaning.type) {
    case 'id':
      return `varchar(${ID_LENGTH})`;
    case 'fen':
    case 'instant':
      return 'bigint';
    case 'int':
      // The word SQLite's catalogue answers with; MySQL reads it as INT.
      return 'integer';
    case 'flag':
      return 'smallint';
    case 'date':
      return 'date';
    case 'period':
      return 'varchar(7)';
    case 'text':
    case 'json':
      return 'text';
    case 'bytes':
      return 'blob';
    case 'code':
    case 'name':
      return `varchar(${meaning.length})`;
  }
}

const safeInteger: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => {
    if (value === null || value === undefined) return value;
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new DomainError('BUG', { message: `unsafe integer ${String(value)}` });
    return number;
  },
};

const flag: ValueTransformer = {
  to: (value: boolean | null | undefined) => (value === null || value === undefined ? value : value ? 1 : 0),
  from: (value: number | null) => (value === null ? null : Number(value) === 1),
};

const json: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
};

type Options = Pick<ColumnOptions, 'nullable' | 'unique'> & { primary?: boolean };

function column(options: ColumnOptions, { primary, nullable, unique }: Options = {}): PropertyDecorator {
  const all = { ...options, nullable: nullable ?? false, unique: unique ?? false };
  return primary ? PrimaryColumn({ ...all, nullable: false }) : Column(all);
}

export const IdColumn = (o?: Options): PropertyDecorator => column({ type: 'varchar', length: ID_LENGTH }, o);
/** Integer fen. */
export const FenColumn = (o?: Options): PropertyDecorator => column({ type: 'bigint', transformer: safeInteger }, o);
export const IntColumn = (o?: Options): PropertyDecorator => column({ type: 'int' }, o);
/** Civil date `YYYY-MM-DD`. */
export const LocalDateColumn = (o?: Options): PropertyDecorator => column({ type: 'date' }, o);
/** `YYYY-MM`. */
export const PeriodColumn = (o?: Options): PropertyDecorator => column({ type: 'varchar', length: 7 }, o);
/** Epoch milliseconds. */
export const InstantColumn = (o?: Options): PropertyDecorator =>
  column({ type: 'bigint', transformer: safeInteger }, o);
/** A normalised code compared by bytes: status, kind, licence number, hash. */
export const CodeColumn = (length: number, o?: Options): PropertyDecorator => column({ type: 'varchar', length }, o);
/** Text a person wrote. */
export const NameColumn = (length: number, o?: Options): PropertyDecorator => column({ type: 'varchar', length }, o);
/** Up to 65,535 bytes (TEXT of MySQL); longer texts are stored in rows of their own. */
export const TextColumn = (o?: Options): PropertyDecorator => column({ type: 'text' }, o);
export const JsonColumn = (o?: Options): PropertyDecorator => column({ type: 'text', transformer: json }, o);
export const FlagColumn = (o?: Options): PropertyDecorator => column({ type: 'smallint', transformer: flag }, o);
/** Up to 65,535 bytes (BLOB of MySQL); longer contents are stored in rows of their own. */
export const BytesColumn = (o?: Options): PropertyDecorator => column({ type: 'blob' }, o);
