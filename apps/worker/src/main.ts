import 'reflect-metadata';
import { toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import { startWorker } from './start';

/** A chunk is short; one that hangs is given up to the next worker, whose lease on it begins when ours has run out. */
const DRAIN_MS = 20_000;

async function main(): Promise<void> {
  const worker = await startWorker({ env: process.env });
  process.stderr.write(`${JSON.stringify({ ready: true, jobs: true })}\n`);
  const stop = (): void => {
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    worker.close().then(
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
