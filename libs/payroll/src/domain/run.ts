import { DomainError, type Fen, type Id, type LocalDate, type Period } from '@gridstaff/kernel';

export type RunKind = 'regular' | 'supplementary' | 'correction' | 'bonus';

export type RunStatus =
  'draft' | 'calculated' | 'submitted' | 'checked' | 'approved' | 'settled' | 'paid' | 'closed' | 'cancelled';

/** Slips of a run in one of these states can no longer change and count in the year-to-date figures of later runs. */
export const FROZEN: readonly RunStatus[] = ['submitted', 'checked', 'approved', 'settled', 'paid', 'closed'];

export type RunStep =
  | 'create'
  | 'calculate'
  | 'calculated'
  | 'submit'
  | 'check'
  | 'approve'
  | 'settle'
  | 'pay'
  | 'close'
  | 'return'
  | 'cancel';

/** The states from which a step is possible; any other is WRONG_STEP. */
const FROM: Readonly<Record<Exclude<RunStep, 'create'>, readonly RunStatus[]>> = {
  calculate: ['draft', 'calculated'],
  calculated: ['draft'],
  submit: ['calculated'],
  check: ['submitted'],
  approve: ['checked'],
  settle: ['approved'],
  pay: ['settled'],
  close: ['paid'],
  return: ['submitted', 'checked'],
  cancel: ['draft', 'calculated', 'submitted', 'checked', 'approved'],
};

/** Totals of a run, an agency's part of it, or a slip, in fen; `SlipTotals` of the engine is one. */
export interface Totals {
  gross: Fen;
  employeeInsurance: Fen;
  employeeFund: Fen;
  tax: Fen;
  otherDeductions: Fen;
  net: Fen;
  receivable: Fen;
  employerInsurance: Fen;
  employerFund: Fen;
  fee: Fen;
}

/** An earlier run that a run builds on: its slips are in the year-to-date figures, or (`retro`) only what differences are measured against. */
export interface BasisRun {
  readonly no: number;
  readonly hash: string;
  readonly retro?: true;
}

export interface PayRun extends Totals {
  id: Id;
  no: number;
  centreId: Id;
  period: Period;
  kind: RunKind;
  seq: number;
  payDate: LocalDate;
  taxMonth: Period;
  fiscalYear: number;
  fundId: Id;
  replacesRunId: Id | null;
  /** The run whose month a correction puts right. */
  correctsRunId: Id | null;
  status: RunStatus;
  version: number;
  /** Number of the calculation, from 1; a result of an earlier one is never taken. */
  calcNo: number;
  jobId: Id | null;
  /** Cut-off of the snapshot (epoch milliseconds): nothing recorded later is in the figures. */
  knownAt: number | null;
  engineVersion: string | null;
  schemeId: Id | null;
  parametersHash: string | null;
  programHash: string | null;
  basis: readonly BasisRun[] | null;
  people: number;
  excluded: number;
  /** SHA-256 over the slips in worker order: what is checked and approved. */
  hash: string | null;
  preparedBy: Id;
  preparedPerson: Id;
  editedPerson: Id;
  submittedBy: Id | null;
  submittedPerson: Id | null;
  checkedBy: Id | null;
  checkedPerson: Id | null;
  approvedBy: Id | null;
  approvedPerson: Id | null;
  createdAt: number;
}

/** @throws DomainError WRONG_STEP */
export function assertStep(run: Pick<PayRun, 'no' | 'status'>, step: Exclude<RunStep, 'create'>): void {
  if (!FROM[step].includes(run.status)) {
    throw new DomainError('WRONG_STEP', { what: `run ${run.no}`, status: run.status, step });
  }
}

/** What a run takes from the fund for one agency: everything the centre owes it. */
export const costOf = (totals: Pick<Totals, 'gross' | 'employerInsurance' | 'employerFund' | 'fee'>): Fen =>
  totals.gross + totals.employerInsurance + totals.employerFund + totals.fee;
