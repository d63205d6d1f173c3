import type { TableColumnType } from 'antd';
import type { ReactNode } from 'react';
import { type Stored, stored } from '../stored';

export interface Column<Row> extends Omit<TableColumnType<Row>, 'key' | 'title' | 'hidden'> {
  key: string;
  /** Words alone: they also name the column in the chooser. */
  title: string;
  /** Beside the title, such as a unit. */
  unit?: ReactNode;
  /** Cannot be hidden. */
  always?: boolean;
  /** Hidden until somebody asks for it. */
  optional?: boolean;
  /** Right-aligned figures. */
  figures?: boolean;
  /** Name by which the server sorts the whole list, not the rows that are here. */
  sortBy?: string;
}

/** Order and hidden columns as the user left them. */
export interface Arrangement {
  order: readonly string[];
  hidden: readonly string[];
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isArrangement = (value: unknown): value is Arrangement | null =>
  value === null ||
  (typeof value === 'object' && isTexts((value as Arrangement).order) && isTexts((value as Arrangement).hidden));

const stores = new Map<string, Stored<Arrangement | null>>();

/** Remembered per user and table: several people may share a browser. */
export function arrangementOf(userId: string, table: string): Stored<Arrangement | null> {
  const key = `columns.${userId}.${table}`;
  const store = stores.get(key) ?? stored<Arrangement | null>(key, null, isArrangement);
  stores.set(key, store);
  return store;
}

/** Every column in its order; one that is newer than the arrangement stands where the table has it. */
export function ordered<Row>(columns: readonly Column<Row>[], arrangement: Arrangement | null): Column<Row>[] {
  if (!arrangement) return [...columns];
  const rank = new Map(arrangement.order.map((key, i) => [key, i]));
  return columns
    .map((column, i) => ({ column, at: rank.get(column.key) ?? i }))
    .sort((a, b) => a.at - b.at)
    .map(({ column }) => column);
}

export function isHidden<Row>(column: Column<Row>, arrangement: Arrangement | null): boolean {
  if (column.always) return false;
  return arrangement && arrangement.order.includes(column.key)
    ? arrangement.hidden.includes(column.key)
    : column.optional === true;
}
