import type { Id, Page, PageRequest } from '@gridstaff/kernel';
import { Database, idPage, inOrderOf, type Keyset } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type StaffChangeLine, type StaffChangeRecord, type StaffChangeSort, StaffChangeStore } from '../domain/staff-change-store';
import { StaffChangeLineRow, StaffChangeRow } from './staff-change.entities';

const ORDERS: Keyset<StaffChangeSort> = { fields: { recordedAt: 't.recorded_at', date: 't.dated' }, key: 't.id', keyName: 'id' };

const recordOf = ({ dated, kind, ...row }: StaffChangeRow): StaffChangeRecord => ({
  ...row,
  ...{ kind: kind as StaffChangeRecord['kind'], date: dated },
});

@Injectable()
export class SqlStaffChangeStore extends StaffChangeStore {
  constructor(private readonly db: Database) {
    super();
  }

  async insert(change: StaffChangeRecord, lines: readonly StaffChangeLine[]): Promise<void> {
    const { id, centreId, kind, date, reason, documentNo, people, recordedAt, recordedBy } = change;
    await this.db.insert(
      'staff_change',
      ['id', 'centre_id', 'kind', 'dated', 'reason', 'document_no', 'people', 'recorded_at', 'recorded_by'],
      [[id, centreId, kind, date, reason, documentNo, people, recordedAt, recordedBy]],
    );
    await this.db.insert(
      'staff_change_line',
      ['change_id', 'worker_no', 'before_state', 'after_state'],
      lines.map(({ workerNo, before, after }) => [id, workerNo, JSON.stringify(before), JSON.stringify(after)]),
    );
  }

  async page(centreId: Id, request: PageRequest<StaffChangeSort>): Promise<Page<StaffChangeRecord>> {
    const { rows: ids, next } = await idPage(this.db, 'staff_change', ORDERS, 't.centre_id = ?', [centreId], request);
    const rows = await this.db.manager.getRepository(StaffChangeRow).findBy({ id: In(ids) });
    return { rows: inOrderOf(ids, rows).map(recordOf), next };
  }

  async find(centreId: Id, id: Id): Promise<StaffChangeRecord | undefined> {
    const row = await this.db.manager.getRepository(StaffChangeRow).findOneBy({ id, centreId });
    return row ? recordOf(row) : undefined;
  }

  async lines(id: Id): Promise<StaffChangeLine[]> {
    const rows = await this.db.manager.getRepository(StaffChangeLineRow).find({ where: { changeId: id }, order: { workerNo: 'ASC' } });
    return rows.map(({ workerNo, beforeState: before, afterState: after }) => ({ workerNo, before, after }));
  }
}
