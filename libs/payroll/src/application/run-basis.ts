import { Injectable } from '@nestjs/common';
import { type BasisRun, type PayRun, RunStore } from '../domain';
import { RetroPlans } from './retro/retro-plans';

/** The frozen runs that a run builds on: those in the year to date, and (`retro`) those that differences of earlier months are measured against. */
@Injectable()
export class RunBasis {
  constructor(
    private readonly runs: RunStore,
    private readonly retro: RetroPlans,
  ) {}

  async of(run: Pick<PayRun, 'no' | 'kind' | 'centreId' | 'period' | 'taxMonth'>): Promise<BasisRun[]> {
    const year = await this.runs.basis(run);
    const window = await this.retro.window(run);
    if (!window) return year;
    const counted = new Set(year.map((b) => b.no));
    const others = (await this.runs.frozen(run, window.from)).filter((b) => !counted.has(b.no));
    return [...year, ...others.map((b) => ({ ...b, retro: true as const }))];
  }
}

/** Numbers of the runs whose slips are the year to date. */
export const yearToDate = (basis: readonly BasisRun[]): number[] => basis.filter((b) => !b.retro).map((b) => b.no);
