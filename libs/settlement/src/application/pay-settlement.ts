import { AuditLog, Idempotency } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { FundLedger, FundReader } from '@gridstaff/fund';
import { DomainError, type Fen, formatYuan, type Id, invariant, type LocalDate } from '@gridstaff/kernel';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  type Payment,
  type Settlement,
  type SettlementFund,
  SettlementRepository,
  type SettlementStatus,
} from '../domain/settlement';
import { RunTotalsReader } from './run-totals';

export interface PayRequest {
  settlementId: Id;
  /** The fund that it comes out of; may be left out while only one has something due. */
  fundId?: Id;
  /** Fen; everything still due of the fund when left out. */
  amount?: Fen;
  /** Number of the treasury's payment document. */
  documentNo: string;
  paidOn: LocalDate;
  /** The fund's last payment although less than its part is paid: the rest goes back to the fund, and a reason is required. */
  final?: boolean;
  reason?: string;
  /** Idempotency key. */
  key: string;
}

export type PaidSettlement = { paymentId: Id; fundId: Id; attempt: number; amount: Fen; status: SettlementStatus };

/** Enters a payment to an agency and posts it to the one fund it comes out of; with the last payment of the last settlement the run is paid. */
@Injectable()
export class PaySettlement {
  constructor(
    private readonly settlements: SettlementRepository,
    private readonly runs: RunTotalsReader,
    private readonly ledger: FundLedger,
    private readonly audit: AuditLog,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly names: FundReader,
  ) {}

  /**
   * Sent again with its key, it answers as the first time and pays nothing more.
   * @throws DomainError PAYMENT_NAMES_FUND, PAYMENT_EXCEEDS_SETTLEMENT, PAYMENT_DOCUMENT_TWICE, PAYMENT_WRONG_YEAR, RESERVATION_EXCEEDED, RESERVATION_CLOSED,
   * WRONG_STEP unless confirmed, MISSING_FIELD, NEGATIVE_AMOUNT, IDEMPOTENCY_MISMATCH, NOT_FOUND, FORBIDDEN
   */
  async run(actor: Actor, request: PayRequest): Promise<PaidSettlement> {
    const known = await this.settlements.get(request.settlementId);
    if (!known) throw new DomainError('NOT_FOUND', { what: 'settlement' });
    requirePermission(actor, 'settlement:pay', known.centreId, 'settlement');
    this.checkTexts(request);
    const { key, ...body } = request;
    return this.idempotency.once(actor, key, 'settlement.pay', body, async () => {
      const all = await this.settlements.lockRun(known.runId);
      const settlement = all.find(({ id }) => id === known.id) as Settlement;
      const paid = await this.pay(actor, settlement, request);
      const others = all.filter(({ id }) => id !== known.id);
      if (paid.status === 'paid' && others.every((other) => other.status === 'paid'))
        await this.runs.markPaid(actor, known.runId);
      return paid;
    });
  }

  private checkTexts({ documentNo, reason }: PayRequest): void {
    if (documentNo.trim() === '')
      throw new DomainError('MISSING_FIELD', { name: 'documentNo' }, { field: 'documentNo' });
    if (documentNo.length > 80)
      throw new DomainError('OUT_OF_RANGE', { value: 'documentNo > 80' }, { field: 'documentNo' });
    if ((reason ?? '').length > 300)
      throw new DomainError('OUT_OF_RANGE', { value: 'reason > 300' }, { field: 'reason' });
  }

  private async pay(actor: Actor, settlement: Settlement, request: PayRequest): Promise<PaidSettlement> {
    if (settlement.status !== 'confirmed') {
      throw new DomainError('WRONG_STEP', {
        what: `settlement of run ${settlement.runNo}`,
        status: settlement.status,
        step: 'pay',
      });
    }
    const part = await this.partOf(settlement, request.fundId);
    const rest = part.ended ? 0 : part.amount - part.paid;
    const amount = request.amount ?? rest;
    if (amount > rest)
      throw new DomainError('PAYMENT_EXCEEDS_SETTLEMENT', { amount: formatYuan(amount), rest: formatYuan(rest) });
    const final = amount === rest || request.final === true;
    if (amount < rest && final && !request.reason?.trim())
      throw new DomainError('MISSING_FIELD', { name: 'reason' }, { field: 'reason' });
    const earlier = await this.settlements.payments(settlement.id);
    if (earlier.some(({ documentNo }) => documentNo === request.documentNo)) {
      throw new DomainError('PAYMENT_DOCUMENT_TWICE', { documentNo: request.documentNo });
    }
    const payment = await this.post(actor, settlement, part, { ...request, amount }, earlier.length + 1);
    const { fundId } = part;
    const others = settlement.funds.filter((own) => own.fundId !== fundId);
    const status: SettlementStatus = final && others.every((own) => own.ended) ? 'paid' : 'confirmed';
    await this.settlements.pay(settlement, { fundId, amount, ended: final }, status);
    if (final) await this.ledger.releaseRest(actor, payment.reservationId);
    const { id: paymentId, attempt, documentNo, paidOn } = payment;
    await this.audit.append({
      ...{
        actor,
        centreId: settlement.centreId,
        action: 'settlement.paid',
        subjectType: 'settlement',
        subjectId: settlement.id,
      },
      data: { runId: settlement.runId, fundId, paymentId, attempt, amount, documentNo, paidOn, final },
      reason: request.reason,
    });
    return { paymentId, fundId, attempt, amount, status };
  }

  /** @throws DomainError PAYMENT_NAMES_FUND, NOT_FOUND */
  private async partOf({ funds }: Settlement, fundId?: Id): Promise<SettlementFund> {
    const open = funds.filter((part) => !part.ended);
    const part = fundId === undefined && open.length === 1 ? open[0] : funds.find((own) => own.fundId === fundId);
    if (part) return part;
    if (fundId !== undefined) throw new DomainError('NOT_FOUND', { what: 'fund' });
    const names = await this.names.names(open.map((own) => own.fundId));
    throw new DomainError('PAYMENT_NAMES_FUND', { funds: [...names.values()].join('、') }, { field: 'fundId' });
  }

  private async post(
    actor: Actor,
    settlement: Settlement,
    { reservationId }: SettlementFund,
    request: PayRequest & { amount: Fen },
    attempt: number,
  ): Promise<Payment> {
    invariant(reservationId !== null, 'a settlement with an amount has a reservation');
    const { amount, documentNo, paidOn } = request;
    const posting = { reservationId, settlementId: settlement.id, attempt, amount, documentNo, paidOn };
    const transactionId = await this.ledger.post(actor, posting);
    const payment: Payment = {
      ...{ id: this.ids.next(), centreId: settlement.centreId, ...posting, transactionId },
      ...{ recordedAt: this.clock.millis(), recordedBy: actor.userId },
    };
    await this.settlements.addPayment(payment);
    return payment;
  }
}
