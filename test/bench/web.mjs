// The web app in Chromium on the demo's year: what the first page loads, how long a list and a pay sheet take, what axe finds.
import { createRequire } from 'node:module';
import { openBrowser, startDemo, windowOf } from './demo.mjs';

const require = createRequire(import.meta.url);
const ROW = '.ant-table-row';
const GRAVE = new Set(['serious', 'critical']);
const KB = 1024;

/** Every page with somebody who may see it. @param run the month that is looked at */
const pagesOf = (run) => [
  ['demo.finance', ['/desk', '/roster', '/roster/1', '/runs', `/runs/${run.id}`, '/settlements', '/approvals', '/funds', '/calculators']],
  ['demo.hr', ['/imports', '/month', '/calendar']],
  ['demo.auditor', ['/audit']],
  ['demo.system', ['/users']],
];

export async function measureWeb(rounds) {
  const demo = await startDemo();
  const browser = await openBrowser();
  try {
    const run = demo.runs.at(-1);
    const people = new Map();
    for (const [name] of pagesOf(run)) people.set(name, await demo.person(name));
    const finance = people.get('demo.finance');
    const firstLoad = await firstLoadOf(browser, finance);
    const roster = [];
    const sheet = [];
    for (let round = 0; round < rounds; round += 1) {
      roster.push(await listTime(browser, finance, '/roster'));
      sheet.push(await sheetTime(browser, finance, run));
    }
    const axe = {};
    for (const [name, paths] of pagesOf(run)) Object.assign(axe, await findings(browser, people.get(name), paths));
    return { firstLoad, roster, sheet, rows: run.people, axe };
  } finally {
    await browser.close();
    await demo.stop();
  }
}

/** Bytes on the wire of every script until the desk is at rest. */
async function firstLoadOf(browser, person) {
  const page = await windowOf(browser, person);
  const scripts = [];
  page.on('requestfinished', async (request) => {
    if (request.resourceType() === 'script') scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(`${person.url}/desk`, { waitUntil: 'networkidle' });
  const sizes = await Promise.all(scripts);
  await page.context().close();
  return { kb: Math.round(sizes.reduce((sum, size) => sum + size, 0) / KB), files: sizes.length };
}

/** From the address to rows that can be worked with, nothing cached. Looked at in every frame: the locators of the driver look twice a second. */
async function listTime(browser, person, path) {
  const page = await windowOf(browser, person);
  const begun = performance.now();
  await page.goto(person.url + path, { waitUntil: 'commit' });
  await page.waitForFunction(usable, ROW, { polling: 'raf' });
  const took = Math.round(performance.now() - begun);
  await page.context().close();
  return took;
}

/** In the page: rows are there, and a pointer reaches the search box. */
function usable(row) {
  const box = document.querySelector('[role=search] input');
  if (!box || !document.querySelector(row)) return false;
  const { x, y, width, height } = box.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2) === box;
}

/** From the click on the run in the list to every row of its pay sheet. */
async function sheetTime(browser, person, run) {
  const page = await windowOf(browser, person);
  await page.goto(`${person.url}/runs`, { waitUntil: 'networkidle' });
  const begun = performance.now();
  await page.locator(`a[href$="/runs/${run.id}"]`).first().click();
  await page.waitForFunction(([row, all]) => document.querySelectorAll(row).length >= all, [`[role=tabpanel] ${ROW}, main ${ROW}`, run.people], { polling: 'raf' });
  const took = Math.round(performance.now() - begun);
  await page.context().close();
  return took;
}

/** Serious and critical findings of each page: rule and number of places. */
async function findings(browser, person, paths) {
  const page = await windowOf(browser, person);
  const { source } = require('axe-core');
  const found = {};
  for (const path of paths) {
    await page.goto(person.url + path, { waitUntil: 'networkidle' });
    await page.evaluate(source);
    const { violations } = await page.evaluate('axe.run()');
    const grave = violations.filter(({ impact }) => GRAVE.has(impact));
    found[path] = grave.map(({ id, impact, nodes }) => ({ id, impact, places: nodes.length, first: nodes[0].target.join(' ') }));
  }
  await page.context().close();
  return found;
}
