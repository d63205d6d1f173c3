import type { Actor } from '@gridstaff/contracts';
import { type BatchBook, type BatchReach, BatchRoom, type BatchTarget, type BatchUndoPlan } from '@gridstaff/exchange';
import { builtUpon, type DateRange, DomainError, type Id, OPEN_END, overlaps } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { type CardChange, CardChangeStore } from '../domain/card-change';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import type { Worker } from '../domain/worker';
import { emptyLists, FACT_KINDS, type FactKind, slotOf, type WorkerFact, type WorkerFactLists } from '../domain/worker-facts';
import { WorkerRecord } from '../domain/worker-record';
import { CARD_CHANGES, noteFacts, ROSTER_SOURCES, sourceOf } from './batch-sources';
import { CardChanges } from './card-changes';
import { Stamps } from './stamps';
import { StructureUndo } from './structure-undo';

/** Kinds that pay reads; a phone or a contract alone keeps nothing from being undone. */
const PAID_KINDS = ['engagement', 'assignment', 'grade', 'certificate', 'contribution', 'bankCard'] as const satisfies readonly FactKind[];

/**
 * Takes back what a bulk act did to people and structure. A person whom the act entered and of whom nothing else is known was entered by
 * mistake: the row goes, and with its key what the facts hold of the person; the facts themselves stay, as every fact does, taken back.
 */
@Injectable()
export class RosterUndo extends BatchRoom {
  readonly sources = ROSTER_SOURCES;

  constructor(
    private readonly workers: WorkerStore,
    private readonly organisation: OrganisationStore,
    private readonly structure: StructureUndo,
    private readonly cardStore: CardChangeStore,
    private readonly cards: CardChanges,
    private readonly stamps: Stamps,
  ) {
    super();
  }

  async planUndo(actor: Actor, target: BatchTarget): Promise<BatchUndoPlan> {
    const { centreId } = target;
    const mine = new Set(FACT_KINDS.flatMap((kind) => target.rows.get(sourceOf(kind)) ?? []));
    const entered = await this.workers.byIds(centreId, target.rows.get('worker') ?? []);
    const people = await this.workers.byNumbers(centreId, await this.numbers(target, entered), true);
    const facts = await this.workers.facts(centreId, people.map(({ no }) => no));
    const undone = await target.undone(othersOf(facts, mine));
    const reference = await this.organisation.reference(centreId);
    const stamp = this.stamps.of(actor, centreId);
    const structure = await this.structure.plan(stamp, target, reference, mine, undone);
    const records = people.map(({ no }) => new WorkerRecord(no, facts.get(no) ?? emptyLists(), stamp, reference.checkGrid));
    const cards = await this.cardStore.byIds(centreId, target.rows.get(CARD_CHANGES) ?? []);
    const waiting = cards.filter(({ status }) => status === 'proposed');
    const rows = mine.size + structure.rows + waiting.length;
    const gone = new Set(entered.map(({ no }) => no));
    const uses = [
      ...people.flatMap(({ no }) => laterOf(no, facts.get(no) ?? emptyLists(), mine, undone, gone.has(no)) ?? []),
      // A card that a second person has approved is a fact, and cards are not taken back: another one is proposed.
      ...cards.filter(({ status }) => status === 'approved').map(approvedSince),
      ...structure.uses,
    ];
    const unnamed = await this.workers.unnamed(entered);
    return {
      ...{ rows, people: new Set([...people.map(({ no }) => no), ...waiting.map(({ workerNo }) => workerNo)]).size, entered: unnamed.length, uses },
      reach: { ...reachOf(facts, mine), standardsFrom: structure.standardsFrom, recordedAt: Math.min(firstOf(facts, mine), structure.recordedAt) },
      apply: async (book: BatchBook, reason: string) => {
        for (const record of records) record.takeBack(mine, undone, reason);
        const appended = records.map((record) => record.appended);
        await this.workers.append(appended);
        noteFacts(book, appended);
        await structure.apply(book);
        await this.cards.withdrawAll(actor, centreId, waiting.map(({ id }) => id), reason);
        await this.workers.remove(centreId, unnamed.map(({ no }) => no));
      },
    };
  }

  private async numbers({ rows }: BatchTarget, entered: readonly Worker[]): Promise<number[]> {
    const numbers = new Set(entered.map(({ no }) => no));
    for (const kind of FACT_KINDS) {
      for (const no of await this.workers.ownersOf(kind, rows.get(sourceOf(kind)) ?? [])) numbers.add(no);
    }
    return [...numbers].sort((a, b) => a - b);
  }
}

