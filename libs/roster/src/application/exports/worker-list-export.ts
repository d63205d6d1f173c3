import { type Actor, type Language, maskIdNumber, maskPhone } from '@gridstaff/contracts';
import { type Cell, type ListColumn, ListExport, type ListRequest } from '@gridstaff/exchange';
import { asOf, type Id, type LocalDate, LONGEST_PAGE, type Page } from '@gridstaff/kernel';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { OrganisationStore, WorkerStore } from '../../domain/stores';
import { tagsHeld, tagsOn, TagStore } from '../../domain/tags';
import type { Worker } from '../../domain/worker';
import type { EngagementStatus, FactKind, WorkerFact } from '../../domain/worker-facts';
import type { FoundWorker, WorkerPageRequest, WorkerSort } from '../../domain/worker-search';
import { PersonalData } from '../personal-data';
import { type WorkerFilters, WorkerList } from '../worker-list';

/** What the roster's screen asks with: its conditions and its order, without a page. */
export type WorkerListQuery = Omit<WorkerFilters, 'centreId'> & { sort?: WorkerSort; descending?: boolean };

export const STATUS_WORDS: Readonly<Record<EngagementStatus | 'out', Readonly<Record<Language, string>>>> = {
  probation: { zh: '试用', en: 'probation' },
  in_post: { zh: '在岗', en: 'in post' },
  suspended: { zh: '暂停', en: 'suspended' },
  out: { zh: '未在岗', en: 'not engaged' },
};

const column = (key: string, zh: string, en: string, width: number, more: Partial<ListColumn> = {}): ListColumn => ({
  ...{ key, zh, en, width, kind: 'text' },
  ...more,
});
const OF_PEOPLE = { personal: true } as const;
const IN_FULL = { personal: true, numbers: true } as const;

/** Those of the screen under the screen's names, then those that only a file has. */
const COLUMNS = [
  column('no', '编号', 'No.', 10, { kind: 'int' }),
  column('name', '姓名', 'Name', 12, OF_PEOPLE),
  column('status', '状态', 'Status', 10),
  column('tags', '标签', 'Tags', 20, OF_PEOPLE),
  column('grid', '所在网格', 'Grid', 24),
  column('gridCode', '网格编码', 'Grid code', 16),
  column('post', '岗位', 'Post', 10),
  column('grade', '岗级', 'Grade', 10),
  column('agency', '派遣公司', 'Agency', 28),
  column('joinedOn', '入职日期', 'Joined on', 12, OF_PEOPLE),
  column('idNumber', '证件号码', 'ID number', 22, OF_PEOPLE),
  column('phone', '手机号', 'Phone', 16, OF_PEOPLE),
  column('sex', '性别', 'Sex', 8, OF_PEOPLE),
  column('birthYear', '出生年份', 'Year of birth', 10, { ...OF_PEOPLE, kind: 'int' }),
  column('idNumberFull', '证件号码（完整）', 'ID number in full', 24, IN_FULL),
  column('phoneFull', '手机号（完整）', 'Phone in full', 18, IN_FULL),
  column('bankCardFull', '银行卡号（完整）', 'Bank card in full', 26, IN_FULL),
  column('bankName', '开户行', 'Bank', 24, OF_PEOPLE),
];

interface Names {
  units: ReadonlyMap<string, string>;
  agencies: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, Readonly<Record<Language, string>>>;
}

/** Everything a row is made of. */
interface Listed extends FoundWorker {
  worker: Worker;
  phone: WorkerFact<'phone'> | undefined;
  bankCard: WorkerFact<'bankCard'> | undefined;
  tags: readonly string[];
  names: Names;
  language: Language;
}

/** 花名册 as a file. */
@Injectable()
export class WorkerListExport extends ListExport<WorkerListQuery> {
  readonly kind = 'workers';
  readonly titles = { zh: '花名册', en: 'Roster' };
  readonly permission = 'roster:read';
  readonly columns = COLUMNS;

