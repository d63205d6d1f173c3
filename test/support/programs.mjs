// Finding and running the programs of other packages.
import { spawn } from 'node:child_process';
import { accessSync, constants, openSync, closeSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** Debian keeps servers in folders that an ordinary user's PATH lacks. */
const ALSO = ['/usr/sbin', '/usr/local/sbin', '/sbin'];
const LOG_TAIL = 2_000;

/** Absolute path of a program, or undefined. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...ALSO].filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A loopback port that nobody listened on a moment ago. */
export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/**
 * A program in the background, its output in `logFile`.
 * @returns {{ended: Promise<string>, hasEnded: () => boolean, kill: () => Promise<void>, logTail: () => string}} `ended` gives how
 */
export function background(program, args, logFile) {
  const log = openSync(logFile, 'a');
  // A group of its own: Ctrl-C reaches the test runner alone, which then stops the servers in order.
  const child = spawn(program, args, { stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  let how;
  const ended = new Promise((done) => {
    child.on('error', (error) => done((how = error.message)));
    child.on('exit', (code, signal) => done((how = signal ?? `exit code ${code}`)));
  });
  return {
    ended,
    hasEnded: () => how !== undefined,
    // Its data is thrown away, so there is nothing to shut down in order.
    kill: async () => {
      if (how === undefined) child.kill('SIGKILL');
      await ended;
    },
    logTail: () => readFileSync(logFile, 'utf8').slice(-LOG_TAIL),
  };
}

/** Runs a program to its end. @throws Error with the end of its output when the exit code is not 0 */
export async function run(program, args, logFile) {
  const job = background(program, args, logFile);
  const how = await job.ended;
  if (how !== 'exit code 0') throw new Error(`${program}: ${how}\n${job.logTail()}`);
}

/** Tries until `attempt` succeeds. @throws Error after `deadlineMs`, or at once when the server has ended */
export async function untilReady(server, name, deadlineMs, attempt) {
  const end = performance.now() + deadlineMs;
  for (;;) {
    if (server.hasEnded()) throw new Error(`${name} did not start (${await server.ended})\n${server.logTail()}`);
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > end) {
        throw new Error(`${name} did not answer in ${deadlineMs / 1000} s: ${error.message}\n${server.logTail()}`);
      }
    }
    await new Promise((next) => setTimeout(next, POLL_MS));
  }
}

const POLL_MS = 25;
