import { addMonths } from '@gridstaff/kernel';
import type { WorkerInput } from '@gridstaff/pay-engine';
import { Injectable } from '@nestjs/common';
import { type ExclusionRecord, FROZEN, type PayRun, RunStore, SlipStore, type Totals } from '../../domain';
import { amountsOf, type StoredSlip } from '../../domain/variance';

export interface HeldSlip extends StoredSlip {
  readonly run: PayRun;
  readonly totals: Totals;
}

/** One worker in the two months; what is absent was not there. */
export interface SlipPair {
  readonly workerNo: number;
  readonly before?: HeldSlip;
  readonly after?: HeldSlip;
  readonly excludedBefore?: ExclusionRecord;
  readonly excludedNow?: ExclusionRecord;
}

/** Pay of a month that is compared with the month before; anything else is paid once. */
const COMPARED = ['regular', 'supplementary'];
const PAGE = 500;
const RUNS_OF_MONTH = 100;
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
    if (!COMPARED.includes(run.kind)) return [];
    const filter = { centreIds: [run.centreId], period: addMonths(run.period, -1) };
    const all = (await this.runs.list(filter, LAST_NO, RUNS_OF_MONTH)).filter(
      ({ kind, status, hash }) =>
        COMPARED.includes(kind) && hash !== null && status !== 'draft' && status !== 'cancelled',
    );
    const frozen = all.filter(({ status }) => FROZEN.includes(status));
    if (frozen.length > 0) return frozen;
    const calculated = all.find(({ kind }) => kind === 'regular');
    return calculated ? [calculated] : [];
  }

  /** Everybody of the run, and for a regular one also those who were paid the month before only; by worker number. */
  async *pairs(run: PayRun, before: readonly PayRun[], only?: number): AsyncGenerator<SlipPair> {
    const last = only ?? LAST_NO;
    for (let after = only === undefined ? 0 : only - 1; after < last;) {
      const now = await this.page(run, after, only);
      const then: Page[] = [];
      for (const earlier of before) then.push(await this.page(earlier, after, only));
      const upTo = Math.min(now.upTo, last, ...then.map((page) => page.upTo));
      for (const workerNo of workersOf([now, ...then], upTo)) {
        const after = now.slips.get(workerNo);
        const excludedNow = now.exclusions.get(workerNo);
        if (run.kind !== 'regular' && !after && !excludedNow) continue;
        const held = then.find((page) => page.slips.has(workerNo))?.slips.get(workerNo);
        const excluded = then.find((page) => page.exclusions.has(workerNo))?.exclusions.get(workerNo);
        yield { workerNo, before: held, after, excludedBefore: held ? undefined : excluded, excludedNow };
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
      const input = JSON.parse(inputs.get(workerNo) ?? 'null') as WorkerInput;
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
