import { type Fen, formatYuan, monthOf } from '@gridstaff/kernel';
import { ratio } from '@gridstaff/kernel';
import { Command } from 'commander';
import { type DemoResult, type DemoRow, runDemo } from '../demo/run-demo';
import { EXIT, type Output, table } from '../output';
import { action } from '../run';

interface DemoFlags {
  staff: string;
  seed: string;
}

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
    timeProgressPct: percent(monthOf(run.period), 12),
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

const wholeNumber = (text: string, min: number, max: number): number | undefined => {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : undefined;
};

export const demoCommand = (): Command =>
  new Command('demo')
    .description('a year of pay on the published 2023 budget and a generated roster, in a database of its own')
    .option('--staff <n>', 'people on 1 January', '288')
    .option('--seed <n>', 'same seed, same people', '2023')
    .option('--no-serve', 'end after the table')
    .option('--json')
    .action(
      action(async (output: Output, flags: DemoFlags) => {
        const staff = wholeNumber(flags.staff, 20, 400);
        const seed = wholeNumber(flags.seed, 0, 9_999_999);
        if (staff === undefined || seed === undefined) {
          output.say('--staff 须为 20–400 的整数，--seed 须为整数。', '--staff is a whole number from 20 to 400, --seed a whole number.');
          return EXIT.usage;
        }
        const result = await runDemo({
          staff,
          seed,
          progress: ({ run }) => output.say(`${run.period} 已支付：${run.people} 人，应发 ${formatYuan(run.gross)}`, `${run.period} paid: ${run.people} people, gross ${formatYuan(run.gross)}`),
        });
        output.answer(documentOf(result), () => printed(result, output));
        return result.verify.violations.length === 0 ? EXIT.done : EXIT.failed;
      }),
    );
