import 'reflect-metadata';
import { DomainError } from '@gridstaff/kernel';
import { toProblem } from '@gridstaff/contracts';
import { DatabaseSettings, JobSettings, readArea } from '@gridstaff/runtime';
import { startApi } from './start';

/** Worker processes exist on MySQL with Redis alone; otherwise the jobs are worked on here. */
const hasWorkers = (): boolean =>
  readArea(DatabaseSettings, process.env).kind === 'mysql' && readArea(JobSettings, process.env).redisUrl !== '';

async function main(): Promise<void> {
  const api = await startApi({ env: process.env, consumeJobs: !hasWorkers() });
  process.stderr.write(`${JSON.stringify({ ready: true, url: api.url })}\n`);
  const stop = (): void => {
    api.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const problem = toProblem(error);
  const reasons = problem.details.length > 0 ? problem.details : [problem];
  for (const { code, zh, en } of reasons) process.stderr.write(`${JSON.stringify({ ready: false, code, zh, en })}\n`);
  if (!(error instanceof DomainError))
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(3);
});
