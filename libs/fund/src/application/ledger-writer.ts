import type { Actor } from '@gridstaff/contracts';
import { DomainError, type Fen, type Id, type LocalDate } from '@gridstaff/kernel';
import { expectOne } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  applied,
  changeOf,
  type EntryKind,
  type FundAccount,
  type LedgerEntry,
  LedgerRepository,
  legsOf,
  NO_BALANCE,
  type SourceType,
} from '../domain/ledger';

export interface EntryDraft {
  kind: EntryKind;
  /** Fen; negative only for `appropriate`. */
  amount: Fen;
  source: { type: SourceType; id: Id; part: number };
  reservationId?: Id;
  documentNo?: string;
  businessDate: LocalDate;
}

/** The only writer of balances and entries: numbers the entries, moves the balances by the legs, and checks that the store agreed. */
@Injectable()
export class LedgerWriter {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Holds the balances of these funds until the unit ends. @throws DomainError NOT_FOUND for a fund that is not of this centre */
  async lock(centreId: Id, fundIds: readonly Id[]): Promise<Map<Id, FundAccount>> {
    const found = new Map((await this.ledger.lock(fundIds)).map((account) => [account.fundId, account]));
    for (const id of fundIds) {
      if (found.get(id)?.centreId !== centreId) throw new DomainError('NOT_FOUND', { what: 'fund' });
    }
    return found;
  }

  /** The entries a fund gets for these drafts, and its state after them; pure but for ids and time. */
  prepare(
    actor: Actor,
    account: FundAccount,
    drafts: readonly EntryDraft[],
  ): { after: FundAccount; entries: LedgerEntry[] } {
    let after = account;
    const entries = drafts.map((draft): LedgerEntry => {
      const legs = legsOf(draft.kind, draft.amount);
      after = { ...after, balances: applied(after.balances, changeOf(legs)), lastNo: after.lastNo + 1 };
      return {
        id: this.ids.next(),
        centreId: account.centreId,
        fundId: account.fundId,
        no: after.lastNo,
        kind: draft.kind,
        sourceType: draft.source.type,
        sourceId: draft.source.id,
        sourcePart: draft.source.part,
        reservationId: draft.reservationId ?? null,
        documentNo: draft.documentNo ?? null,
        businessDate: draft.businessDate,
        availableAfter: after.balances.available,
        recordedAt: this.clock.millis(),
        recordedBy: actor.userId,
        legs,
      };
    });
    return { after, entries };
  }

  /**
   * Moves the balances of a fund that the unit holds by `lock`. The caller has refused what does not fit, in its own words; the guarded
   * update and the CHECK of the table refuse it once more. @throws DomainError STALE
   */
  async record(actor: Actor, account: FundAccount, drafts: readonly EntryDraft[]): Promise<LedgerEntry[]> {
    const { entries } = this.prepare(actor, account, drafts);
    const change = entries.reduce((sum, entry) => applied(sum, changeOf(entry.legs)), NO_BALANCE);
    expectOne((await this.ledger.change(account.fundId, change, entries.length)) ? 1 : 0, 'fund balance');
    await this.ledger.append(entries);
    return entries;
  }
}
