import type { BatchBook } from '@gridstaff/exchange';
import { addDays, covers, DomainError, type LocalDate, OPEN_END, overlaps } from '@gridstaff/kernel';
import { mergeContribution } from '../domain/contribution';
import type { Stamp } from '../domain/fact-change';
import type { Reference } from '../domain/reference';
import type { CardChangeStore } from '../domain/card-change';
import type { WorkerStore } from '../domain/stores';
import type { Worker, WorkerKey } from '../domain/worker';
import {
  type EngagementStatus,
  type FactKind,
  type FactValues,
  sameValues,
  sharedLists,
  slotOf,
} from '../domain/worker-facts';
import type { WantedCard } from './card-changes';
import type { Stay } from '../domain/stays';
import { WorkerRecord } from '../domain/worker-record';
import type { PersonalData } from './personal-data';
import { noteFacts } from './batch-sources';
import { Problems } from './problems';
import { type ParsedPerson, parsePerson, type RosterPerson } from './roster-person';
import { personalWanted } from './roster-personal';

const WAGES = ['contractWage', 'lowestSamePost'] as const;

/** A fact that a row of the batch wants to be true. */
type Wanted = { [K in FactKind]: { kind: K; values: FactValues[K] } }[FactKind];

export interface PrepareOptions {
  hireOnly?: boolean;
  /** Position of the first of them in the whole that they are a slice of. */
  offset?: number;
  /** Whom earlier slices named, by blind index, and where. */
  seen?: Map<string, number>;
}

interface Case {
  worker: Omit<Worker, 'no'> & { no: number };
  isNew: boolean;
  record: WorkerRecord;
}

/**
 * Many people at once, new and known ones: the one way in for hiring, importing and loading. `prepare` reads everything in bulk and decides
 * in memory; `apply` inserts in bulk. Both must run in one unit: the known workers stay locked between them.
 */
export class RosterBatch {
  /** Cards of people who have another one: written by nobody alone. */
  readonly cards: WantedCard[] = [];
  private readonly cases: Case[] = [];
  private readonly waiting = new Map<number, string>();
  private keys: WorkerKey[] = [];

  constructor(
    private readonly workers: WorkerStore,
    private readonly cardChanges: CardChangeStore,
    private readonly personal: PersonalData,
    private readonly reference: Reference,
    private readonly stamp: Stamp,
    readonly problems = new Problems(),
  ) {}

  /** With `hireOnly` everybody must begin a new engagement; otherwise a known person's row may also change facts from a date or say nothing new. */
  async prepare(people: readonly RosterPerson[], options: PrepareOptions = {}): Promise<void> {
    const { offset = 0, seen = new Map() } = options;
    const parsed = people.flatMap((input, i) => parsePerson(input, offset + i, this.reference, this.problems) ?? []);
    const indexes = parsed.map((person) => this.personal.idIndex(person.id.text));
    this.refuseRepeats(parsed, indexes, seen);
    const known = await this.workers.byIdIndexes(this.stamp.centreId, [...new Set(indexes)], true);
    const byIndex = new Map(known.map((worker) => [worker.idIndex, worker]));
    const numbers = known.map((worker) => worker.no);
    const facts = await this.workers.facts(this.stamp.centreId, numbers);
    for (const { workerNo, cardIndex } of await this.cardChanges.open(this.stamp.centreId, numbers))
      this.waiting.set(workerNo, cardIndex);
    parsed.forEach((person, i) => {
      if (this.problems.has(person.index)) return;
      const worker = byIndex.get(indexes[i] as string);
      this.problems.attempt(person.index, '', () => {
        const record = new WorkerRecord(
          worker?.no ?? 0,
          (worker && facts.get(worker.no)) ?? sharedLists(),
          this.stamp,
          this.reference.checkGrid,
        );
        const one: Case = {
          worker: worker ?? this.newWorker(person, indexes[i] as string),
          isNew: !worker,
          record,
        };
        this.decide(person, one, options.hireOnly ?? false);
        this.cases.push(one);
      });
    });
  }

  get counts(): { created: number; changed: number; same: number } {
    const created = this.cases.filter((c) => c.isNew).length;
    const proposed = new Set(this.cards.map(({ workerNo }) => workerNo));
    const changed = this.cases.filter((c) => !c.isNew && (c.record.changed || proposed.has(c.worker.no))).length;
    return { created, changed, same: this.cases.length - created - changed };
  }

  /** Who they are, in the order of the batch; known after `apply`. */
  get people(): readonly WorkerKey[] {
    return this.keys;
  }

