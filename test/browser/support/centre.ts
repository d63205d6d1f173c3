import { checkDigitOf } from '@gridstaff/roster';
import { projectRoot } from '@gridstaff/runtime';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Answer, type Browser, TestApi } from '../../e2e/api-support';
import type { Row } from './workbook';

export const PERIOD = '2023-01';
export const PEOPLE = ['赵一', '钱二', '孙三', '李四'] as const;
export const AGENCY = '甲派遣公司';

/** The office of a centre, one person each. */
export const OFFICE = {
  hr1: 'hr',
  finance1: 'finance',
  cashier1: 'finance',
  leader1: 'leader',
  auditor1: 'auditor',
} as const;

/** A valid number of a made-up person; no two are the same below 27,000. */
export function idNumber(n: number): string {
  const day = String(1 + Math.floor(n / 999)).padStart(2, '0');
  const first17 = `430204199003${day}${String(1 + (n % 999)).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
}

export const UNITS: readonly Row[] = [
  { code: 'S1', name: '清水塘街道', kind: 'street' },
  { code: 'Q1', name: '第一社区', kind: 'community', parentCode: 'S1' },
  { code: 'G1', name: '第一网格', kind: 'grid', parentCode: 'Q1' },
];

export const GRADE: Row = {
  code: 'W1',
  name: '一级',
  postCode: '网格员',
  base: '1900.00',
  post: '500.00',
  performance: '600.00',
  from: '2022-01-01',
};

export const person = (n: number, name: string): Row => ({
  name,
  idNumber: idNumber(n),
  agency: 'A1',
  joinedOn: '2022-05-01',
  gridCode: 'G1',
  gradeCode: 'W1',
  phone: `138000${String(n).padStart(5, '0')}`,
});

/** @throws Error with the refusal */
export async function done(answer: Promise<Answer>): Promise<Answer['body']> {
  const { status, text, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return body;
}

/** A centre in a running product, its office signed up and its budget loaded. */
export interface Centre {
  api: TestApi;
  url: string;
  /** Address of the centre in the API. */
  base: string;
  id: string;
  hr: Browser;
  finance: Browser;
  close(): Promise<void>;
}

/** Office, agency, pay scheme and budget: everything that has no page of its own. */
export async function openBareCentre(env?: Record<string, string>): Promise<Centre> {
  const api = await TestApi.start(env);
  const admin = await api.person('root1', [{ role: 'system_admin', centreId: '*' }]);
  const made = await done(
    admin.post('/api/v1/centres', { code: 'SF', name: '网格中心', region: '430200', settings: { payDay: 28 } }),
  );
  const id = made.id as string;
  const office: Record<string, Browser> = {};
  for (const [name, role] of Object.entries(OFFICE))
    office[name] = await api.person(name, [{ role, centreId: id }], { centreId: id });
  const { hr1: hr, finance1: finance } = office as Record<keyof typeof OFFICE, Browser>;
  const base = `/api/v1/centres/${id}`;
  const agency = await done(hr.post(`${base}/agencies`, { code: 'A1', name: AGENCY }));
  await done(
    hr.post(`${base}/agencies/${agency.id as string}/fees`, { from: '2023-01-01', kind: 'per_head', amount: '60.00' }),
  );
  await done(hr.post(`${base}/pay-schemes`, { validFrom: PERIOD }));
  const document: unknown = JSON.parse(readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8'));
  await done(finance.pay(`${base}/budgets`, { document }, 'budget-2023'));
  return { api, url: api.running.url, base, id, hr, finance, close: () => api.close() };
}

/** A centre that is ready for its first month: with structure and people, and scores for all but the last of them. */
export async function openCentre(env?: Record<string, string>): Promise<Centre> {
  const centre = await openBareCentre(env);
  const { hr, base } = centre;
  await done(hr.post(`${base}/org-units`, { units: UNITS }));
  await done(hr.post(`${base}/grades`, { grades: [GRADE] }));
  for (const [n, name] of PEOPLE.entries()) await done(hr.post(`${base}/workers`, person(n, name)));
  const results = PEOPLE.slice(0, -1).map((_, i) => ({ workerNo: i + 1, period: PERIOD, coefficient: '1' }));
  await done(hr.post(`${base}/evaluations`, { results }));
  return centre;
}

/** A run of the month that nobody has calculated. @returns its path on screen */
export async function draftRun({ hr, base, id }: Centre): Promise<string> {
  const { funds } = await done(hr.get(`${base}/funds?year=2023`));
  const fund = (funds as { id: string; name: string }[]).find(({ name }) => name.startsWith('基层社会治理专项'));
  const run = await done(
    hr.post('/api/v1/runs', { centreId: id, period: PERIOD, kind: 'regular', payDate: '2023-01-28', fundId: fund?.id }),
  );
  return `/runs/${run.id as string}`;
}

/** A run whose slips are there, everybody who is left out of it acknowledged. @returns its path on screen */
export async function calculatedRun(centre: Centre): Promise<string> {
  const { hr } = centre;
  const run = await draftRun(centre);
  const at = `/api/v1${run}`;
  await done(hr.post(`${at}/calculate`));
  // The stream of events ends with the calculation.
  await done(hr.get(`${at}/events`));
  const { exclusions } = await done(hr.get(`${at}/exclusions`));
  for (const { workerNo } of exclusions as { workerNo: number }[])
    await done(hr.post(`${at}/exclusions/${workerNo}/acknowledge`, { reason: '下月补发' }));
  return run;
}
