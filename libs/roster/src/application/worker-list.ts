import { type Actor, maskIdNumber, maskPhone, requirePermission } from '@gridstaff/contracts';
import { asOf, DomainError, type Id, type LocalDate, type Page } from '@gridstaff/kernel';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { meaningOf } from '../domain/name-search';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import { tagsHeld } from '../domain/tags';
import { parseFactDate } from '../domain/texts';
import type { Worker } from '../domain/worker';
import type { EngagementStatus, WorkerFact } from '../domain/worker-facts';
import {
  type FoundWorker,
  type SoughtText,
  type WorkerFilter,
  type WorkerPageRequest,
  WorkerSearch,
} from '../domain/worker-search';
import { PersonalData } from './personal-data';

export interface WorkerFilters {
  centreId: Id;
  /** Everything shown and filtered is as of this date; default today. */
  on?: LocalDate;
  /**
   * Beginning of a name, of its pinyin or of its initials; a worker number; a whole ID or phone number or the last four of one; beginning
   * of a grid's code. Taken literally.
   */
  search?: string;
  /** Code of a unit: people whose main grid is it or below it. */
  unitCode?: string;
  /** Code or full name. */
  agency?: string;
  postCode?: string;
  status?: EngagementStatus;
  /** Code of a tag. */
  tag?: string;
  /** Leaves out who is not engaged on the date. */
  engagedOnly?: boolean;
}

export interface WorkerQuery extends WorkerFilters {
  /** Default: the first 50 by number. */
  page?: WorkerPageRequest;
}

export interface WorkerSummary {
  no: number;
  id: Id;
  name: string;
  idNumberMasked: string;
  phoneMasked: string | null;
  agencyCode: string | null;
  status: EngagementStatus | null;
  joinedOn: LocalDate | null;
  gridCode: string | null;
  gradeCode: string | null;
  postCode: string | null;
  /** Codes of the tags that are borne on the date. */
  tags: string[];
}

/** The roster, page by page. */
@Injectable()
export class WorkerList {
  constructor(
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly search: WorkerSearch,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** Needs `roster:read`. @throws DomainError UNKNOWN_GRID, UNKNOWN_AGENCY, NOT_A_DATE, OUT_OF_RANGE */
  async page(actor: Actor, query: WorkerQuery): Promise<Page<WorkerSummary>> {
    const { filter, rows, next } = await this.find(actor, query);
    const numbers = rows.map(({ no }) => no);
    const people = new Map((await this.workers.byNumbers(query.centreId, numbers)).map((one) => [one.no, one]));
    const phones = new Map<number, WorkerFact<'phone'>[]>();
    for (const fact of await this.workers.factsOfKind(query.centreId, numbers, 'phone'))
      phones.set(fact.workerNo, [...(phones.get(fact.workerNo) ?? []), fact]);
    const tags = tagsHeld(await this.workers.factsOfKind(query.centreId, numbers, 'tag'), filter.on);
    return {
      rows: rows.flatMap((row) => {
        const worker = people.get(row.no);
        return worker ? this.summary(worker, row, asOf(phones.get(row.no) ?? [], filter.on), tags.get(row.no) ?? []) : [];
      }),
      next,
    };
  }

  /** A page of numbers and standings alone. Needs `roster:read`. @throws DomainError as `page` */
  async found(actor: Actor, query: WorkerQuery): Promise<Page<FoundWorker>> {
    const { rows, next } = await this.find(actor, query);
    return { rows, next };
  }

  /** How many a list would have. Needs `roster:read`. @throws DomainError as `page` */
  async count(actor: Actor, query: WorkerFilters): Promise<number> {
    return this.search.count(await this.filter(actor, query));
  }

  private async find(actor: Actor, query: WorkerQuery): Promise<Page<FoundWorker> & { filter: WorkerFilter }> {
    const filter = await this.filter(actor, query);
    const first: WorkerPageRequest = { field: 'workerNo', descending: false, limit: 50 };
    return { filter, ...(await this.search.page(filter, query.page ?? first)) };
  }

  private async filter(actor: Actor, query: WorkerFilters): Promise<WorkerFilter> {
    const { centreId, postCode, status, engagedOnly, tag: tagCode } = query;
    requirePermission(actor, 'roster:read', centreId);
    const on = query.on === undefined ? this.clock.today() : parseFactDate(query.on, 'on');
    return {
      ...{ centreId, on, postCode, status, engagedOnly, tagCode, text: this.sought(query.search ?? '') },
      unitCodes: query.unitCode === undefined ? undefined : await this.unitCodes(centreId, query.unitCode, on),
      agencyCode: query.agency === undefined ? undefined : await this.agencyCode(centreId, query.agency),
    };
  }

  private async unitCodes(centreId: Id, unitCode: string, on: LocalDate): Promise<string[]> {
    const codes = await this.organisation.subtreeCodes(centreId, unitCode, on);
    if (!codes) throw new DomainError('UNKNOWN_GRID', { value: unitCode.slice(0, 40) }, { field: 'unitCode' });
    return codes;
  }

  private async agencyCode(centreId: Id, codeOrName: string): Promise<string> {
    const agencies = await this.organisation.agencies(centreId);
    const agency = agencies.find(({ code, name }) => code === codeOrName || name === codeOrName);
    if (!agency) throw new DomainError('UNKNOWN_AGENCY', { value: codeOrName.slice(0, 40) }, { field: 'agency' });
    return agency.code;
  }

  private sought(typed: string): SoughtText | undefined {
    const meaning = meaningOf(typed);
    if (!meaning) return undefined;
    const { term, workerNo, unitCodes, idNumber, phone, idTail, phoneTail } = meaning;
    return {
      ...{ term, workerNo, unitCodes },
      idIndex: idNumber && this.personal.idIndex(idNumber),
      phoneIndex: phone && this.personal.phoneIndex(phone),
      idTailIndex: idTail && this.personal.idTailIndex(idTail),
      phoneTailIndex: phoneTail && this.personal.phoneTailIndex(phoneTail),
    };
  }

  private summary(worker: Worker, { standing }: FoundWorker, phone: WorkerFact<'phone'> | undefined, tags: string[]): WorkerSummary {
    return {
      no: worker.no,
      id: worker.id,
      name: worker.name,
      idNumberMasked: maskIdNumber(this.personal.open(worker, 'id', worker.idCipher)),
      phoneMasked: phone ? maskPhone(this.personal.open(worker, 'phone', phone.phoneCipher)) : null,
      agencyCode: standing?.agencyCode ?? null,
      status: standing?.status ?? null,
      joinedOn: standing?.joinedOn ?? null,
      gridCode: standing?.unitCode ?? null,
      gradeCode: standing?.gradeCode ?? null,
      postCode: standing?.postCode ?? null,
      tags,
    };
  }
}
