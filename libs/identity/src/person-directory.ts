import type { Id } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';

/** Which human beings with an account are which workers. */
@Injectable()
export class PersonDirectory {
  constructor(private readonly db: Database) {}

  /** People of the centre's workers, disabled accounts included: whoever is paid by a run takes no part in deciding it. */
  async paidPersons(centreId: Id): Promise<{ personId: Id; workerNo: number }[]> {
    const rows = await this.db.query<{ person_id: string; worker_no: number }>(
      'SELECT person_id, worker_no FROM app_user WHERE centre_id = ? AND worker_no IS NOT NULL ORDER BY worker_no',
      [centreId],
    );
    return rows.map((row) => ({ personId: row.person_id, workerNo: Number(row.worker_no) }));
  }

  /** How a user is named on paper: display name and sign-in name; undefined for the system itself. */
  async nameOf(userId: Id): Promise<{ name: string; displayName: string } | undefined> {
    const row = await this.db.one<{ name: string; display_name: string }>(
      'SELECT name, display_name FROM app_user WHERE id = ?',
      [userId],
    );
    return row && { name: row.name, displayName: row.display_name };
  }
}
