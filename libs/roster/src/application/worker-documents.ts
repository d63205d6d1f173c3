import { type Actor, can, type Permission, requirePermission } from '@gridstaff/contracts';
import { type FileOwner, FileSubjects, type OpenedFile, type StoredFile, StoredFiles } from '@gridstaff/exchange';
import { DomainError, type Id, type LocalDate, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DocumentKindStore } from '../domain/document-kind-store';
import {
  type DocumentKind,
  type DocumentView,
  kindsEver,
  kindsOn,
  maskedFileName,
  PHOTO,
  RETURN_EVIDENCE,
} from '../domain/documents';
import { WorkerStore } from '../domain/stores';
import { parseFactDate } from '../domain/texts';
import type { Worker } from '../domain/worker';
import { FACT_KINDS, type WorkerFactLists } from '../domain/worker-facts';
import type { WorkerTarget } from './worker-desk';

export interface UploadedFile {
  fileName: string;
  file: Buffer;
}

export interface NewDocument {
  kind: string;
  /** A fact of the worker that it proves: an engagement's change, a contract, a certificate. */
  aboutId?: Id;
  expiresOn?: LocalDate;
}

const PICTURES: readonly string[] = ['jpeg', 'png'];

/** How documents of any subject stand in lists. */
export const documentView = ({
  id,
  kind,
  aboutId,
  type,
  size,
  name,
  expiresOn,
  recordedAt,
  recordedBy,
  withdrawnAt,
  withdrawnReason,
  erasedAt,
}: StoredFile): DocumentView => ({
  ...{ id, kind, aboutId, type, size, name: name && maskedFileName(name), expiresOn },
  ...{ recordedAt, recordedBy, withdrawnAt, withdrawnReason, erasedAt },
});

/**
 * Papers and the photo of a worker, sealed under the worker's own key. Whoever reads the roster sees which there are; what tells of health or
 * conduct only those who may change it. Opening one needs `worker:reveal` and a purpose, which the audit log keeps.
 */
