import { invariant } from '@gridstaff/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type ColumnMeaning, sqlType } from './columns';
import { indexName } from './naming';

interface ColumnDefinition {
  name: string;
  meaning: ColumnMeaning;
  nullable: boolean;
}

/** Column kinds by meaning, the counterparts of the entity decorators in `columns.ts`. */
export class ColumnBuilder {
  constructor(private readonly definition: ColumnDefinition) {}

  /** May be NULL. */
  get orNull(): this {
    this.definition.nullable = true;
    return this;
  }
}

export class TableBuilder {
  readonly columns: ColumnDefinition[] = [];
  primaryKey: string[] = [];
  readonly indexes: { name: string; columns: string[]; unique: boolean }[] = [];
  readonly checks: { name: string; expression: string }[] = [];
  clustered = false;

  constructor(readonly name: string) {}

  private add(name: string, meaning: ColumnMeaning): ColumnBuilder {
    const definition = { name, meaning, nullable: false };
    this.columns.push(definition);
    return new ColumnBuilder(definition);
  }

  id = (name = 'id'): ColumnBuilder => this.add(name, { type: 'id' });
  fen = (name: string): ColumnBuilder => this.add(name, { type: 'fen' });
  int = (name: string): ColumnBuilder => this.add(name, { type: 'int' });
  date = (name: string): ColumnBuilder => this.add(name, { type: 'date' });
  period = (name = 'period'): ColumnBuilder => this.add(name, { type: 'period' });
  instant = (name: string): ColumnBuilder => this.add(name, { type: 'instant' });
  text = (name: string): ColumnBuilder => this.add(name, { type: 'text' });
  json = (name: string): ColumnBuilder => this.add(name, { type: 'json' });
  bytes = (name: string): ColumnBuilder => this.add(name, { type: 'bytes' });
  flag = (name: string): ColumnBuilder => this.add(name, { type: 'flag' });
  code = (name: string, length: number): ColumnBuilder => this.add(name, { type: 'code', length });
  named = (name: string, length: number): ColumnBuilder => this.add(name, { type: 'name', length });

  /** The columns of every fact table, see `FactRow` in `facts.ts`. */
  factColumns(): void {
    this.id('id');
    this.id('centre_id');
    this.date('valid_from');
    this.date('valid_to');
    this.instant('recorded_at');
    this.id('recorded_by');
    this.id('supersedes').orNull;
    this.flag('retracted');
    this.primary('id');
  }

  primary(...columns: string[]): void {
    this.primaryKey = columns;
  }

  index(...columns: string[]): void {
    this.indexes.push({ name: indexName(this.name, columns), columns, unique: false });
  }

  /** In the entity: `@Index(['a', 'b'], { unique: true })`, never `@Unique`, which the engines report differently. */
  unique(...columns: string[]): void {
    this.indexes.push({ name: indexName(this.name, columns), columns, unique: true });
  }

  /** Stands in the entity too, as `@Check(name, expression)`: MySQL needs it here, SQLite's drift check needs it there. */
  check(name: string, expression: string): void {
    this.checks.push({ name, expression });
  }

  /** Rows are stored in the order of the primary key (WITHOUT ROWID on SQLite; always so on InnoDB): for slips and their lines. */
  clusteredByKey(): void {
    this.clustered = true;
  }

  createStatements(engine: 'sqlite' | 'mysql'): string[] {
    // TypeORM reads CHECKs back from SQLite's catalogue only when they are quoted its way.
    const quote = engine === 'mysql' ? '`' : '"';
    const q = (name: string): string => quote + name + quote;
    const parts = this.columns.map(
      (c) => `${q(c.name)} ${sqlType(c.meaning)}${c.nullable ? (engine === 'mysql' ? ' NULL' : '') : ' NOT NULL'}`,
    );
    for (const c of this.checks) parts.push(`CONSTRAINT ${q(c.name)} CHECK (${c.expression})`);
    parts.push(`PRIMARY KEY (${this.primaryKey.map(q).join(', ')})`);
    const tail =
      engine === 'mysql'
        ? ' ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin'
        : this.clustered
          ? ' WITHOUT ROWID'
          : '';
    const inline =
      engine === 'mysql'
        ? this.indexes.map((i) => `${i.unique ? 'UNIQUE ' : ''}INDEX ${q(i.name)} (${i.columns.map(q).join(', ')})`)
        : [];
    const table = `CREATE TABLE IF NOT EXISTS ${q(this.name)} (${[...parts, ...inline].join(', ')})${tail}`;
    if (engine === 'mysql') return [table];
    const indexes = this.indexes.map(
      (i) =>
        `CREATE ${i.unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${q(i.name)} ON ${q(this.name)} (${i.columns.map(q).join(', ')})`,
    );
    return [table, ...indexes];
  }
}

