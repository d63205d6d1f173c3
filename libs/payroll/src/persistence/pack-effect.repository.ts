import { DomainError, type Id } from '@gridstaff/kernel';
import { Database, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { PackEffectStore, type PackPart, type PackQuestion } from '../domain';

@Injectable()
export class SqlPackEffectStore extends PackEffectStore {
  constructor(private readonly db: Database) {
    super();
  }

  async add({ id, text, hash, basis, centres, requestedBy, requestedAt, jobId }: PackQuestion): Promise<void> {
    await this.db.insert(
      'pack_effect',
      ['id', 'text', 'hash', 'basis', 'centres', 'requested_by', 'requested_at', 'job_id'],
      [[id, text, hash, basis, JSON.stringify(centres), requestedBy, requestedAt, jobId]],
    );
  }

  async get(id: Id): Promise<PackQuestion> {
    const row = await this.db.one<Readonly<Record<string, SqlValue>>>(
      'SELECT text, hash, basis, centres, requested_by, requested_at, job_id FROM pack_effect WHERE id = ?',
      [id],
    );
    if (!row) throw new DomainError('NOT_FOUND', { what: 'pack effect' });
    return {
      ...{ id, text: String(row.text), hash: String(row.hash), basis: String(row.basis) },
      centres: JSON.parse(String(row.centres)) as Id[],
      ...{ requestedBy: String(row.requested_by), requestedAt: Number(row.requested_at), jobId: String(row.job_id) },
    };
  }

  async savePart(effectId: Id, { no, centreId, period, result }: PackPart): Promise<void> {
    await this.db.execute('DELETE FROM pack_effect_part WHERE effect_id = ? AND no = ?', [effectId, no]);
    const row = [effectId, no, centreId, period, result];
    await this.db.insert('pack_effect_part', ['effect_id', 'no', 'centre_id', 'period', 'result'], [row]);
  }

  async parts(effectId: Id): Promise<PackPart[]> {
    const rows = await this.db.query<{ no: number; centre_id: string; period: string; result: string }>(
      'SELECT no, centre_id, period, result FROM pack_effect_part WHERE effect_id = ? ORDER BY no',
      [effectId],
    );
    return rows.map(({ no, centre_id: centreId, period, result }) => ({ no: Number(no), centreId, period, result }));
  }

  async forget(before: number): Promise<void> {
    await this.db.execute(
      'DELETE FROM pack_effect_part WHERE effect_id IN (SELECT id FROM pack_effect WHERE requested_at < ?)',
      [before],
    );
    await this.db.execute('DELETE FROM pack_effect WHERE requested_at < ?', [before]);
  }
}
