import type { Actor } from '@gridstaff/contracts';
import { type Id, invariant } from '@gridstaff/kernel';
import { HEAD_COUNT_GROUPINGS, type PeopleReportQuery, PeopleReports } from '@gridstaff/reporting';
import { DerivedCheck } from '@gridstaff/roster';
import type { INestApplicationContext } from '@nestjs/common';
import { performance } from 'node:perf_hooks';
import { rounded } from './payroll';

const ROUNDS = 5;

/** The median of what somebody waits for a report of the whole centre, in milliseconds. */
export type ReportTimes = { report: string; p50Ms: number; maxMs: number }[];

type Asked = Omit<PeopleReportQuery, 'centreId'>;

export async function benchReports(
  app: INestApplicationContext,
  actor: Actor,
  centreId: Id,
  on: string,
): Promise<ReportTimes> {
  const reports = app.get(PeopleReports);
  const year = { from: `${Number(on.slice(0, 4)) - 1}-06-01`, until: on };
  const asked: [string, Asked][] = [
    ...HEAD_COUNT_GROUPINGS.map((by): [string, Asked] => [`head count by ${by}`, { report: 'head_count', on, by }]),
    ['head count by unit in a street', { report: 'head_count', on, by: 'unit', unit: 'S01' }],
    ['turnover by month', { report: 'turnover_months', ...year }],
    ['turnover by month in a street', { report: 'turnover_months', ...year, unit: 'S01' }],
    ['turnover by agency', { report: 'turnover_agencies', ...year }],
    ['reasons of leaving', { report: 'leaving_reasons', ...year }],
    ['seats', { report: 'seats', on }],
    ['ends of contracts', { report: 'contract_ends', from: on, until: `${Number(on.slice(0, 4)) + 1}-05-26` }],
  ];
  const times: ReportTimes = [];
  for (const [report, query] of asked) {
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      await reports.report(actor, { centreId, ...query });
      took.push(performance.now() - started);
    }
    took.sort((a, b) => a - b);
    times.push({
      report,
      p50Ms: rounded(took[Math.floor(ROUNDS / 2)] as number, 1),
      maxMs: rounded(took.at(-1) as number, 1),
    });
  }
  return times.sort((a, b) => b.p50Ms - a.p50Ms);
}

/** Seconds until everybody's standing and terms have been worked out again and compared, as `grid verify` does; throws where one differs. */
export async function benchDerivedCheck(
  app: INestApplicationContext,
  centreId: Id,
): Promise<{ people: number; seconds: number }> {
  const started = performance.now();
  let people = 0;
  for await (const { checked, differences } of app.get(DerivedCheck).ofCentre(centreId)) {
    invariant(differences.length === 0, 'what was just worked out is what the facts give');
    people += checked;
  }
  return { people, seconds: rounded((performance.now() - started) / 1000, 2) };
}
