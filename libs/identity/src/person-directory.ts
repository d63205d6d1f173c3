import { type Actor, requirePermission } from '@gridstaff/contracts';
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

  /** Who works in the office of a centre or did, by display name: histories name accounts. Grid staff are not among them. @throws DomainError FORBIDDEN */
  async office(actor: Actor, centreId: Id): Promise<{ userId: Id; displayName: string }[]> {
    requirePermission(actor, 'run:read', centreId);
    const rows = await this.db.query<{ id: string; display_name: string }>(
      `SELECT DISTINCT u.id, u.display_name FROM app_user u LEFT JOIN user_role r ON r.user_id = u.id AND r.centre_id IN (?, '*')
        WHERE r.role <> 'worker' OR (u.centre_id = ? AND u.worker_no IS NULL) ORDER BY u.display_name, u.id`,
      [centreId, centreId],
    );
    return rows.map(({ id, display_name: displayName }) => ({ userId: id, displayName }));
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
