import { DomainError, type Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { SearchIndex } from '../domain/stores';
import type { Worker } from '../domain/worker';
import { PersonalData } from './personal-data';

/** People filled in one unit: few enough that others wait for milliseconds. */
const AT_ONCE = 500;

/**
 * Makes people findable who were entered before there was something to find them by, or by older rules. Runs before a program answers; may
 * be cut off and run again at any time, also twice at once, and costs two looks into an index where nothing is left to do.
 */
@Injectable()
export class SearchFilling implements OnApplicationBootstrap {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly index: SearchIndex,
    private readonly personal: PersonalData,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.run();
  }

  /** @returns how many people were filled */
  async run(): Promise<number> {
    for (let filled = 0; ;) {
      if (!(await this.index.isBehind())) return filled;
      filled += await this.uow.run(() => this.fillSome());
      await yieldToOthers();
    }
  }

  private async fillSome(): Promise<number> {
    const people = await this.index.behind(AT_ONCE);
    const [first] = people;
    if (!first) return 0;
    const byNo = new Map(people.map((worker) => [worker.no, worker]));
    const phones = await this.index.phonesOf(first.centreId, [...byNo.keys()]);
    const phoneTails = phones.flatMap((fact): [Id, string][] => {
      const tail = this.tail(byNo.get(fact.workerNo) as Worker, 'phone', fact.phoneCipher);
      return tail === null ? [] : [[fact.id, tail]];
    });
    await this.index.fill(
      people.map((worker) => ({ ...worker, idTailIndex: this.tail(worker, 'id', worker.idCipher) })),
      new Map(phoneTails),
    );
    return people.length;
  }

  /** A value that was tampered with is found by nothing; it must not keep the program from starting. */
  private tail(worker: Worker, field: 'id' | 'phone', cipher: string): string | null {
    try {
      const plain = this.personal.open(worker, field, cipher);
      return field === 'id' ? this.personal.idTailIndex(plain) : this.personal.phoneTailIndex(plain);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
