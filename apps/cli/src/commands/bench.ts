import { Command, Option } from 'commander';
import { benchImport, importHere } from '../bench/import';
import { benchOffice } from '../bench/office';
import { benchPayroll } from '../bench/payroll';
import { benchSearch } from '../bench/search';
import { EXIT, type Output } from '../output';
import { action } from '../run';
import { DatabaseSettings, readArea } from '@gridstaff/runtime';
import { DomainError } from '@gridstaff/kernel';

const count = (text: string, option: string, max: number): number => {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > max) throw new DomainError('OUT_OF_RANGE', { value: text }, { field: option });
  return value;
};

const payroll = action(async (output: Output, flags: { staff: string; workers: string; repeat: string }) => {
  const workers = count(flags.workers, '--workers', 16);
  if (workers > 1 && readArea(DatabaseSettings, process.env).kind === 'sqlite') throw new DomainError('WORKER_NEEDS_QUEUE');
  const result = await benchPayroll({
    staff: count(flags.staff, '--staff', 115_000),
    workers,
    repeat: count(flags.repeat, '--repeat', 20),
    say: (zh, en) => output.say(zh, en),
  });
  output.answer(result, () => JSON.stringify(result, null, 1));
  return EXIT.done;
});

const office = action(async (output: Output, flags: { staff: string; repeat: string }) => {
  const result = await benchOffice({ staff: count(flags.staff, '--staff', 10_000), repeat: count(flags.repeat, '--repeat', 100) });
  output.answer(result, () => JSON.stringify(result, null, 1));
  return EXIT.done;
});

const search = action(async (output: Output, flags: { people: string }) => {
  const result = await benchSearch({ people: count(flags.people, '--people', 1_000_000), say: (zh, en) => output.say(zh, en) });
  output.answer(result, () => JSON.stringify(result, null, 1));
  return EXIT.done;
});

const importRoster = action(async (output: Output, flags: { rows: string; file?: string }) => {
  const rows = count(flags.rows, '--rows', 20_000);
  const result = flags.file === undefined ? await benchImport(rows) : await importHere(rows, flags.file);
  output.answer(result, () => JSON.stringify(result, null, 1));
  return EXIT.done;
});

export const benchCommand = (): Command => {
  const bench = new Command('bench').description('measurements in a temporary database of their own');
  bench
    .command('payroll')
    .description('one regular run end to end against the raw insert of the same rows')
    .requiredOption('--staff <n>')
    .option('--workers <n>', 'processes that calculate (MySQL + Redis)', '1')
    .option('--repeat <n>', 'repetitions; the median is told', '1')
    .option('--json')
    .action(payroll);
  bench
    .command('office')
    .description('what somebody of an office waits for: preview of a month, what-if of a year, and the engine alone')
    .option('--staff <n>', 'people in post', '300')
    .option('--repeat <n>', 'repetitions; the median is told', '10')
    .option('--json')
    .action(office);
  bench
    .command('search')
    .description('pages of the roster: names, pinyin, tails of numbers, grids, filters, as of a day; and reports of its people')
    .requiredOption('--people <n>')
    .option('--json')
    .action(search);
  bench
    .command('import')
    .description('a roster of so many people from the bytes of the workbook to the commit')
    .requiredOption('--rows <n>')
    .addOption(new Option('--file <workbook>', 'measures in this process').hideHelp())
    .option('--json')
    .action(importRoster);
  return bench;
};
