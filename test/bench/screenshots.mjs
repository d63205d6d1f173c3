// The pictures of the README: the demo's year as its people see it, written to apps/web/screenshots as small PNGs.
//   node test/bench/screenshots.mjs
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '../support/programs.mjs';
import { openBrowser, startDemo, windowOf } from './demo.mjs';
import { root, say } from './product.mjs';

const TARGET = join(root, 'apps/web/screenshots');
const KB = 1024;
/** Pictures lie in the repository: flat colours need no more than a palette. */
const COLOURS = 96;

const demo = await startDemo();
const browser = await openBrowser();
try {
  mkdirSync(TARGET, { recursive: true });
  const run = demo.runs.at(-1);
  const finance = await demo.person('demo.finance');
  const open = async (path, options) => {
    const page = await windowOf(browser, finance, options);
    await page.goto(finance.url + path, { waitUntil: 'networkidle' });
    return page;
  };

  await picture(await open('/desk'), 'desk');
  await picture(await open(`/runs/${run.id}`, { viewport: { width: 1366, height: 900 } }), 'run');

  const explained = await open(`/runs/${run.id}`, { viewport: { width: 1000, height: 820 } });
  await explained.locator('.ant-table-row button, .ant-table-row a').first().click();
  await explained.locator('.ant-drawer-body').waitFor();
  await explained.waitForLoadState('networkidle');
  const tax = explained.locator('.ant-drawer-body').getByText('个人所得税').first();
  await tax.click();
  await tax.evaluate((line) => line.scrollIntoView({ block: 'start' }));
  await explained.waitForLoadState('networkidle');
  await picture(explained, 'payslip');

  await picture(await open('/desk', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }), 'phone');
} finally {
  await browser.close();
  await demo.stop();
}

async function picture(page, name) {
  await page.evaluate('document.fonts.ready');
  const file = join(TARGET, `${name}.png`);
  writeFileSync(file, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  const convert = findProgram('convert');
  // Without it the picture is the same, only bigger.
  if (convert) await promisify(execFile)(convert, [file, '-strip', '-dither', 'None', '-colors', String(COLOURS), '-define', 'png:compression-level=9', file]);
  say(`${file}: ${Math.round(readFileSync(file).length / KB)} KB`);
  await page.context().close();
}