const approvedSince = ({ workerNo, validFrom }: CardChange): DomainError =>
  new DomainError('BATCH_CHANGED_SINCE', { workerNo, from: validFrom, to: OPEN_END }, { workerNo });

/** Ids of what is known of the people beside the batch. */
function othersOf(facts: ReadonlyMap<number, WorkerFactLists>, mine: ReadonlySet<Id>): Id[] {
  const ids: Id[] = [];
  for (const lists of facts.values()) {
    for (const kind of FACT_KINDS) for (const { id } of lists[kind]) if (!mine.has(id)) ids.push(id);
  }
  return ids;
}

/** Days in post that the batch brought about. */
function engagedBy(lists: WorkerFactLists, mine: ReadonlySet<Id>): DateRange | undefined {
  return spanOf(lists.engagement.filter((f) => mine.has(f.id) && !f.retracted));
}

const spanOf = (facts: readonly { validFrom: string; validTo: string }[]): DateRange | undefined => {
  if (facts.length === 0) return undefined;
  const from = facts.map((f) => f.validFrom).reduce((a, b) => (a < b ? a : b));
  return { from, to: facts.map((f) => f.validTo).reduce((a, b) => (a > b ? a : b)) };
};

/** The first change since that rests on the batch: one over the same days, or anything within a stay that the batch brought about. */
function laterOf(workerNo: number, lists: WorkerFactLists, mine: ReadonlySet<Id>, undone: ReadonlySet<Id>, entered: boolean): DomainError | undefined {
  const engaged = engagedBy(lists, mine);
  for (const kind of FACT_KINDS) {
    const found = laterInKind(kind, lists, mine, undone) ?? (engaged && withinStay(lists[kind], engaged, entered, mine, undone));
    if (found) return new DomainError('BATCH_CHANGED_SINCE', { workerNo, from: found.validFrom, to: found.validTo }, { workerNo });
  }
  return undefined;
}

function laterInKind<K extends FactKind>(kind: K, lists: WorkerFactLists, mine: ReadonlySet<Id>, undone: ReadonlySet<Id>): WorkerFact<K> | undefined {
  const bySlot = new Map<string, WorkerFact<K>[]>();
  for (const fact of lists[kind]) {
    const slot = slotOf<K>(kind, fact);
    const own = bySlot.get(slot);
    if (own) own.push(fact);
    else bySlot.set(slot, [fact]);
  }
  for (const own of bySlot.values()) {
    const found = builtUpon(own, mine, undone);
    if (found) return found;
  }
  return undefined;
}

/** Of a person that the batch entered everything else came later; of others what was recorded after the stay within its days. */
function withinStay<K extends FactKind>(
  facts: readonly WorkerFact<K>[],
  engaged: DateRange,
  entered: boolean,
  mine: ReadonlySet<Id>,
  undone: ReadonlySet<Id>,
): WorkerFact<K> | undefined {
  const first = facts.find((f) => mine.has(f.id))?.recordedAt ?? 0;
  return facts.find(
    (f) =>
      !mine.has(f.id) &&
      !undone.has(f.id) &&
      (entered || (f.recordedAt > first && overlaps({ from: f.validFrom, to: f.validTo }, engaged))),
  );
}

function reachOf(facts: ReadonlyMap<number, WorkerFactLists>, mine: ReadonlySet<Id>): Pick<BatchReach, 'people' | 'engaged'> {
  const people = new Map<number, DateRange>();
  const engaged = new Map<number, DateRange>();
  for (const [no, lists] of facts) {
    const span = spanOf(PAID_KINDS.flatMap((kind) => lists[kind].filter((f) => mine.has(f.id))));
    if (span) people.set(no, span);
    const stay = engagedBy(lists, mine);
    if (stay) engaged.set(no, stay);
  }
  return { people, engaged };
}

function firstOf(facts: ReadonlyMap<number, WorkerFactLists>, mine: ReadonlySet<Id>): number {
  let first = Number.MAX_SAFE_INTEGER;
  for (const lists of facts.values()) {
    for (const kind of FACT_KINDS) for (const f of lists[kind]) if (mine.has(f.id) && f.recordedAt < first) first = f.recordedAt;
  }
  return first;
}
