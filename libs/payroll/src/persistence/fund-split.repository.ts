import { type Fact, type Id, type LocalDate, timelineOf } from '@gridstaff/kernel';
import { Database, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import {
  type FactStamp,
  type FundShare,
  type FundSplitPiece,
  FundSplitStore,
  type NewFundSplit,
  type WorkerRange,
} from '../domain';
import { FACT_COLUMNS, factHead } from './tax.repository';

type SplitFact = Fact & { shares: FundShare[] };

@Injectable()
export class SqlFundSplitStore extends FundSplitStore {
  constructor(private readonly db: Database) {
    super();
  }

  async known(
    { centreId, from, to, knownAt }: { centreId: Id; from: LocalDate; to: LocalDate; knownAt: number },
    { fromNo, toNo }: WorkerRange,
  ): Promise<Map<number, FundSplitPiece[]>> {
    const rows = await this.db.query<Readonly<Record<string, SqlValue>>>(
      'SELECT id, worker_no, valid_from, valid_to, recorded_at, retracted, shares FROM fund_split_fact ' +
        'WHERE centre_id = ? AND worker_no BETWEEN ? AND ? AND valid_from < ? AND valid_to > ? AND recorded_at <= ? ORDER BY worker_no',
      [centreId, fromNo, toNo, to, from, knownAt],
    );
    const facts = new Map<number, SplitFact[]>();
    for (const row of rows) {
      const workerNo = Number(row.worker_no);
      const own = facts.get(workerNo);
      if (own) own.push(factOf(row));
      else facts.set(workerNo, [factOf(row)]);
    }
    const pieces = new Map<number, FundSplitPiece[]>();
    for (const [workerNo, own] of facts) {
      const held = timelineOf(own).map(({ from: start, to: end, fact }) => ({
        from: start,
        to: end,
        shares: fact.shares,
      }));
      pieces.set(workerNo, held);
    }
    return pieces;
  }

  async add(stamp: FactStamp, rows: readonly NewFundSplit[]): Promise<void> {
    await this.db.insert(
      'fund_split_fact',
      [...FACT_COLUMNS, 'shares'],
      rows.map((split) => [
        ...factHead(stamp, split, split.workerNo),
        JSON.stringify(split.shares.map(({ fund, points }) => [fund, points])),
      ]),
    );
  }
}

function factOf(row: Readonly<Record<string, SqlValue>>): SplitFact {
  const shares = JSON.parse(String(row.shares)) as [string, number][];
  return {
    id: String(row.id),
    validFrom: String(row.valid_from),
    validTo: String(row.valid_to),
    recordedAt: Number(row.recorded_at),
    retracted: Number(row.retracted) === 1,
    shares: shares.map(([fund, points]) => ({ fund, points })),
  };
}
