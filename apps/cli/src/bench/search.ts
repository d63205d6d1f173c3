import type { Actor } from '@gridstaff/contracts';
import { Actors } from '@gridstaff/identity';
import { addDays, type Id, type LocalDate } from '@gridstaff/kernel';
import { createScratchDatabase } from '@gridstaff/persistence';
import { Agencies, Centres, checkDigitOf, EDUCATION_LEVELS, RosterLoader, type RosterPerson, Structure, type UnitInput, WorkerList, type WorkerQuery } from '@gridstaff/roster';
import { DatabaseSettings, ManualClock, readArea, SystemClock } from '@gridstaff/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { nameFrom } from '../demo/people';
import { SeededRandom } from '../demo/random';
import { withApp } from '../run';
import { rounded } from './payroll';
import { benchDerivedCheck, benchReports, type ReportTimes } from './reports';

const NOW = '2023-05-26T09:00:00+08:00';
const TODAY: LocalDate = '2023-05-26';
const FROM: LocalDate = '2013-01-01';
const PEOPLE_PER_LOAD = 5_000;
const PEOPLE_PER_GRID = 20;
const GRIDS_PER_COMMUNITY = 20;
const COMMUNITIES_PER_STREET = 25;
const ROUNDS = 25;
const WARM_UP_ROUNDS = 2;
const GRADES = ['G1', 'G2', 'G3', 'G4'] as const;
const AGENCIES = 12;

/** Milliseconds that somebody waits for a page of fifty, permission, decryption and masking included. */
export interface SearchBench {
  database: string;
  people: number;
  queries: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** The median of each kind of question, slowest first. */
  kinds: { kind: string; p50Ms: number; maxMs: number }[];
  /** Reports of the same people. */
  reports: ReportTimes;
  /** What `grid verify` takes to compare where everybody stands with the facts. */
  derived: { people: number; seconds: number };
}

/** What people ask of a roster, in the proportions of one of each. */
type Kinds = Readonly<Record<string, (random: SeededRandom, some: Somebody) => Partial<WorkerQuery>>>;
interface Somebody {
  name: string;
  idNumber: string;
  phone: string;
  gridCode: string;
  no: number;
}

const byName = { field: 'name', descending: false, limit: 50 } as const;
const byJoining = { field: 'joinedOn', descending: true, limit: 50 } as const;
const byGrid = { field: 'grid', descending: false, limit: 50 } as const;
const LETTERS = 'zlwcyxhsgd'.split('');

