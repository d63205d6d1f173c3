import type { Actor } from '@gridstaff/contracts';
import type { Id, LocalDate } from '@gridstaff/kernel';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import type { BudgetLine } from '../domain/budget-document';
import { type Appropriation, type Fund, FundRepository } from '../domain/fund';
import { type FundAccount, type LedgerEntry, LedgerRepository, NO_BALANCE } from '../domain/ledger';
import { LedgerWriter } from './ledger-writer';

/** Initial amounts count from the first day of their year, whatever day they are entered on. */
const firstDayOf = (fiscalYear: number): LocalDate => `${fiscalYear}-01-01`;

/** Enters new budget lines: the fund, its initial appropriation (年初数), its balance and the ledger entry behind it. */
@Injectable()
export class BudgetWriter {
  constructor(
    private readonly funds: FundRepository,
    private readonly ledger: LedgerRepository,
    private readonly writer: LedgerWriter,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Bulk, in a constant number of statements; the names are known to be new. A line of zero has an appropriation of zero and no entry. */
  async addLines(
    actor: Actor,
    input: { centreId: Id; fiscalYear: number; afterNo: number; documentNo: string; lines: readonly BudgetLine[] },
  ): Promise<Fund[]> {
    const { centreId, fiscalYear, documentNo } = input;
    const funds: Fund[] = [];
    const appropriations: Appropriation[] = [];
    const accounts: FundAccount[] = [];
    const entries: LedgerEntry[] = [];
    input.lines.forEach((line, index) => {
      const { name, code, kind, purpose, functionCode, economicCode } = line;
      const no = input.afterNo + index + 1;
      const fund = {
        id: this.ids.next(),
        centreId,
        fiscalYear,
        no,
        name,
        code: code ?? name,
        kind,
        purpose,
        functionCode,
        economicCode,
        version: 1,
      };
      const appropriation = this.initial(actor, fund, line, documentNo);
      const zeroLine = kind === 'zero';
      const empty = { fundId: fund.id, centreId, name, fiscalYear, zeroLine, balances: NO_BALANCE, lastNo: 0 };
      const drafts = line.amount === 0 ? [] : [this.granting(appropriation)];
      const prepared = this.writer.prepare(actor, empty, drafts);
      funds.push(fund);
      appropriations.push(appropriation);
      accounts.push(prepared.after);
      entries.push(...prepared.entries);
    });
    await this.funds.addFunds(funds);
    await this.funds.addAppropriations(appropriations);
    await this.ledger.open(accounts);
    await this.ledger.append(entries);
    return funds;
  }

  private initial(actor: Actor, fund: Fund, line: BudgetLine, documentNo: string): Appropriation {
    return {
      id: this.ids.next(),
      centreId: fund.centreId,
      fundId: fund.id,
      kind: 'initial',
      amount: line.amount,
      documentNo,
      effectiveOn: firstDayOf(fund.fiscalYear),
      reason: null,
      transferId: null,
      recordedAt: this.clock.millis(),
      recordedBy: actor.userId,
    };
  }

  private granting(appropriation: Appropriation): Parameters<LedgerWriter['prepare']>[2][number] {
    const { id, amount, documentNo, effectiveOn } = appropriation;
    const source = { type: 'appropriation', id, part: 1 } as const;
    return { kind: 'appropriate', amount, source, documentNo, businessDate: effectiveOn };
  }
}
