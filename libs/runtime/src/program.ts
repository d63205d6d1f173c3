import { toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';

export interface RunningProgram {
  /** Told in the ready line on standard error, for whoever started the process. */
  ready: Readonly<Record<string, string | number | boolean>>;
  close(): Promise<void>;
}

/** What is still going on after so long is given up: leases and roll-backs make that safe. */
const DRAIN_MS = 20_000;
const BROKEN = 3;

const line = (content: object): void => void process.stderr.write(`${JSON.stringify(content)}\n`);

/**
 * The life of a server process: one JSON line when ready or why not (both languages, exit code 3), and an orderly end on SIGTERM and SIGINT,
 * at most 20 seconds long.
 */
export function runProgram(start: () => Promise<RunningProgram>): void {
  start().then(
    (program) => {
      line({ ready: true, ...program.ready });
      let stopping = false;
      const stop = (): void => {
        // A terminal's Ctrl+C reaches this process twice, from the terminal and from the launcher: the second must not cut the end short.
        if (stopping) return;
        stopping = true;
        setTimeout(() => process.exit(1), DRAIN_MS).unref();
        program.close().then(
          () => process.exit(0),
          () => process.exit(1),
        );
      };
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
    },
    (error: unknown) => {
      const problem = toProblem(error);
      const reasons = problem.details.length > 0 ? problem.details : [problem];
      for (const { code, zh, en } of reasons) line({ ready: false, code, zh, en });
      if (!(error instanceof DomainError)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(BROKEN);
    },
  );
}
