import { type Fen, formatYuan, monthOf, ratio } from '@gridstaff/kernel';
import { Command } from 'commander';
import { DEMO_DATABASE, demoEnvironment, type DemoResult, type DemoRow, runDemo } from '../demo/run-demo';
import { receiveVisitors, type Visitor } from '../demo/visitors';
import { CommandError } from '../failures';
import { EXIT, inShellLanguage, type Output, table } from '../output';
import { action } from '../run';
import { refuseTakenPort, serve } from './serve';

interface DemoFlags {
  staff: string;
  seed: string;
  serve: boolean;
}

const MONTHS = 12;
/** Fewer are no centre. The published fund carries about 312 people for a year; more end with FUND_SHORT in the month that it no longer pays. */
const STAFF = { min: 20, max: 400 };
const HIGHEST_SEED = 9_999_999;

/** Per cent with two decimals. */
const percent = (part: Fen, whole: Fen): string => ratio.formatDecimal(ratio.multiply(ratio.rational(part, whole), ratio.rational(100)), 2);

function monthOfResult({ run, fundUsed }: DemoRow, appropriation: Fen): Record<string, string | number> {
  const amounts = ['gross', 'employeeInsurance', 'employeeFund', 'tax', 'otherDeductions', 'net', 'employerInsurance', 'employerFund', 'fee'] as const;
  return {
    period: run.period,
    payDate: run.payDate,
    people: run.people,
    ...Object.fromEntries(amounts.map((name) => [name, formatYuan(run[name])])),
    fundUsed: formatYuan(fundUsed),
    fundLeft: formatYuan(appropriation - fundUsed),
    progressPct: percent(fundUsed, appropriation),
    timeProgressPct: percent(monthOf(run.period), MONTHS),
  };
}

/** The document of `--json`, as the contract of the command line has it; counters of features not built yet are null. */
function documentOf(result: DemoResult): object {
  const { centre, fund, months, files, verify } = result;
  return {
    centre,
    fund: { name: fund.name, appropriation: formatYuan(fund.appropriation) },
    months: months.map((row) => monthOfResult(row, fund.appropriation)),
    ...{ hired: null, trained: null, graded: null, appealed: null },
    files,
    verify,
  };
}

function printed(result: DemoResult, output: Output): string {
  const keys = ['period', 'people', 'gross', 'employeeInsurance', 'tax', 'net', 'employerCost', 'fee', 'fundUsed', 'fundLeft', 'progressPct', 'timeProgressPct'];
  const headers = output.text(
    '月份,人数,应发,个人社保,个税,实发,单位社保公积金,管理费,累计支付,指标余额,执行%,序时%',
    'month,people,gross,insurance,tax,net,employer,fee,fund used,fund left,used %,time %',
  ).split(',');
  const rows = result.months.map((row) => {
    const month: Record<string, string | number> = {
      ...monthOfResult(row, result.fund.appropriation),
      employerCost: formatYuan(row.run.employerInsurance + row.run.employerFund),
    };
    return keys.map((key) => String(month[key]));
  });
  const { verify, fund } = result;
  return [
    `${result.centre} · ${fund.name} ${formatYuan(fund.appropriation)}`,
    table(headers, rows, new Set(headers.keys())),
    ...verify.violations.map((v) => `${v.invariant} ${v.code}: ${v.touches}: ${v.found}`),
    output.text(`对账 ${verify.checked} 项，不符 ${verify.violations.length} 处`, `verify: ${verify.checked} things checked, ${verify.violations.length} violations`),
    output.text(`月度文件在 var/demo/（${result.files.length} 个）`, `${result.files.length} month files in var/demo/`),
  ].join('\n');
}

function wholeNumber(text: string, option: string, min: number, max: number): number {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw new CommandError('OUT_OF_RANGE', `“${text}”不在 ${min} 至 ${max} 的整数范围内。`, `“${text}” is no whole number from ${min} to ${max}.`, { field: option });
}

/** One account per role; the passwords are shown here and nowhere else. */
function howToSignIn(output: Output, visitors: readonly Visitor[]): void {
  const headers = output.text('账号,角色,姓名,初始密码', 'account,role,name,first password').split(',');
  const rows = visitors.map((v) => [v.name, v.role, v.displayName, v.password]);
  const all = table(headers, rows, new Set());
  output.say(
    `登录（初始密码只在此显示一次，首次登录须修改）：\n${all}`,
    `To sign in (first passwords are shown here once, to be changed at the first sign-in):\n${all}`,
  );
  const again = `DATABASE_URL=${DEMO_DATABASE} GRID_KEY_DIR=var/demo/keys npm run -s grid -- user reset demo.hr`;
  output.say(`忘记密码时，在另一个终端运行：${again}`, `For another password, run in another terminal: ${again}`);
}

const demo = action(async (output: Output, flags: DemoFlags) => {
  const staff = wholeNumber(flags.staff, '--staff', STAFF.min, STAFF.max);
  const seed = wholeNumber(flags.seed, '--seed', 0, HIGHEST_SEED);
  const serves = !output.json && flags.serve;
  const env = { ...process.env, ...demoEnvironment() };
  // Also keeps a second demo from replacing the database under the first.
  if (serves) await refuseTakenPort(env);
  output.progress.at(0, MONTHS, '');
  const result = await runDemo({
    staff,
    seed,
    progress: ({ run }) => {
      output.say(`${run.period} 已支付：${run.people} 人，应发 ${formatYuan(run.gross)}`, `${run.period} paid: ${run.people} people, gross ${formatYuan(run.gross)}`);
      output.progress.at(monthOf(run.period), MONTHS, run.period);
    },
  });
  output.answer(documentOf(result), () => printed(result, output));
  if (result.verify.violations.length > 0) return EXIT.failed;
  if (!serves) return EXIT.done;
  howToSignIn(output, await receiveVisitors());
  return serve(output, env);
});

export const demoCommand = (): Command =>
  new Command('demo')
    .description(inShellLanguage('用公开的 2023 年预算和生成的花名册走完一年工资，使用独立的数据库', 'a year of pay on the published 2023 budget and a generated roster, in a database of its own'))
    .option('--staff <n>', inShellLanguage('1 月 1 日人数', 'people on 1 January'), '288')
    .option('--seed <n>', inShellLanguage('相同的种子生成相同的人', 'same seed, same people'), '2023')
    .option('--no-serve', inShellLanguage('打印表格后结束', 'end after the table'))
    .option('--json', inShellLanguage('一个 JSON 文档，不启动服务', 'one JSON document; does not serve'))
    .action(demo);
