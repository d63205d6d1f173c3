import { StoredFiles } from '@gridstaff/exchange';
import { addDays, type Id, type LocalDate, yearOf } from '@gridstaff/kernel';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { type Employment, employmentOf } from '../domain/employment';
import { IdNumber } from '../domain/id-number';
import { MatterCandidates } from '../domain/matter-candidates';
import { PayFactsReader } from '../domain/pay-facts';
import { WorkerStore } from '../domain/stores';
import { emptyLists } from '../domain/worker-facts';
import { PersonalData } from './personal-data';

/** People read at a time: a constant number of statements each. */
const PEOPLE = 1000;
/** Engagements that ended so many days before the date are looked at too. */
const LOOK_BACK = 365;
/** Days ahead in which something that ends comes up, see libs/dispatch. */
const SOON = 60;
/** Ages at which the very day of birth decides something: grown up at 18, retirement from 50 on. */
const isNearAge = (age: number): boolean => age <= 18 || age >= 49;

/** The people of a centre as the law of dispatch looks at them. For other rooms, after their own permission check. */
@Injectable()
export class Employments {
  constructor(
    private readonly posts: PayFactsReader,
    private readonly workers: WorkerStore,
    private readonly personal: PersonalData,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
    private readonly candidates: MatterCandidates,
  ) {}

  /** Everybody in post on the date or within the year before, in slices by number. */
  async *inPost(centreId: Id, on: LocalDate): AsyncGenerator<Employment[]> {
    const window = { centreId, from: addDays(on, -LOOK_BACK), to: addDays(on, 1), knownAt: this.clock.millis() };
    const numbers = await this.posts.workersInPost(window);
    for (let at = 0; at < numbers.length; at += PEOPLE) {
      yield await this.of(centreId, on, numbers.slice(at, at + PEOPLE));
      await yieldToOthers();
    }
  }

  /** Of those, everybody whom a check may have anything to say about: chosen by the dates of their rows, so that the others need not be read. */
  async *worthLooking(centreId: Id, on: LocalDate): AsyncGenerator<Employment[]> {
    const [from, to] = [addDays(on, -LOOK_BACK), addDays(on, 1)];
    const numbers = await this.candidates.on(centreId, { on, soon: addDays(on, SOON), back: from });
    for (let at = 0; at < numbers.length; at += PEOPLE) {
      const slice = await this.of(centreId, on, numbers.slice(at, at + PEOPLE));
      yield slice.filter(({ stays }) => stays.some((stay) => stay.from < to && stay.to > from));
      await yieldToOthers();
    }
  }

  /** Those of the numbers that the centre has, by number. */
  async of(centreId: Id, on: LocalDate, numbers: readonly number[]): Promise<Employment[]> {
    if (numbers.length === 0) return [];
    const workers = await this.workers.byNumbers(centreId, numbers);
    const facts = await this.workers.facts(centreId, numbers);
    const documents = lastByKind(await this.files.endingOf(centreId, numbers));
    return workers
      .sort((a, b) => a.no - b.no)
      .map((worker) => {
        const birthDate = isNearAge(yearOf(on) - worker.birthYear)
          ? IdNumber.parse(this.personal.open(worker, 'id', worker.idCipher)).birthDate
          : null;
        const employment = employmentOf(worker, facts.get(worker.no) ?? emptyLists(), on, birthDate);
        return { ...employment, documents: documents.get(worker.no) ?? [] };
      });
  }
}

/** The last day of each kind of document, by worker: one that was renewed does not end. */
function lastByKind(files: readonly { workerNo: number | null; kind: string; expiresOn: LocalDate | null }[]): Map<number, { kind: string; until: LocalDate }[]> {
  const found = new Map<number, Map<string, LocalDate>>();
  for (const { workerNo, kind, expiresOn } of files) {
    if (workerNo === null || expiresOn === null) continue;
    const own = found.get(workerNo) ?? new Map<string, LocalDate>();
    if (expiresOn > (own.get(kind) ?? '')) own.set(kind, expiresOn);
    found.set(workerNo, own);
  }
  return new Map([...found].map(([no, own]) => [no, [...own].map(([kind, until]) => ({ kind, until }))]));
}
