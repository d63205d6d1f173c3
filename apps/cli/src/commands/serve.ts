import { DatabaseSettings, JobSettings, projectRoot, readArea } from '@gridstaff/runtime';
import { DomainError } from '@gridstaff/kernel';
import { Command } from 'commander';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { EXIT, type ExitCode, type Output } from '../output';
import { action } from '../run';

/** Runs a built application as a child process and passes signals and its exit code on. */
function runChild(entry: string, env: NodeJS.ProcessEnv): Promise<ExitCode> {
  const child = spawn(process.execPath, [path.join(projectRoot(), 'dist', entry)], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0 || code === null ? EXIT.done : EXIT.broken));
  });
}

export const serveCommand = (): Command =>
  new Command('serve')
    .description('API; with the embedded pair also the jobs')
    .option('--port <port>', 'port to listen on')
    .action(
      action(async (_output: Output, options: { port?: string }) => {
        if (options.port !== undefined && !/^\d{1,5}$/.test(options.port)) throw new DomainError('NOT_A_NUMBER', { value: options.port }, { field: '--port' });
        return runChild('apps/api/src/main.js', { ...process.env, ...(options.port ? { GRID_PORT: options.port } : {}) });
      }),
    );

export const workerCommand = (): Command =>
  new Command('worker').description('jobs only (MySQL + Redis)').action(
    action(async () => {
      const embedded = readArea(DatabaseSettings, process.env).kind === 'sqlite' || readArea(JobSettings, process.env).redisUrl === '';
      if (embedded) throw new DomainError('WORKER_NEEDS_QUEUE');
      return runChild('apps/worker/src/main.js', process.env);
    }),
  );
