import { formatYuan } from '@gridstaff/kernel';
import type { TimelineRow, WorkerDetail } from '@gridstaff/roster';
import { isoInstant } from '../common/view';

/** Values of facts that are fen. */
const AMOUNTS = new Set(['insuranceBase', 'fundBase', 'contractWage', 'lowestSamePost']);

type RowView = Omit<TimelineRow, 'knownSince'> & { knownSince: string | null };
export type WorkerView = Omit<WorkerDetail, 'timeline'> & { timeline: RowView[] };

export const workerView = (worker: WorkerDetail): WorkerView => ({
  ...worker,
  timeline: worker.timeline.map((row) => ({
    ...row,
    knownSince: isoInstant(row.knownSince),
    values: Object.fromEntries(
      Object.entries(row.values).map(([name, value]) => [
        name,
        AMOUNTS.has(name) && typeof value === 'number' ? formatYuan(value) : value,
      ]),
    ),
  })),
});
