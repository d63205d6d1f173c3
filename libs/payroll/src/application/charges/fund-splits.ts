import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { FundReader } from '@gridstaff/fund';
import { DomainError, type Id, type LocalDate, OPEN_END, parseDate, yearOf } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { WorkerDirectory } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  checkShares,
  FundBook,
  type FundShare,
  type FundSplitPiece,
  FundSplitStore,
  type WorkerRange,
} from '../../domain';

/** From a day on; without shares the fund of the run bears everything again. */
export interface FundSplitChange {
  workerNo: number;
  from: LocalDate;
  shares: readonly FundShare[];
}

const SINCE_EVER = '0001-01-01';

/**
 * How what a worker costs is shared among the funds of the centre, from a day on: appended, never changed. Funds are named by code, so that a
 * split goes on when a year's budget takes over from another. What was calculated before stays charged as it was.
 */
@Injectable()
export class FundSplits {
  constructor(
    private readonly store: FundSplitStore,
    private readonly funds: FundReader,
    private readonly directory: WorkerDirectory,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Everything known of one worker, in date order. Needs `fund:read`. @throws DomainError UNKNOWN_WORKER, FORBIDDEN */
  async of(actor: Actor, centreId: Id, workerNo: number): Promise<FundSplitPiece[]> {
    requirePermission(actor, 'fund:read', centreId);
    await this.assertWorkers(centreId, [workerNo]);
    return (await this.known(centreId, { fromNo: workerNo, toNo: workerNo })).get(workerNo) ?? [];
  }

  /** For the import, after its own permission check: one statement for all of them. */
  known(centreId: Id, range: WorkerRange): Promise<Map<number, FundSplitPiece[]>> {
    return this.store.known({ centreId, from: SINCE_EVER, to: OPEN_END, knownAt: Number.MAX_SAFE_INTEGER }, range);
  }

  /**
   * A change reaches to the next one already known. Needs `fund:manage`. In a constant number of statements.
   * @throws DomainError FUND_SPLIT_SUM, FUND_SPLIT_TWICE, FUND_NOT_IN_YEAR, FUND_ZERO_LINE, FUND_NOT_GRANTED, NOT_A_DATE, UNKNOWN_WORKER, FORBIDDEN
   */
  async record(actor: Actor, centreId: Id, changes: readonly FundSplitChange[]): Promise<void> {
    requirePermission(actor, 'fund:manage', centreId);
    if (changes.length === 0) return;
    const check = await this.checker(
      centreId,
      changes.map((change) => change.from),
    );
    changes.forEach(check);
    const numbers = changes.map((change) => change.workerNo);
    await this.assertWorkers(centreId, numbers);
    await this.uow.run(async () => {
      const range = { fromNo: Math.min(...numbers), toNo: Math.max(...numbers) };
      const known = await this.known(centreId, range);
      const stamp = {
        centreId,
        recordedAt: this.clock.millis(),
        recordedBy: actor.userId,
        nextId: () => this.ids.next(),
      };
      await this.store.add(
        stamp,
        changes.map(({ workerNo, from, shares }) => {
          const next = known.get(workerNo)?.find((piece) => piece.from > from);
          return { workerNo, from, to: next?.from ?? OPEN_END, shares };
        }),
      );
      await this.audit.append({
        ...{ actor, centreId, action: 'fund.split-recorded', subjectType: 'centre', subjectId: centreId },
        data: { count: changes.length, workers: numbers.slice(0, NAMED), from: changes[0]?.from ?? '' },
      });
    });
  }

  /** What refuses a bad change: shares, and funds of the fiscal year in which it begins (or of the last budget, where that year has none yet). */
  async checker(
    centreId: Id,
    dates: readonly LocalDate[],
  ): Promise<(change: Omit<FundSplitChange, 'workerNo'>) => void> {
    const years = new Map<number, Awaited<ReturnType<FundReader['granted']>>>();
    for (const year of new Set(dates.map((date) => yearOf(parseDate(date, 'from')))))
      years.set(year, await this.funds.granted(centreId, year));
    return ({ from, shares }) => {
      checkShares(shares);
      const { fiscalYear, funds } = years.get(yearOf(from)) ?? { fiscalYear: yearOf(from), funds: [] };
      const book = new FundBook(funds, fiscalYear);
      for (const { fund: code } of shares) {
        const id = book.idOf(code);
        const fund = funds.find((own) => own.id === id);
        if (fund?.granted === 0)
          throw new DomainError('FUND_NOT_GRANTED', { fund: fund.name, year: fiscalYear }, { field: 'fund' });
      }
    };
  }

  private async assertWorkers(centreId: Id, numbers: readonly number[]): Promise<void> {
    const found = await this.directory.byNumbers(centreId, numbers);
    const unknown = numbers.find((no) => !found.has(no));
    if (unknown !== undefined) throw new DomainError('UNKNOWN_WORKER', {}, { field: 'workerNo', workerNo: unknown });
  }
}

/** Numbers that an audit entry names; the count is of all. */
const NAMED = 50;
