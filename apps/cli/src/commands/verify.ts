import { Actors } from '@gridstaff/identity';
import { VerifyDatabase } from '@gridstaff/reporting';
import { Command } from 'commander';
import { EXIT, inShellLanguage, type Output } from '../output';
import { action, centreOf, osUser, withApp } from '../run';

/** An operator's command: it reads everything and changes nothing, so it needs no `--as`. */
export const verifyCommand = (): Command =>
  new Command('verify')
    .description(inShellLanguage('核对数据库的全部不变量', 'check every invariant of the database'))
    .option('--centre <code>', inShellLanguage('只核对一个中心', 'one centre only'))
    .option('--json')
    .action(
      action(async (output: Output, options: { centre?: string }) =>
        withApp(
          async (app) => {
            const centreId = options.centre ? (await centreOf(app, options.centre)).id : null;
            const found = await app.get(VerifyDatabase).execute(app.get(Actors).system(osUser()), centreId);
            output.answer(found, () =>
              [
                ...found.violations.map((v) => `${v.invariant} ${v.code}: ${v.touches}: ${v.found}`),
                output.text(`已核对 ${found.checked} 项，发现 ${found.violations.length} 处不符`, `${found.checked} things checked, ${found.violations.length} violations`),
              ].join('\n'),
            );
            return found.violations.length === 0 ? EXIT.done : EXIT.failed;
          },
          { consumeJobs: false },
        ),
      ),
    );
