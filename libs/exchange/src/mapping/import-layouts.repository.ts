import type { Id } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import type { SaidLayout } from './mapped-sheets';

export interface RememberedLayout extends SaidLayout {
  signature: string;
  /** File and sheet of which it was said. */
  source: string;
  savedBy: Id;
  /** Epoch milliseconds. */
  savedAt: number;
}

type Stored = Omit<RememberedLayout, 'columns'> & { columns: string };

const SELECT = 'SELECT signature, sheet, columns, source, saved_by AS savedBy, saved_at AS savedAt FROM import_layout WHERE centre_id = ? AND kind = ?';
const COLUMNS = ['centre_id', 'kind', 'signature', 'sheet', 'columns', 'source', 'saved_by', 'saved_at'];

/** What is remembered of layouts, per centre and kind of import. */
@Injectable()
export class ImportLayoutStore {
  constructor(private readonly db: Database) {}

  async of(centreId: Id, kind: string): Promise<RememberedLayout[]> {
    const rows = await this.db.query<Stored>(`${SELECT} ORDER BY saved_at DESC, signature`, [centreId, kind]);
    return rows.map(read);
  }

  async find(centreId: Id, kind: string, signature: string): Promise<RememberedLayout | undefined> {
    const row = await this.db.one<Stored>(`${SELECT} AND signature = ?`, [centreId, kind, signature]);
    return row && read(row);
  }

  /** In the place of what was remembered before. */
  async put(centreId: Id, kind: string, layout: RememberedLayout): Promise<void> {
    await this.remove(centreId, kind, layout.signature);
    const { signature, sheet, columns, source, savedBy, savedAt } = layout;
    await this.db.insert('import_layout', COLUMNS, [[centreId, kind, signature, sheet, JSON.stringify(columns), source, savedBy, savedAt]]);
  }

  remove(centreId: Id, kind: string, signature: string): Promise<number> {
    return this.db.execute('DELETE FROM import_layout WHERE centre_id = ? AND kind = ? AND signature = ?', [centreId, kind, signature]);
  }
}

const read = ({ columns, ...row }: Stored): RememberedLayout => ({ ...row, columns: (typeof columns === 'string' ? JSON.parse(columns) : columns) as SaidLayout['columns'] });
