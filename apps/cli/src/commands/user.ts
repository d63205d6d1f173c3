import { everyRow, LONGEST_PAGE } from '@gridstaff/kernel';
import { type Role, ROLES, isRole } from '@gridstaff/contracts';
import { Accounts, Actors } from '@gridstaff/identity';
import { UnitOfWork } from '@gridstaff/persistence';
import { Command } from 'commander';
import { CommandError } from '../failures';
import { EXIT, inShellLanguage, type Output, table } from '../output';
import { action, centreOf, osUser, withApp } from '../run';

interface AddOptions {
  role: string[];
  centre?: string;
  displayName?: string;
}

/** Roles of the whole installation; every other role is given for one centre. */
const INSTALLATION_ROLES: ReadonlySet<Role> = new Set(['system_admin', 'security_admin', 'audit_admin']);

function parseRoles(texts: readonly string[]): Role[] {
  return texts.map((text) => {
    if (isRole(text)) return text;
    const roles = Object.keys(ROLES).join(', ');
    throw new CommandError(
      'UNKNOWN_ROLE',
      `没有角色“${text}”；可用的有：${roles}。`,
      `There is no role “${text}”; there are: ${roles}.`,
      { field: '--role' },
    );
  });
}

/** The only secret this command line ever prints: once, on standard error. */
function showPassword(output: Output, name: string, password: string | null): void {
  if (password === null) return;
  output.say(
    `${name} 的初始密码（只显示一次，首次登录须修改）：${password}`,
    `First password of ${name} (shown once, must be changed): ${password}`,
  );
}

const add = action(async (output: Output, name: string, options: AddOptions) => {
  const roles = parseRoles(options.role);
  return withApp(async (app) => {
    const system = app.get(Actors).system(osUser());
    const needsCentre = roles.some((role) => !INSTALLATION_ROLES.has(role));
    const centre = needsCentre ? await centreOf(app, options.centre) : undefined;
    const accounts = app.get(Accounts);
    const created = await app.get(UnitOfWork).run(async () => {
      const account = await accounts.create(system, {
        name,
        displayName: options.displayName ?? name,
        centreId: centre?.id,
      });
      for (const role of roles)
        await accounts.grantRole(
          system,
          account.userId,
          role,
          INSTALLATION_ROLES.has(role) ? '*' : (centre?.id ?? '*'),
        );
      return account;
    });
    showPassword(output, name, created.password);
    output.answer({ userId: created.userId, name, roles }, () => `${name}: ${roles.join(', ')}`);
    return EXIT.done;
  });
});

const reset = action(async (output: Output, name: string) =>
  withApp(async (app) => {
    const system = app.get(Actors).system(osUser());
    const { userId } = await app.get(Actors).forUserName(name, osUser());
    const { password } = await app.get(Accounts).reset(system, userId);
    showPassword(output, name, password);
    output.answer({ userId, name }, () => output.text(`已重置 ${name} 的密码`, `The password of ${name} was reset`));
    return EXIT.done;
  }),
);

const list = action(async (output: Output) =>
  withApp(async (app) => {
    const system = app.get(Actors).system(osUser());
    const users = await everyRow((after) =>
      app.get(Accounts).list(system, undefined, { field: 'name', descending: false, limit: LONGEST_PAGE, after }),
    );
    output.answer(users, () =>
      table(
        [output.text('账号', 'name'), output.text('角色', 'roles'), output.text('状态', 'state')],
        users.map((u) => [
          u.name,
          u.roles.map((r) => r.role).join(', '),
          u.disabled ? output.text('停用', 'disabled') : output.text('正常', 'active'),
        ]),
        new Set(),
      ),
    );
    return EXIT.done;
  }),
);

export const userCommand = (): Command => {
  const user = new Command('user').description(
    inShellLanguage('账号：首个管理员与应急', 'accounts: first administrator and emergency access'),
  );
  user
    .command('add <name>')
    .option('--role <role...>', `${inShellLanguage('一个或多个', 'one or more of')} ${Object.keys(ROLES).join(', ')}`, [
      'system_admin',
    ])
    .option('--centre <code>', inShellLanguage('角色所属中心', 'centre the roles are for'))
    .option('--display-name <text>')
    .option('--json')
    .action(add);
  user
    .command('reset <name>')
    .description(inShellLanguage('重置为新的随机密码，登录后须修改', 'new random password, must be changed'))
    .option('--json')
    .action(reset);
  user.command('list').description(inShellLanguage('全部账号', 'every account')).option('--json').action(list);
  return user;
};
