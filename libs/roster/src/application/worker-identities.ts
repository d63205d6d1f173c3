import { AuditLog } from '@gridstaff/audit';
import { type Actor, can, type Permission } from '@gridstaff/contracts';
import { asOf, DomainError, type Id, type LocalDate, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import type { IdKind } from '../domain/id-number';
import { WorkerStore } from '../domain/stores';
import { emptyLists, type WorkerFactLists } from '../domain/worker-facts';
import { PersonalData } from './personal-data';

export type IdentityField = 'idNumber' | 'bankCard' | 'phone';

export interface IdentityRequest {
  centreId: Id;
  workerNos: readonly number[];
  fields: readonly IdentityField[];
  /** Cards and phones as they are in force on this date; where none is, as they are today. */
  on: LocalDate;
  /** What the numbers are for; kept in the audit log. */
  purpose: string;
  /** Any of these lets the actor read; default `worker:reveal`. */
  permissions?: readonly Permission[];
}

/** What was not asked for, or is not recorded, is null. */
export interface WorkerIdentity {
  workerNo: number;
  name: string;
  idKind: IdKind;
  idNumber: string | null;
  bankCard: string | null;
  bankName: string | null;
  phone: string | null;
}

const DEFAULT_PERMISSIONS = ['worker:reveal'] as const;
/** People opened at a time: their facts are in memory only so long. */
const SLICE = 1000;

/** Full numbers of many workers at once, for a file that needs them: a few statements, one audit entry with the count. */
@Injectable()
export class WorkerIdentities {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly workers: WorkerStore,
    private readonly personal: PersonalData,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Workers of the centre among the numbers, by number; numbers of other centres are absent.
   * @throws DomainError FORBIDDEN, MISSING_FIELD without a purpose, CIPHER_BROKEN when a stored value was tampered with
   */
  async read(actor: Actor, request: IdentityRequest): Promise<Map<number, WorkerIdentity>> {
    const { centreId, fields, on, permissions = DEFAULT_PERMISSIONS } = request;
    const purpose = parseText(request.purpose, 'purpose', 200);
    if (!permissions.some((permission) => can(actor, permission, centreId)))
      throw new DomainError('FORBIDDEN', { permission: permissions[0] ?? 'worker:reveal' });
    const numbers = [...new Set(request.workerNos)];
    const identities = new Map<number, WorkerIdentity>();
    for (let at = 0; at < numbers.length; at += SLICE) {
      for (const identity of await this.slice({ centreId, fields, on }, numbers.slice(at, at + SLICE)))
        identities.set(identity.workerNo, identity);
    }
    await this.uow.run(() =>
      this.audit.append({
        ...{ actor, centreId, action: 'worker.identities-read', subjectType: 'centre', subjectId: centreId },
        data: { workers: identities.size, fields: [...fields].sort() },
        reason: purpose,
      }),
    );
    return identities;
  }

  private async slice(
    { centreId, fields, on }: Pick<IdentityRequest, 'centreId' | 'fields' | 'on'>,
    numbers: number[],
  ): Promise<WorkerIdentity[]> {
    const workers = await this.workers.byNumbers(centreId, numbers);
    const dated = fields.includes('bankCard') || fields.includes('phone');
    const facts = dated ? await this.workers.facts(centreId, numbers) : new Map<number, WorkerFactLists>();
    const today = this.clock.today();
    return workers.map((worker) => {
      const { bankCard, phone } = facts.get(worker.no) ?? emptyLists();
      const card = fields.includes('bankCard') ? (asOf(bankCard, on) ?? asOf(bankCard, today)) : undefined;
      const call = fields.includes('phone') ? (asOf(phone, on) ?? asOf(phone, today)) : undefined;
      return {
        ...{ workerNo: worker.no, name: worker.name, idKind: worker.idKind },
        idNumber: fields.includes('idNumber') ? this.personal.open(worker, 'id', worker.idCipher) : null,
        bankCard: card ? this.personal.open(worker, 'card', card.cardCipher) : null,
        bankName: card?.bankName ?? null,
        phone: call ? this.personal.open(worker, 'phone', call.phoneCipher) : null,
      };
    });
  }
}
