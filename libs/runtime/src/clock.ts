import { type Clock as KernelClock, type LocalDate, shanghaiDate } from '@gridstaff/kernel';

/** Token and type of the one source of time. */
export abstract class Clock implements KernelClock {
  abstract now(): Date;

  /** Civil date in Asia/Shanghai. */
  today(): LocalDate {
    return shanghaiDate(this.now());
  }

  /** Epoch milliseconds: what instants are stored as. */
  millis(): number {
    return this.now().getTime();
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that is told the time: tests, and the demo that lives through a past year. */
export class ManualClock extends Clock {
  private current: number;

  constructor(start: string) {
    super();
    this.current = Date.parse(start);
  }

  now(): Date {
    return new Date(this.current);
  }

  /** ISO instant, e.g. 2023-01-05T09:00:00+08:00. */
  set(instant: string): void {
    this.current = Date.parse(instant);
  }

  advance(milliseconds: number): void {
    this.current += milliseconds;
  }
}
