import type { Id } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { ParallelColumns } from '../domain/parallel/parallel-columns';

/** Headers in one statement. */
const SLICE = 100;

@Injectable()
export class SqlParallelColumns extends ParallelColumns {
  constructor(private readonly db: Database) {
    super();
  }

  async of(centreId: Id): Promise<Map<string, string>> {
    const rows = await this.db.query<{ header: string; target: string }>(
      'SELECT header, target FROM parallel_column WHERE centre_id = ? ORDER BY header',
      [centreId],
    );
    return new Map(rows.map(({ header, target }) => [header, target]));
  }

  async remember(
    centreId: Id,
    columns: ReadonlyMap<string, string>,
    { recordedBy, recordedAt }: { recordedBy: Id; recordedAt: number },
  ): Promise<void> {
    const all = [...columns];
    for (let at = 0; at < all.length; at += SLICE) {
      const slice = all.slice(at, at + SLICE);
      const marks = slice.map(() => '?').join(', ');
      await this.db.execute(`DELETE FROM parallel_column WHERE centre_id = ? AND header IN (${marks})`, [
        centreId,
        ...slice.map(([header]) => header),
      ]);
    }
    await this.db.insert(
      'parallel_column',
      ['centre_id', 'header', 'target', 'recorded_by', 'recorded_at'],
      all.map(([header, target]) => [centreId, header, target, recordedBy, recordedAt]),
    );
  }
}
