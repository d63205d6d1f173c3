import { type Id, uuidV7 } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { randomFillSync } from 'node:crypto';
import { Clock } from './clock';

/** Randomness is drawn from the system for a thousand ids at once: one call per id was a third of a bulk load. */
const POOL_BYTES = 8 * 1024;

/** Makes public ids (UUIDv7), ordered within this process even inside one millisecond. */
@Injectable()
export class Ids {
  private last = 0;
  private counter = 0;
  private readonly pool = new Uint8Array(POOL_BYTES);
  private used = POOL_BYTES;

  constructor(private readonly clock: Clock) {}

  next(): Id {
    const now = Math.max(this.clock.millis(), this.last);
    this.counter = now === this.last ? this.counter + 1 : 0;
    if (this.counter > 0xfff) {
      this.last = now + 1;
      this.counter = 0;
    } else this.last = now;
    return uuidV7(this.last, this.counter, this.random());
  }

  private random(): Uint8Array {
    if (this.used === POOL_BYTES) {
      randomFillSync(this.pool);
      this.used = 0;
    }
    this.used += 8;
    return this.pool.subarray(this.used - 8, this.used);
  }
}
