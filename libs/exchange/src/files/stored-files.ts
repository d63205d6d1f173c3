import { AuditLog } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import { DomainError, type Id, invariant, type LocalDate, parseText } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Clock, FieldCipher, FileSettings, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { checkContent, type CheckedContent, type FileType, MEDIA_TYPES } from './content/check-content';
import { keptFileName } from './file-name';
import { FileSubjects } from './file-subjects';
import type { StoredFileRow } from './stored-file.entity';
import { StoredFileRepository } from './stored-files.repository';

/** Whose a file is. */
export interface FileOwner {
  centreId: Id;
  subject: 'worker' | 'agency';
  subjectId: Id;
  /** Of a worker's file. */
  workerNo: number | null;
}

export interface FilePurpose {
  kind: string;
  aboutId?: Id | null;
  expiresOn?: LocalDate | null;
}

/** A file as lists show it. */
export interface StoredFile extends Omit<StoredFileRow, 'nameCipher' | 'ownKey' | 'chunks' | 'type'> {
  type: FileType;
  /** Null once the content is erased, or where the key of its owner is gone. */
  name: string | null;
}

export interface OpenedFile {
  fileName: string;
  mime: string;
  content: Buffer;
  sha256: string;
}

type SubjectKey = Pick<StoredFileRow, 'centreId' | 'subject' | 'subjectId'>;