const KINDS: Kinds = {
  'everybody by number': () => ({}),
  'in post by name': () => ({ engagedOnly: true, page: byName }),
  'in post by day of joining': () => ({ engagedOnly: true, page: byJoining }),
  'in post by grid': () => ({ engagedOnly: true, page: byGrid }),
  'as of three years ago': () => ({ engagedOnly: true, on: '2020-05-26' }),
  'surname': (_, { name }) => ({ search: name.slice(0, 1), engagedOnly: true }),
  'surname by name': (_, { name }) => ({ search: name.slice(0, 1), engagedOnly: true, page: byName }),
  'whole name': (_, { name }) => ({ search: name }),
  'given name': (_, { name }) => ({ search: name.slice(1), engagedOnly: true }),
  'one letter': (random) => ({ search: random.pick(LETTERS), engagedOnly: true }),
  'one letter by name': (random) => ({ search: random.pick(LETTERS), engagedOnly: true, page: byName }),
  'two letters': (random) => ({ search: random.pick(LETTERS) + random.pick(LETTERS) }),
  'three initials': (random) => ({ search: random.pick(LETTERS) + random.pick(LETTERS) + random.pick(LETTERS), engagedOnly: true }),
  'pinyin of a surname': (random) => ({ search: random.pick(['zhang', 'li', 'wang', 'chen', 'zeng']), engagedOnly: true }),
  'no such pinyin': () => ({ search: 'qqqq', engagedOnly: true }),
  'tail of an ID number': (_, { idNumber }) => ({ search: idNumber.slice(-4) }),
  'tail of a phone': (_, { phone }) => ({ search: phone.slice(-4), engagedOnly: true }),
  'whole phone': (_, { phone }) => ({ search: phone }),
  'whole ID number': (_, { idNumber }) => ({ search: idNumber }),
  'worker number': (_, { no }) => ({ search: String(no) }),
  'grid code': (_, { gridCode }) => ({ search: gridCode.toLowerCase(), engagedOnly: true }),
  'grid': (_, { gridCode }) => ({ unitCode: gridCode }),
  'community': (_, { gridCode }) => ({ unitCode: gridCode.slice(0, 7), page: byName }),
  'street': (_, { gridCode }) => ({ unitCode: gridCode.slice(0, 3), engagedOnly: true }),
  'street by name': (_, { gridCode }) => ({ unitCode: gridCode.slice(0, 3), page: byName }),
  'street and letter': (random, { gridCode }) => ({ unitCode: gridCode.slice(0, 3), search: random.pick(LETTERS) }),
  'agency by name': (random) => ({ agency: `A${random.int(1, AGENCIES)}`, page: byName }),
  'post and status': (random) => ({ postCode: random.pick(GRADES), status: 'probation', page: byName }),
  'street, agency and post': (random, { gridCode }) => ({ unitCode: gridCode.slice(0, 3), agency: `A${random.int(1, AGENCIES)}`, postCode: 'G4' }),
  'nobody: post and letter': () => ({ postCode: 'G9', search: 'z' }),
};

/** A centre of so many people on the configured kind of database, in a scratch database of its own. */
export async function benchSearch({ people, say }: { people: number; say(zh: string, en: string): void }): Promise<SearchBench> {
  const settings = readArea(DatabaseSettings, process.env);
  const keys = mkdtempSync(path.join(tmpdir(), 'gridstaff-bench-keys-'));
  const scratch = await createScratchDatabase(settings, new SystemClock());
  const env = { DATABASE_URL: scratch.url, GRID_KEY_DIR: keys, ...(settings.kind === 'sqlite' ? { REDIS_URL: '' } : {}) };
  try {
    return await withApp(
      async (app) => {
        const system = app.get(Actors).system();
        say(`正在生成 ${people} 人…`, `making ${people} people …`);
        const { centreId, sample } = await populate(app, system, people, say);
        say('正在查询…', 'asking …');
        const found = await ask(app.get(WorkerList), system, centreId, sample);
        say('正在出报表…', 'reporting …');
        return { database: settings.kind, people, ...found, reports: await benchReports(app, system, centreId, TODAY), derived: await benchDerivedCheck(app, centreId) };
      },
      { env, clock: new ManualClock(NOW), consumeJobs: false },
    );
  } finally {
    await scratch.drop();
    rmSync(keys, { recursive: true, force: true });
  }
}

async function ask(list: WorkerList, actor: Actor, centreId: Id, sample: readonly Somebody[]): Promise<Omit<SearchBench, 'database' | 'people' | 'reports' | 'derived'>> {
  const random = new SeededRandom(11);
  const took = new Map<string, number[]>();
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    for (const [kind, query] of Object.entries(KINDS)) {
      const asked = query(random, random.pick(sample));
      const started = performance.now();
      await list.page(actor, { centreId, ...asked });
      if (round >= 0) took.set(kind, [...(took.get(kind) ?? []), performance.now() - started]);
    }
  }
  const all = [...took.values()].flat();
  return {
    queries: all.length,
    ...{ p50Ms: quantile(all, 0.5), p95Ms: quantile(all, 0.95), p99Ms: quantile(all, 0.99) },
    kinds: [...took]
      .map(([kind, times]) => ({ kind, p50Ms: quantile(times, 0.5), maxMs: quantile(times, 1) }))
      .sort((a, b) => b.p50Ms - a.p50Ms),
  };
}

