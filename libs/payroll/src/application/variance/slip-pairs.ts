import { addMonths, type Id, type Period } from '@gridstaff/kernel';
import type { WorkerInput } from '@gridstaff/pay-engine';
import { Injectable } from '@nestjs/common';
import { type ExclusionRecord, FROZEN, type PayRun, RunStore, SlipStore, type Totals } from '../../domain';
import { amountsOf, type StoredSlip } from '../../domain/variance';

export interface HeldSlip extends Pick<StoredSlip, 'amounts'> {
  /** Null where a stored slip has lost its input: damage that the checker tells of. */
  readonly input: WorkerInput | null;
  readonly run: PayRun;
  readonly totals: Totals;
}

/** One worker in the two months; what is absent was not there. */
export interface SlipPair {
  readonly workerNo: number;
  readonly before?: HeldSlip;
  /** Further slips of the month before: another agency's part of it. */
  readonly othersBefore: readonly HeldSlip[];
  readonly after?: HeldSlip;
  readonly excludedBefore?: ExclusionRecord;
  readonly excludedNow?: ExclusionRecord;
  /** Another run of the same month has paid the worker, too: what this one pays is compared with nothing. */
  readonly paidElsewhere: boolean;
}

/** Pay of a month that is compared with the month before; anything else is paid once. */
const COMPARED = ['regular', 'supplementary'];
const PAGE = 500;
const RUNS_OF_MONTH = { field: 'no', descending: true, limit: 100 } as const;
const LAST_NO = 2_147_483_647;

interface Page {
  slips: Map<number, HeldSlip>;
  exclusions: Map<number, ExclusionRecord>;
  /** Up to and including this number the page is complete. */
  upTo: number;
}

/** Reads the stored slips of a run beside those of the month before, a page of workers at a time. */
@Injectable()
export class SlipPairs {
  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
  ) {}

  /** The runs that paid the month before: the frozen ones, or the newest calculated while none is. A run that pays once has none. */
  async runsBefore(run: PayRun): Promise<PayRun[]> {
    return COMPARED.includes(run.kind) ? this.paying(run.centreId, addMonths(run.period, -1)) : [];
  }

  /** Regular before supplementary: who was paid by both is compared with the former. */
  private async paying(centreId: Id, period: Period): Promise<PayRun[]> {
    const all = (await this.runs.list({ centreIds: [centreId], period }, RUNS_OF_MONTH)).rows.filter(
      ({ kind, status, hash }) =>
        COMPARED.includes(kind) && hash !== null && status !== 'draft' && status !== 'cancelled',
    );
    const frozen = all.filter(({ status }) => FROZEN.includes(status));
    const regular = all.find(({ kind }) => kind === 'regular');
    const found = frozen.length > 0 ? frozen : regular ? [regular] : [];
    return [...found].sort((a, b) => COMPARED.indexOf(a.kind) - COMPARED.indexOf(b.kind) || a.no - b.no);
  }

  /** Everybody of the run, and for a regular one also those who were paid the month before only; by worker number. */
  async *pairs(run: PayRun, before: readonly PayRun[], only?: number): AsyncGenerator<SlipPair> {
    const same = run.kind === 'supplementary' ? await this.paying(run.centreId, run.period) : [];
    const beside = same.filter(({ no }) => no < run.no);
    const last = only ?? LAST_NO;
    for (let after = only === undefined ? 0 : only - 1; after < last;) {
      const read = async (runs: readonly PayRun[]): Promise<Page[]> => {
        const pages: Page[] = [];
        for (const each of runs) pages.push(await this.page(each, after, only));
        return pages;
      };
      const [now] = (await read([run])) as [Page];
      const then = await read(before);
      const others = await read(beside);
      const upTo = Math.min(now.upTo, last, ...[...then, ...others].map((page) => page.upTo));
      for (const workerNo of workersOf([now, ...then], upTo)) {
        const pair = pairOf(workerNo, now, then, others);
        if (run.kind === 'regular' || pair.after || pair.excludedNow) yield pair;
      }
      after = upTo;
    }
  }

  private async page(run: PayRun, after: number, only?: number): Promise<Page> {
    const limit = only === undefined ? PAGE : 1;
    const slips = await this.slips.slips(run.no, after, limit);
    const inputs = new Map((await this.slips.inputs(run.no, after, limit)).map((row) => [row.workerNo, row.input]));
    const exclusions = await this.slips.exclusions(run.no, after, limit);
    const [firstNo, lastNo] = [slips[0]?.workerNo, slips.at(-1)?.workerNo];
    const lines = new Map(slips.map((slip) => [slip.workerNo, [] as { itemNo: number; amount: number }[]]));
    if (firstNo !== undefined && lastNo !== undefined) {
      for (const line of await this.slips.lines(run.no, { fromNo: firstNo, toNo: lastNo }))
        lines.get(line.workerNo)?.push(line);
    }
    const held = slips.map(({ workerNo, totals }): [number, HeldSlip] => {
      const input = JSON.parse(inputs.get(workerNo) ?? 'null') as WorkerInput | null;
      return [workerNo, { run, totals, input, amounts: amountsOf(totals, lines.get(workerNo) ?? []) }];
    });
    const ends = [slips, exclusions].map((rows) =>
      rows.length === limit ? (rows.at(-1)?.workerNo ?? LAST_NO) : LAST_NO,
    );
    const upTo = Math.min(...ends);
    return { slips: new Map(held), exclusions: new Map(exclusions.map((e) => [e.workerNo, e])), upTo };
  }
}

function workersOf(pages: readonly Page[], upTo: number): number[] {
  const all = pages.flatMap(({ slips, exclusions }) => [...slips.keys(), ...exclusions.keys()]);
  return [...new Set(all)].filter((no) => no <= upTo).sort((a, b) => a - b);
}

function pairOf(workerNo: number, now: Page, then: readonly Page[], others: readonly Page[]): SlipPair {
  const paidElsewhere = others.some(({ slips }) => slips.has(workerNo));
  const held = paidElsewhere ? [] : then.flatMap(({ slips }) => slips.get(workerNo) ?? []);
  const [before, ...othersBefore] = held;
  const excluded = before ? undefined : then.flatMap(({ exclusions }) => exclusions.get(workerNo) ?? [])[0];
  const [after, excludedNow] = [now.slips.get(workerNo), now.exclusions.get(workerNo)];
  return { workerNo, before, othersBefore, after, excludedBefore: excluded, excludedNow, paidElsewhere };
}
