import type { Actor } from '@gridstaff/contracts';
import type { DateRange, DomainError, Id } from '@gridstaff/kernel';
import type { BatchBook } from './batch-book';

/** A bulk act that is looked at or taken back. */
export interface BatchTarget {
  id: Id;
  centreId: Id;
  /** By source, the rows it made. */
  rows: ReadonlyMap<string, readonly Id[]>;
  /** Of these ids, those that belong to batches taken back before, and the rows that took them back. */
  undone(ids: readonly Id[]): Promise<ReadonlySet<Id>>;
}

/** What a batch said, in terms that other rooms can look for in what they hold. */
export interface BatchReach {
  /** Its first row was recorded then: nothing older has read it. */
  recordedAt: number;
  /** Worker number → the days that its facts speak of, as far as pay depends on them. */
  people: ReadonlyMap<number, DateRange>;
  /** Worker number → the days in post that it brought about: what lies in them would hang in the air without it. */
  engaged: ReadonlyMap<number, DateRange>;
  /** From this day on it changed a standard that everybody's pay may rest on. */
  standardsFrom?: string;
}

export interface BatchUndoPlan {
  /** Rows that are taken back. */
  rows: number;
  /** People whose facts change. */
  people: number;
  /** People that the batch entered and nothing else names: they go. */
  entered: number;
  /** What was built on it since, within the room: each an error that names it. */
  uses: DomainError[];
  reach: BatchReach;
  /** Appends what restores the state, noting the rows; inside a unit. Only called when nothing uses the batch. */
  apply(book: BatchBook, reason: string): Promise<void>;
}

/** A room whose rows batches make: knows how to take its own back. Register with `BatchRegistry` in `onModuleInit`. */
export abstract class BatchRoom {
  /** Names of its kinds of row, unique in the program. */
  abstract readonly sources: readonly string[];
  /**
   * Inside a unit; holds what it looks at.
   * @throws DomainError what keeps the whole from being undone, such as PERIOD_LOCKED
   */
  abstract planUndo(actor: Actor, target: BatchTarget): Promise<BatchUndoPlan>;
}

/** A room that reads what batches say: tells what of its own rests on one. Register with `BatchRegistry` in `onModuleInit`. */
export abstract class BatchWatch {
  abstract usesOf(centreId: Id, reach: BatchReach): Promise<DomainError[]>;
}
