import type { Fen, Id, Page, PageRequest, Period } from '@gridstaff/kernel';
import type { PayRun } from './run';
import type { NoteSort, RetroDelta, RunNote } from './retro';
import type { WorkerRange } from './slip-store';

/** A frozen run that pays a month's own pay. */
export type PaidRun = Pick<PayRun, 'id' | 'no' | 'kind' | 'period' | 'taxMonth' | 'fundId'> & {
  knownAt: number;
  schemeId: Id;
  parametersHash: string;
};

/** An amount given for a month, by worker, agency and item. */
export interface Given {
  workerNo: number;
  agencyId: Id;
  itemNo: number;
  amount: Fen;
}

export interface GivenDelta extends Given {
  runNo: number;
}

/** What was given for earlier months, by slips and by later differences. Constant numbers of statements, whatever the number of workers. */
export abstract class RetroStore {
  /** Frozen regular and supplementary runs of the centre with a period in [from, to), by number. */
  abstract paidRuns(centreId: Id, from: Period, to: Period): Promise<PaidRun[]>;
  /** Sums of the slips' lines of these runs. */
  abstract lines(runNos: readonly number[], range: WorkerRange): Promise<Given[]>;
  /** Differences of the month paid by frozen runs of periods before `until`. */
  abstract deltas(centreId: Id, period: Period, until: Period, range: WorkerRange): Promise<GivenDelta[]>;
  /** Differences that the slips of one run pay, by worker, month and item. */
  abstract deltasOf(runNo: number, range: WorkerRange): Promise<(RetroDelta & { workerNo: number })[]>;
  /** What workers owe from earlier frozen slips: Σ receivable − Σ recovered, by worker and agency, where it is not zero. */
  abstract debts(centreId: Id, range: WorkerRange): Promise<Map<number, Map<Id, Fen>>>;
  abstract notes(runNo: number, page: PageRequest<NoteSort>): Promise<Page<RunNote>>;
}