export type MigrationClass = new () => MigrationInterface;

const engineOf = (runner: QueryRunner): 'sqlite' | 'mysql' =>
  runner.dataSource.options.type === 'better-sqlite3' ? 'sqlite' : 'mysql';

/**
 * One table per migration, the same for both engines, re-runnable after a crash between two statements.
 * `stamp` orders all migrations (13 digits: YYYYMMDD + area + number) and never changes once released.
 */
export function createTable(stamp: number, name: string, build: (table: TableBuilder) => void): MigrationClass {
  return class implements MigrationInterface {
    readonly name = `create_${name}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      const table = new TableBuilder(name);
      build(table);
      for (const sql of table.createStatements(engineOf(runner))) await runner.query(sql);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('DROP TABLE IF EXISTS `' + name + '`');
    }
  };
}

/** Columns added to a table that exists: nullable ones, so that the rows before them need no value. Re-runnable like `createTable`. */
export function addColumns(stamp: number, name: string, build: (table: TableBuilder) => void): MigrationClass {
  const columns = (): ColumnDefinition[] => {
    const table = new TableBuilder(name);
    build(table);
    invariant(
      table.columns.every((c) => c.nullable),
      `columns added to ${name} must be nullable`,
    );
    return table.columns;
  };
  return class implements MigrationInterface {
    readonly name = `extend_${name}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      for (const column of columns()) {
        if (await runner.hasColumn(name, column.name)) continue;
        await runner.query(`ALTER TABLE \`${name}\` ADD COLUMN \`${column.name}\` ${sqlType(column.meaning)} NULL`);
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const column of columns().reverse()) {
        if (await runner.hasColumn(name, column.name))
          await runner.query(`ALTER TABLE \`${name}\` DROP COLUMN \`${column.name}\``);
      }
    }
  };
}

/** A unique index added to a table that exists; rows that have NULL there stay as many as they are. Re-runnable like `createTable`. */
export function addUniqueIndex(stamp: number, table: string, columns: readonly string[]): MigrationClass {
  const name = indexName(table, columns);
  const exists = async (runner: QueryRunner): Promise<boolean> =>
    (await runner.getTable(table))?.indices.some((index) => index.name === name) ?? false;
  return class implements MigrationInterface {
    readonly name = `unique_${name}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      if (await exists(runner)) return;
      await runner.query(
        `CREATE UNIQUE INDEX \`${name}\` ON \`${table}\` (${columns.map((c) => `\`${c}\``).join(', ')})`,
      );
    }

    async down(runner: QueryRunner): Promise<void> {
      if (!(await exists(runner))) return;
      await runner.query(`DROP INDEX \`${name}\`${engineOf(runner) === 'mysql' ? ` ON \`${table}\`` : ''}`);
    }
  };
}

/** An index added to each of these tables, in the entities `@Index` with the same columns. Re-runnable like `createTable`. */
export function addIndexes(stamp: number, label: string, tables: readonly string[], columns: readonly string[]): MigrationClass {
  return class implements MigrationInterface {
    readonly name = `index_${label}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      for (const table of tables) {
        const name = indexName(table, columns);
        if (await hasIndex(runner, table, name)) continue;
        await runner.query(`CREATE INDEX \`${name}\` ON \`${table}\` (${columns.map((c) => `\`${c}\``).join(', ')})`);
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const table of tables) {
        const name = indexName(table, columns);
        if (!(await hasIndex(runner, table, name))) continue;
        await runner.query(`DROP INDEX \`${name}\`${engineOf(runner) === 'mysql' ? ` ON \`${table}\`` : ''}`);
      }
    }
  };
}

async function hasIndex(runner: QueryRunner, table: string, name: string): Promise<boolean> {
  return (await runner.getTable(table))?.indices.some((index) => index.name === name) ?? false;
}

/** Statements both engines understand, each harmless when run again; for moving rows when a table changes its shape. */
export function runStatements(
  stamp: number,
  name: string,
  up: (runner: QueryRunner) => Promise<void>,
  down: (runner: QueryRunner) => Promise<void>,
): MigrationClass {
  return class implements MigrationInterface {
    readonly name = `${name}_${stamp}`;

    up(runner: QueryRunner): Promise<void> {
      return up(runner);
    }

    down(runner: QueryRunner): Promise<void> {
      return down(runner);
    }
  };
}
