import type { Fen, Id, Json, Page, PageRequest, Period } from '@gridstaff/kernel';
import type { PayLine } from '@gridstaff/pay-engine';
import type { FundPart } from './charges';
import type { SlipClaim } from './claims';
import type { OneOffPart } from './one-off';
import type { RetroDelta, RunNote } from './retro';
import type { TaxSums } from './pay-facts';
import type { RunStatus, Totals } from './run';

export type { PayLine } from '@gridstaff/pay-engine';

/** A calculated slip with everything that is kept of it. */
export interface SlipRecord {
  workerNo: number;
  agencyId: Id;
  totals: Totals;
  /** What this slip adds to the year-to-date figures. */
  taxAdded: TaxSums;
  lines: readonly PayLine[];
  derivation: string;
  /** JSON text of the engine's input. */
  input: string;
  /** What it pays, claimed when its run is submitted. */
  claims: readonly SlipClaim[];
  /** Differences of earlier months that it pays. */
  deltas: readonly RetroDelta[];
  /** How its cost is shared among funds; empty: the fund of the run bears it all. */
  funds: readonly FundPart[];
  /** Parts of what is given once that it pays. */
  oneOffs: readonly OneOffPart[];
  /** Of other deductions: taken of an earlier debt. */
  recovered: Fen;
  hash: string;
}

export interface ExclusionRecord {
  workerNo: number;
  code: string;
  params: Readonly<Record<string, string | number | boolean | null>>;
}

export interface ExclusionView extends ExclusionRecord {
  acknowledgedBy: Id | null;
  reason: string | null;
  acknowledgedAt: number | null;
}

export type SlipView = Omit<
  SlipRecord,
  'lines' | 'derivation' | 'input' | 'claims' | 'deltas' | 'funds' | 'oneOffs' | 'recovered'
>;

/** A worker's slip with the run it belongs to. */
export type SlipOfRun = SlipView & { runNo: number };

export type SlipSort = 'workerNo' | 'name' | 'gross' | 'net' | 'tax';
export type OwnSlipSort = 'runNo' | 'period' | 'payDate' | 'net';
export type ExclusionSort = 'workerNo' | 'code';

/** Numbers of workers, both ends included. */
export interface WorkerRange {
  fromNo: number;
  toNo: number;
}

/** What calculating a range of workers gave. */
export interface Calculated {
  slips: SlipRecord[];
  exclusions: ExclusionRecord[];
  notes: RunNote[];
}

/** Rows ready to be written: the values of each table, one row after the other. Plain data, which may come from another thread. */
export type ResultRows = readonly {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly (string | number | null)[];
}[];

/** Slips, lines, derivations, inputs, exclusions and claims of runs. Writing needs an open unit. */
export abstract class SlipStore {
  /** What `replace` takes; touches no database. */
  abstract rowsOf(runNo: number, calculated: Calculated): ResultRows;
  /** Replaces whatever the run holds for the range. */
  abstract replace(runNo: number, range: WorkerRange, rows: ResultRows): Promise<void>;
  abstract slips(runNo: number, afterWorkerNo: number, limit: number): Promise<SlipView[]>;
  abstract slip(runNo: number, workerNo: number): Promise<SlipView | undefined>;
  abstract slipPage(runNo: number, page: PageRequest<SlipSort>): Promise<Page<SlipView>>;
  /** Of one worker, in runs of the centre that are in one of these states. */
  abstract slipsOfWorker(
    own: { centreId: Id; workerNo: number; statuses: readonly RunStatus[] },
    page: PageRequest<OwnSlipSort>,
  ): Promise<Page<SlipOfRun>>;
  abstract lines(runNo: number, range: WorkerRange): Promise<(PayLine & { workerNo: number })[]>;
  /** By worker, in the order of fund ids; whoever is not in it is borne by the fund of the run. */
  abstract fundParts(runNo: number, range: WorkerRange): Promise<Map<number, FundPart[]>>;
  abstract derivation(runNo: number, workerNo: number): Promise<string | undefined>;
  abstract derivations(runNo: number, range: WorkerRange): Promise<Map<number, string>>;
  abstract input(runNo: number, workerNo: number): Promise<Json | undefined>;
  /** Inputs with what their slip says, in worker order: what a recalculation starts from. */
  abstract inputs(
    runNo: number,
    afterWorkerNo: number,
    limit: number,
  ): Promise<{ workerNo: number; agencyId: Id; hash: string; input: string }[]>;
  /** Hashes in worker order, for the hash of the run. */
  abstract hashes(runNo: number, afterWorkerNo: number, limit: number): Promise<{ workerNo: number; hash: string }[]>;
  abstract exclusions(runNo: number, afterWorkerNo: number, limit: number): Promise<ExclusionView[]>;
  abstract exclusionPage(runNo: number, page: PageRequest<ExclusionSort>): Promise<Page<ExclusionView>>;
  abstract countExclusions(runNo: number, open: boolean): Promise<number>;
  /** @returns whether there was such an exclusion */
  abstract acknowledge(runNo: number, workerNo: number, by: Id, reason: string, at: number): Promise<boolean>;
  /** Of these workers, those that have a slip in the run. */
  abstract paidAmong(runNo: number, workerNos: readonly number[]): Promise<number[]>;
  /** Claims what the slips of the run pay. @throws DomainError ALREADY_CLAIMED naming a run that pays some of it */
  abstract claim(runNo: number): Promise<void>;
  abstract releaseClaims(runNo: number): Promise<void>;
  /** Agencies at which any run has claimed the month's own pay, by worker of the range. */
  abstract claimedAgencies(period: Period, range: WorkerRange): Promise<Map<number, Id[]>>;
  abstract keepPrograms(hash: string, text: string): Promise<void>;
  abstract programs(hash: string): Promise<string>;
}
