import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Actor } from '@gridstaff/contracts';
import { ExportRegistry, type ExportedFile, ExportService, type LeftOut } from '@gridstaff/exchange';
import { DomainError, formatYuan, type Id } from '@gridstaff/kernel';
import { RunQueries, RunTotals } from '@gridstaff/payroll';
import { Agencies } from '@gridstaff/roster';
import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { CommandError } from '../failures';
import { EXIT, type ExitCode, inShellLanguage, type Output } from '../output';
import { action, actorOf, withApp } from '../run';

export interface ExportCommandOptions {
  run: string;
  out: string;
  as?: string;
  format?: string;
  agency?: string;
  purpose?: string;
  language?: string;
  worker?: string;
  layout?: string;
  columns?: string;
  template?: string;
  group?: string;
}

/** `--run` takes the run's id or its number. @throws DomainError NOT_FOUND, FORBIDDEN */
const runIdOf = async (app: INestApplicationContext, actor: Actor, text: string): Promise<Id> =>
  /^\d{1,9}$/.test(text) ? (await app.get(RunQueries).byNo(actor, Number(text))).id : text;

/** `--agency` takes the code, name or id of an agency; what is none goes on as it is and is refused with the agencies of the run. */
async function agencyIdOf(app: INestApplicationContext, runId: Id, text: string | undefined): Promise<Id | undefined> {
  if (text === undefined) return undefined;
  const { centreId } = await app.get(RunTotals).run(runId);
  const agencies = await app.get(Agencies).inCentre(centreId);
  return agencies.find(({ id, code, name }) => [id, code, name].includes(text))?.id ?? text;
}

/** Whole or not at all: written beside the target, flushed, and moved into its place. @throws CommandError OUT_UNWRITABLE */
function writeWhole(target: string, content: Buffer): void {
  const part = `${target}.${randomUUID()}.part`;
  try {
    const file = openSync(part, 'wx', 0o600);
    try {
      for (let at = 0; at < content.length;) at += writeSync(file, content, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw new CommandError('OUT_UNWRITABLE', `不能写入“${target}”；请检查文件夹与权限。`, `“${target}” cannot be written; check the folder and its rights.`, { field: '--out', file: target }, 400, { cause: error });
  }
}

function readTemplate(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new DomainError('FILE_UNREADABLE', { file }, { file }, [], { cause: error });
  }
}

/** Papers are the centre's, so Chinese whatever the shell speaks. @throws DomainError EXPORT_OPTION */
function languageOf({ language = 'zh' }: ExportCommandOptions): 'zh' | 'en' {
  if (language === 'zh' || language === 'en') return language;
  throw new DomainError('EXPORT_OPTION', { name: 'language', value: language.slice(0, 20), choices: 'zh, en' }, { field: '--language' });
}

/** `--format`, or what the name of the file says where that is a format of the kind. */
function formatOf({ format, out }: ExportCommandOptions, known: readonly string[]): string | undefined {
  const extension = path.extname(out).slice(1).toLowerCase();
  return format ?? (known.includes(extension) ? extension : undefined);
}

const shown = ({ workerNo, code, amount }: LeftOut): { workerNo: number; code: string; amount: string } => ({ workerNo, code, amount: formatYuan(amount) });

function answerOf(output: Output, file: string, exported: ExportedFile): ExitCode {
  const { rows, sha256, format, fileName, leftOut } = exported;
  const missing = leftOut.map(shown);
  output.answer({ file, name: fileName, format, rows, bytes: exported.content.length, sha256, leftOut: missing }, () =>
    [
      output.text(`${file}：${rows} 行，SHA-256 ${sha256}`, `${file}: ${rows} rows, SHA-256 ${sha256}`),
      ...missing.map((m) => output.text(`未列入：工号 ${m.workerNo}，${m.amount} 元，${m.code}`, `left out: worker ${m.workerNo}, ${m.amount} yuan, ${m.code}`)),
    ].join('\n'),
  );
  return missing.length > 0 ? EXIT.failed : EXIT.done;
}

/** Several files come as a zip: under another name nobody could open it. @throws CommandError OUT_IS_ZIP */
function refuseWrongName(target: string, { fileName }: ExportedFile): void {
  if (path.extname(fileName) !== '.zip' || path.extname(target).toLowerCase() === '.zip') return;
  throw new CommandError('OUT_IS_ZIP', '人数超过单个文件的上限，将分成多个文件打包；请把 --out 改为 .zip 文件。', 'There are more people than one file may hold, so several files come as one zip; give --out a name that ends in .zip.', { field: '--out' });
}

const run = action((output: Output, kind: string, options: ExportCommandOptions): Promise<ExitCode> => {
  const target = path.resolve(options.out);
  if (options.worker !== undefined && !/^\d{1,9}$/.test(options.worker)) throw new DomainError('NOT_A_NUMBER', { value: options.worker }, { field: '--worker' });
  const template = options.template === undefined ? undefined : readTemplate(options.template);
  return withApp(
    async (app) => {
      const handler = app.get(ExportRegistry).handlerFor(kind);
      const language = languageOf(options);
      const actor = await actorOf(app, options.as);
      const runId = await runIdOf(app, actor, options.run);
      const exported = await app.get(ExportService).run(actor, {
        ...{ kind, runId, agencyId: await agencyIdOf(app, runId, options.agency), format: formatOf(options, handler.formats) },
        // The contract of the command line has no purpose: whoever gives none exports for what the kind is for, and the audit says so.
        purpose: options.purpose ?? handler.titles[handler.languages.includes(language) ? language : 'zh'],
        language,
        options: { workerNo: options.worker === undefined ? undefined : Number(options.worker), layout: options.layout, columns: options.columns, template, groupBy: options.group },
      });
      refuseWrongName(target, exported);
      writeWhole(target, exported.content);
      return answerOf(output, target, exported);
    },
    { consumeJobs: false },
  );
});

export const exportCommand = (): Command =>
  new Command('export')
    .description(inShellLanguage('导出文件：payroll、payslip、payslips、bank、tax、insurance、settlement', 'files out: payroll, payslip, payslips, bank, tax, insurance, settlement'))
    .argument('<kind>')
    .requiredOption('--run <id>', inShellLanguage('工资批次的编号或批次号', 'id or number of the pay run'))
    .requiredOption('--out <file>', inShellLanguage('写入的文件', 'file to write'))
    .option('--as <user>', inShellLanguage('以谁的名义导出', 'user the export is recorded for'))
    .option('--format <format>', 'xlsx, pdf, csv')
    .option('--agency <code>', inShellLanguage('只含一家派遣公司', 'people of one agency only'))
    .option('--purpose <text>', inShellLanguage('用途，印在文件上并记入审计', 'what it is for; printed on the file and kept in the audit log'))
    .option('--language <language>', inShellLanguage('文件语言 zh 或 en；报送格式始终为中文', 'language of the file, zh or en; forms of authorities and banks stay Chinese'))
    .option('--worker <no>', inShellLanguage('单人工资条的工号', 'worker of a single payslip'))
    .option('--layout <code>', inShellLanguage('银行版式', 'layout of the bank file'))
    .option('--columns <n>', inShellLanguage('个税模板列数：30、29 或 28', 'columns of the tax file: 30, 29 or 28'))
    .option('--template <file>', inShellLanguage('填入税务客户端的模板（.xlsx）', 'fill in the tax client’s own template (.xlsx)'))
    .option('--group <by>', inShellLanguage('工资表分表：agency 或 street', 'sheets of the pay sheet: agency or street'))
    .option('--json')
    .action(run);
