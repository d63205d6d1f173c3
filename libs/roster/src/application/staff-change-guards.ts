import type { Actor } from '@gridstaff/contracts';
import type { BatchBook } from '@gridstaff/exchange';
import type { Id } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import type { StaffCase, StaffChangeTerms, StaffProblem } from '../domain/staff-change';

/** An act on many people with everybody's case decided. */
export interface StaffAct {
  centreId: Id;
  terms: StaffChangeTerms;
  cases: readonly StaffCase[];
}

/** A room whose rules an act on many people must keep, and that may record something of its own with it. Register with `StaffChangeGuards` at start. */
export abstract class StaffChangeGuard {
  /** What it has against it or wants known, by worker number; in a constant number of statements. */
  abstract problems(act: StaffAct): Promise<ReadonlyMap<number, readonly StaffProblem[]>>;
  /** In the unit in which the facts are written, after everybody has passed; notes its rows in the book. */
  abstract record(actor: Actor, act: StaffAct, book: BatchBook): Promise<void>;
}

@Injectable()
export class StaffChangeGuards {
  private readonly guards: StaffChangeGuard[] = [];

  register(guard: StaffChangeGuard): void {
    this.guards.push(guard);
  }

  async problems(act: StaffAct): Promise<Map<number, StaffProblem[]>> {
    const found = new Map<number, StaffProblem[]>();
    for (const guard of this.guards)
      for (const [no, problems] of await guard.problems(act)) found.set(no, [...(found.get(no) ?? []), ...problems]);
    return found;
  }

  async record(actor: Actor, act: StaffAct, book: BatchBook): Promise<void> {
    for (const guard of this.guards) await guard.record(actor, act, book);
  }
}
