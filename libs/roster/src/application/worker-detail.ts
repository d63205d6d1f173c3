import { AuditLog } from '@gridstaff/audit';
import { type Actor, maskIdNumber } from '@gridstaff/contracts';
import { BatchRows } from '@gridstaff/exchange';
import { asOf, DomainError, type Id, type LocalDate, timelineOf, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { IdNumber, type IdKind, type Sex } from '../domain/id-number';
import { WorkerStore } from '../domain/stores';
import type { Worker } from '../domain/worker';
import {
  emptyLists,
  FACT_KINDS,
  type FactKind,
  slotOf,
  VALUE_KEYS,
  type WorkerFact,
  type WorkerFactLists,
} from '../domain/worker-facts';
import { PersonalData, type SealedField } from './personal-data';
import { SEALED } from './sealed-values';
import { WorkerDesk, type WorkerTarget } from './worker-desk';

/** One recorded row: valid from and to, and known since. Personal values are masked. */
export interface TimelineRow {
  kind: FactKind;
  factId: Id;
  from: LocalDate;
  /** Exclusive; 9999-12-31 while open. */
  to: LocalDate;
  /** Epoch milliseconds. */
  knownSince: number;
  recordedBy: Id;
  retracted: boolean;
  supersedes: Id | null;
  reason: string | null;
  /** The act in bulk that recorded it, and the file it read; null where somebody recorded it by hand, or before acts were noted. */
  batchId: Id | null;
  fileName: string | null;
  values: Readonly<Record<string, string | number | boolean | null>>;
  /** The parts of the range in which this row is what holds, as known at the asked instant. */
  inForce: { from: LocalDate; to: LocalDate }[];
}

export interface WorkerDetail {
  no: number;
  id: Id;
  name: string;
  idKind: IdKind;
  idNumberMasked: string;
  sex: Sex;
  birthDate: LocalDate;
  timeline: TimelineRow[];
}

/** `protection`: what proves the grounds that protect the worker today. */
export const REVEALABLE = [
  ...(['idNumber', 'phone', 'bankCard', 'protection', 'addresses', 'contacts', 'otherPhones', 'customFields'] as const),
] as const;
export type Revealable = (typeof REVEALABLE)[number];

/** What holds on the date, one per slot. */
function allOn<K extends FactKind>(kind: K, facts: WorkerFactLists, date: LocalDate): WorkerFact<K>[] {
  const slots = new Set(facts[kind].map((fact) => slotOf<K>(kind, fact)));
  const inSlot = (slot: string): WorkerFact<K>[] => facts[kind].filter((fact) => slotOf<K>(kind, fact) === slot);
  return [...slots].flatMap((slot) => asOf(inSlot(slot), date) ?? []);
}

@Injectable()
export class WorkerDetails {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: WorkerDesk,
    private readonly workers: WorkerStore,
    private readonly personal: PersonalData,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly batches: BatchRows,
  ) {}

  /**
   * Everything recorded about one worker up to `knownAt` (epoch milliseconds, default now), masked. Needs `roster:read`.
   * @throws DomainError NOT_FOUND
   */
  async get(actor: Actor, target: WorkerTarget & { knownAt?: number }): Promise<WorkerDetail> {
    const worker = await this.desk.find(actor, 'roster:read', target);
    const facts = await this.factsOf(worker);
    const idNumber = this.personal.open(worker, 'id', worker.idCipher);
    const origins = await this.batches.originsOf(FACT_KINDS.flatMap((kind) => facts[kind].map(({ id }) => id)));
    const rows = FACT_KINDS.flatMap((kind) => this.rows(worker, kind, facts, target.knownAt ?? Infinity)).map((row) => ({
      ...row,
      ...(origins.get(row.factId) ?? { batchId: null, fileName: null }),
    }));
    return {
      ...{ no: worker.no, id: worker.id, name: worker.name, idKind: worker.idKind, sex: worker.sex },
      idNumberMasked: maskIdNumber(idNumber),
      birthDate: IdNumber.parse(idNumber).birthDate,
      timeline: rows.sort((a, b) => a.knownSince - b.knownSince || (a.factId < b.factId ? -1 : 1)),
    };
  }

  /**
   * One full value, for a stated purpose that the audit log keeps. Needs `worker:reveal`.
   * @throws DomainError NOT_FOUND (also where none is recorded), FORBIDDEN, MISSING_FIELD without a purpose
   */
  async reveal(actor: Actor, input: WorkerTarget & { what: Revealable; purpose: string }): Promise<string> {
    const purpose = parseText(input.purpose, 'purpose', 200);
    return this.uow.run(async () => {
      const worker = await this.desk.find(actor, 'worker:reveal', input);
      const value = this.value(worker, await this.factsOf(worker), input.what);
      const subject = { centreId: worker.centreId, subjectType: 'worker', subjectId: worker.id };
      await this.audit.append({
        actor,
        ...subject,
        action: 'worker.revealed',
        data: { workerNo: worker.no, what: input.what },
        reason: purpose,
      });
      return value;
    });
  }

  private async factsOf(worker: Worker): Promise<WorkerFactLists> {
    return (await this.workers.facts(worker.centreId, [worker.no])).get(worker.no) ?? emptyLists();
  }

  private value(worker: Worker, facts: WorkerFactLists, what: Revealable): string {
    if (what === 'idNumber') return this.personal.open(worker, 'id', worker.idCipher);
    const today = this.clock.today();
    const phone = what === 'phone' ? asOf(facts.phone, today) : undefined;
    if (phone) return this.personal.open(worker, 'phone', phone.phoneCipher);
    const card = what === 'bankCard' ? asOf(facts.bankCard, today) : undefined;
    if (card) return this.personal.open(worker, 'card', card.cardCipher);
    const open = (field: SealedField, cipher: string): string => this.personal.open(worker, field, cipher);
    const texts: Partial<Record<Revealable, () => string[]>> = {
      protection: () => allOn('protection', facts, today).map((fact) => open('protection', fact.evidenceCipher)),
      addresses: () => allOn('address', facts, today).map((fact) => open('address', fact.addressCipher)),
      otherPhones: () => allOn('otherPhone', facts, today).map((fact) => open('other-phone', fact.otherPhoneCipher)),
      customFields: () =>
        allOn('customField', facts, today).flatMap(({ fieldCode, fieldCipher }) =>
          fieldCipher === null ? [] : [`${fieldCode}: ${open('custom-field', fieldCipher)}`],
        ),
      contacts: () =>
        allOn('contact', facts, today).map(
          (f) => `${open('contact-name', f.contactNameCipher)} ${open('contact-phone', f.contactPhoneCipher)}`,
        ),
    };
    const found = texts[what]?.() ?? [];
    if (found.length > 0) return found.join('; ');
    throw new DomainError('NOT_FOUND', { what });
  }

  private rows<K extends FactKind>(worker: Worker, kind: K, lists: WorkerFactLists, knownAt: number): Omit<TimelineRow, 'batchId' | 'fileName'>[] {
    const facts = lists[kind].filter((fact) => fact.recordedAt <= knownAt);
    const slots = new Set(facts.map((fact) => slotOf<K>(kind, fact)));
    const pieces = [...slots].flatMap((slot) =>
      timelineOf<WorkerFact<K>>(facts.filter((fact) => slotOf<K>(kind, fact) === slot)),
    );
    return facts.map((fact) => ({
      ...{
        kind,
        factId: fact.id,
        from: fact.validFrom,
        to: fact.validTo,
        knownSince: fact.recordedAt,
        recordedBy: fact.recordedBy,
      },
      ...{ retracted: fact.retracted, supersedes: fact.supersedes, reason: fact.reason },
      values: this.shown(worker, kind, fact),
      inForce: pieces.filter((p) => p.fact.id === fact.id).map(({ from, to }) => ({ from, to })),
    }));
  }

  private shown<K extends FactKind>(worker: Worker, kind: K, fact: WorkerFact<K>): TimelineRow['values'] {
    const masked: Record<string, string | number | boolean | null> = {};
    for (const key of VALUE_KEYS[kind]) {
      const value = fact[key] as string | number | boolean | null;
      const sealed = SEALED[key];
      if (sealed && value === null) masked[sealed.as] = null;
      else if (sealed) masked[sealed.as] = sealed.mask(() => this.personal.open(worker, sealed.field, String(value)));
      else if (!key.endsWith('Index')) masked[key] = value;
    }
    return masked;
  }
}
