import { Injectable } from '@nestjs/common';

/** Turns false first when the process is told to stop, so that a balancer sends nobody new while the last requests are answered. */
@Injectable()
export class Readiness {
  private readonly stop = new AbortController();

  get ready(): boolean {
    return !this.stop.signal.aborted;
  }

  /** Aborted then: what would go on for long ends itself. */
  get stopping(): AbortSignal {
    return this.stop.signal;
  }

  drain(): void {
    this.stop.abort();
  }
}
