import type { Id } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { normaliseIdNumber } from '../domain/id-number';
import { WorkerStore } from '../domain/stores';
import type { WorkerKey } from '../domain/worker';
import { PersonalData } from './personal-data';

/** How a file names a worker: by either key; both must then be of one person. */
export interface WorkerReference {
  workerNo?: number;
  idNumber?: string;
}

export type Resolved =
  | { worker: WorkerKey; name: string }
  | { wrong: 'UNKNOWN_WORKER' | 'WORKER_NO_DIFFERS'; field: 'workerNo' | 'idNumber' };

/**
 * Who is meant, for imports of other rooms: any number of people in a few statements. Asks no permission: the caller has checked its own.
 */
@Injectable()
export class WorkerDirectory {
  constructor(
    private readonly workers: WorkerStore,
    private readonly personal: PersonalData,
  ) {}

  /** Workers of the centre among the numbers. */
  async byNumbers(centreId: Id, numbers: readonly number[]): Promise<Map<number, WorkerKey>> {
    const found = await this.workers.byNumbers(centreId, [...new Set(numbers)]);
    return new Map(found.map(({ id, no }) => [no, { id, no }]));
  }

  /** Workers of the centre among the ID numbers, keyed by the text that was given. */
  async byIdNumbers(centreId: Id, idNumbers: readonly string[]): Promise<Map<string, WorkerKey>> {
    const resolved = await this.resolve(
      centreId,
      idNumbers.map((idNumber) => ({ idNumber })),
    );
    return new Map(resolved.flatMap((r, i) => ('worker' in r ? [[idNumbers[i] as string, r.worker] as const] : [])));
  }

  /** Each reference in order, resolved or with what is wrong with it. */
  async resolve(centreId: Id, references: readonly WorkerReference[]): Promise<Resolved[]> {
    const indexes = references.map((r) =>
      r.idNumber === undefined ? undefined : this.personal.idIndex(normaliseIdNumber(r.idNumber)),
    );
    const byIndex = new Map((await this.workers.byIdIndexes(centreId, unique(indexes))).map((w) => [w.idIndex, w]));
    const byNo = new Map(
      (await this.workers.byNumbers(centreId, unique(references.map((r) => r.workerNo)))).map((w) => [w.no, w]),
    );
    return references.map(({ workerNo }, i) => {
      const index = indexes[i];
      const field = index !== undefined ? 'idNumber' : 'workerNo';
      const worker = index !== undefined ? byIndex.get(index) : workerNo !== undefined ? byNo.get(workerNo) : undefined;
      if (!worker) return { wrong: 'UNKNOWN_WORKER', field };
      if (workerNo !== undefined && workerNo !== worker.no) return { wrong: 'WORKER_NO_DIFFERS', field: 'workerNo' };
      return { worker: { id: worker.id, no: worker.no }, name: worker.name };
    });
  }
}

const unique = <T>(values: readonly (T | undefined)[]): T[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** Names for lists and exports of other rooms, which store numbers only. Asks no permission. */
@Injectable()
export class WorkerNames {
  constructor(private readonly workers: WorkerStore) {}

  /** Of the given numbers, or of the whole centre. */
  names(centreId: Id, numbers?: readonly number[]): Promise<Map<number, string>> {
    return this.workers.names(centreId, numbers && [...new Set(numbers)]);
  }
}
