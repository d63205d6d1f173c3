// What the product does against its targets, measured and printed, never judged by a test: machines differ.
//   node test/bench/measures.mjs [reads] [web] [--staff 10000] [--rounds 3] [--json]
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureReads } from './reads.mjs';

const GROUPS = { reads: readsMeasures };

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

/** The median round counts; each stands in `rounds`. */
async function readsMeasures() {
  const found = await measureReads(Number(values.staff), Number(values.rounds));
  const p99 = found.during.map((round) => round.p99).sort((a, b) => a - b);
  const what = `one-row read p99 at ${found.connections} connections`;
  return [
    { what: `${what}, idle`, found: found.idle.p99, unit: 'ms', more: found.idle },
    { what: `${what}, while ${found.staff} people are calculated`, found: p99[(p99.length - 1) >> 1], unit: 'ms', target: 20, more: found.during },
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
