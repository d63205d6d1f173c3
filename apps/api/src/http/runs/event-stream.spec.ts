import { once } from 'node:events';
import { Readable } from 'node:stream';
import { eventStream } from './event-stream';

interface State {
  done: number;
}

const FAST = { lookMs: 1, heartbeatMs: 10_000, longestMs: 10_000 };

/** One state after the other, the last one for ever. */
function watched(...states: number[]) {
  const looks = { count: 0 };
  const stop = new AbortController();
  const at = (i: number): State => ({ done: states[Math.min(i, states.length - 1)] as number });
  const watch = {
    first: at(0),
    look: () => Promise.resolve(at(++looks.count)),
    isOver: ({ done }: State) => done === 3,
    stop: stop.signal,
  };
  return { watch, looks, stop };
}

async function all(stream: AsyncGenerator<string>): Promise<string[]> {
  const events: string[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

const progress = (done: number): string => `event: progress\ndata: {"done":${done}}\n\n`;

describe('the stream of events', () => {
  it('tells each change once, and the end', async () => {
    const { watch } = watched(0, 0, 1, 1, 1, 3);
    expect(await all(eventStream(watch, FAST))).toEqual([
      ...['retry: 2000\n\n', progress(0), progress(1), progress(3)],
      'event: end\ndata: {"done":3}\n\n',
    ]);
  });

  it('says that it lives while nothing changes', async () => {
    const { watch } = watched(1, 1, 1, 3);
    const events = await all(eventStream(watch, { ...FAST, heartbeatMs: 0 }));
    expect(events.filter((event) => event.startsWith(':'))).toHaveLength(2);
    expect(events.at(-1)).toContain('event: end');
  });

  it('ends without an end when its time is over or the process stops', async () => {
    const long = watched(1);
    expect(await all(eventStream(long.watch, { ...FAST, longestMs: 0 }))).toEqual(['retry: 2000\n\n', progress(1)]);
    const stopped = watched(1);
    const events = all(eventStream(stopped.watch, { ...FAST, lookMs: 3_600_000 }));
    stopped.stop.abort();
    expect(await events).toEqual(['retry: 2000\n\n', progress(1)]);
    expect(stopped.looks.count).toBe(0);
  });

  it('looks no more once its reader has gone', async () => {
    const { watch, looks } = watched(1);
    const stream = Readable.from(eventStream(watch, FAST));
    await once(stream, 'data');
    stream.destroy();
    await once(stream, 'close');
    const { count } = looks;
    await new Promise((resolve) => setImmediate(resolve));
    expect(looks.count).toBe(count);
  });

  it('passes on what goes wrong', async () => {
    const { watch } = watched(1);
    const look = (): Promise<State> => Promise.reject(new Error('away'));
    await expect(all(eventStream({ ...watch, look }, FAST))).rejects.toThrow('away');
  });
});
