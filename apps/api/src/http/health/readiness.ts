import { Injectable } from '@nestjs/common';

/** Turns false first when the process is told to stop, so that a balancer sends nobody new while the last requests are answered. */
@Injectable()
export class Readiness {
  private accepting = true;

  get ready(): boolean {
    return this.accepting;
  }

  drain(): void {
    this.accepting = false;
  }
}
