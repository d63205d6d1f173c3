import type { Fen, Id, LocalDate, Page, PageRequest, Period } from '@gridstaff/kernel';
import type { BasisRun, PayRun, RunStatus, RunStep, Totals } from './run';

export type NewRun = Pick<
  PayRun,
  | 'id'
  | 'centreId'
  | 'period'
  | 'kind'
  | 'payDate'
  | 'taxMonth'
  | 'fiscalYear'
  | 'fundId'
  | 'replacesRunId'
  | 'correctsRunId'
  | 'preparedBy'
  | 'preparedPerson'
  | 'createdAt'
>;

/** Columns that a step may set; `parameters` is the JSON text that was calculated with. */
export type RunChanges = Partial<
  Omit<PayRun, 'id' | 'no' | 'centreId' | 'period' | 'kind' | 'seq' | 'status' | 'version'>
> & {
  parameters?: string | null;
};

export interface RunEvent {
  seq: number;
  step: RunStep;
  fromStatus: RunStatus;
  toStatus: RunStatus;
  userId: Id;
  personId: Id;
  reason: string | null;
  at: number;
}

export interface AgencyTotals extends Totals {
  agencyId: Id;
  people: number;
}

/** What one fund bears of what the centre owes an agency for a run. */
export interface FundTotals {
  agencyId: Id;
  fundId: Id;
  /** Slips that the fund bears a part of. */
  people: number;
  /** Its part of the slips. */
  cost: Fen;
  /** What is reserved and paid: the cost, with what earlier runs left over. */
  due: Fen;
  reservationId: Id | null;
}

export interface RunFilter {
  /** '*': every centre. */
  centreIds: readonly Id[] | '*';
  period?: Period;
  status?: RunStatus;
}

export type RunSort = 'no' | 'period' | 'payDate';

/** Runs, their history and their totals per agency. Writing needs an open unit. */
export abstract class RunStore {
  /** Gives the run its number and its sequence within (centre, period, kind). */
  abstract insert(run: NewRun): Promise<PayRun>;
  /** @throws DomainError NOT_FOUND */
  abstract get(id: Id): Promise<PayRun>;
  abstract byNo(no: number): Promise<PayRun | undefined>;
  /** The JSON text of the parameters of the last calculation. */
  abstract parametersOf(id: Id): Promise<string | null>;
  abstract list(filter: RunFilter, page: PageRequest<RunSort>): Promise<Page<PayRun>>;
  abstract byNumbers(numbers: readonly number[]): Promise<PayRun[]>;
  /** Guarded by id, status and version. @throws DomainError STALE */
  abstract move(run: PayRun, to: RunStatus, changes: RunChanges): Promise<PayRun>;
  abstract addEvent(runNo: number, event: Omit<RunEvent, 'seq'>): Promise<void>;
  abstract events(runNo: number): Promise<RunEvent[]>;
  /** Frozen runs of the centre paid in the same tax year up to this run's tax month, by number; `before`: those of earlier work months alone. */
  abstract basis(run: Pick<PayRun, 'no' | 'centreId' | 'taxMonth'>, before?: Period): Promise<BasisRun[]>;
  /** Other frozen runs of the centre with a period from this month on, by number: whatever paid or put right such a month is among them. */
  abstract frozen(run: Pick<PayRun, 'no' | 'centreId'>, from: Period): Promise<BasisRun[]>;
  /** Frozen runs of the centre whose snapshot was taken at or after an instant (epoch milliseconds) and whose month ends after a day, by number. */
  abstract readersSince(centreId: Id, since: number, from: LocalDate): Promise<{ no: number; period: Period }[]>;
  /** Numbers within [fromNo, toNo] of the people that a run paid or left out with a reason. */
  abstract peopleOf(runNo: number, fromNo: number, toNo: number): Promise<number[]>;
  /** The number of a frozen run that builds on this one, or of the same tax year that is paid in a later month. */
  abstract laterRun(run: Pick<PayRun, 'no' | 'centreId' | 'taxMonth'>, counting: boolean): Promise<number | undefined>;
  /**
   * Sums of the slips, written per agency and per agency and fund, and returned for the run.
   * @param earlier runs of the same fiscal year that are before this one: what they paid too much is taken off
   */
  abstract sumUp(
    run: Pick<PayRun, 'no' | 'fundId' | 'fiscalYear'>,
    earlier: readonly number[],
  ): Promise<Totals & { people: number }>;
  abstract agencies(runNo: number): Promise<AgencyTotals[]>;
  /** In the order of funds, then agencies. */
  abstract funds(runNo: number): Promise<FundTotals[]>;
  abstract setReservation(
    runNo: number,
    part: Pick<FundTotals, 'agencyId' | 'fundId'>,
    reservationId: Id | null,
  ): Promise<void>;
}
