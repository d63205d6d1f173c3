import type { Id } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { DerivedDifference } from '../domain/derived-rows';
import { SearchIndex } from '../domain/stores';

/** People looked at together: a constant number of statements. */
const AT_ONCE = 500;

export interface DerivedSlice {
  /** People looked at. */
  checked: number;
  differences: DerivedDifference[];
}

/** Whether what is worked out of the facts (where everybody stands, what finds them) is what the facts give now. For other rooms, after their own permission check. */
@Injectable()
export class DerivedCheck {
  constructor(private readonly index: SearchIndex) {}

  /** Everybody of a centre, in slices by number: memory does not grow with the people. */
  async *ofCentre(centreId: Id): AsyncGenerator<DerivedSlice> {
    for (let last = 0; ;) {
      const numbers = await this.index.numbersAfter(centreId, last, AT_ONCE);
      if (numbers.length === 0) return;
      yield { checked: numbers.length, differences: await this.lasting(centreId, numbers) };
      last = numbers.at(-1) as number;
      await yieldToOthers();
    }
  }

  /** Somebody may be changing a person between two of the statements: what differs is looked at again, and only what still does is told. */
  private async lasting(centreId: Id, numbers: readonly number[]): Promise<DerivedDifference[]> {
    const first = await this.index.differences(centreId, numbers);
    if (first.length === 0) return [];
    return this.index.differences(centreId, [...new Set(first.map(({ workerNo }) => workerNo))]);
  }
}
