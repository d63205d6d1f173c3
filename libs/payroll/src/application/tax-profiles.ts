import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Fen, type Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { WorkerDirectory } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type NewProfile, type RehireCount, type TaxMode, TaxStore } from '../domain';
import { AgencyOfYear } from './imports/agency-of-year';
import { TaxRecords } from './tax-records';

/** What is chosen for a worker's tax year; what is absent stays. */
export interface ProfileEntry {
  workerNo: number;
  mode?: TaxMode;
  rehire?: RehireCount;
  priorGross?: Fen;
  sameUnitEveryMonth?: boolean;
}

const DECEMBER = 12;

/** How the basic deduction is counted for single workers: the mode with its evidence, and the months of somebody who came back. */
@Injectable()
export class TaxProfiles {
  constructor(
    private readonly store: TaxStore,
    private readonly records: TaxRecords,
    private readonly agencies: AgencyOfYear,
    private readonly workers: WorkerDirectory,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Those in force, by worker. Needs `tax:write`. @throws DomainError FORBIDDEN */
  async ofYear(actor: Actor, centreId: Id, taxYear: number): Promise<NewProfile[]> {
    requirePermission(actor, 'tax:write', centreId);
    return this.store.profilesOf(centreId, taxYear);
  }

  /**
   * Appends for the agency of the last engagement of the year; all or none. Needs `tax:write`.
   * @throws DomainError UNKNOWN_WORKER, NOT_EMPLOYED, DUPLICATE_ROW, NEGATIVE_AMOUNT, TAX_MODE_EVIDENCE, NO_PARAMETERS, FORBIDDEN
   */
  async record(actor: Actor, centreId: Id, taxYear: number, entries: readonly ProfileEntry[]): Promise<void> {
    requirePermission(actor, 'tax:write', centreId);
    await this.uow.run(async () => {
      const known = await this.workers.byNumbers(
        centreId,
        entries.map(({ workerNo }) => workerNo),
      );
      const agencies = await this.agencies.agencies(centreId, taxYear, () => DECEMBER, this.clock.millis());
      const held = await this.store.profilesOf(centreId, taxYear);
      const seen = new Map<number, number>();
      const rows = entries.map((entry, i): NewProfile => {
        const { workerNo, priorGross } = entry;
        const path = `profiles[${i}]`;
        const first = seen.get(workerNo);
        if (first !== undefined) throw new DomainError('DUPLICATE_ROW', { row: first + 1 }, { path });
        seen.set(workerNo, i);
        if (!known.has(workerNo)) throw new DomainError('UNKNOWN_WORKER', {}, { field: 'workerNo', path });
        const agencyId = agencies.get(workerNo);
        if (agencyId === undefined)
          throw new DomainError('NOT_EMPLOYED', { year: taxYear }, { field: 'workerNo', path });
        if (priorGross !== undefined && priorGross < 0)
          throw new DomainError('NEGATIVE_AMOUNT', {}, { field: 'priorGross', path });
        const before = held.find((p) => p.workerNo === workerNo && p.agencyId === agencyId);
        return {
          ...{ workerNo, agencyId },
          mode: entry.mode ?? before?.mode ?? 'normal',
          rehire: entry.rehire ?? before?.rehire ?? 'touched',
          priorGross: priorGross ?? before?.priorGross ?? null,
          sameUnitEveryMonth: entry.sameUnitEveryMonth ?? before?.sameUnitEveryMonth ?? false,
        };
      });
      await this.records.recordProfiles(actor, centreId, taxYear, rows);
    });
  }
}