  /** Writes what `prepare` decided, and notes the rows in the book of a bulk act. @throws DomainError DUPLICATE_KEY when someone else entered the same person meanwhile */
  async apply(book?: BatchBook): Promise<void> {
    const fresh = this.cases.filter((c) => c.isNew);
    if (fresh.length > 0) {
      const first = await this.workers.takeNumbers(fresh.length);
      fresh.forEach((c, i) => {
        c.worker.no = first + i;
        c.record.assignNumber(first + i);
      });
      await this.workers.insert(fresh.map((c) => c.worker));
      book?.note('worker', fresh.map((c) => c.worker));
    }
    const appended = this.cases.map((c) => c.record.appended);
    await this.workers.append(appended);
    if (book) noteFacts(book, appended);
    this.keys = this.cases.map(({ worker }) => ({ id: worker.id, no: worker.no }));
  }

  private refuseRepeats(people: readonly ParsedPerson[], indexes: readonly string[], first: Map<string, number>): void {
    people.forEach((person, i) => {
      const earlier = first.get(indexes[i] as string);
      if (earlier === undefined) first.set(indexes[i] as string, person.index);
      else this.problems.add(person.index, 'idNumber', 'ROSTER_DUPLICATE_ROW', { row: earlier + 1 });
    });
  }

  private newWorker(person: ParsedPerson, idIndex: string): Worker {
    const keyed = { id: this.stamp.nextId(), dataKey: this.personal.newKey() };
    return {
      ...keyed,
      centreId: this.stamp.centreId,
      no: 0,
      name: person.name,
      idKind: person.id.kind,
      idCipher: this.personal.sealId(keyed, person.id.text),
      idIndex,
      idTailIndex: this.personal.idTailIndex(person.id.text),
      birthYear: person.id.birthYear,
      sex: person.id.sex,
      createdAt: this.stamp.recordedAt,
      createdBy: this.stamp.recordedBy,
    };
  }

  private decide(person: ParsedPerson, { worker, isNew, record }: Case, hireOnly: boolean): void {
    if (isNew && person.workerNo !== undefined) throw new DomainError('UNKNOWN_WORKER', {}, { field: 'workerNo' });
    if (!isNew && person.workerNo !== undefined && person.workerNo !== worker.no)
      throw new DomainError('WORKER_NO_DIFFERS', {}, { field: 'workerNo' });
    if (worker.name !== person.name)
      throw new DomainError('WORKER_NAME_DIFFERS', { workerNo: worker.no }, { field: 'name' });
    const stay = hireOnly ? undefined : record.stays().find((s) => s.joinedOn === person.joinedOn);
    if (stay) this.compare(person, worker, record, stay);
    else this.engage(person, worker, record, hireOnly);
  }

  private engage(person: ParsedPerson, worker: Worker, record: WorkerRecord, hireOnly: boolean): void {
    const { joinedOn, agency, end, reason, status, wages, probationLastDay } = person;
    const range = { from: joinedOn, to: end ? addDays(end.lastDay, 1) : OPEN_END };
    const other = hireOnly ? undefined : record.stays().find((s) => overlaps(s, range));
    if (other)
      throw new DomainError('ENGAGEMENT_DATES_DIFFER', { from: other.from, to: other.to }, { field: 'joinedOn' });
    record.engage({ agencyId: agency.id, status: status ?? 'in_post', joinedOn, ...wages }, end, reason);
    if (probationLastDay !== undefined) record.changeStatus(addDays(probationLastDay, 1), 'in_post', reason);
    this.record(record, this.wanted(person, worker, record, joinedOn), joinedOn, { field: 'joinedOn' });
  }

  private compare(person: ParsedPerson, worker: Worker, record: WorkerRecord, stay: Stay): void {
    const differ = (field: string): never => {
      throw new DomainError('ENGAGEMENT_DATES_DIFFER', { from: stay.from, to: stay.to }, { field });
    };
    if (stay.agencyId !== person.agency.id) differ('agency');
    const ends = person.end && addDays(person.end.lastDay, 1);
    if (ends !== undefined && stay.to !== OPEN_END && stay.to !== ends) differ('lastDay');
    this.applyChanges(person, worker, record, stay);
    if (person.end && stay.to === OPEN_END)
      record.endEngagement(person.end.lastDay, person.end.endReason, person.reason);
  }

