// The demo's year in a temporary folder, served, and a browser that looks at it.
import { chromium } from 'playwright-core';
import { findProgram } from '../support/programs.mjs';
import { built, installation, Person, say, startApi } from './product.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** @returns the address, `person(name)` for an account of the demo with a session, the last run, and `stop` */
export async function startDemo() {
  const home = await installation();
  try {
    const { runDemo, demoEnvironment } = built('apps/cli/src/demo/run-demo');
    const { receiveVisitors } = built('apps/cli/src/demo/visitors');
    say('living through the demo’s year …');
    const { months } = await runDemo({ folder: home.folder, staff: 288, seed: 2023, progress: () => undefined });
    const passwords = new Map((await receiveVisitors(home.folder)).map(({ name, password }) => [name, password]));
    const api = await startApi({ folder: home.folder, env: demoEnvironment(home.folder) });
    const stop = async () => {
      await api.stop();
      home.dispose();
    };
    const person = (name) => new Person(api.url, name).enter(passwords.get(name));
    return { url: api.url, person, runs: months.map(({ run }) => run), stop };
  } catch (error) {
    home.dispose();
    throw error;
  }
}

/** @throws Error when there is no Chromium */
export function openBrowser() {
  const executablePath = findProgram('chromium');
  if (!executablePath) throw new Error('no chromium on the PATH (Debian: apt-get install chromium fonts-noto-cjk)');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A browser window of its own, nothing cached, signed in as this person. */
export async function windowOf(browser, person, options = {}) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 }, ...options });
  const [name, value] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: person.url, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}
