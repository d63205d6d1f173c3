import { type Actor, maskIdNumber, maskPhone, requirePermission } from '@gridstaff/contracts';
import { asOf, DomainError, type Id, type LocalDate } from '@gridstaff/kernel';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { normaliseIdNumber } from '../domain/id-number';
import type { Reference } from '../domain/reference';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import { parseFactDate } from '../domain/texts';
import type { Worker, WorkerFilter } from '../domain/worker';
import { emptyLists, type EngagementStatus, type WorkerFactLists } from '../domain/worker-facts';
import { PersonalData } from './personal-data';

export interface WorkerQuery {
  centreId: Id;
  /** Everything shown and filtered is as of this date; default today. */
  on?: LocalDate;
  /** Beginning of a name, a worker number, a whole ID number or a whole phone number. */
  search?: string;
  /** Code of a unit: people whose main grid is it or below it. */
  unitCode?: string;
  /** Code or full name. */
  agency?: string;
  /** Leaves out who is not engaged on the date. */
  engagedOnly?: boolean;
  /** Cursor: the last number of the page before. */
  afterNo?: number;
  /** 1 to 200, default 50. */
  limit?: number;
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
}

export interface WorkerPage {
  workers: WorkerSummary[];
  /** Cursor of the next page; null on the last one. */
  nextAfterNo: number | null;
}

const MAX_PAGE = 200;

/** The roster, page by page in order of the numbers. */
@Injectable()
export class WorkerList {
  constructor(
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** Needs `roster:read`. @throws DomainError UNKNOWN_GRID, UNKNOWN_AGENCY, NOT_A_DATE, OUT_OF_RANGE */
  async page(actor: Actor, query: WorkerQuery): Promise<WorkerPage> {
    requirePermission(actor, 'roster:read', query.centreId);
    const limit = query.limit ?? 50;
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE)
      throw new DomainError('OUT_OF_RANGE', { value: String(limit) }, { field: 'limit' });
    const on = query.on === undefined ? this.clock.today() : parseFactDate(query.on, 'on');
    const reference = await this.organisation.reference(query.centreId);
    const filter: WorkerFilter = {
      ...{
        centreId: query.centreId,
        on,
        engagedOnly: query.engagedOnly,
        afterNo: query.afterNo ?? 0,
        limit: limit + 1,
      },
      ...this.searched(query.search?.trim() ?? ''),
      orgUnitIds:
        query.unitCode === undefined
          ? undefined
          : reference.subtree(reference.requireUnit(query.unitCode, 'unitCode').id, on),
      agencyId: query.agency === undefined ? undefined : reference.requireAgency(query.agency, 'agency').id,
    };
    const found = await this.workers.page(filter);
    const shown = found.slice(0, limit);
    const facts = await this.workers.facts(
      query.centreId,
      shown.map((worker) => worker.no),
    );
    return {
      workers: shown.map((worker) => this.summary(worker, facts.get(worker.no) ?? emptyLists(), reference, on)),
      nextAfterNo: found.length > limit ? (shown.at(-1)?.no ?? null) : null,
    };
  }

  private searched(text: string): Partial<WorkerFilter> {
    if (text === '') return {};
    const compact = normaliseIdNumber(text);
    if (/^\d{17}[\dX]$/.test(compact)) return { idIndex: this.personal.idIndex(compact) };
    if (/^1\d{10}$/.test(compact)) return { phoneIndex: this.personal.phoneIndex(compact) };
    if (/^\d{1,9}$/.test(compact)) return { workerNo: Number(compact) };
    return { namePrefix: text };
  }

  private summary(worker: Worker, facts: WorkerFactLists, reference: Reference, on: LocalDate): WorkerSummary {
    const engagement = asOf(facts.engagement, on);
    const grade = asOf(facts.grade, on);
    const phone = asOf(facts.phone, on);
    const main = asOf(
      facts.assignment.filter((fact) => !fact.covering),
      on,
    );
    return {
      no: worker.no,
      id: worker.id,
      name: worker.name,
      idNumberMasked: maskIdNumber(this.personal.open(worker, 'id', worker.idCipher)),
      phoneMasked: phone ? maskPhone(this.personal.open(worker, 'phone', phone.phoneCipher)) : null,
      agencyCode: (engagement && reference.agencyById(engagement.agencyId)?.code) ?? null,
      status: engagement?.status ?? null,
      joinedOn: engagement?.joinedOn ?? null,
      gridCode: (main && reference.unitById(main.orgUnitId)?.code) ?? null,
      gradeCode: grade?.gradeCode ?? null,
      postCode: grade?.postCode ?? null,
    };
  }
}
