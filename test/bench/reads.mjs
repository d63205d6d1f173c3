// One-row reads over HTTP while the same process calculates a run: how much a calculation holds up who works at the screen meanwhile.
import autocannon from 'autocannon';
import { built, installation, Person, say, startApi, until } from './product.mjs';

const CONNECTIONS = 20;
const IDLE_SECONDS = 5;
const RUN_MS = 600_000;

/** @returns latencies in milliseconds, idle and while runs of `staff` people are calculated `rounds` times */
export async function measureReads(staff, rounds) {
  const home = await installation();
  let api;
  try {
    const { runId, password } = await populated(home.env, staff);
    api = await startApi(home);
    const hr = await new Person(api.url, 'bench.hr').enter(password);
    const load = (seconds) => startLoad(`${api.url}/api/v1/runs/${runId}`, hr.headers, seconds);
    await load(2).result;
    const idle = summary(await load(IDLE_SECONDS).result);
    const during = [];
    for (let round = 0; round < rounds; round += 1) during.push(await duringRun(hr, runId, load));
    return { connections: CONNECTIONS, staff, idle, during };
  } finally {
    await api?.stop();
    home.dispose();
  }
}

/** People, a draft run, and an officer, made by the product's own use cases. */
function populated(env, staff) {
  const { withApp } = built('apps/cli/src/run');
  const { populate } = built('apps/cli/src/bench/payroll');
  const { ManualClock } = built('libs/runtime/src/index');
  const { Accounts, Actors } = built('libs/identity/src/index');
  say(`making ${staff} people …`);
  const seed = async (app) => {
    const runId = await populate(app, staff);
    return { runId, centreId: (await app.get(built('libs/payroll/src/index').RunQueries).get(app.get(Actors).system(), runId)).centreId };
  };
  const account = (centreId) => async (app) => {
    const system = app.get(Actors).system();
    const { userId, password } = await app.get(Accounts).create(system, { name: 'bench.hr', displayName: 'bench', centreId });
    await app.get(Accounts).grantRole(system, userId, 'hr', centreId);
    return password;
  };
  const settings = { env: { ...env, REDIS_URL: '' }, consumeJobs: false };
  return withApp(seed, { ...settings, clock: new ManualClock('2023-05-26T09:00:00+08:00') }).then(async ({ runId, centreId }) => ({
    runId,
    // By the clock of the wall: first passwords run out.
    password: await withApp(account(centreId), settings),
  }));
}

async function duringRun(hr, runId, load) {
  const begun = performance.now();
  const running = load(RUN_MS / 1000);
  await hr.call('POST', `/api/v1/runs/${runId}/calculate`, {});
  const run = await until('run calculated', 100, RUN_MS, async () => {
    const seen = await hr.call('GET', `/api/v1/runs/${runId}`);
    return seen.status === 'calculated' ? seen : undefined;
  });
  const runSeconds = (performance.now() - begun) / 1000;
  running.stop();
  return { people: run.people, runSeconds: Math.round(runSeconds * 10) / 10, ...summary(await running.result) };
}

function startLoad(url, headers, seconds) {
  let instance;
  const result = new Promise((done, failed) => {
    instance = autocannon({ url, headers, connections: CONNECTIONS, duration: seconds }, (error, found) => (error ? failed(error) : done(found)));
  });
  return { result, stop: () => instance.stop() };
}

function summary({ latency, requests, non2xx, errors, duration }) {
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} answers were no 2xx, ${errors} connections failed`);
  const { p50, p99, p99_9: p999, max } = latency;
  return { p50, p99, p999, max, perSecond: Math.round(requests.total / duration) };
}
