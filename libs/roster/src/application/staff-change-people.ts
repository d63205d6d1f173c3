import { type Actor, requirePermission, toProblem } from '@gridstaff/contracts';
import { cellText, headerKey, readFreeTable } from '@gridstaff/exchange';
import { DomainError, everyRow, type Id, isLocalDate } from '@gridstaff/kernel';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { normaliseIdNumber } from '../domain/id-number';
import { STAFF_COLUMNS, type StaffColumn } from '../domain/staff-change-columns';
import type { StaffTarget } from '../domain/staff-change';
import { WorkerStore } from '../domain/stores';
import { PersonalData } from './personal-data';
import { MOST_IN_ONE_ACT } from './staff-changes';
import { type WorkerFilters, WorkerList } from './worker-list';

/** Somebody chosen for an act; without a number it is said what is wrong with the text. */
export interface ChosenPerson {
  /** As it was given; an ID number masked to its end. */
  text: string;
  /** Row of a file. */
  row?: number;
  worker: { workerNo: number; name: string } | null;
  target: StaffTarget;
  problem: { code: string; zh: string; en: string } | null;
}

interface Asked {
  text: string;
  row?: number;
  target: StaffTarget;
  /** What its row says wrongly. */
  error?: DomainError;
}

const PAGE = 500;
/** ID numbers are 15 or 18 characters; worker numbers are at most ten digits. */
const isIdNumber = (text: string): boolean => /^\d{14,17}[\dX]$/.test(text);
const isDay = (text: string): boolean => isLocalDate(text);
const isWorkerNo = (text: string): boolean => /^#?\d{1,10}$/.test(text);

