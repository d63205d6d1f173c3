import { type Language, messageOf, parameterName, toProblem } from '@gridstaff/contracts';
import { Actors } from '@gridstaff/identity';
import { DomainError, type ErrorPlace, formatYuan, type Json, parsePeriod } from '@gridstaff/kernel';
import { type Amounts, PackDesk, type PackEffect, type PeriodImpact } from '@gridstaff/payroll';
import {
  checkPack,
  defaultPolicyDir,
  inYuan,
  type ListedValue,
  type ParameterChange,
  Policies,
  PolicyPacks,
  readPackFiles,
  readPackPath,
} from '@gridstaff/policy';
import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { EXIT, inShellLanguage, type Output, table } from '../output';
import { action, osUser, withApp } from '../run';

const AMOUNTS = ['gross', 'employeeInsurance', 'employeeFund', 'tax', 'net', 'employerInsurance', 'employerFund', 'fee', 'cost'] as const;

const CELL = 48;

/** Amounts as yuan text, composite values as compact JSON. */
function shown(value: Json): string {
  // The pack says that the region does not have it.
  if (value === null) return 'none';
  const yuan = inYuan(value);
  return typeof yuan === 'string' ? yuan : JSON.stringify(yuan);
}

/** A tax table would push everything else off the screen; `--json` has it whole. */
const clipped = (value: Json): string => (shown(value).length > CELL ? `${shown(value).slice(0, CELL)}…` : shown(value));

const mark = (value: ListedValue, output: Output): string => (value.confidence === 'confirmed' ? output.text('已确认', 'confirmed') : output.text('待确认', 'unconfirmed'));

const valueDocument = (value: ListedValue, language: Language): object => ({ ...value, name: parameterName(value.key, language), value: inYuan(value.value) });

/** The shipped packs with those of a file on top, or those of a folder alone. */
function packsOf(path: string): PolicyPacks {
  const read = readPackPath(path);
  if ('folders' in read) return PolicyPacks.fromFiles(read.folders);
  return PolicyPacks.fromFiles([...readPackFiles(defaultPolicyDir()), ...read.texts.map((file) => ({ ...file, rank: 1 }))]);
}

const list = action(async (output: Output, file: string | undefined, options: { region?: string; on?: string }) => {
  const packs = file === undefined ? await withApp(async (app) => app.get(Policies).now(), { consumeJobs: false }) : packsOf(file);
  const on = options.on === undefined ? undefined : parsePeriod(options.on, '--on');
  const regions = options.region === undefined ? packs.regions() : [options.region];
  const values = on === undefined ? packs.list(options.region) : regions.flatMap((region) => packs.inForce(region, on).map((value) => ({ region, ...value })));
  const headers = output.text('层级,参数,取值,起,止,状态,来源', 'layer,parameter,value,from,to,mark,source').split(',');
  const rows = values.map((v) => [v.layer, `${v.key} ${parameterName(v.key, output.language)}`, clipped(v.value), v.validFrom, v.validTo ?? '', mark(v, output), v.source]);
  const open = values.filter((v) => v.confidence === 'unconfirmed').length;
  output.answer({ regions, values: values.map((v) => valueDocument(v, output.language)) }, () =>
    [table(headers, rows, new Set()), output.text(`${values.length} 个取值，${open} 个待确认`, `${values.length} values, ${open} unconfirmed`)].join('\n'),
  );
  return EXIT.done;
});

interface Finding {
  file: string;
  path: string;
  code: string;
  message: string;
}

const findingOf = (error: DomainError, language: Language): Finding => {
  const { file = '', path = '' } = error.place as ErrorPlace & { path?: string };
  return { file, path, code: error.code, message: messageOf(toProblem(error), language) };
};

/** Everything that is wrong with a file or folder; nothing else of the machine is needed. */
const check = action(async (output: Output, file: string) => {
  const findings = problemsOf(file).map((error) => findingOf(error, output.language));
  output.answer({ file, ok: findings.length === 0, findings }, () =>
    [
      ...findings.map((f) => `${f.file} ${f.path}\n  ${f.code}: ${f.message}`),
      findings.length === 0 ? output.text('没有发现问题。', 'Nothing wrong was found.') : output.text(`发现 ${findings.length} 处问题`, `${findings.length} findings`),
    ].join('\n'),
  );
  return findings.length === 0 ? EXIT.done : EXIT.failed;
});

function problemsOf(path: string): readonly DomainError[] {
  try {
    packsOf(path);
    return [];
  } catch (error) {
    if (error instanceof DomainError && error.code === 'POLICY_INVALID') return error.details;
    throw error;
  }
}

const yuanOf = (amounts: Amounts): Record<string, string> => Object.fromEntries(AMOUNTS.map((name) => [name, formatYuan(amounts[name])]));

const changeDocument = ({ before, after, ...change }: ParameterChange, language: Language): object => ({
  ...change,
  name: parameterName(change.key, language),
  before: before && valueDocument(before, language),
  after: after && valueDocument(after, language),
});

