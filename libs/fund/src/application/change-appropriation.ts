import { AuditLog, Idempotency } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { assertFen, DomainError, type Fen, formatYuan, type Id, type LocalDate, parseDate } from '@gridstaff/kernel';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  type Appropriation,
  type AppropriationKind,
  checkDate,
  checkSign,
  type Fund,
  FundRepository,
} from '../domain/fund';
import type { FundAccount } from '../domain/ledger';
import { LedgerWriter } from './ledger-writer';

interface Change {
  /** Signed fen. */
  amount: Fen;
  documentNo: string;
  effectiveOn: LocalDate;
  reason?: string;
  /** Idempotency key. */
  key: string;
}

function checkTexts(change: Change): void {
  if (change.documentNo.trim() === '')
    throw new DomainError('MISSING_FIELD', { name: 'documentNo' }, { field: 'documentNo' });
  if (change.documentNo.length > 80)
    throw new DomainError('OUT_OF_RANGE', { value: 'documentNo > 80' }, { field: 'documentNo' });
  if ((change.reason ?? '').length > 300)
    throw new DomainError('OUT_OF_RANGE', { value: 'reason > 300' }, { field: 'reason' });
  assertFen(change.amount, 'amount');
  parseDate(change.effectiveOn, 'effectiveOn');
}

/** Dated changes of what a fund may spend: 追加, 追减, 结转 of one fund, and 调剂 between two. What stays is never below zero. */
@Injectable()
export class ChangeAppropriation {
  constructor(
    private readonly funds: FundRepository,
    private readonly writer: LedgerWriter,
    private readonly audit: AuditLog,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * 追加 (above zero), 追减 (below zero) or 结转 (above zero). @returns id of the appropriation
   * @throws DomainError APPROPRIATION_SIGN, APPROPRIATION_DATE, FUND_BELOW_ZERO, FUND_ZERO_LINE, MISSING_FIELD, NOT_FOUND, FORBIDDEN
   */
  async appropriate(
    actor: Actor,
    input: Change & { fundId: Id; kind: Exclude<AppropriationKind, 'initial' | 'adjustment'> },
  ): Promise<Id> {
    const fund = await this.fundFor(actor, input.fundId);
    checkTexts(input);
    checkSign(input.kind, input.amount);
    checkDate(input.effectiveOn, fund.fiscalYear, this.clock.today());
    const { key, ...body } = input;
    return this.idempotency.once(actor, key, 'fund.appropriate', body, async () => {
      const account = (await this.writer.lock(fund.centreId, [fund.id])).get(fund.id) as FundAccount;
      const row = this.row(actor, fund, input.kind, input, null);
      await this.enter(actor, account, row);
      return row.id;
    });
  }

  /**
   * 调剂: `amount` (above zero) from one fund to another of the same year. @returns id of the transfer, which both sides carry
   * @throws DomainError FUND_ADJUST_SAME, FUND_ADJUST_ACROSS and as `appropriate`
   */
  async adjust(actor: Actor, input: Change & { fromFundId: Id; toFundId: Id }): Promise<Id> {
    const from = await this.fundFor(actor, input.fromFundId);
    const to = await this.fundFor(actor, input.toFundId);
    if (from.id === to.id) throw new DomainError('FUND_ADJUST_SAME', { fund: from.name });
    if (from.centreId !== to.centreId || from.fiscalYear !== to.fiscalYear) {
      throw new DomainError('FUND_ADJUST_ACROSS', { year: from.fiscalYear });
    }
    checkTexts(input);
    checkSign('adjustment', input.amount);
    checkDate(input.effectiveOn, from.fiscalYear, this.clock.today());
    const { key, ...body } = input;
    return this.idempotency.once(actor, key, 'fund.adjust', body, async () => {
      const accounts = await this.writer.lock(from.centreId, [from.id, to.id]);
      const transferId = this.ids.next();
      const giving = this.row(actor, from, 'adjustment', { ...input, amount: -input.amount }, transferId);
      const taking = this.row(actor, to, 'adjustment', input, transferId);
      await this.enter(actor, accounts.get(from.id) as FundAccount, giving);
      await this.enter(actor, accounts.get(to.id) as FundAccount, taking);
      return transferId;
    });
  }

  private async fundFor(actor: Actor, fundId: Id): Promise<Fund> {
    const fund = await this.funds.fund(fundId);
    if (!fund) throw new DomainError('NOT_FOUND', { what: 'fund' });
    requirePermission(actor, 'fund:manage', fund.centreId, 'fund');
    return fund;
  }

  private row(actor: Actor, fund: Fund, kind: AppropriationKind, change: Change, transferId: Id | null): Appropriation {
    const { amount, documentNo, effectiveOn, reason } = change;
    return {
      ...{ id: this.ids.next(), centreId: fund.centreId, fundId: fund.id, kind, amount, documentNo, effectiveOn },
      ...{ reason: reason ?? null, transferId, recordedAt: this.clock.millis(), recordedBy: actor.userId },
    };
  }

  private async enter(actor: Actor, account: FundAccount, row: Appropriation): Promise<void> {
    const { available } = account.balances;
    if (account.zeroLine) throw new DomainError('FUND_ZERO_LINE', { fund: account.name, year: account.fiscalYear });
    if (available + row.amount < 0) {
      throw new DomainError('FUND_BELOW_ZERO', {
        ...{ fund: account.name, available: formatYuan(available), amount: formatYuan(-row.amount) },
      });
    }
    await this.funds.addAppropriations([row]);
    const source = { type: 'appropriation', id: row.id, part: 1 } as const;
    await this.writer.record(actor, account, [
      { kind: 'appropriate', amount: row.amount, source, documentNo: row.documentNo, businessDate: row.effectiveOn },
    ]);
    const { kind, amount, documentNo, effectiveOn, transferId } = row;
    await this.audit.append({
      ...{
        actor,
        centreId: account.centreId,
        action: 'fund.appropriated',
        subjectType: 'fund',
        subjectId: account.fundId,
      },
      data: { appropriationId: row.id, kind, amount, documentNo, effectiveOn, transferId },
      reason: row.reason ?? undefined,
    });
  }
}
