import { Calculators } from '@gridstaff/payroll';
import { DomainError } from '@gridstaff/kernel';
import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { CommandError } from '../failures';
import { EXIT, inShellLanguage, type Output } from '../output';
import { action } from '../run';

/** Exit status 0 when all were computed, 1 when any has an error, 2 when the input is not JSON or not an array. */
export const calcCommand = (): Command =>
  new Command('calc')
    .description(inShellLanguage('试算：读入 JSON 用例，输出 JSON 结果', 'calculators 试算: JSON cases in, JSON answers out'))
    .argument('<file>', inShellLanguage('JSON 文件，- 为标准输入', 'JSON file, - for standard input'))
    .option('--json', inShellLanguage('答案总是 JSON', 'the answer is always JSON'))
    .action(
      action(async (output: Output, file: string) => {
        const answers = Calculators.runShipped(readCases(file));
        const printed = JSON.stringify(answers, null, 1);
        output.print(printed);
        return answers.some((answer) => 'error' in answer) ? EXIT.failed : EXIT.done;
      }),
    );

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new DomainError('FILE_UNREADABLE', { file }, { file }, [], { cause: error });
  }
}

/** @throws DomainError FILE_UNREADABLE; CommandError NOT_JSON, NOT_AN_ARRAY */
function readCases(file: string): unknown[] {
  const text = readText(file);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new CommandError('NOT_JSON', `内容不是 JSON（${reason}）；请更正。`, `The content is no JSON (${reason}); mend it.`, { file });
  }
  if (Array.isArray(parsed)) return parsed;
  throw new CommandError('NOT_AN_ARRAY', '内容不是 JSON 数组；请提供形如 [{"id","op","input"}] 的数组。', 'The content is no JSON array; give [{"id","op","input"}, …].', { file });
}
