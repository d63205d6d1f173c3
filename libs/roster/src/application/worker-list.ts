import { type Actor, maskIdNumber, maskPhone, requirePermission } from '@gridstaff/contracts';
import { asOf, type Id, type LocalDate, type Page } from '@gridstaff/kernel';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { normaliseIdNumber } from '../domain/id-number';
import type { Reference } from '../domain/reference';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import { parseFactDate } from '../domain/texts';
import type { Worker, WorkerFilter, WorkerPageRequest } from '../domain/worker';
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
}

/** The roster, page by page. */
@Injectable()
export class WorkerList {
  constructor(
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** Needs `roster:read`. @throws DomainError UNKNOWN_GRID, UNKNOWN_AGENCY, NOT_A_DATE, OUT_OF_RANGE */
  async page(actor: Actor, query: WorkerQuery): Promise<Page<WorkerSummary>> {
    requirePermission(actor, 'roster:read', query.centreId);
    const on = query.on === undefined ? this.clock.today() : parseFactDate(query.on, 'on');
    const reference = await this.organisation.reference(query.centreId);
    const filter: WorkerFilter = {
      ...{ centreId: query.centreId, on, engagedOnly: query.engagedOnly },
      ...this.searched(query.search?.trim() ?? ''),
      orgUnitIds:
        query.unitCode === undefined
          ? undefined
          : reference.subtree(reference.requireUnit(query.unitCode, 'unitCode').id, on),
      agencyId: query.agency === undefined ? undefined : reference.requireAgency(query.agency, 'agency').id,
    };
    const first: WorkerPageRequest = { field: 'workerNo', descending: false, limit: 50 };
    const { rows, next } = await this.workers.page(filter, query.page ?? first);
    const facts = await this.workers.facts(
      query.centreId,
      rows.map((worker) => worker.no),
    );
    return {
      rows: rows.map((worker) => this.summary(worker, facts.get(worker.no) ?? emptyLists(), reference, on)),
      next,
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
