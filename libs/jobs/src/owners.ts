import { Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';

const HOST = hostname().replaceAll(':', '-').slice(0, 40);
/** Tells two lives of one process number apart: in a container every life is process 1. */
const BORN = String(Math.trunc(performance.timeOrigin));

/** Names the holder of a lease: host, process, its start, and one delivery of one ring. A name is never used twice, so it is a fence too. */
@Injectable()
export class Owners {
  constructor(private readonly ids: Ids) {}

  next(): string {
    return [HOST, process.pid, BORN, this.ids.next()].join(':');
  }

  /** True when the process that took the lease ran on this host and is no more: its leases need not be waited for. */
  isGone(owner: string): boolean {
    const [host, pid, born] = owner.split(':');
    if (host !== HOST) return false;
    if (Number(pid) === process.pid) return born !== BORN;
    try {
      process.kill(Number(pid), 0);
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ESRCH';
    }
  }
}
