import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 4;

/** Looks again and again until it holds. @throws Error naming what did not come true in time */
export async function until(what: string, withinMs: number, probe: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await probe())) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
    await pause(POLL_MS);
  }
}
