import type { Id } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { FieldCipher } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';

/** Bytes of a part: sealed and as text it stays under the 65,535 bytes of a TEXT column. */
export const PART_BYTES = 48_000;

/** A file that is kept for a while. */
export interface SealedFile {
  id: Id;
  /** Wrapped; see `FieldCipher.newPersonKey`. */
  dataKey: string;
}

/** Files in pieces, sealed: nothing of them can be read from the database or its backups once the key is gone. */
@Injectable()
export class SealedParts {
  constructor(
    private readonly db: Database,
    private readonly cipher: FieldCipher,
  ) {}

  newKey(): string {
    return this.cipher.newPersonKey();
  }

  /** Parts `first`, `first` + 1 … of the file. Inside the caller's unit. */
  async add({ id, dataKey }: SealedFile, first: number, parts: readonly Buffer[]): Promise<void> {
    const rows = parts.map((part, i) => [id, first + i, this.cipher.encryptBytes(dataKey, part, aadOf(id, first + i)).toString('base64')]);
    await this.db.insert('sealed_part', ['file_id', 'no', 'body'], rows);
  }

  /** One part after the other. @throws DomainError CIPHER_BROKEN when a part was changed, moved or taken away in between */
  async *read({ id, dataKey }: SealedFile): AsyncGenerator<Buffer> {
    for (let no = 1; ; no++) {
      const part = await this.db.one<{ body: string }>('SELECT body FROM sealed_part WHERE file_id = ? AND no = ?', [id, no]);
      if (!part) return;
      yield this.cipher.decryptBytes(dataKey, Buffer.from(part.body, 'base64'), aadOf(id, no));
    }
  }

  /** Inside the caller's unit. */
  async remove(id: Id): Promise<void> {
    await this.db.execute('DELETE FROM sealed_part WHERE file_id = ?', [id]);
  }
}

const aadOf = (id: Id, no: number): string => `file:${id}:${no}`;
