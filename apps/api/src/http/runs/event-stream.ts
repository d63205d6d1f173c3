import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

interface Pace {
  /** Between two looks. */
  lookMs: number;
  /** Longest silence: proxies cut what says nothing. */
  heartbeatMs: number;
  /** Longest stream. */
  longestMs: number;
}

const PACE: Pace = { lookMs: 1000, heartbeatMs: 15_000, longestMs: 600_000 };
/** What a browser waits before it opens a stream again. */
const RETRY_MS = 2000;

interface Watch<T> {
  first: T;
  look(): Promise<T>;
  isOver(state: T): boolean;
  stop: AbortSignal;
}

/** Server-sent events about something that changes until it is over. Silent about what did not change, except for the heartbeat. */
export async function* eventStream<T>(
  { first, look, isOver, stop }: Watch<T>,
  pace: Pace = PACE,
): AsyncGenerator<string> {
  const begun = performance.now();
  let written = begun;
  let shown = '';
  yield `retry: ${RETRY_MS}\n\n`;
  for (let state = first; ; state = await look()) {
    const text = JSON.stringify(state);
    const silence = performance.now() - written;
    if (text !== shown || silence >= pace.heartbeatMs) {
      yield text === shown ? ': heartbeat\n\n' : `event: progress\ndata: ${text}\n\n`;
      written = performance.now();
      shown = text;
    }
    if (isOver(state)) {
      yield `event: end\ndata: ${text}\n\n`;
      return;
    }
    if (stop.aborted || performance.now() - begun >= pace.longestMs) return;
    await pause(pace.lookMs, undefined, { signal: stop }).catch(() => undefined);
    if (stop.aborted) return;
  }
}
