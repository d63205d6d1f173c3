import { type Language, messageOf, toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import type { PackEffect, PackEffectProgress, PeriodImpact, PersonImpact, ReachedCentre } from '@gridstaff/payroll';
import { type CheckedPack, inYuan as valueInYuan, type ListedValue, type StoredPack } from '@gridstaff/policy';
import { inYuan, isoInstant } from '../common/view';

const AMOUNTS = [
  ...(['gross', 'employeeInsurance', 'employeeFund', 'tax', 'otherDeductions', 'net', 'receivable'] as const),
  ...(['employerInsurance', 'employerFund', 'fee', 'cost'] as const),
];
/** People of a month that are listed, those with the greatest difference first. */
const LISTED = 500;

export const valueView = (value: ListedValue): object => ({ ...value, value: valueInYuan(value.value) });

export const packView = ({ proposedPerson: _, proposedAt, decidedAt, ...pack }: StoredPack): object => ({
  ...pack,
  proposedAt: isoInstant(proposedAt),
  decidedAt: isoInstant(decidedAt),
});

const findingView = (error: DomainError): object => {
  const { code, place, zh, en } = toProblem(error);
  return { code, path: place.path ?? '', message_zh: zh, message_en: en };
};

export const checkView = ({ hash, layer, basis, findings, changes }: CheckedPack): object => ({
  ...{ hash, layer: layer ?? null, basis, findings: findings.map(findingView) },
  changes: changes.map(({ before, after, ...change }) => ({
    ...change,
    before: before && valueView(before),
    after: after && valueView(after),
  })),
});

const why = (code: string, language: Language): string => messageOf(toProblem(new DomainError(code)), language);

const personView = (person: PersonImpact, names: ReadonlyMap<number, string>): object => ({
  ...{ workerNo: person.workerNo, name: names.get(person.workerNo) ?? null, excluded: person.excluded },
  difference: inYuan(person.difference, AMOUNTS),
});

const weight = ({ difference }: PersonImpact): number => Math.abs(difference.cost) + Math.abs(difference.net);

const periodView = (period: PeriodImpact, names: ReadonlyMap<number, string>, language: Language): object => ({
  ...{ period: period.period, taxMonth: period.taxMonth, payDate: period.payDate, state: period.state },
  ...{ runs: period.runs, people: period.people, affected: period.affected.length, fundId: period.fundId },
  before: inYuan(period.before, AMOUNTS),
  after: inYuan(period.after, AMOUNTS),
  difference: inYuan(period.difference, AMOUNTS),
  unknown: period.unknown.map(({ code, people }) => ({ code, people, message: why(code, language) })),
  persons: [...period.affected]
    .sort((a, b) => weight(b) - weight(a) || a.workerNo - b.workerNo)
    .slice(0, LISTED)
    .map((person) => personView(person, names)),
});

const centreView = ({ periods, skipped, funds, names, ...centre }: ReachedCentre, language: Language): object => ({
  ...centre,
  periods: periods.map((period) => periodView(period, names, language)),
  skipped: skipped.map(({ period, code }) => ({ period, code, message: why(code, language) })),
  funds: funds.map((fund) => inYuan(fund, ['available', 'difference', 'short'])),
});

const effectView = ({ centres, ...effect }: PackEffect, language: Language): object => ({
  ...effect,
  centres: centres.map((centre) => centreView(centre, language)),
});

export function effectProgressView({ id, job, effect }: PackEffectProgress, language: Language): object {
  const { state, total, done, stopRequested, error } = job;
  const problem = error === null ? null : toProblem(error);
  return {
    id,
    job: {
      ...{ state, total, done, stopRequested },
      error: problem && { code: problem.code, detail_zh: problem.zh, detail_en: problem.en },
    },
    effect: effect && effectView(effect, language),
  };
}
