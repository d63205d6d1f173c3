import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { benchCommand } from './commands/bench';
import { calcCommand } from './commands/calc';
import { dbCommand } from './commands/db';
import { demoCommand } from './commands/demo';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { payCommand } from './commands/pay';
import { policyCommand } from './commands/policy';
import { serveCommand, workerCommand } from './commands/serve';
import { userCommand } from './commands/user';
import { replayCommand } from './commands/replay';
import { verifyCommand } from './commands/verify';
import { usageError } from './failures';
import { EXIT, languageOf, Output } from './output';

/** Every command: `grid <name> … [--json]`; see the README of this folder for exit codes and output. */
export function program(): Command {
  const grid = new Command('grid').description('GridStaff 网格员队伍与薪酬管理系统').option('--json');
  for (const command of [demoCommand, dbCommand, userCommand, importCommand, exportCommand, payCommand, policyCommand, calcCommand, verifyCommand, replayCommand, benchCommand, serveCommand, workerCommand]) {
    grid.addCommand(command());
  }
  everyCommand(grid, (command) =>
    command.exitOverride().configureOutput({
      writeOut: (text) => process.stderr.write(text),
      writeErr: (text) => process.stderr.write(text),
      // What the parser refuses is told by `main`, in the reader's language.
      outputError: () => undefined,
    }),
  );
  return grid;
}

function everyCommand(command: Command, apply: (command: Command) => void): void {
  apply(command);
  for (const child of command.commands) everyCommand(child, apply);
}

const HELP = new Set(['commander.help', 'commander.helpDisplayed']);

async function main(): Promise<void> {
  try {
    await program().parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError && HELP.has(error.code)) {
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
      return;
    }
    const output = new Output(process.argv.includes('--json'), languageOf(process.env));
    process.exitCode = output.error(error instanceof CommanderError ? usageError(error) : error);
    output.progress.stop();
  }
}

/**
 * Ends the process once everything is written: a house that failed half way up may have left connections open that nobody can close any more,
 * and a command must not wait for them.
 */
async function leave(): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) await new Promise<void>((written) => stream.write('', () => written()));
  process.exit();
}

// Whoever read the answer has gone (`grid … | head`): there is nobody left to tell anything.
process.stdout.on('error', () => process.exit());

void main().then(leave);
