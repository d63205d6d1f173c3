import { type Id, uuidV7 } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Clock } from './clock';

/** Makes public ids (UUIDv7), ordered within this process even inside one millisecond. */
@Injectable()
export class Ids {
  private last = 0;
  private counter = 0;

  constructor(private readonly clock: Clock) {}

  next(): Id {
    const now = Math.max(this.clock.millis(), this.last);
    this.counter = now === this.last ? this.counter + 1 : 0;
    if (this.counter > 0xfff) {
      this.last = now + 1;
      this.counter = 0;
    } else this.last = now;
    return uuidV7(this.last, this.counter, randomBytes(8));
  }
}