@Injectable()
export class WorkerDocuments implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly workers: WorkerStore,
    private readonly kinds: DocumentKindStore,
    private readonly files: StoredFiles,
    private readonly subjects: FileSubjects,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register({
      name: 'worker',
      keysOf: async (centreId, ids) =>
        new Map((await this.workers.byIds(centreId, ids)).map(({ id, dataKey }) => [id, dataKey])),
    });
  }

  /** Withdrawn ones too, in the order in which they came. Needs `roster:read`. @throws DomainError NOT_FOUND */
  async list(actor: Actor, target: WorkerTarget): Promise<DocumentView[]> {
    const worker = await this.find(actor, 'roster:read', target);
    const hidden = can(actor, 'roster:write', target.centreId)
      ? new Set<string>()
      : await this.sensitiveOf(target.centreId);
    return (await this.files.list(ownerOf(worker))).filter(({ kind }) => !hidden.has(kind)).map(documentView);
  }

  /** Needs `roster:write`. @throws DomainError NOT_FOUND, INVALID_INPUT for the kind, PHOTO_NOT_PICTURE, and what `StoredFiles` refuses */
  async add(actor: Actor, target: WorkerTarget, document: NewDocument, upload: UploadedFile): Promise<Id> {
    requirePermission(actor, 'roster:write', target.centreId, 'worker');
    if (document.kind === RETURN_EVIDENCE)
      throw new DomainError('DOCUMENT_KIND_UNKNOWN', { kind: document.kind }, { field: 'kind' });
    return this.keep(actor, target, document, upload, (facts) => {
      const { aboutId } = document;
      if (aboutId !== undefined && !FACT_KINDS.some((kind) => facts?.[kind].some(({ id }) => id === aboutId)))
        throw new DomainError('NOT_FOUND', { what: 'fact' }, { field: 'aboutId' });
    });
  }

  /** A paper that proves a piece of evidence which another room keeps, after that room's own checks. Needs `roster:write`. */
  addEvidence(
    actor: Actor,
    target: WorkerTarget,
    evidenceId: Id,
    upload: UploadedFile,
    check: () => Promise<void>,
  ): Promise<Id> {
    requirePermission(actor, 'roster:write', target.centreId, 'worker');
    return this.keep(actor, target, { kind: RETURN_EVIDENCE, aboutId: evidenceId }, upload, check);
  }

  /** Content and name in full, for a purpose. Needs `worker:reveal`, for what is sensitive `roster:write` too. @throws DomainError NOT_FOUND, FORBIDDEN, MISSING_FIELD, FILE_ERASED */
  async open(actor: Actor, target: WorkerTarget, id: Id, why: string): Promise<OpenedFile> {
    const purpose = parseText(why, 'purpose', 200);
    const worker = await this.find(actor, 'worker:reveal', target);
    const row = await this.files.find(ownerOf(worker), id);
    if ((await this.sensitiveOf(target.centreId)).has(row.kind))
      requirePermission(actor, 'roster:write', target.centreId, 'file');
    const opened = await this.files.read(row);
    await this.uow.run(() => this.files.noteOpened(actor, row, purpose));
    return opened;
  }

  /** Needs `roster:write`. @throws DomainError NOT_FOUND, MISSING_FIELD, TEXT_INVALID */
  async withdraw(actor: Actor, target: WorkerTarget, id: Id, reason: string): Promise<void> {
    const worker = await this.find(actor, 'roster:write', target);
    await this.uow.run(async () => this.files.withdraw(actor, await this.files.find(ownerOf(worker), id), reason));
  }

  /** The latest photo. Needs `roster:read`: a face is shown like the name. @throws DomainError NOT_FOUND where there is none */
  async photo(actor: Actor, target: WorkerTarget): Promise<OpenedFile> {
    await this.find(actor, 'roster:read', target);
    const row = await this.files.latest(target.centreId, target.workerNo, PHOTO);
    if (!row) throw new DomainError('NOT_FOUND', { what: 'photo' });
    return this.files.read(row);
  }

  private async keep(
    actor: Actor,
    target: WorkerTarget,
    document: NewDocument,
    { file, fileName }: UploadedFile,
    check: (facts: WorkerFactLists | undefined) => Promise<void> | void,
  ): Promise<Id> {
    const { centreId, workerNo } = target;
    const expiresOn = document.expiresOn === undefined ? null : parseFactDate(document.expiresOn, 'expiresOn');
    const kinds = kindsOn(await this.kinds.facts(centreId), this.clock.today());
    const kind = kinds.find(({ code, subject }) => subject === 'worker' && code === document.kind);
    if (!kind) throw new DomainError('DOCUMENT_KIND_UNKNOWN', { kind: document.kind }, { field: 'kind' });
    await this.find(actor, 'roster:write', target);
    const checked = await this.files.check(file);
    if (kind.code === PHOTO && !PICTURES.includes(checked.type))
      throw new DomainError('PHOTO_NOT_PICTURE', {}, { field: 'file' });
    return this.uow.run(async () => {
      const [worker] = await this.workers.byNumbers(centreId, [workerNo], true);
      if (!worker) throw new DomainError('NOT_FOUND', { what: 'worker' });
      await check((await this.workers.facts(centreId, [workerNo])).get(workerNo));
      const purpose = { kind: kind.code, aboutId: document.aboutId, expiresOn };
      return this.files.add(actor, ownerOf(worker), purpose, { ...checked, fileName });
    });
  }

  private async find(actor: Actor, permission: Permission, { centreId, workerNo }: WorkerTarget): Promise<Worker> {
    requirePermission(actor, permission, centreId, 'worker');
    const [worker] = await this.workers.byNumbers(centreId, [workerNo]);
    if (!worker) throw new DomainError('NOT_FOUND', { what: 'worker' });
    return worker;
  }

  private async sensitiveOf(centreId: Id): Promise<Set<string>> {
    const kinds: DocumentKind[] = kindsEver(await this.kinds.facts(centreId));
    return new Set(kinds.flatMap(({ code, subject, sensitive }) => (subject === 'worker' && sensitive ? [code] : [])));
  }
}

const ownerOf = ({ id, centreId, no }: Worker): FileOwner => ({
  centreId,
  subject: 'worker',
  subjectId: id,
  workerNo: no,
});
