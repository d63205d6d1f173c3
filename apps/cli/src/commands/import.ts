import { messageOf, toProblem } from '@gridstaff/contracts';
import { type CellError, type ImportKind, ImportService } from '@gridstaff/exchange';
import { DomainError } from '@gridstaff/kernel';
import { LoadBudget } from '@gridstaff/fund';
import { Command } from 'commander';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXIT, type ExitCode, type Output } from '../output';
import { action, actorOf, centreOf, withApp } from '../run';

interface ImportOptions {
  template?: string;
  centre?: string;
  period?: string;
  dryRun?: boolean;
  as?: string;
}

export const IMPORT_KINDS: readonly ImportKind[] = ['budget', 'roster', 'attendance', 'scores', 'opening', 'bases', 'deductions'];

function readFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new DomainError('FILE_UNREADABLE', { file }, { file }, [], { cause: error });
  }
}

/** The published budget as JSON: loaded whole, once. */
function publishedBudget(output: Output, content: Buffer, options: ImportOptions): Promise<ExitCode> {
  let document: unknown;
  try {
    document = JSON.parse(content.toString('utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw new DomainError('INVALID_INPUT', { reason: 'JSON' }, {}, [], { cause: error });
  }
  if (options.dryRun) throw new DomainError('INVALID_INPUT', { reason: '--dry-run: .xlsx' }, { field: '--dry-run' });
  return withApp(async (app) => {
    const centre = await centreOf(app, options.centre);
    const key = `import-budget-${createHash('sha256').update(content).digest('hex').slice(0, 40)}`;
    const loaded = await app.get(LoadBudget).run(await actorOf(app, options.as), { centreId: centre.id, document, key });
    output.answer(loaded, () => output.text(`已载入 ${loaded.fiscalYear} 年预算，共 ${loaded.funds.length} 条`, `Budget of ${loaded.fiscalYear} loaded, ${loaded.funds.length} lines`));
    return EXIT.done;
  });
}

const described = (output: Output, error: CellError): CellError & { message: string } => ({
  ...error,
  message: messageOf(toProblem(new DomainError(error.code, { ...error.params })), output.language),
});

const run = action(async (output: Output, kind: string, file: string | undefined, options: ImportOptions): Promise<ExitCode> => {
  if (options.template) {
    const target = path.resolve(options.template);
    return withApp(async (app) => {
      writeFileSync(target, await app.get(ImportService).template(kind, output.language));
      output.answer({ file: target }, () => target);
      return EXIT.done;
    });
  }
  if (!file) throw new DomainError('MISSING_FIELD', { name: 'FILE' });
  const content = readFile(file);
  if (kind === 'budget' && file.endsWith('.json')) return publishedBudget(output, content, options);
  return withApp(async (app) => {
    const centre = await centreOf(app, options.centre);
    const result = await app.get(ImportService).run(await actorOf(app, options.as), {
      kind,
      centreId: centre.id,
      period: options.period,
      fileName: path.basename(file),
      file: content,
      dryRun: options.dryRun ?? false,
    });
    const errors = result.errors.map((error) => described(output, error));
    output.answer({ ...result, errors }, () =>
      [
        output.text(
          `新增 ${result.created}，更新 ${result.changed}，不变 ${result.same}，错误 ${result.wrong}${options.dryRun ? '（试运行，未写入）' : ''}`,
          `new ${result.created}, changed ${result.changed}, same ${result.same}, wrong ${result.wrong}${options.dryRun ? ' (dry run, nothing written)' : ''}`,
        ),
        ...errors.map((e) => `${e.sheet}!${e.row} ${e.column} “${e.value}” ${e.code}: ${e.message}`),
      ].join('\n'),
    );
    return errors.length > 0 ? EXIT.failed : EXIT.done;
  });
});

export const importCommand = (): Command =>
  new Command('import')
    .description(`bring in a workbook: ${IMPORT_KINDS.join(', ')}`)
    .argument('<kind>')
    .argument('[file]')
    .option('--template <file>', 'write the empty template of the kind instead')
    .option('--centre <code>')
    .option('--period <YYYY-MM>')
    .option('--dry-run', 'check everything, write nothing')
    .option('--as <user>', 'user the act is recorded for')
    .option('--json')
    .action(run);
