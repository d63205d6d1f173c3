import { createHash } from 'node:crypto';
import { type Actor, toProblem } from '@gridstaff/contracts';
import { asOf, DomainError, type Id, type LocalDate } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { employmentOf } from '../domain/employment';
import type { Reference } from '../domain/reference';
import {
  decideChange,
  firstDayOf,
  isLowerGrade,
  laterChange,
  seenOf,
  type StaffCase,
  type StaffChangeTerms,
  type StaffProblem,
  type StaffState,
  type StaffTarget,
  stateOf,
} from '../domain/staff-change';
import { type Move, type OwnSeats, withoutSeat } from '../domain/staff-seats';
import { seatsInForce } from '../domain/unit-seats';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import { UnitStore } from '../domain/unit-store';
import type { Worker } from '../domain/worker';
import { emptyLists, type WorkerFactLists } from '../domain/worker-facts';
import { WorkerRecord } from '../domain/worker-record';
import { StaffChangeGuards } from './staff-change-guards';
import { Stamps } from './stamps';

export interface StaffLineInput extends StaffTarget {
  workerNo: number;
}

/** One person in the act: from, to, and what stands against it. */
export interface StaffLine {
  workerNo: number;
  name: string;
  before: StaffState;
  /** Null where there is a refusal that leaves nothing to show. */
  after: StaffState | null;
  problems: StaffProblem[];
  /** Names what was looked at of the person; carrying the act out asks for it. */
  seen: string;
}

export interface StaffPlan {
  terms: StaffChangeTerms;
  lines: StaffLine[];
  /** Of those without a refusal. */
  cases: StaffCase[];
}

const refusal = (error: DomainError): StaffProblem => {
  const { code, zh, en } = toProblem(error);
  return { severity: 'refusal', code, zh, en };
};
const warning = (error: DomainError): StaffProblem => ({ ...refusal(error), severity: 'warning' });

/** Decides an act on many people and writes nothing: in a constant number of statements, whatever the number of people. */
@Injectable()
export class StaffChangePlans {
  constructor(
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly units: UnitStore,
    private readonly guards: StaffChangeGuards,
    private readonly stamps: Stamps,
  ) {}

  /**
   * @param lock inside a unit: nobody else changes these people's facts until it ends
   * @throws DomainError NOT_FOUND for a number of another centre
   */
  async of(actor: Actor, centreId: Id, terms: StaffChangeTerms, inputs: readonly StaffLineInput[], lock = false): Promise<StaffPlan> {
    const numbers = inputs.map(({ workerNo }) => workerNo);
    const people = new Map((await this.workers.byNumbers(centreId, numbers, lock)).map((worker) => [worker.no, worker]));
    const stranger = numbers.find((no) => !people.has(no));
    if (stranger !== undefined) throw new DomainError('NOT_FOUND', { what: 'worker' }, { workerNo: stranger });
    const facts = await this.workers.facts(centreId, numbers);
    const reference = await this.organisation.reference(centreId);
    const stamp = this.stamps.of(actor, centreId);
    const decide = (input: StaffLineInput): Decided => {
      const known = facts.get(input.workerNo) ?? emptyLists();
      const record = new WorkerRecord(input.workerNo, { ...known }, stamp, reference.checkGrid);
      return decided(people.get(input.workerNo) as Worker, known, record, { reference, terms, input });
    };
    const each = inputs.map(decide);
    await this.seats(centreId, terms, reference, each);
    const cases = each.flatMap((one) => one.case ?? []);
    const against = await this.guards.problems({ centreId, terms, cases });
    for (const { line } of each) line.problems.push(...(against.get(line.workerNo) ?? []));
    const refused = new Set(each.filter(({ line }) => isRefused(line)).map(({ line }) => line.workerNo));
    return { terms, lines: each.map(({ line }) => line), cases: cases.filter(({ workerNo }) => !refused.has(workerNo)) };
  }

