import { DefaultNamingStrategy, Table, type NamingStrategyInterface } from 'typeorm';

export const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

const tableName = (table: Table | string): string =>
  (typeof table === 'string' ? table : table.name).split('.').at(-1) as string;

/** One name for an index in migrations and entities; MySQL allows 64 characters. */
export const indexName = (table: string, columns: readonly string[]): string =>
  `ix_${table}_${columns.join('_')}`.slice(0, 60);

/** Columns are the property in snake_case; indexes carry the names that the migrations give them. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(target: string, given?: string): string {
    return given ?? snake(target);
  }

  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snake), given ?? snake(property)].join('_');
  }

  override indexName(table: Table | string, columns: string[]): string {
    return indexName(tableName(table), columns);
  }
}
