import { DatabaseSettings, HttpSettings, JobSettings, projectRoot, readArea, refuseUnknown } from '@gridstaff/runtime';
import { DomainError } from '@gridstaff/kernel';
import { Command } from 'commander';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { BROKEN_ENVIRONMENT, CommandError } from '../failures';
import { EXIT, type ExitCode, inShellLanguage, type Output } from '../output';
import { action } from '../run';

const API = 'apps/api/src/main.js';
const WORKER = 'apps/worker/src/main.js';
const HIGHEST_PORT = 65_535;

type FirstLine = { ready: true; url?: string } | { ready: false; code: string; zh: string; en: string };

/** The child's line on standard error once it is ready, or why it is not. */
const firstLine = (line: string): FirstLine | undefined => (line.startsWith('{"ready":') ? (JSON.parse(line) as FirstLine) : undefined);

function tellFirst(output: Output, first: FirstLine): void {
  if (!first.ready) {
    output.error(new CommandError(first.code, first.zh, first.en, {}, BROKEN_ENVIRONMENT));
    return;
  }
  const { ready: _, ...what } = first;
  if (output.json) output.answer(what, () => '');
  else output.say(`已就绪${first.url ? `：${first.url}` : ''}（Ctrl+C 停止）`, `Ready${first.url ? `: ${first.url}` : ''} (Ctrl+C stops)`);
}

/** Runs a built application as a child process until it ends; passes signals, its standard error and its exit code on. */
function runChild(output: Output, entry: string, env: NodeJS.ProcessEnv): Promise<ExitCode> {
  output.progress.stop();
  const child = spawn(process.execPath, [path.join(projectRoot(), 'dist', entry)], { stdio: ['inherit', 'inherit', 'pipe'], env });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  createInterface({ input: child.stderr }).on('line', (line) => {
    const first = firstLine(line);
    if (first) tellFirst(output, first);
    else process.stderr.write(`${line}\n`);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 || code === null ? EXIT.done : EXIT.broken));
  });
}

/** The API with the settings given, until it is stopped. */
export const serve = (output: Output, env: NodeJS.ProcessEnv): Promise<ExitCode> => runChild(output, API, env);

/**
 * For who does long work before it serves: asks at once whether the address can be had. @throws DomainError PORT_TAKEN
 */
export async function refuseTakenPort(env: NodeJS.ProcessEnv): Promise<void> {
  const { host, port } = readArea(HttpSettings, env);
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      // Whatever else is wrong with the address is the server's to say.
      if (error.code === 'EADDRINUSE') reject(new DomainError('PORT_TAKEN', { host, port }));
      else resolve();
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function portOf(text: string): string {
  if (!/^\d{1,5}$/.test(text)) throw new DomainError('NOT_A_NUMBER', { value: text }, { field: '--port' });
  if (Number(text) > HIGHEST_PORT) throw new DomainError('OUT_OF_RANGE', { value: text }, { field: '--port' });
  return text;
}

export const serveCommand = (): Command =>
  new Command('serve')
    .description(inShellLanguage('启动接口服务；嵌入式数据库时兼做后台任务', 'API; with the embedded pair also the jobs'))
    .option('--port <port>', inShellLanguage('监听端口', 'port to listen on'))
    .option('--json')
    .action(
      action(async (output: Output, options: { port?: string }) => {
        const port = options.port === undefined ? {} : { GRID_PORT: portOf(options.port) };
        return serve(output, { ...process.env, ...port });
      }),
    );

export const workerCommand = (): Command =>
  new Command('worker')
    .description(inShellLanguage('只做后台任务（MySQL + Redis）', 'jobs only (MySQL + Redis)'))
    .option('--json')
    .action(
      action(async (output: Output) => {
        refuseUnknown(process.env);
        const embedded = readArea(DatabaseSettings, process.env).kind === 'sqlite' || readArea(JobSettings, process.env).redisUrl === '';
        if (embedded) throw new DomainError('WORKER_NEEDS_QUEUE');
        return runChild(output, WORKER, process.env);
      }),
    );
