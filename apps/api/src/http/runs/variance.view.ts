import {
  type Cause,
  CAUSE_NAMES,
  type Figures,
  type Variance,
  type VarianceRow,
  type WorkerVariance,
} from '@gridstaff/payroll';
import { inYuan } from '../common/view';

const yuan = ({ net, gross, cost }: Figures): object => inYuan({ net, gross, cost }, ['net', 'gross', 'cost']);
const named = (cause: Cause): object => ({ cause, name_zh: CAUSE_NAMES[cause].zh, name_en: CAUSE_NAMES[cause].en });

const rowView = ({ before, after, difference, causes, rest, ...row }: VarianceRow): object => ({
  ...{ workerNo: row.workerNo, flags: row.flags, excludedBefore: row.excludedBefore, excludedNow: row.excludedNow },
  ...{ before: before && yuan(before), after: after && yuan(after), difference: yuan(difference), rest: yuan(rest) },
  causes: causes.map((one) => ({ ...named(one.cause), ...yuan(one) })),
});

/** `next` is the cursor of the rows that follow these: `after` stands for the figures of the later month. */
export function varianceView({ rows, before, after, rest, bridge, ...run }: Variance, next: string | null): object {
  return {
    ...{ ...run, before: yuan(before), after: yuan(after), rest: yuan(rest) },
    bridge: bridge.map((step) => ({ ...named(step.cause), people: step.people, ...yuan(step) })),
    rows: rows.map(rowView),
    next,
  };
}

export const workerVarianceView = ({ items, facts, ...row }: WorkerVariance): object => ({
  ...rowView(row),
  items: items.map(({ causes, ...item }) => ({
    ...inYuan(item, ['before', 'after', 'difference']),
    causes: causes.map(({ cause, amount }) => ({ ...named(cause), ...inYuan({ amount }, ['amount']) })),
  })),
  facts: facts.map(({ cause, name, zh, en, unit, before, after }) => ({
    ...{ ...named(cause), fact: name, fact_zh: zh, fact_en: en, unit, before, after },
  })),
});
