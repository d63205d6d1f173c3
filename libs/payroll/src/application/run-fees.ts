import type { Id } from '@gridstaff/kernel';
import type { FeeTier, WorkerInput } from '@gridstaff/pay-engine';
import { Injectable } from '@nestjs/common';
import { SlipStore } from '../domain';

/** The fee of one slip whose price rests on the head count of the agency. */
export interface TierFee {
  workerNo: number;
  agencyId: Id;
  kind: 'per_head' | 'rate';
  /** Fen of `per_head`, decimal text of `rate`. */
  price: number | string;
  tier: FeeTier;
}

const PAGE = 500;

/** Fees by head count, as stored with the slips of a run; for callers that have checked their own permission. */
@Injectable()
export class RunFees {
  constructor(private readonly slips: SlipStore) {}

  async byTier(runNo: number): Promise<TierFee[]> {
    const found: TierFee[] = [];
    for (let after = 0; ;) {
      const page = await this.slips.inputs(runNo, after, PAGE);
      for (const { workerNo, agencyId, input } of page) found.push(...tierFee(workerNo, agencyId, input));
      if (page.length < PAGE) return found;
      after = page.at(-1)?.workerNo ?? after;
    }
  }

  /** Of one slip; undefined where its price rests on no head count. */
  async ofWorker(runNo: number, workerNo: number): Promise<TierFee | undefined> {
    const [slip] = await this.slips.inputs(runNo, workerNo - 1, 1);
    return slip?.workerNo === workerNo ? tierFee(workerNo, slip.agencyId, slip.input)[0] : undefined;
  }
}

function tierFee(workerNo: number, agencyId: Id, text: string): TierFee[] {
  if (!text.includes('"tier"')) return [];
  const { fee } = JSON.parse(text) as WorkerInput;
  if (fee.kind === 'none' || !fee.tier) return [];
  return [{ workerNo, agencyId, kind: fee.kind, price: fee.kind === 'per_head' ? fee.amount : fee.rate, tier: fee.tier }];
}
