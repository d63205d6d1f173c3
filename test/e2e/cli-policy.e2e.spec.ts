import { SmallOffice } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { documentOf, type Ended, grid, install, type Installation, openRooms } from './cli-support';

interface Finding {
  file: string;
  path: string;
  code: string;
  message: string;
}

interface Preview {
  ok: boolean;
  findings: Finding[];
  changes: { key: string; name: string; from: string; to: string; before: { value: string }; after: { value: string; source: string; confidence: string } }[];
  effect: {
    centres: {
      periods: { period: string; state: string; affected: { workerNo: number; difference: Record<string, string> }[]; difference: Record<string, string> }[];
      funds: { name: string; available: string; difference: string; short: string }[];
    }[];
  } | null;
}

const PACK = (value: string): string =>
  `layer: '430000'\nparameters:\n  insurance.floor:\n    - { valid_from: 2023-01, valid_to: 2024-01, source: 湘人社函, confidence: unconfirmed, value: ${value} }\n`;
const CHINESE = { LANG: 'zh_CN.UTF-8' };

let home: Installation;
let app: INestApplicationContext;
const run = (args: string[], env: Record<string, string> = {}): Promise<Ended> => grid(args, { ...home.env, ...env });

beforeAll(async () => {
  home = await install();
  expect((await run(['db', 'migrate', '--json'])).code).toBe(0);
  app = await openRooms(home.env);
});

afterAll(async () => {
  await app?.close();
  await home?.dispose();
});

it('lists what is in force with source and confidence, in the language of the shell', async () => {
  const listed = await run(['policy', 'list', '--region', '430200', '--on', '2025-06', '--json']);
  expect(listed.code).toBe(0);
  const { values } = documentOf<{ values: Record<string, unknown>[] }>(listed);
  expect(values).toContainEqual(expect.objectContaining({ key: 'insurance.floor', value: '4072.00', confidence: 'confirmed', validFrom: '2025-01-01' }));
  expect(values.every((v) => typeof v.source === 'string' && v.source !== '')).toBe(true);
  const [zh, en] = await Promise.all([run(['policy', 'list', '--on', '2025-06'], CHINESE), run(['policy', 'list', '--on', '2025-06'])]);
  expect(zh.out).toMatch(/社保缴费基数下限 .*4072\.00.*已确认/);
  expect(zh.out).toMatch(/待确认/);
  expect(en.out).toMatch(/insurance base floor .*4072\.00.*confirmed/);
  expect((await run(['policy', 'list', '--on', '2019-06'])).code).toBe(2);
});

it('checks a file or a folder: every finding with file and path, and exit 1', async () => {
  const good = home.file('good.yaml', PACK("'3870'"));
  expect(documentOf(await run(['policy', 'check', good, '--json']))).toMatchObject({ ok: true, findings: [] });
  const bad = home.file('bad.yaml', PACK('3870.5').replace('2023-01,', '2023-02-30,'));
  const refused = await run(['policy', 'check', bad, '--json'], CHINESE);
  expect(refused.code).toBe(1);
  const { findings } = documentOf<{ findings: Finding[] }>(refused);
  expect(findings.map((f) => [f.file, f.path, f.code])).toEqual([
    ['bad.yaml', 'parameters.insurance.floor[0].value', 'POLICY_UNQUOTED'],
    ['bad.yaml', 'parameters.insurance.floor[0].valid_from', 'NOT_A_DATE'],
  ]);
  expect(findings[0]?.message).toMatch(/引号/);
  mkdirSync(path.join(home.folder, 'packs/430000'), { recursive: true });
  home.file('packs/430000/floor.yaml', PACK("'3870'"));
  const folder = await run(['policy', 'check', path.join(home.folder, 'packs')]);
  expect([folder.code, folder.out]).toEqual([1, expect.stringContaining('POLICY_NO_COVERAGE')]);
  expect((await run(['policy', 'check', path.join(home.folder, 'none.yaml')])).code).toBe(2);
});

it('previews what a pack would change: key by key, person by person, and against the fund', async () => {
  const office = await SmallOffice.open(app, 'C1', 4);
  await office.evaluate('2023-01');
  await office.create('2023-01');
  const previewed = await run(['policy', 'preview', home.file('floor.yaml', PACK("'3870'")), '--json']);
  expect(previewed.code).toBe(0);
  const { changes, effect } = documentOf<Preview>(previewed);
  expect(changes).toEqual([expect.objectContaining({ key: 'insurance.floor', from: '2023-01', to: '2023-12', what: 'value' })]);
  expect([changes[0]?.before.value, changes[0]?.after]).toEqual(['3770.00', expect.objectContaining({ value: '3870.00', source: '湘人社函', confidence: 'unconfirmed' })]);
  const [centre] = effect?.centres ?? [];
  expect(centre?.periods.map((p) => [p.period, p.state, p.affected.map((a) => a.workerNo)])).toEqual([['2023-01', 'open', office.numbers]]);
  const cost = centre?.periods[0]?.difference.cost as string;
  expect(Number(cost)).toBeGreaterThan(0);
  expect(centre?.funds).toEqual([expect.objectContaining({ difference: cost, short: '0.00' })]);
  const text = await run(['policy', 'preview', home.file('floor.yaml', PACK("'3870'"))], CHINESE);
  expect(text.out).toContain(`影响 ${cost}`);
  const bad = await run(['policy', 'preview', home.file('bad.yaml', PACK('3870.5')), '--json']);
  expect([bad.code, documentOf<Preview>(bad).findings.map((f) => f.code)]).toEqual([1, ['POLICY_UNQUOTED']]);
});