  constructor(
    private readonly list: WorkerList,
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly tags: TagStore,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** The day is fixed when it is asked for, whenever the file is made. */
  override settled(query: WorkerListQuery): WorkerListQuery {
    return { ...query, on: query.on ?? this.clock.today() };
  }

  count(actor: Actor, centreId: Id, query: WorkerListQuery): Promise<number> {
    return this.list.count(actor, { centreId, ...query });
  }

  async *pages({ actor, centreId, query, columns, language }: ListRequest<WorkerListQuery>): AsyncGenerator<Cell[][]> {
    const { sort: field = 'workerNo', descending = false, on = this.clock.today(), ...filters } = query;
    const names = await this.names(centreId, on);
    let after: WorkerPageRequest['after'];
    do {
      const page: Page<FoundWorker> = await this.list.found(actor, {
        ...{ centreId, on, ...filters },
        page: { field, descending, limit: LONGEST_PAGE, after },
      });
      const listed = await this.listed(centreId, page.rows, columns, on);
      yield listed.map((row) => columns.map(({ key }) => this.cell(key, { ...row, names, language })));
      after = page.next ?? undefined;
    } while (after !== undefined);
  }

  private async names(centreId: Id, on: LocalDate): Promise<Names> {
    const reference = await this.organisation.reference(centreId);
    const units = [...reference.units].map(({ id, code }): [string, string] => [
      code,
      asOf(reference.unitFacts(id), on)?.name ?? code,
    ]);
    const agencies = (await this.organisation.agencies(centreId)).map(({ code, name }): [string, string] => [code, name]);
    const tags = tagsOn(await this.tags.facts(centreId), on).map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }] as const);
    return { units: new Map(units), agencies: new Map(agencies), tags: new Map(tags) };
  }

  /** A few statements a page, and only for what the chosen columns show. */
  private async listed(
    centreId: Id,
    found: readonly FoundWorker[],
    columns: readonly ListColumn[],
    on: LocalDate,
  ): Promise<Omit<Listed, 'names' | 'language'>[]> {
    const numbers = found.map(({ no }) => no);
    const people = new Map((await this.workers.byNumbers(centreId, numbers)).map((worker) => [worker.no, worker]));
    const shows = (...keys: string[]): boolean => columns.some(({ key }) => keys.includes(key));
    const phones = shows('phone', 'phoneFull') ? await this.onDay(centreId, numbers, 'phone', on) : new Map();
    const cards = shows('bankCardFull', 'bankName') ? await this.onDay(centreId, numbers, 'bankCard', on) : new Map();
    const tags = shows('tags') ? tagsHeld(await this.workers.factsOfKind(centreId, numbers, 'tag'), on) : new Map<number, string[]>();
    return found.flatMap((row) => {
      const worker = people.get(row.no);
      return worker ? [{ ...row, worker, phone: phones.get(row.no), bankCard: cards.get(row.no), tags: tags.get(row.no) ?? [] }] : [];
    });
  }

  private async onDay<K extends FactKind>(
    centreId: Id,
    numbers: readonly number[],
    kind: K,
    on: LocalDate,
  ): Promise<Map<number, WorkerFact<K>>> {
    const all = new Map<number, WorkerFact<K>[]>();
    for (const fact of await this.workers.factsOfKind(centreId, numbers, kind))
      all.set(fact.workerNo, [...(all.get(fact.workerNo) ?? []), fact]);
    return new Map(
      [...all].flatMap(([no, facts]) => {
        const fact = asOf(facts, on);
        return fact ? [[no, fact] as const] : [];
      }),
    );
  }

  private cell(key: string, { worker, standing, phone, bankCard, tags, names, language }: Listed): Cell {
    const id = (): string => this.personal.open(worker, 'id', worker.idCipher);
    const call = (): string | undefined => phone && this.personal.open(worker, 'phone', phone.phoneCipher);
    switch (key) {
      case 'no':
        return worker.no;
      case 'name':
        return worker.name;
      case 'status':
        return STATUS_WORDS[standing?.status ?? 'out'][language];
      case 'tags':
        return tags.map((code) => names.tags.get(code)?.[language] ?? code).join(language === 'zh' ? '、' : ', ');
      case 'grid':
        return standing?.unitCode && (names.units.get(standing.unitCode) ?? standing.unitCode);
      case 'gridCode':
        return standing?.unitCode;
      case 'post':
        return standing?.postCode;
      case 'grade':
        return standing?.gradeCode;
      case 'agency':
        return standing && (names.agencies.get(standing.agencyCode) ?? standing.agencyCode);
      case 'joinedOn':
        return standing?.joinedOn;
      case 'idNumber':
        return maskIdNumber(id());
      case 'idNumberFull':
        return id();
      case 'phone':
        return phone && maskPhone(call() as string);
      case 'phoneFull':
        return call();
      case 'bankCardFull':
        return bankCard && this.personal.open(worker, 'card', bankCard.cardCipher);
      case 'bankName':
        return bankCard?.bankName;
      case 'sex':
        return SEX_WORDS[worker.sex][language];
      default:
        return worker.birthYear;
    }
  }
}

const SEX_WORDS = { male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' } } as const;
