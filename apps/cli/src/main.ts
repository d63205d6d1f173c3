import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { benchCommand } from './commands/bench';
import { calcCommand } from './commands/calc';
import { dbCommand } from './commands/db';
import { demoCommand } from './commands/demo';
import { importCommand } from './commands/import';
import { payCommand } from './commands/pay';
import { serveCommand, workerCommand } from './commands/serve';
import { userCommand } from './commands/user';
import { verifyCommand } from './commands/verify';
import { EXIT, languageOf, Output } from './output';

/** Every command: `grid <name> … [--json]`; see the README of this folder for exit codes and output. */
export function program(): Command {
  const grid = new Command('grid')
    .description('GridStaff 网格员队伍与薪酬管理系统')
    .exitOverride()
    .configureOutput({ writeOut: (text) => process.stderr.write(text), writeErr: (text) => process.stderr.write(text) });
  for (const command of [demoCommand, dbCommand, userCommand, importCommand, payCommand, calcCommand, verifyCommand, benchCommand, serveCommand, workerCommand]) {
    grid.addCommand(command());
  }
  return grid;
}

async function main(): Promise<void> {
  try {
    await program().parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
      return;
    }
    process.exitCode = new Output(false, languageOf(process.env)).error(error);
  }
}

void main();