/** The smallest time that is not exceeded by that share. */
const quantile = (times: readonly number[], share: number): number =>
  rounded([...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0, 1);

async function populate(app: INestApplicationContext, system: Actor, people: number, say: (zh: string, en: string) => void): Promise<{ centreId: Id; sample: Somebody[] }> {
  const { id: centreId } = await app.get(Centres).create(system, { code: 'BENCH', name: '演示中心', region: '430200' });
  const units = unitsFor(Math.ceil(people / PEOPLE_PER_GRID));
  await app.get(Structure).saveUnits(system, centreId, units);
  await app.get(Structure).saveGrades(system, centreId, GRADES.map((code) => ({ code, name: code, postCode: code, base: 195_000, post: 30_000, performance: 45_000, from: FROM })));
  for (let i = 1; i <= AGENCIES; i++) await app.get(Agencies).create(system, centreId, { code: `A${i}`, name: `演示派遣${i}` });
  const grids = units.filter(({ kind }) => kind === 'grid').map(({ code }) => code);
  const random = new SeededRandom(7);
  const sample: Somebody[] = [];
  for (let at = 0; at < people; at += PEOPLE_PER_LOAD) {
    const some = Array.from({ length: Math.min(PEOPLE_PER_LOAD, people - at) }, (_, i) => personOf(at + i, random, grids));
    const loaded = await app.get(RosterLoader).load(system, centreId, some);
    loaded.people.forEach(({ no }, i) => {
      const { name, idNumber, phone, gridCode } = some[i] as RosterPerson;
      if (i % 50 === 0) sample.push({ name, idNumber, phone: phone ?? '', gridCode, no });
    });
    say(`${at + some.length} 人`, `${at + some.length} people`);
  }
  return { centreId, sample };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Codes tell the way down: S01-C01-G01. */
export function unitsFor(grids: number): UnitInput[] {
  const units: UnitInput[] = [];
  for (let g = 0; g < grids; g++) {
    const c = Math.floor(g / GRIDS_PER_COMMUNITY);
    const street = `S${two(1 + Math.floor(c / COMMUNITIES_PER_STREET))}`;
    const community = `${street}-C${two(1 + (c % COMMUNITIES_PER_STREET))}`;
    if (g % (GRIDS_PER_COMMUNITY * COMMUNITIES_PER_STREET) === 0) units.push({ code: street, name: street, kind: 'street', from: FROM });
    if (g % GRIDS_PER_COMMUNITY === 0) units.push({ code: community, name: community, kind: 'community', parentCode: street, from: FROM });
    const code = `${community}-G${two(1 + (g % GRIDS_PER_COMMUNITY))}`;
    units.push({ code, name: code, kind: 'grid', parentCode: community, from: FROM });
  }
  return units;
}

function personOf(n: number, random: SeededRandom, grids: readonly string[]): RosterPerson {
  // A thousand people a day of birth: no two share a number up to fourteen million.
  const first17 = `430204${addDays('1963-01-01', Math.floor(n / 1000)).replaceAll('-', '')}${String(n % 1000).padStart(3, '0')}`;
  const joinedOn = addDays('2014-03-01', random.int(0, 3100));
  const left = n % 10 === 9;
  const probation = !left && n % 97 === 0;
  return {
    name: nameFrom(random),
    idNumber: first17 + checkDigitOf(first17),
    phone: `138${String((n * 7919) % 100_000_000).padStart(8, '0')}`,
    agency: `A${1 + (n % AGENCIES)}`,
    joinedOn,
    gridCode: grids[n % grids.length] as string,
    education: EDUCATION_LEVELS[n % EDUCATION_LEVELS.length],
    gradeCode: n % 71 === 0 ? 'G4' : n % 16 === 0 ? 'G3' : n % 5 === 0 ? 'G2' : 'G1',
    // A tenth has left.
    ...(left ? { lastDay: addDays(joinedOn, random.int(30, 400)), endReason: 'left' as const } : {}),
    ...(probation ? { status: 'probation' as const, probationLastDay: addDays(TODAY, 30) } : {}),
  };
}