const CHUNK_BYTES = 60_000;
const MEGABYTE = 1024 * 1024;
const nameAad = (id: Id): string => `file:${id}:name`;
/** Bound to file, place and count: no chunk can be moved, left out or added without notice. */
const chunkAad = (id: Id, no: number, of: number): string => `file:${id}:${no}/${of}`;
const digest = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/**
 * Files that people upload, sealed in the database in chunks. It knows no permissions: the room whose subject a file belongs to asks for them,
 * and hands in the actor for the log. Names and contents are sealed under the subject's key, or one of the file's own.
 */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly db: Database,
    private readonly files: StoredFileRepository,
    private readonly subjects: FileSubjects,
    private readonly cipher: FieldCipher,
    private readonly settings: FileSettings,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Looks at the content; takes its time, so never inside a unit. @throws DomainError FILE_TOO_LARGE and those of `checkContent` */
  async check(content: Buffer): Promise<CheckedContent> {
    const limit = this.settings.megabytes;
    if (content.length > limit * MEGABYTE)
      throw new DomainError(
        'FILE_TOO_LARGE',
        { megabytes: Math.ceil(content.length / MEGABYTE), limit },
        { field: 'file' },
      );
    return checkContent(content);
  }

  /** Inside the unit that holds its owner. @throws DomainError FILE_QUOTA, FILE_REPEATED */
  async add(
    actor: Actor,
    owner: FileOwner,
    purpose: FilePurpose,
    file: CheckedContent & { fileName: string },
  ): Promise<Id> {
    const { content, type } = file;
    const sha256 = digest(content);
    await this.refuse(owner, purpose, sha256);
    const id = this.ids.next();
    const shared = await this.sharedKey(owner);
    invariant(shared !== null, 'a file has an owner');
    const key = shared ?? this.cipher.newPersonKey();
    const count = Math.ceil(content.length / CHUNK_BYTES);
    const chunks = Array.from({ length: count }, (_, no) =>
      this.cipher.encryptBytes(
        key,
        content.subarray(no * CHUNK_BYTES, (no + 1) * CHUNK_BYTES),
        chunkAad(id, no, count),
      ),
    );
    const nameCipher = this.cipher.encrypt(key, keptFileName(file.fileName, type), nameAad(id));
    const { kind, aboutId = null, expiresOn = null } = purpose;
    const stamp = { recordedAt: this.clock.millis(), recordedBy: actor.userId };
    await this.files.add(
      {
        ...{ id, ...owner, kind, aboutId, type, nameCipher, size: content.length, sha256, chunks: count },
        ...{ ownKey: shared ? null : key, expiresOn, ...stamp },
      },
      chunks,
    );
    await this.note(actor, owner, 'file.added', {
      file: id,
      kind,
      size: content.length,
      sha256,
      ...(aboutId ? { about: aboutId } : {}),
    });
    return id;
  }

  /** Withdrawn ones too, in the order in which they came. */
  async list({ centreId, subject, subjectId }: Omit<FileOwner, 'workerNo'>): Promise<StoredFile[]> {
    const rows = await this.files.of(centreId, subject, subjectId);
    const shared = await this.sharedKey({ centreId, subject, subjectId });
    return rows.map((row) => this.view(row, shared ?? row.ownKey));
  }

  /** Of the owner alone. @throws DomainError NOT_FOUND */
  async find(owner: Omit<FileOwner, 'workerNo'>, id: Id): Promise<StoredFileRow> {
    const row = await this.files.find(owner.centreId, id);
    if (row?.subject !== owner.subject || row.subjectId !== owner.subjectId)
      throw new DomainError('NOT_FOUND', { what: 'file' });
    return row;
  }

  /** Not withdrawn and with a last day, by worker. */
  async endingOf(centreId: Id, workerNos: readonly number[]): Promise<StoredFileRow[]> {
    return workerNos.length === 0 ? [] : this.files.ofWorkers(centreId, workerNos, { ending: true });
  }

  /** The latest of a kind that is not withdrawn. */
  async latest(centreId: Id, workerNo: number, kind: string): Promise<StoredFileRow | undefined> {
    return (await this.files.ofWorkers(centreId, [workerNo], { kind })).at(-1);
  }

  /** Name and content; the caller keeps who opened it and why. @throws DomainError FILE_ERASED, FILE_TAMPERED, CIPHER_BROKEN */
  async read(row: StoredFileRow): Promise<OpenedFile> {
    if (row.erasedAt !== null) throw new DomainError('FILE_ERASED');
    const key = await this.keyOf(row);
    if (key === null) throw new DomainError('FILE_ERASED');
    const content = await this.contentOf(row, key);
    const { mime } = MEDIA_TYPES[row.type as FileType];
    return { fileName: this.cipher.decrypt(key, row.nameCipher, nameAad(row.id)), mime, content, sha256: row.sha256 };
  }

  /** One entry for each opening. In a unit. */
  async noteOpened(actor: Actor, row: StoredFileRow, purpose: string): Promise<void> {
    await this.note(actor, row as FileOwner, 'file.opened', { file: row.id, kind: row.kind }, purpose);
  }

  /** In a unit; the content stays until its time is over. @throws DomainError NOT_FOUND where it was withdrawn before, TEXT_INVALID */
  async withdraw(actor: Actor, row: StoredFileRow, why: string): Promise<void> {
    const reason = parseText(why, 'reason', 200);
    if (!(await this.files.withdraw(row.id, { at: this.clock.millis(), by: actor.userId, reason })))
      throw new DomainError('NOT_FOUND', { what: 'file' });
    await this.note(actor, row as FileOwner, 'file.withdrawn', { file: row.id, kind: row.kind }, reason);
  }

  /** Erases the content of a withdrawn file: the row goes on saying that it was there. In a unit. */
  async erase(actor: Actor, row: StoredFileRow): Promise<void> {
    if (await this.files.erase(row.id, this.clock.millis()))
      await this.note(actor, row as FileOwner, 'file.erased', { file: row.id, kind: row.kind });
  }

  /** A fault of the stored file, undefined when it is whole. For the invariant checks. */
  async faultOf(row: StoredFileRow): Promise<string | undefined> {
    if (row.erasedAt !== null) return undefined;
    const key = await this.keyOf(row);
    if (key === null) return 'no key';
    try {
      await this.contentOf(row, key);
      return undefined;
    } catch (error) {
      return error instanceof DomainError ? error.code : String(error);
    }
  }

  private async contentOf(row: StoredFileRow, key: string): Promise<Buffer> {
    const chunks = await this.files.chunks(row.id);
    if (chunks.length !== row.chunks) throw new DomainError('FILE_TAMPERED', { file: row.id });
    const content = Buffer.concat(
      chunks.map((sealed, no) => this.cipher.decryptBytes(key, sealed, chunkAad(row.id, no, row.chunks))),
    );
    if (content.length !== row.size || digest(content) !== row.sha256)
      throw new DomainError('FILE_TAMPERED', { file: row.id });
    return content;
  }

  private async refuse(owner: FileOwner, { kind, aboutId = null }: FilePurpose, sha256: string): Promise<void> {
    invariant(this.db.inUnit, 'a file is added in the unit that holds its owner');
    const there = (await this.list(owner)).filter(({ withdrawnAt }) => withdrawnAt === null);
    const same = there.find((file) => file.sha256 === sha256 && file.kind === kind && file.aboutId === aboutId);
    if (same) throw new DomainError('FILE_REPEATED', { name: same.name ?? '' }, { field: 'file' });
    const limit = this.settings.perSubject;
    if (there.length >= limit) throw new DomainError('FILE_QUOTA', { count: there.length, limit }, { field: 'file' });
  }

  /** Undefined for subjects without keys; null where the subject, and with it its key, is gone. */
  private async sharedKey({ centreId, subject, subjectId }: SubjectKey): Promise<string | null | undefined> {
    const known = this.subjects.find(subject);
    return known && ((await known.keysOf(centreId, [subjectId])).get(subjectId) ?? null);
  }

  private async keyOf(row: StoredFileRow): Promise<string | null> {
    return row.ownKey ?? (await this.sharedKey(row)) ?? null;
  }

  private view(row: StoredFileRow, key: string | null): StoredFile {
    const { nameCipher, ownKey: _, chunks: __, type, ...rest } = row;
    const name = row.erasedAt === null && key ? this.cipher.decrypt(key, nameCipher, nameAad(row.id)) : null;
    return { ...rest, type: type as FileType, name };
  }

  private note(
    actor: Actor,
    { centreId, subject, subjectId }: FileOwner,
    action: string,
    data: Record<string, string | number>,
    reason?: string,
  ): Promise<void> {
    return this.audit.append({ actor, centreId, action, subjectType: subject, subjectId, data, reason });
  }
}