/** Whom an act on many people is about: by the filter of the list, by pasted texts, or by a file. Everything needs `roster:write`. */
@Injectable()
export class StaffChangePeople {
  constructor(
    private readonly list: WorkerList,
    private readonly workers: WorkerStore,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** Everybody engaged on the date whom the list would show. @throws DomainError STAFF_CHANGE_PEOPLE and those of the list */
  async byFilter(actor: Actor, filter: WorkerFilters): Promise<ChosenPerson[]> {
    requirePermission(actor, 'roster:write', filter.centreId);
    const asked = { ...filter, on: filter.on ?? this.clock.today(), engagedOnly: true };
    refuseTooMany(await this.list.count(actor, asked));
    const rows = await everyRow((after) => this.list.page(actor, { ...asked, page: { field: 'workerNo', descending: false, limit: PAGE, after } }));
    return rows.map(({ no, name }) => ({ text: name, worker: { workerNo: no, name }, target: {}, problem: null }));
  }

  /** Names, worker numbers or ID numbers, one each; a name that several bear chooses nobody. @throws DomainError STAFF_CHANGE_PEOPLE */
  async byTexts(actor: Actor, centreId: Id, texts: readonly string[]): Promise<ChosenPerson[]> {
    requirePermission(actor, 'roster:write', centreId);
    return this.resolve(centreId, texts.map((text) => ({ text: text.trim(), target: {} })).filter(({ text }) => text !== ''));
  }

  /**
   * A workbook with a column of worker numbers, ID numbers or names, and where wanted what becomes of each; other columns are passed over.
   * @throws DomainError those of reading a table, STAFF_CHANGE_PEOPLE
   */
  async byFile(actor: Actor, centreId: Id, file: Buffer): Promise<ChosenPerson[]> {
    requirePermission(actor, 'roster:write', centreId);
    const known = new Map(Object.entries(STAFF_COLUMNS).flatMap(([column, heads]) => heads.map((head) => [headerKey(head), column as StaffColumn])));
    const table = await readFreeTable(file, (key) => known.has(key));
    const at = new Map([...table.headers].flatMap(([column, head]) => {
      const meaning = known.get(headerKey(head));
      return meaning ? [[meaning, column] as const] : [];
    }));
    const asked = table.rows.flatMap(({ row, cells }): Asked[] => {
      const text = (column: StaffColumn): string => cellText(cells.get(at.get(column) ?? 0)).trim();
      const who = text('workerNo') || text('idNumber') || text('name');
      return who === '' ? [] : [{ text: who, row, ...targetOf(text) }];
    });
    return this.resolve(centreId, asked);
  }

  private async resolve(centreId: Id, asked: readonly Asked[]): Promise<ChosenPerson[]> {
    refuseTooMany(asked.length);
    const texts = asked.map(({ text }) => ({ text, id: normaliseIdNumber(text) }));
    const ids = new Map(texts.flatMap(({ text, id }) => (isIdNumber(id) ? [[text, this.personal.idIndex(id)] as const] : [])));
    const numbers = texts.flatMap(({ text }) => (isWorkerNo(text) ? [numberOf(text)] : []));
    const byIndex = new Map((await this.workers.byIdIndexes(centreId, [...new Set(ids.values())])).map((worker) => [worker.idIndex, worker]));
    const byNo = new Map((await this.workers.byNumbers(centreId, [...new Set(numbers)])).map((worker) => [worker.no, worker]));
    const byName = texts.some(({ text }) => !ids.has(text) && !isWorkerNo(text)) ? await this.names(centreId) : new Map<string, number[]>();
    return asked.map(({ text, row, target, error }) => {
      const index = ids.get(text);
      const found = index !== undefined ? byIndex.get(index) : isWorkerNo(text) ? byNo.get(numberOf(text)) : undefined;
      const shown = index === undefined ? text.slice(0, 40) : `…${text.slice(-4)}`;
      const namesakes = byName.get(text) ?? [];
      const no = found?.no ?? (namesakes.length === 1 ? namesakes[0] : undefined);
      const name = found?.name ?? text;
      const wrong = error ?? (no === undefined ? unknown(shown, namesakes.length) : undefined);
      return { text: shown, row, worker: no === undefined ? null : { workerNo: no, name }, target, problem: wrong ? problemOf(wrong) : null };
    });
  }

  private async names(centreId: Id): Promise<Map<string, number[]>> {
    const byName = new Map<string, number[]>();
    for (const [no, name] of await this.workers.names(centreId)) byName.set(name, [...(byName.get(name) ?? []), no]);
    return byName;
  }
}

const numberOf = (text: string): number => Number(text.replace('#', ''));

const unknown = (text: string, namesakes: number): DomainError =>
  namesakes > 1 ? new DomainError('STAFF_CHANGE_NAMESAKES', { text, count: namesakes }) : new DomainError('STAFF_CHANGE_NAME', { text });

function problemOf(error: DomainError): NonNullable<ChosenPerson['problem']> {
  const { code, zh, en } = toProblem(error);
  return { code, zh, en };
}

function refuseTooMany(count: number): void {
  if (count > MOST_IN_ONE_ACT) throw new DomainError('STAFF_CHANGE_PEOPLE', { limit: MOST_IN_ONE_ACT, count });
}

function targetOf(text: (column: StaffColumn) => string): { target: StaffTarget; error?: DomainError } {
  const given = (column: StaffColumn): string | undefined => text(column) || undefined;
  const endsOn = given('endsOn');
  const months = given('months');
  const target = {
    ...{ gridCode: given('gridCode'), gradeCode: given('gradeCode'), postCode: given('postCode') },
    ...{ contractNo: given('contractNo'), endsOn, ground: given('ground') },
    months: months === undefined ? undefined : Number(months),
  };
  if (endsOn !== undefined && !isDay(endsOn)) return { target, error: new DomainError('NOT_A_DATE', { value: endsOn.slice(0, 40) }, { field: 'endsOn' }) };
  if (target.months !== undefined && (!Number.isSafeInteger(target.months) || target.months < 1))
    return { target, error: new DomainError('OUT_OF_RANGE', { value: (months ?? '').slice(0, 40) }, { field: 'months' }) };
  return { target };
}