  private applyChanges(person: ParsedPerson, worker: Worker, record: WorkerRecord, stay: Stay): void {
    const from = person.effectiveFrom;
    if (from !== undefined && !covers(stay, from))
      throw new DomainError('NOT_ENGAGED', { date: from }, { field: 'effectiveFrom' });
    const at = from ?? addDays(stay.to, -1);
    const newStatus = this.changedStatus(person, record, stay, at);
    const wanted = this.wanted(person, worker, record, at).filter((w) => !holds(record, w, at));
    if (wanted.length === 0 && newStatus === undefined) return;
    if (from === undefined) throw new DomainError('EFFECTIVE_DATE_REQUIRED', {}, { field: 'effectiveFrom' });
    if (newStatus !== undefined) this.changeStatus(person, record, from, newStatus);
    this.record(record, wanted, from, { reason: person.reason, field: 'effectiveFrom' });
  }

  private record(
    record: WorkerRecord,
    wanted: readonly Wanted[],
    from: LocalDate,
    options: { reason?: string | null; field: string },
  ): void {
    for (const { kind, values } of wanted) {
      if (kind === 'bankCard' && record.hasAny(kind)) this.propose(record, values, from, options.reason ?? null);
      else record.change(kind, from, values, options);
    }
  }

  /** @throws DomainError CARD_CHANGE_OPEN while another card than this one waits for approval */
  private propose(
    record: WorkerRecord,
    values: FactValues['bankCard'],
    validFrom: LocalDate,
    reason: string | null,
  ): void {
    const held = record.on('bankCard', validFrom);
    if (held && sameValues('bankCard', held, values)) return;
    const waiting = this.waiting.get(record.workerNo);
    if (waiting === values.cardIndex) return;
    if (waiting !== undefined) throw new DomainError('CARD_CHANGE_OPEN', {}, { field: 'bankCard' });
    this.cards.push({ workerNo: record.workerNo, validFrom, values, reason });
  }

  /** The status that the row asks for; undefined where everything it says of it is true. A row may go on naming a probation that has ended. */
  private changedStatus(
    { status, probationLastDay, wages }: ParsedPerson,
    record: WorkerRecord,
    stay: Stay,
    at: LocalDate,
  ): EngagementStatus | undefined {
    const probation = stay.pieces.find(({ fact }) => fact.status === 'probation');
    const ended = probationLastDay !== undefined && probation?.to === addDays(probationLastDay, 1);
    const held = ended ? probation?.fact : record.on('engagement', at);
    const other = held && WAGES.some((key) => wages[key] !== undefined && wages[key] !== held[key]);
    const asked = status ?? held?.status;
    return asked !== undefined && (asked !== held?.status || other) ? asked : undefined;
  }

  private changeStatus(
    { reason, probationLastDay, wages }: ParsedPerson,
    record: WorkerRecord,
    from: LocalDate,
    status: EngagementStatus,
  ): void {
    if (probationLastDay !== undefined && probationLastDay < from)
      throw new DomainError('EMPTY_RANGE', { from, to: probationLastDay }, { field: 'probationLastDay' });
    record.changeStatus(from, status, reason, wages);
    if (probationLastDay !== undefined) record.changeStatus(addDays(probationLastDay, 1), 'in_post', reason);
  }

  /** What the row says, completed by what holds on the date where the row is silent. */
  private wanted(person: ParsedPerson, worker: Worker, record: WorkerRecord, at: LocalDate): Wanted[] {
    const contribution = record.on('contribution', at);
    const wanted: Wanted[] = [
      { kind: 'assignment', values: { orgUnitId: person.grid.id, covering: false } },
      { kind: 'grade', values: person.grade },
      { kind: 'contribution', values: mergeContribution(contribution, person.contribution) },
    ];
    if (person.phone !== undefined)
      wanted.push({ kind: 'phone', values: this.personal.sealPhone(worker, person.phone) });
    if (person.bankCard !== undefined) {
      const bankName = person.bankName ?? record.on('bankCard', at)?.bankName ?? null;
      wanted.push({ kind: 'bankCard', values: this.personal.sealCard(worker, person.bankCard, bankName) });
    }
    if (person.certificate !== undefined) {
      const { code, number, issuedOn } = person.certificate;
      const held = record.on('certificate', at, code);
      wanted.push({
        kind: 'certificate',
        values: { code, number: number ?? held?.number ?? null, issuedOn: issuedOn ?? held?.issuedOn ?? null },
      });
    }
    wanted.push(...personalWanted(person.personal, worker, record, at, this.personal));
    return wanted;
  }
}

function holds<K extends FactKind>(
  record: WorkerRecord,
  { kind, values }: { kind: K; values: FactValues[K] },
  at: LocalDate,
): boolean {
  const held = record.on(kind, at, slotOf(kind, values));
  return held !== undefined && sameValues(kind, held, values);
}
