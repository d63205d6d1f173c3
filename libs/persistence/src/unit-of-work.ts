import type { QueryRunner } from 'typeorm';
import { Database } from './database';
import { isRetryable, mapDriverError } from './error-mapping';

const ATTEMPTS = 4;

/**
 * The one place that opens transactions. A nested `run` is a plain call in the open unit. A deadlock, lock time-out or lost connection
 * re-runs the whole outermost unit (at most three times); any other error rolls back and is rethrown, driver errors mapped.
 * On SQLite units are serial: TypeORM shares one connection, and two interleaved transactions would roll back each other's rows.
 * No slow awaits (HTTP, Redis, Excel) inside a unit.
 */
export class UnitOfWork {
  private tail: Promise<unknown> = Promise.resolve();

  constructor(private readonly db: Database) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.db.inUnit) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await (this.db.engine === 'sqlite' ? this.inTurn(() => this.once(work)) : this.once(work));
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetryable(error)) throw mapDriverError(error);
      }
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(work, work);
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.db.writer.createQueryRunner();
    const unit = { manager: runner.manager, afterCommit: [] as (() => void | Promise<void>)[] };
    let result: T;
    try {
      await runner.startTransaction(this.db.engine === 'mysql' ? 'READ COMMITTED' : undefined);
      result = await this.db.enter(unit, work);
      await runner.commitTransaction();
    } catch (error) {
      await this.rollBack(runner);
      throw error;
    } finally {
      if (this.db.engine === 'mysql') await runner.release();
    }
    for (const action of unit.afterCommit) await action();
    return result;
  }

  /** The first error is the one to report: a roll-back that fails too (lost connection) must not hide it. */
  private async rollBack(runner: QueryRunner): Promise<void> {
    if (!runner.isTransactionActive) return;
    await runner.rollbackTransaction().catch(() => undefined);
  }
}