const periodDocument = ({ before, after, difference, affected, ...period }: PeriodImpact): object => ({
  ...period,
  before: yuanOf(before),
  after: yuanOf(after),
  difference: yuanOf(difference),
  affected: affected.map((person) => ({
    workerNo: person.workerNo,
    excluded: person.excluded,
    before: person.before && yuanOf(person.before),
    after: person.after && yuanOf(person.after),
    difference: yuanOf(person.difference),
  })),
});

const effectDocument = ({ centres, hash, basis }: PackEffect): object => ({
  hash,
  basis,
  centres: centres.map(({ periods, funds, names: _, ...centre }) => ({
    ...centre,
    periods: periods.map(periodDocument),
    funds: funds.map(({ available, difference, short, ...fund }) => ({ ...fund, available: formatYuan(available), difference: formatYuan(difference), short: formatYuan(short) })),
  })),
});

function printed(changes: readonly ParameterChange[], effect: PackEffect, output: Output): string {
  const headers = output.text('参数,月份,原值,新值,来源,状态', 'parameter,months,old,new,source,mark').split(',');
  const rows = changes.map((c) => [
    `${c.key} ${parameterName(c.key, output.language)}`,
    `${c.region} ${c.from}–${c.to}`,
    c.before ? clipped(c.before.value) : '',
    c.after ? clipped(c.after.value) : '',
    c.after?.source ?? '',
    c.after ? mark(c.after, output) : '',
  ]);
  const state: Readonly<Record<PeriodImpact['state'], string>> = { paid: output.text('已发', 'paid'), open: output.text('未发', 'open'), ahead: output.text('今后', 'ahead') };
  const months = output.text('月份,状态,受影响人数,应发,个人社保,个税,实发,单位社保,资金', 'month,state,people affected,gross,insurance,tax,net,employer insurance,fund').split(',');
  const shownAmounts = ['gross', 'employeeInsurance', 'tax', 'net', 'employerInsurance', 'cost'] as const;
  const centres = effect.centres.flatMap((centre) => [
    centre.centreName,
    table(months, centre.periods.map((p) => [p.period, state[p.state], String(p.affected.length), ...shownAmounts.map((name) => formatYuan(p.difference[name]))]), new Set([2, 3, 4, 5, 6, 7, 8])),
    ...centre.periods.flatMap((p) => p.unknown.map((u) => output.text(`${p.period}：${u.people} 人无法测算（${u.code}）`, `${p.period}: ${u.people} people cannot be calculated (${u.code})`))),
    ...centre.skipped.map((s) => output.text(`${s.period} 未能测算：${s.code}`, `${s.period} was not calculated: ${s.code}`)),
    ...centre.funds.map((f) => {
      const fits = f.short === 0 ? '' : output.text(`，缺口 ${formatYuan(f.short)}`, `, short by ${formatYuan(f.short)}`);
      return output.text(`${f.name}：影响 ${formatYuan(f.difference)}，可用 ${formatYuan(f.available)}${fits}`, `${f.name}: ${formatYuan(f.difference)} of ${formatYuan(f.available)} available${fits}`);
    }),
  ]);
  return [table(headers, rows, new Set()), ...centres].join('\n');
}

/** What the pack would change, on the real engine and the configured database; nothing is saved. */
const preview = action(async (output: Output, file: string) => {
  const text = readFileSync(file, 'utf8');
  return withApp(
    async (app) => {
      const actor = app.get(Actors).system(osUser());
      const { findings, changes } = checkPack(await app.get(Policies).now(), text, basename(file));
      if (findings.length > 0) {
        const found = findings.map((error) => findingOf(error, output.language));
        output.answer({ file, ok: false, findings: found, changes: [], effect: null }, () => found.map((f) => `${f.file} ${f.path}\n  ${f.code}: ${f.message}`).join('\n'));
        return EXIT.failed;
      }
      const effect = await app.get(PackDesk).effect(actor, text);
      output.answer({ file, ok: true, findings: [], changes: changes.map((c) => changeDocument(c, output.language)), effect: effectDocument(effect) }, () => printed(changes, effect, output));
      return effect.centres.some((centre) => centre.funds.some((fund) => fund.short > 0)) ? EXIT.failed : EXIT.done;
    },
    { consumeJobs: false },
  );
});

export const policyCommand = (): Command => {
  const policy = new Command('policy').description(inShellLanguage('政策参数', 'dated policy parameters'));
  policy
    .command('list')
    .description(inShellLanguage('列出现行参数及来源、是否待确认；给出文件或目录时列出其内容', 'list the parameters in force with source and confidence; with a file or folder, those it gives'))
    .argument('[file]')
    .option('--region <code>', inShellLanguage('只列一个地区', 'one region only'))
    .option('--on <YYYY-MM>', inShellLanguage('只列该月生效的取值', 'only what is in force in that month'))
    .option('--json')
    .action(list);
  policy
    .command('check')
    .description(inShellLanguage('检查政策包文件或目录', 'check a pack file or folder'))
    .argument('<file>')
    .option('--json')
    .action(check);
  policy
    .command('preview')
    .description(inShellLanguage('测算政策包的影响，不保存', 'what a pack would change, without saving'))
    .argument('<file>')
    .option('--json')
    .action(preview);
  return policy;
};
