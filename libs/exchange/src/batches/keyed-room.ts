import type { Actor } from '@gridstaff/contracts';
import { builtUpon, type DateRange, DomainError, type Fact, type Id, inverseOf } from '@gridstaff/kernel';
import { type Clock, type Ids } from '@gridstaff/runtime';
import type { BatchBook } from './batch-book';
import { BatchRoom, type BatchTarget, type BatchUndoPlan } from './batch-room';

/** A fact of a worker that replaces the one of the same key, such as a month's result. */
export interface KeyedFact extends Fact {
  centreId: Id;
  workerNo: number;
  recordedBy: Id;
  supersedes: Id | null;
}

/** One table of keyed facts, in the words in which its room reads and appends. */
export interface KeyedTable<F extends KeyedFact> {
  /** Name of its rows, see `BatchRoom.sources`. */
  source: string;
  byIds(centreId: Id, ids: readonly Id[]): Promise<F[]>;
  /** Every recorded row that may have a key of one of these, retracted and replaced ones included. */
  around(centreId: Id, span: DateRange, workers: { fromNo: number; toNo: number }): Promise<F[]>;
  keyOf(fact: F): string;
  append(facts: readonly F[]): Promise<void>;
}

interface Stamp {
  actor: Actor;
  target: BatchTarget;
  clock: Clock;
  ids: Ids;
}

interface TablePlan {
  source: string;
  mine: readonly KeyedFact[];
  uses: DomainError[];
  apply(book: BatchBook): Promise<void>;
}

/** A table whose type of fact nobody needs to know any more. */
export interface UndoableTable {
  readonly source: string;
  plan(stamp: Stamp): Promise<TablePlan>;
}

export const undoable = <F extends KeyedFact>(table: KeyedTable<F>): UndoableTable => ({
  source: table.source,
  plan: (stamp) => planOf(table, stamp),
});

async function planOf<F extends KeyedFact>(table: KeyedTable<F>, { actor, target, clock, ids }: Stamp): Promise<TablePlan> {
  const { source } = table;
  const batch = new Set(target.rows.get(source));
  if (batch.size === 0) return { source, mine: [], uses: [], apply: async () => undefined };
  const mine = await table.byIds(target.centreId, [...batch]);
  const keys = new Set(mine.map(table.keyOf));
  const numbers = mine.map((f) => f.workerNo);
  const workers = { fromNo: numbers.reduce((a, b) => Math.min(a, b)), toNo: numbers.reduce((a, b) => Math.max(a, b)) };
  const around = (await table.around(target.centreId, mine.map(rangeOf).reduce(hull), workers)).filter((f) => keys.has(table.keyOf(f)));
  const undone = await target.undone(around.flatMap(({ id }) => (batch.has(id) ? [] : [id])));
  const groups = new Map<string, F[]>();
  for (const fact of around) groups.set(table.keyOf(fact), [...(groups.get(table.keyOf(fact)) ?? []), fact]);
  const uses = [...groups.values()].flatMap((facts) => {
    const later = builtUpon(facts, batch, undone);
    if (!later) return [];
    const { workerNo, validFrom: from, validTo: to } = later;
    return [new DomainError('BATCH_CHANGED_SINCE', { workerNo, from, to }, { workerNo })];
  });
  const inverses = (): F[] =>
    [...groups.values()].flatMap((facts) => {
      const last = facts.reduce((latest, f) => Math.max(latest, f.recordedAt), 0);
      const now = clock.millis();
      return inverseOf(facts, batch, undone).map(({ from, to, restore, taken }) => ({
        ...(restore ?? taken),
        ...{ id: ids.next(), validFrom: from, validTo: to, recordedBy: actor.userId, supersedes: taken.id, retracted: !restore },
        // Never earlier than what it takes back, even if the clock was set back.
        recordedAt: last >= now ? last + 1 : now,
      }));
    });
  return {
    ...{ source, mine, uses },
    apply: async (book) => {
      const facts = inverses();
      await table.append(facts);
      book.note(source, facts);
    },
  };
}

const hull = (a: DateRange, b: DateRange): DateRange => ({ from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to });
const rangeOf = ({ validFrom: from, validTo: to }: Fact): DateRange => ({ from, to });

/** Takes back facts by key; a room says which tables it has and what must be open for it. */
export abstract class KeyedRoom extends BatchRoom {
  protected abstract readonly tables: readonly UndoableTable[];

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  get sources(): readonly string[] {
    return this.tables.map(({ source }) => source);
  }

  /** Holds open what the facts belong to. @throws DomainError such as PERIOD_LOCKED */
  protected abstract hold(centreId: Id, facts: readonly KeyedFact[]): Promise<void>;

  async planUndo(actor: Actor, target: BatchTarget): Promise<BatchUndoPlan> {
    const plans: TablePlan[] = [];
    for (const table of this.tables) plans.push(await table.plan({ actor, target, clock: this.clock, ids: this.ids }));
    const mine = plans.flatMap((plan) => plan.mine);
    await this.hold(target.centreId, mine);
    const people = new Map<number, DateRange>();
    for (const fact of mine) people.set(fact.workerNo, hull(people.get(fact.workerNo) ?? rangeOf(fact), rangeOf(fact)));
    return {
      ...{ rows: mine.length, people: people.size, entered: 0, uses: plans.flatMap(({ uses }) => uses) },
      reach: { recordedAt: mine.reduce((first, f) => Math.min(first, f.recordedAt), Number.MAX_SAFE_INTEGER), people, engaged: new Map() },
      apply: async (book) => {
        for (const plan of plans) await plan.apply(book);
      },
    };
  }
}
