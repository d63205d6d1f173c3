import { type DateRange, type Id, type LocalDate } from '@gridstaff/kernel';
import { PayFactsReader, WorkerDirectory, WorkerNames } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';

/** How a row of a list names a worker; at least one of the first two. */
export interface NamedWorker {
  workerNo?: number;
  idNumber?: string;
  /** Compared with the registered name where it is given. */
  name?: string;
}

/** The number, or why there is none. */
export type FoundWorker =
  | { workerNo: number }
  | { wrong: 'UNKNOWN_WORKER' | 'WORKER_NO_DIFFERS' | 'WORKER_NAME_WRONG' | 'WORKER_NOT_NAMED'; field: 'workerNo' | 'idNumber' | 'name' };

const EVERYTHING_KNOWN = Number.MAX_SAFE_INTEGER;

/** Spaces do not count in a name, nor which of the middle dots was typed. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/[\s•・‧∙⋅·.]/g, '');

/** What month lists need to know of the roster, for any number of people in a few statements. Asks no permission. */
@Injectable()
export class Workforce {
  constructor(
    private readonly directory: WorkerDirectory,
    private readonly workerNames: WorkerNames,
    private readonly facts: PayFactsReader,
  ) {}

  /** In the order given. */
  async find(centreId: Id, workers: readonly NamedWorker[]): Promise<FoundWorker[]> {
    const resolved = await this.directory.resolve(centreId, workers);
    return resolved.map((found, i): FoundWorker => {
      const { workerNo, idNumber, name } = workers[i] as NamedWorker;
      if (workerNo === undefined && idNumber === undefined) return { wrong: 'WORKER_NOT_NAMED', field: 'workerNo' };
      if ('wrong' in found) return found;
      if (name !== undefined && nameKey(name) !== nameKey(found.name)) return { wrong: 'WORKER_NAME_WRONG', field: 'name' };
      return { workerNo: found.worker.no };
    });
  }

  /** Those of the numbers that are workers of the centre. */
  async known(centreId: Id, workerNos: readonly number[]): Promise<Set<number>> {
    return new Set((await this.directory.byNumbers(centreId, workerNos)).keys());
  }

  names(centreId: Id, workerNos: readonly number[]): Promise<Map<number, string>> {
    return this.workerNames.names(centreId, workerNos);
  }

  /** When each of these workers was engaged within [from, to), in date order; who was not is absent. */
  async engaged(centreId: Id, from: LocalDate, to: LocalDate, workerNos: readonly number[]): Promise<Map<number, DateRange[]>> {
    if (workerNos.length === 0) return new Map();
    const wanted = new Set(workerNos);
    const sorted = [...wanted].sort((a, b) => a - b);
    const window = { centreId, from, to, knownAt: EVERYTHING_KNOWN };
    const facts = await this.facts.payFacts(window, sorted[0] as number, sorted.at(-1) as number);
    const found = facts.filter((f) => wanted.has(f.workerNo) && f.engagements.length > 0);
    return new Map(found.map((f) => [f.workerNo, f.engagements.map((piece) => ({ from: piece.from, to: piece.to }))]));
  }
}
