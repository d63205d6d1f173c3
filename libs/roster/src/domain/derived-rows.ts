/** One row of what is worked out of the facts, by column. */
export type DerivedRow = Readonly<Record<string, string | number | null>>;

/** Something stored that the facts do not give, or the other way round; columns that tell of the person's name are named without their value. */
export interface DerivedDifference {
  workerNo: number;
  table: string;
  found: string;
  expected: string;
}

const NOTHING = 'no row';
const asText = (value: string | number | null | undefined): string => String(value ?? '–');

/**
 * Compares two sets of rows of one worker by a key.
 * @param secret columns whose values are not told
 */
export function differencesOf(
  workerNo: number,
  table: string,
  key: string,
  rows: { stored: readonly DerivedRow[]; expected: readonly DerivedRow[] },
  secret: ReadonlySet<string>,
): DerivedDifference[] {
  const named = (row: DerivedRow): string => (secret.has(key) ? 'a row' : `${key} ${asText(row[key])}`);
  const told = (column: string, row: DerivedRow): string =>
    `${column}${secret.has(column) ? '' : ` ${asText(row[column])}`}`;
  const stored = new Map(rows.stored.map((row) => [row[key], row]));
  const differences: DerivedDifference[] = [];
  for (const row of rows.expected) {
    const held = stored.get(row[key]);
    stored.delete(row[key]);
    if (!held) differences.push({ workerNo, table, found: NOTHING, expected: named(row) });
    else {
      const columns = Object.keys(row).filter((column) => asText(row[column]) !== asText(held[column]));
      if (columns.length > 0)
        differences.push({
          ...{ workerNo, table },
          found: [named(row), ...columns.map((column) => told(column, held))].join(' '),
          expected: columns.map((column) => told(column, row)).join(' '),
        });
    }
  }
  for (const row of stored.values()) differences.push({ workerNo, table, found: named(row), expected: NOTHING });
  return differences;
}