  /** Who finds no seat in the unit or post that they go to. */
  private async seats(centreId: Id, terms: StaffChangeTerms, reference: Reference, each: readonly Decided[]): Promise<void> {
    if (terms.kind !== 'transfer' && terms.kind !== 'grade') return;
    const moves = each.flatMap(({ line: { workerNo, before, after } }): Move[] =>
      after === null ? [] : [{ workerNo, from: placeIn(before), to: placeIn(after) }],
    );
    if (moves.length === 0) return;
    const seats = seatsOn(reference, await this.units.seats(centreId), terms.date);
    const full = withoutSeat(moves, await this.units.peopleInPost(centreId, terms.date), seats);
    for (const { line } of each) {
      const count = full.get(line.workerNo);
      if (count === undefined) continue;
      const place = [line.after?.gridCode, line.after?.postCode].filter((part) => part != null).join(' ');
      line.problems.push(refusal(new DomainError('SEATS_FULL', { place, seats: count, date: terms.date }, { workerNo: line.workerNo })));
    }
  }
}

export const isRefused = ({ problems }: StaffLine): boolean => problems.some(({ severity }) => severity === 'refusal');

interface Decided {
  line: StaffLine;
  case?: StaffCase;
}

const placeIn = ({ gridCode, postCode }: StaffState): Move['from'] => ({ unitCode: gridCode, postCode });

function decided(
  worker: Worker,
  facts: WorkerFactLists,
  record: WorkerRecord,
  { reference, terms, input: { workerNo, ...target } }: { reference: Reference; terms: StaffChangeTerms; input: StaffLineInput },
): Decided {
  const seen = createHash('sha256').update(seenOf(facts)).digest('hex').slice(0, 32);
  const before = stateOf(record, reference, terms);
  const line: StaffLine = { workerNo, name: worker.name, before, after: null, problems: [], seen };
  try {
    const later = laterChange(record, terms, target);
    if (!decideChange(record, reference, terms, target)) {
      line.problems.push(refusal(new DomainError('STAFF_CHANGE_NOTHING', {}, { workerNo })));
      return { line };
    }
    line.after = terms.kind === 'return' ? { lastDay: terms.date, ground: target.ground ?? null } : stateOf(record, reference, terms);
    if (later !== undefined) line.problems.push(warning(new DomainError('STAFF_CHANGE_LATER', { date: later })));
    if (isLowerGrade(reference, before.gradeCode, line.after.gradeCode, terms.date)) line.problems.push(warning(new DomainError('GRADE_FALLS')));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'BUG') throw error;
    line.problems.push(refusal(error));
    return { line };
  }
  const from = firstDayOf(terms, record);
  const merged = withAppended(facts, record.appended);
  const [was, now] = [facts, merged].map((lists) => employmentOf(worker, lists, from, null)) as [StaffCase['was'], StaffCase['now']];
  return { line, case: { workerNo, target, record, was, now, from } };
}

function withAppended(facts: WorkerFactLists, appended: WorkerFactLists): WorkerFactLists {
  const merged = { ...facts };
  for (const kind of ['engagement', 'contract', 'grade'] as const) Object.assign(merged, { [kind]: [...facts[kind], ...appended[kind]] });
  return merged;
}

/** Seats of each unit by post, else its quota, as on a day. */
function seatsOn(reference: Reference, facts: Awaited<ReturnType<UnitStore['seats']>>, on: LocalDate): OwnSeats[] {
  const counted = seatsInForce(facts, on).filter(({ seats }) => seats > 0);
  const withPosts = new Set(counted.map(({ orgUnitId }) => orgUnitId));
  const byPost = counted.map(({ orgUnitId, postCode, seats }) => ({ unitCode: reference.unitById(orgUnitId)?.code ?? '', postCode, seats }));
  const quotas = [...reference.units].flatMap(({ id, code }): OwnSeats[] => {
    const quota = withPosts.has(id) ? null : (asOf(reference.unitFacts(id), on)?.quota ?? null);
    return quota === null ? [] : [{ unitCode: code, postCode: null, seats: quota }];
  });
  return [...byPost, ...quotas];
}
