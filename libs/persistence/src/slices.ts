import type { SqlValue } from './sql-value';

/** Keys looked up in one statement; more keys take further statements of the same shape. */
const KEYS_PER_STATEMENT = 1000;

/**
 * Calls `read` with slices of the keys, each with as many placeholders: statements of two shapes at most (full and last slice).
 * The last slice is filled up to a power of two with its first key, so that any number of keys makes few shapes.
 */
export async function inSlices<K extends SqlValue, T>(
  keys: readonly K[],
  read: (placeholders: string, slice: K[]) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (let at = 0; at < keys.length; at += KEYS_PER_STATEMENT) {
    const slice = keys.slice(at, at + KEYS_PER_STATEMENT);
    const size = Math.min(KEYS_PER_STATEMENT, 2 ** Math.ceil(Math.log2(slice.length)));
    while (slice.length < size) slice.push(slice[0] as K);
    found.push(...(await read(slice.map(() => '?').join(', '), slice)));
  }
  return found;
}
