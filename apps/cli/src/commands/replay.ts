import { Actors } from '@gridstaff/identity';
import { formatYuan, parsePeriod } from '@gridstaff/kernel';
import { type Replay, type ReplayCause, type ReplayDifference, ReplayRuns } from '@gridstaff/payroll';
import { Command } from 'commander';
import { EXIT, inShellLanguage, type Output, table } from '../output';
import { action, centreOf, osUser, withApp } from '../run';

/** What to call a cause; of an engine of the same version nothing may differ. */
function causeOf(cause: ReplayCause, { madeWith, engine }: Replay, output: Output): string {
  switch (cause) {
    case 'engine':
      return madeWith === engine ? output.text('原因不明（引擎版本相同）', 'unexplained: same engine version') : output.text(`引擎 ${madeWith} → ${engine}`, `engine ${madeWith} → ${engine}`);
    case 'facts':
      return output.text('截止时的数据得出不同的输入', 'the facts known then make another input');
    case 'law':
      return output.text('当时的政策参数与现在读出的不同', 'the parameters known then are others now');
  }
}

const documentOf = ({ differences, ...replay }: Replay): object => ({
  ...replay,
  differences: differences.map(({ amount, ...rest }) => ({ ...rest, amount: formatYuan(amount) })),
});

function printed(replay: Replay, output: Output): string[] {
  const { runNo, period, slips, same, differences, refused } = replay;
  const name = ({ itemNo, nameZh, nameEn }: ReplayDifference): string => `${itemNo} ${output.text(nameZh, nameEn)}`;
  const rows = differences.map((d) => [String(d.workerNo), name(d), formatYuan(d.amount), causeOf(d.cause, replay, output)]);
  const headers = output.text('工号,项目,相差,原因', 'worker,item,difference,cause').split(',');
  return [
    output.text(`第 ${runNo} 号 ${period}：${slips} 张工资条，${same} 张完全相同`, `run ${runNo} ${period}: ${slips} slips, ${same} the same in every line`),
    ...(rows.length > 0 ? [table(headers, rows, new Set([0, 2]))] : []),
    ...refused.map(({ workerNo, code }) => `${workerNo} ${code}`),
  ];
}

const accountsForItself = ({ madeWith, engine, refused, differences }: Replay): boolean =>
  refused.length === 0 && differences.every(({ cause }) => cause === 'engine' && madeWith !== engine);

const replay = action(async (output: Output, options: { period?: string; centre?: string }) => {
  const period = options.period === undefined ? undefined : parsePeriod(options.period, '--period');
  return withApp(
    async (app) => {
      const { id: centreId } = await centreOf(app, options.centre);
      const replays: Replay[] = [];
      for await (const one of app.get(ReplayRuns).replay(app.get(Actors).system(osUser()), { centreId, period })) replays.push(one);
      const different = replays.reduce((sum, { differences }) => sum + differences.length, 0);
      output.answer({ runs: replays.map(documentOf), differences: different }, () =>
        [
          ...replays.flatMap((one) => printed(one, output)),
          output.text(`重算 ${replays.length} 个批次，${different} 处不同`, `${replays.length} runs recalculated, ${different} differences`),
        ].join('\n'),
      );
      return replays.every(accountsForItself) ? EXIT.done : EXIT.failed;
    },
    { consumeJobs: false },
  );
});

/** An operator's command after an update: reads everything and changes nothing, so it needs no `--as`. */
export const replayCommand = (): Command =>
  new Command('replay')
    .description(inShellLanguage('用现在的引擎重算已冻结的月份，列出每处不同及原因', 'recalculate frozen months with the present engine and explain every difference'))
    .option('--period <YYYY-MM>')
    .option('--centre <code>')
    .option('--json')
    .action(replay);
