import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { RunFeed } from '../../apps/api/src/http/runs/run-feed';
import { TestApi } from './api-support';

const RUN = '01854f6e-0000-7000-8000-000000000000';
const AT_ONCE_MS = 10_000;

describe('the stream of a run that is being calculated', () => {
  let api: TestApi;
  let looked: jest.SpyInstance;
  let cookie: string;

  beforeAll(async () => {
    api = await TestApi.start();
    const { cookie: own } = await api.person('hr1', [{ role: 'hr', centreId: '*' }]);
    cookie = own as string;
    let done = 0;
    const job = { state: 'running', total: 1e6, stopRequested: false, startedAt: null, finishedAt: null, error: null };
    // A calculation without end, each look a part further.
    looked = jest
      .spyOn(api.get(RunFeed), 'progress')
      .mockImplementation(() => Promise.resolve({ status: 'draft', job: { ...job, done: done++ } }));
  });

  afterAll(async () => {
    looked.mockRestore();
    await api.close();
  });

  /** A reader with a connection of its own. */
  const open = async (): Promise<IncomingMessage> => {
    const url = `${api.running.url}/api/v1/runs/${RUN}/events`;
    const [answer] = (await once(request(url, { headers: { cookie }, agent: false }).end(), 'response')) as [
      IncomingMessage,
    ];
    return answer.setEncoding('utf8');
  };

  it('arrives part by part, and the reader may go away', async () => {
    const first = await open();
    let text = '';
    for await (const part of first) {
      text += String(part);
      if (text.includes('"done":1')) break;
    }
    expect(text).toMatch(/^retry: 2000\n\nevent: progress\ndata: .*"done":0.*\n\nevent: progress\n/);
    first.destroy();
    // Another reader sees a number of looks that the first one no longer adds to.
    const before = looked.mock.calls.length;
    let parts = 0;
    const second = await open();
    for await (const part of second) {
      parts += String(part).split('event: progress').length - 1;
      if (parts >= 3) break;
    }
    second.destroy();
    expect(looked.mock.calls.length - before).toBeLessThanOrEqual(parts + 2);
  });

  it('ends when the process is told to stop, without holding it up', async () => {
    const answer = await open();
    const begun = performance.now();
    const closing = api.running.close();
    let text = '';
    for await (const part of answer) text += String(part);
    await closing;
    expect(text).not.toContain('event: end');
    expect(performance.now() - begun).toBeLessThan(AT_ONCE_MS);
  });
});
