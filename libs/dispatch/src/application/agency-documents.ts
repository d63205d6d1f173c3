import { type Actor, requirePermission } from '@gridstaff/contracts';
import { type FileOwner, type OpenedFile, StoredFiles } from '@gridstaff/exchange';
import { DomainError, type Id, type LocalDate, parseDate, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Agencies, DocumentKinds, documentView, type DocumentView, type UploadedFile } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { DispatchStore } from '../domain/stores';

/** Whose papers. */
export interface AgencyTarget {
  centreId: Id;
  agencyId: Id;
}

/** Signed agreements, licences and other papers of an agency. Whoever reads the roster sees them; opening one is on the record. */
@Injectable()
export class AgencyDocuments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly agencies: Agencies,
    private readonly agreements: DispatchStore,
    private readonly kinds: DocumentKinds,
    private readonly files: StoredFiles,
  ) {}

  /** Withdrawn ones too, in the order in which they came. Needs `roster:read`. @throws DomainError NOT_FOUND */
  async list(actor: Actor, target: AgencyTarget): Promise<DocumentView[]> {
    requirePermission(actor, 'roster:read', target.centreId, 'agency');
    return (await this.files.list(await this.owner(target))).map(documentView);
  }

  /** Needs `agency:manage`. @throws DomainError NOT_FOUND, DOCUMENT_KIND_UNKNOWN, NOT_A_DATE, and what `StoredFiles` refuses */
  async add(
    actor: Actor,
    target: AgencyTarget,
    document: { kind: string; aboutId?: Id; expiresOn?: LocalDate },
    { file, fileName }: UploadedFile,
  ): Promise<Id> {
    const { centreId, agencyId } = target;
    requirePermission(actor, 'agency:manage', centreId, 'agency');
    const expiresOn = document.expiresOn === undefined ? null : parseDate(document.expiresOn, 'expiresOn');
    const known = await this.kinds.list(actor, centreId);
    if (!known.some(({ code, subject }) => subject === 'agency' && code === document.kind))
      throw new DomainError('DOCUMENT_KIND_UNKNOWN', { kind: document.kind }, { field: 'kind' });
    const owner = await this.owner(target);
    const checked = await this.files.check(file);
    return this.uow.run(async () => {
      const { kind, aboutId } = document;
      const agreed = aboutId === undefined ? undefined : await this.agreements.agreements(centreId);
      if (agreed && !agreed.some((fact) => fact.id === aboutId && fact.agencyId === agencyId))
        throw new DomainError('NOT_FOUND', { what: 'agreement' }, { field: 'aboutId' });
      return this.files.add(actor, owner, { kind, aboutId, expiresOn }, { ...checked, fileName });
    });
  }

  /** Needs `roster:read`. @throws DomainError NOT_FOUND, MISSING_FIELD, FILE_ERASED */
  async open(actor: Actor, target: AgencyTarget, id: Id, why: string): Promise<OpenedFile> {
    requirePermission(actor, 'roster:read', target.centreId, 'agency');
    const purpose = parseText(why, 'purpose', 200);
    const row = await this.files.find(await this.owner(target), id);
    const opened = await this.files.read(row);
    await this.uow.run(() => this.files.noteOpened(actor, row, purpose));
    return opened;
  }

  /** Needs `agency:manage`. @throws DomainError NOT_FOUND, MISSING_FIELD, TEXT_INVALID */
  async withdraw(actor: Actor, target: AgencyTarget, id: Id, reason: string): Promise<void> {
    requirePermission(actor, 'agency:manage', target.centreId, 'agency');
    const owner = await this.owner(target);
    await this.uow.run(async () => this.files.withdraw(actor, await this.files.find(owner, id), reason));
  }

  private async owner({ centreId, agencyId }: AgencyTarget): Promise<FileOwner> {
    if (!(await this.agencies.inCentre(centreId)).some(({ id }) => id === agencyId))
      throw new DomainError('NOT_FOUND', { what: 'agency' });
    return { centreId, subject: 'agency', subjectId: agencyId, workerNo: null };
  }
}
