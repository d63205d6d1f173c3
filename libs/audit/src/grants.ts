/** Tables of this room whose rows the application may add but never change or remove. */
export const APPEND_ONLY_TABLES = ['audit_entry', 'audit_signature'] as const;

const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/**
 * The statements that give the application's MySQL account no more than it needs: reading and adding on `appendOnly` tables (this room's,
 * the posted ledger), ordinary work on the others, no DDL. Migrations run under the stronger MIGRATE_DATABASE_URL. MySQL cannot take a
 * right away from a single table, so every table is named. SQLite has no accounts: there the chain and its signed heads tell.
 */
export function applicationGrants(
  database: string,
  account: { user: string; host: string },
  tables: readonly string[],
  appendOnly: readonly string[] = APPEND_ONLY_TABLES,
): string[] {
  const only = new Set(appendOnly);
  const to = `${text(account.user)}@${text(account.host)}`;
  return tables.map((table) => {
    const rights = only.has(table) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
    return `GRANT ${rights} ON ${quoted(database)}.${quoted(table)} TO ${to}`;
  });
}
