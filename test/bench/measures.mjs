// What the product does against its targets, measured and printed, never judged by a test: machines differ.
//   node test/bench/measures.mjs [reads] [web] [--staff 10000] [--rounds 3] [--json]
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureReads } from './reads.mjs';
import { measureWeb } from './web.mjs';

/** The median round counts; all stand in `more`. */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[(numbers.length - 1) >> 1];

const GROUPS = { reads: readsMeasures, web: webMeasures };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { staff: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' }, json: { type: 'boolean', default: false } },
});
const unknown = positionals.find((name) => !GROUPS[name]);
if (unknown) {
  process.stderr.write(`no group "${unknown}"; there are: ${Object.keys(GROUPS).join(', ')}\n`);
  process.exit(2);
}

const results = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(GROUPS)) {
  const load = [loadavg()[0]];
  const measures = await GROUPS[name]();
  load.push(loadavg()[0]);
  // Two figures of a busy machine say how far to believe the rest.
  results.push({ group: name, load: load.map((n) => Math.round(n * 10) / 10), measures });
}
process.stdout.write(values.json ? `${JSON.stringify(results, null, 1)}\n` : printed(results));

async function readsMeasures() {
  const found = await measureReads(Number(values.staff), Number(values.rounds));
  const what = `one-row read p99 at ${found.connections} connections`;
  return [
    { what: `${what}, idle`, found: found.idle.p99, unit: 'ms', more: found.idle },
    {
      ...{ what: `${what}, while ${found.staff} people are calculated`, found: median(found.during.map(({ p99 }) => p99)), unit: 'ms', target: 20 },
      more: found.during,
    },
  ];
}

async function webMeasures() {
  const { firstLoad, roster, sheet, rows, axe } = await measureWeb(Number(values.rounds));
  return [
    { what: 'JavaScript of the first page (desk), gzip', found: firstLoad.kb, unit: 'KB', target: 350, more: firstLoad },
    { what: 'roster can be worked with, nothing cached', found: median(roster), unit: 'ms', target: 1000, more: roster },
    { what: `pay sheet of ${rows} rows opens from the list of runs`, found: median(sheet), unit: 'ms', target: 1000, more: sheet },
    ...Object.entries(axe).map(([path, found]) => ({ what: `axe, serious and critical, on ${path}`, found: found.length, unit: 'findings', target: 0, more: found })),
  ];
}

function printed(groups) {
  const lines = groups.flatMap(({ group, load, measures }) => [
    `${group} (load ${load.join(' → ')})`,
    ...measures.map(({ what, found, unit, target }) => {
      const verdict = target === undefined ? '' : `  target ≤ ${target} ${unit}: ${found <= target ? 'held' : 'MISSED'}`;
      return `  ${String(found).padStart(8)} ${unit.padEnd(8)} ${what}${verdict}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}
