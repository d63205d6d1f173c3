import { DomainError, parseYuan } from '@gridstaff/kernel';
import type { ChangeSet, CostFigures, ForecastMonth, ParameterChange } from '@gridstaff/payroll';
import type { Scenario, WhatIfAnswer } from '@gridstaff/reporting';
import type { SupposedChange } from '@gridstaff/roster';
import { inYuan } from '../common/view';
import type { BoundsBody, ChangedPreviewBody, WhatIfBody, WorkerChangeBody } from './what-if.dto';

const fen = (yuan: string | undefined, field: string): number | undefined =>
  yuan === undefined ? undefined : parseYuan(yuan, field);

function boundsOf({ from, ...amounts }: BoundsBody): ParameterChange {
  const given = Object.entries(amounts).filter(([, yuan]) => yuan !== undefined);
  return { from, ...Object.fromEntries(given.map(([name, yuan]) => [name, parseYuan(yuan, name)])) };
}

export function scenarioOf({ raise, hires, leavers, leaving, base, bounds, item }: WhatIfBody): Scenario {
  return {
    leavers,
    leaving,
    raise: raise && { ...raise, grades: raise.grades?.split(/[,，\s]+/).filter((code) => code !== '') },
    hires: hires && { ...hires, insuranceBase: fen(hires.insuranceBase, 'insuranceBase') },
    base: base && { from: base.from, amount: parseYuan(base.amount, 'amount') },
    bounds: bounds && boundsOf(bounds),
    item: item && { ...item, amount: parseYuan(item.amount, 'amount') },
  };
}

function workerChange({ kind, workerNo, from, value }: WorkerChangeBody): SupposedChange {
  const about = { workerNo, from };
  const text = (): string => {
    if (value === undefined) throw new DomainError('MISSING_FIELD', { name: 'value' }, { field: 'value', workerNo });
    return value;
  };
  switch (kind) {
    case 'grade':
      return { ...about, kind, gradeCode: text() };
    case 'grid':
      return { ...about, kind, gridCode: text() };
    case 'certificate':
      return { ...about, kind, code: text() };
    case 'base':
      return { ...about, kind: 'contribution', patch: { insuranceBase: parseYuan(text(), 'value') } };
    case 'suspend':
    case 'resume':
      return { ...about, kind: 'status', status: kind === 'suspend' ? 'suspended' : 'in_post' };
    case 'end':
      return { ...about, kind };
  }
}

export const changeSetOf = ({ workers = [], hires = [], grades = [], bounds = [] }: ChangedPreviewBody): ChangeSet => ({
  workers: workers.map(workerChange),
  hires: hires.map((hire) => ({ ...hire, insuranceBase: fen(hire.insuranceBase, 'insuranceBase') })),
  grades: grades.map(({ code, from, base, post, performance }) => ({
    ...{ code, from, base: parseYuan(base, 'base'), post: parseYuan(post, 'post') },
    performance: parseYuan(performance, 'performance'),
  })),
  parameters: bounds.map(boundsOf),
});

const cost = ({ gross, employer, fee, total }: CostFigures): object =>
  inYuan({ gross, employer, fee, total }, ['gross', 'employer', 'fee', 'total']);
const month = (of: ForecastMonth): object => ({ people: of.people, ...cost(of) });

/** A scenario adds one item at the end of the scheme. */
function schemeView(scheme: ChangeSet['scheme']): object | null {
  const item = scheme?.definition.items.at(-1);
  return scheme && item ? { from: scheme.from, nameZh: item.nameZh, nameEn: item.nameEn } : null;
}

export function whatIfView({ months, now, then, difference, fund, funds, changes, ...answer }: WhatIfAnswer): object {
  const { id, name, balances, leftNow, leftThen, timeProgressPct } = fund;
  return {
    ...{ from: answer.from, fiscalYear: answer.fiscalYear, leftOut: answer.leftOut, changesHash: answer.changesHash },
    months: months.map((of) => ({
      ...{ period: of.period, payDate: of.payDate, now: month(of.now), then: month(of.then) },
      difference: cost(of.difference),
    })),
    ...{ now: cost(now), then: cost(then), difference: cost(difference) },
    fund: {
      ...{ id, name, timeProgressPct, ...inYuan({ leftNow, leftThen }, ['leftNow', 'leftThen']) },
      balances: inYuan(balances, ['granted', 'paid', 'reserved', 'available']),
    },
    funds: funds.map((part) => inYuan(part, ['available', 'now', 'then', 'leftNow', 'leftThen'])),
    changes: {
      grades: (changes.grades ?? []).map((grade) => inYuan(grade, ['base', 'post', 'performance'])),
      leaving: (changes.workers ?? []).flatMap(({ kind, workerNo, from }) =>
        kind === 'end' ? [{ workerNo, lastDay: from }] : [],
      ),
      bases: (changes.workers ?? []).filter(({ kind }) => kind === 'contribution').length,
      hires: (changes.hires ?? []).length,
      scheme: schemeView(changes.scheme),
      statutory: (changes.parameters ?? []).length > 0,
    },
  };
}
