import { messageOf, toProblem } from '@gridstaff/contracts';
import { type CellError, type ImportKind, type ImportResult, ImportService } from '@gridstaff/exchange';
import { DomainError } from '@gridstaff/kernel';
import { Command } from 'commander';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXIT, type ExitCode, inShellLanguage, type Output } from '../output';
import { action, actorOf, centreOf, withApp } from '../run';
import { isPublishedBudget, loadPublishedBudget } from './published-budget';

export interface ImportOptions {
  template?: string;
  centre?: string;
  period?: string;
  dryRun?: boolean;
  as?: string;
}

const IMPORT_KINDS: readonly ImportKind[] = ['budget', 'roster', 'units', 'attendance', 'scores', 'opening', 'bases', 'contracts', 'deductions', 'bonuses', 'one_offs', 'splits', 'prior_services'];

function readFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new DomainError('FILE_UNREADABLE', { file }, { file }, [], { cause: error });
  }
}

/** An error as the contract has it: where it stands, what was found there, and what to do about it. */
const described = ({ sheet, row, column, value, code, params }: CellError, output: Output) => ({
  ...{ sheet, row, column, value, code },
  message: messageOf(toProblem(new DomainError(code, { ...params })), output.language),
});

/** What keeps the whole file out (no workbook, no period, no right …) is an error of the file, told like those of its cells. */
const wholeFile = (error: DomainError): CellError => ({
  sheet: '',
  row: 0,
  column: '',
  value: error.place.file ?? '',
  code: error.code,
  params: error.params as CellError['params'],
});

function tell(output: Output, answer: ImportResult, dryRun: boolean): void {
  const errors = answer.errors.map((error) => described(error, output));
  output.answer({ ...answer, errors }, () =>
    [
      output.text(
        `新增 ${answer.created}，更新 ${answer.changed}，不变 ${answer.same}，错误 ${answer.wrong}${errors.length > 0 ? '（未写入）' : dryRun ? '（试运行，未写入）' : ''}`,
        `new ${answer.created}, changed ${answer.changed}, same ${answer.same}, wrong ${answer.wrong}${errors.length > 0 ? ' (nothing written)' : dryRun ? ' (dry run, nothing written)' : ''}`,
      ),
      ...errors.map((e) => `${e.sheet}!${e.row} ${e.column}${e.value ? ` “${e.value}”` : ''} ${e.code}: ${e.message}`),
    ].join('\n'),
  );
}

function importFile(output: Output, kind: string, file: string, options: ImportOptions): Promise<ExitCode> {
  const content = readFile(file);
  const dryRun = options.dryRun ?? false;
  return withApp(async (app) => {
    const centre = await centreOf(app, options.centre);
    const actor = await actorOf(app, options.as);
    const request = {
      kind,
      centreId: centre.id,
      period: options.period,
      fileName: path.basename(file),
      file: content,
      dryRun,
    };
    try {
      const answer = isPublishedBudget(kind, file)
        ? await loadPublishedBudget(app, actor, request)
        : await app.get(ImportService).run(actor, request);
      tell(output, answer, dryRun);
      return answer.errors.length > 0 ? EXIT.failed : EXIT.done;
    } catch (error) {
      if (!output.json || !(error instanceof DomainError) || toProblem(error).status >= 500) throw error;
      tell(output, { batchId: null, created: 0, changed: 0, same: 0, wrong: 0, errors: [wholeFile(error)] }, dryRun);
      return output.error(error);
    }
  });
}

function writeTemplate(output: Output, kind: string, file: string): Promise<ExitCode> {
  const target = path.resolve(file);
  return withApp(
    async (app) => {
      writeFileSync(target, await app.get(ImportService).template(kind, output.language));
      output.answer({ file: target }, () => target);
      return EXIT.done;
    },
    { consumeJobs: false },
  );
}

const run = action(
  async (output: Output, kind: string, file: string | undefined, options: ImportOptions): Promise<ExitCode> => {
    if (!IMPORT_KINDS.some((known) => known === kind))
      throw new DomainError('IMPORT_KIND_UNKNOWN', { kind, kinds: IMPORT_KINDS.join(', ') });
    if (options.template !== undefined) return writeTemplate(output, kind, options.template);
    if (file === undefined) throw new DomainError('MISSING_FIELD', { name: 'FILE' });
    return importFile(output, kind, file, options);
  },
);

export const importCommand = (): Command =>
  new Command('import')
    .description(`${inShellLanguage('导入工作簿：', 'bring in a workbook: ')}${IMPORT_KINDS.join(', ')}`)
    .argument('<kind>')
    .argument('[file]')
    .option(
      '--template <file>',
      inShellLanguage('改为写出该类的空模板', 'write the empty template of the kind instead'),
    )
    .option(
      '--centre <code>',
      inShellLanguage('中心代码，只有一个时可省略', 'code of the centre, where there are several'),
    )
    .option('--period <YYYY-MM>')
    .option('--dry-run', inShellLanguage('只检查，不写入', 'check everything, write nothing'))
    .option('--as <user>', inShellLanguage('以谁的名义记录', 'user the act is recorded for'))
    .option('--json')
    .action(run);
