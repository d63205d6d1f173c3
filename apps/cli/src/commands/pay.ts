import { Actors } from '@gridstaff/identity';
import { DomainError, formatYuan } from '@gridstaff/kernel';
import { messageOf, toProblem } from '@gridstaff/contracts';
import { type PayPreview, PreviewPay } from '@gridstaff/payroll';
import { Command } from 'commander';
import { EXIT, inShellLanguage, type Output, table } from '../output';
import { action, centreOf, osUser, withApp } from '../run';

const TOTALS = ['gross', 'employeeInsurance', 'employeeFund', 'tax', 'otherDeductions', 'net', 'employerInsurance', 'employerFund', 'fee'] as const;

/** The document of `--json`, as the contract of the command line has it. */
function documentOf(preview: PayPreview, output: Output): object {
  return {
    period: preview.period,
    payDate: preview.payDate,
    slips: preview.slips.map((slip) => ({
      workerNo: slip.workerNo,
      lines: slip.lines.map(({ code, amount, kind }) => ({ item: code, amount: formatYuan(amount), kind })),
      ...Object.fromEntries(TOTALS.map((name) => [name, formatYuan(slip[name])])),
    })),
    exclusions: preview.exclusions.map(({ workerNo, code, params }) => ({
      workerNo,
      code,
      message: messageOf(toProblem(new DomainError(code, params)), output.language),
    })),
  };
}

function printed(preview: PayPreview, output: Output): string {
  const headers = output.text('工号,应发,个人社保,公积金,个税,其他扣款,实发', 'worker,gross,insurance,fund,tax,other,net').split(',');
  const rows = preview.slips.map((s) => [String(s.workerNo), ...TOTALS.slice(0, 6).map((name) => formatYuan(s[name]))]);
  const problems = preview.exclusions.map((e) => `${e.workerNo} ${e.code}: ${messageOf(toProblem(new DomainError(e.code, e.params)), output.language)}`);
  return [
    `${preview.period} → ${preview.payDate}`,
    table(headers, rows, new Set(headers.keys())),
    ...problems,
    output.text(`${preview.slips.length} 人可发，${preview.exclusions.length} 人未能核算`, `${preview.slips.length} slips, ${preview.exclusions.length} exclusions`),
  ].join('\n');
}

const preview = action(async (output: Output, options: { period: string; centre?: string; worker?: string }) => {
  if (options.worker !== undefined && !/^\d{1,9}$/.test(options.worker)) throw new DomainError('NOT_A_NUMBER', { value: options.worker }, { field: '--worker' });
  return withApp(
    async (app) => {
      const centre = await centreOf(app, options.centre);
      const result = await app.get(PreviewPay).preview(app.get(Actors).system(osUser()), {
        centreId: centre.id,
        period: options.period,
        ...(options.worker ? { workerNo: Number(options.worker) } : {}),
      });
      output.answer(documentOf(result, output), () => printed(result, output));
      return result.exclusions.length === 0 ? EXIT.done : EXIT.failed;
    },
    { consumeJobs: false },
  );
});

export const payCommand = (): Command => {
  const pay = new Command('pay').description(inShellLanguage('当月工资', 'pay of a month'));
  pay
    .command('preview')
    .description(inShellLanguage('试算当月工资，不保存', 'calculate a month without saving anything'))
    .requiredOption('--period <YYYY-MM>')
    .option('--centre <code>')
    .option('--worker <no>')
    .option('--json')
    .action(preview);
  return pay;
};
