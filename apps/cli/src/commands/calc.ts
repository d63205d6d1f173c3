import { Calculators } from '@gridstaff/payroll';
import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { EXIT, type Output } from '../output';
import { action } from '../run';

/** Exit status 0 when all were computed, 1 when any has an error, 2 when the input is not JSON or not an array. */
export const calcCommand = (): Command =>
  new Command('calc')
    .description('calculators 试算: JSON cases in, JSON answers out')
    .argument('<file>', 'JSON file, - for standard input')
    .option('--json', 'accepted for uniformity; the answer is always JSON')
    .action(
      action(async (output: Output, file: string) => {
        const cases = readCases(file);
        if (!cases) {
          output.say(`${file} 不是 JSON 数组；请提供形如 [{"id","op","input"}] 的内容。`, `${file} is no JSON array; give [{"id","op","input"}].`);
          return EXIT.usage;
        }
        const answers = Calculators.fromPacks().run(cases);
        process.stdout.write(`${JSON.stringify(answers, null, 1)}\n`);
        return answers.some((answer) => 'error' in answer) ? EXIT.failed : EXIT.done;
      }),
    );

function readCases(file: string): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, ''));
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
