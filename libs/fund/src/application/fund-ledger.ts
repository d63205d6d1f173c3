import { AuditLog } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import {
  assertFen,
  DomainError,
  type Fen,
  formatYuan,
  type Id,
  type LocalDate,
  parseDate,
  sumFen,
  yearOf,
} from '@gridstaff/kernel';
import { expectOne } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  type Balances,
  type FundAccount,
  type LedgerEntry,
  LedgerRepository,
  type Reservation,
} from '../domain/ledger';
import { LedgerWriter } from './ledger-writer';

export interface ReserveRequest {
  centreId: Id;
  fundId: Id;
  agencyId: Id;
  runId: Id;
  runNo: number;
  /** Fen, above zero. */
  amount: Fen;
  /** Hash of the run as approved. */
  hash: string;
}

export interface PostRequest {
  reservationId: Id;
  settlementId: Id;
  /** Number of the payment within its settlement: (settlement, attempt) can be posted once. */
  attempt: number;
  amount: Fen;
  documentNo: string;
  paidOn: LocalDate;
}

/** A reservation ends once, by being voided or by releasing its rest: both are its part 2. */
const OPENED = 1;
const ENDED = 2;

function assertPositive(amount: Fen): void {
  if (assertFen(amount, 'amount') < 0) throw new DomainError('NEGATIVE_AMOUNT', {}, { field: 'amount' });
  if (amount === 0) throw new DomainError('OUT_OF_RANGE', { value: '0' }, { field: 'amount' });
}

/**
 * Two-phase spending: reserve at approval, post at payment, void or release the rest. Every method works inside the caller's open unit and
 * holds the fund's balance row until that unit ends, so that no two of them can spend the same money; the caller has checked the actor's right.
 */
@Injectable()
export class FundLedger {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly writer: LedgerWriter,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError FUND_SHORT, FUND_ZERO_LINE, RESERVATION_EXISTS, NEGATIVE_AMOUNT, NOT_FOUND */
  async reserve(actor: Actor, request: ReserveRequest): Promise<Id> {
    return (await this.reserveAll(actor, [request]))[0] as Id;
  }

  /**
   * All of them or none. A run with several funds or agencies asks for everything at once: the funds are held in one fixed order, and the
   * shortage named is that of the fund, not of the last agency. @returns ids in the order of the requests. @throws as `reserve`
   */
  async reserveAll(actor: Actor, requests: readonly ReserveRequest[]): Promise<Id[]> {
    const first = requests[0];
    if (!first) return [];
    requests.forEach((request) => assertPositive(request.amount));
    const accounts = await this.writer.lock(first.centreId, [...new Set(requests.map((request) => request.fundId))]);
    await this.refuseSecond(requests, accounts);
    const reservations = requests.map((request) => this.opened(actor, request));
    for (const account of accounts.values()) {
      const own = reservations.filter((reservation) => reservation.fundId === account.fundId);
      this.refuseShort(account, sumFen(own.map((reservation) => reservation.amount)));
      await this.writer.record(
        actor,
        account,
        own.map((reservation) => ({
          kind: 'reserve',
          amount: reservation.amount,
          source: { type: 'reservation', id: reservation.id, part: OPENED },
          reservationId: reservation.id,
          businessDate: this.clock.today(),
        })),
      );
    }
    await this.ledger.addReservations(reservations);
    for (const { id, fundId, agencyId, runId, amount, hash, centreId } of reservations) {
      await this.note(actor, centreId, 'fund.reserved', id, { fundId, agencyId, runId, amount, hash });
    }
    return reservations.map((reservation) => reservation.id);
  }

  /** Gives everything back; only while nothing of it has been paid. @throws DomainError RESERVATION_CLOSED, RESERVATION_USED, NOT_FOUND */
  async voidReservation(actor: Actor, reservationId: Id, reason: string): Promise<void> {
    const { reservation, account } = await this.hold(reservationId);
    if (reservation.remaining !== reservation.amount) {
      throw new DomainError('RESERVATION_USED', { paid: formatYuan(reservation.amount - reservation.remaining) });
    }
    await this.end(actor, account, reservation, 'voided');
    await this.note(
      actor,
      account.centreId,
      'fund.voided',
      reservationId,
      { fundId: account.fundId, amount: reservation.amount },
      reason,
    );
  }

  /**
   * A payment, whole or in part: in transit → paid. @returns the ledger entry's id
   * @throws DomainError RESERVATION_EXCEEDED, RESERVATION_CLOSED, PAYMENT_WRONG_YEAR (the appropriation's year is that of the payment), NOT_FOUND
   */
  async post(actor: Actor, request: PostRequest): Promise<Id> {
    const { reservationId, amount, documentNo, paidOn } = request;
    assertPositive(amount);
    parseDate(paidOn, 'paidOn');
    const { reservation, account } = await this.hold(reservationId);
    if (yearOf(paidOn) !== account.fiscalYear) {
      throw new DomainError(
        'PAYMENT_WRONG_YEAR',
        { date: paidOn, fund: account.name, year: account.fiscalYear },
        { field: 'paidOn' },
      );
    }
    if (amount > reservation.remaining) {
      throw new DomainError('RESERVATION_EXCEEDED', {
        amount: formatYuan(amount),
        remaining: formatYuan(reservation.remaining),
      });
    }
    const status = amount === reservation.remaining ? 'posted' : 'open';
    expectOne((await this.ledger.use(reservation, amount, status)) ? 1 : 0, 'reservation');
    const source = { type: 'settlement', id: request.settlementId, part: request.attempt } as const;
    const [entry] = await this.writer.record(actor, account, [
      { kind: 'post', amount, source, reservationId, documentNo, businessDate: paidOn },
    ]);
    const data = {
      fundId: account.fundId,
      settlementId: request.settlementId,
      attempt: request.attempt,
      amount,
      documentNo,
      paidOn,
    };
    await this.note(actor, account.centreId, 'fund.posted', reservationId, data);
    return (entry as LedgerEntry).id;
  }

  /** After the last payment: what is left returns to the fund. Nothing left is no error. @returns fen released. @throws DomainError RESERVATION_CLOSED, NOT_FOUND */
  async releaseRest(actor: Actor, reservationId: Id): Promise<Fen> {
    const known = await this.ledger.reservation(reservationId);
    if (known?.status === 'posted') return 0;
    const { reservation, account } = await this.hold(reservationId);
    await this.end(actor, account, reservation, 'released');
    await this.note(actor, account.centreId, 'fund.released', reservationId, {
      fundId: account.fundId,
      amount: reservation.remaining,
    });
    return reservation.remaining;
  }

  /**
   * Opening data: what this fund had already paid when the centre began to use the product. Once per fund.
   * @throws DomainError DUPLICATE, FUND_SHORT, FUND_ZERO_LINE, NEGATIVE_AMOUNT, NOT_FOUND
   */
  async recordOpeningSpent(
    actor: Actor,
    input: { centreId: Id; fundId: Id; amount: Fen; documentNo: string; spentUntil: LocalDate },
  ): Promise<Id> {
    assertPositive(input.amount);
    const account = (await this.writer.lock(input.centreId, [input.fundId])).get(input.fundId) as FundAccount;
    if (await this.ledger.hasEntry('fund', input.fundId, OPENED))
      throw new DomainError('DUPLICATE', { what: 'opening' });
    this.refuseShort(account, input.amount);
    const [entry] = await this.writer.record(actor, account, [
      {
        kind: 'opening',
        amount: input.amount,
        source: { type: 'fund', id: input.fundId, part: OPENED },
        documentNo: input.documentNo,
        businessDate: parseDate(input.spentUntil, 'spentUntil'),
      },
    ]);
    const { amount, documentNo, spentUntil } = input;
    await this.audit.append({
      ...{ actor, centreId: input.centreId, action: 'fund.opening', subjectType: 'fund', subjectId: input.fundId },
      data: { amount, documentNo, spentUntil },
    });
    return (entry as LedgerEntry).id;
  }

  /** Fen. @throws DomainError NOT_FOUND */
  async balances(fundId: Id): Promise<Balances> {
    const [account] = await this.ledger.accounts([fundId]);
    if (!account) throw new DomainError('NOT_FOUND', { what: 'fund' });
    return account.balances;
  }

  reservationsOfRun(runId: Id): Promise<Reservation[]> {
    return this.ledger.reservationsOfRun(runId);
  }

  private opened(actor: Actor, request: ReserveRequest): Reservation {
    const { centreId, fundId, agencyId, runId, runNo, amount, hash } = request;
    return {
      id: this.ids.next(),
      ...{ centreId, fundId, agencyId, runId, runNo, amount, hash },
      remaining: amount,
      status: 'open',
      version: 1,
      reservedAt: this.clock.millis(),
      reservedBy: actor.userId,
    };
  }

  private refuseShort(account: FundAccount, needed: Fen): void {
    const { name, fiscalYear, zeroLine, balances } = account;
    if (zeroLine) throw new DomainError('FUND_ZERO_LINE', { fund: name, year: fiscalYear });
    if (needed <= balances.available) return;
    throw new DomainError('FUND_SHORT', {
      fund: name,
      needed: formatYuan(needed),
      available: formatYuan(balances.available),
      short: formatYuan(needed - balances.available),
    });
  }

  /** One live reservation per run, fund and agency; the funds are held, so what is read here cannot change before the insert. */
  private async refuseSecond(requests: readonly ReserveRequest[], accounts: Map<Id, FundAccount>): Promise<void> {
    const key = (r: { runId: Id; fundId: Id; agencyId: Id }): string => `${r.runId} ${r.fundId} ${r.agencyId}`;
    const taken = new Set<string>();
    for (const runId of new Set(requests.map((request) => request.runId))) {
      for (const r of await this.ledger.reservationsOfRun(runId)) if (r.status !== 'voided') taken.add(key(r));
    }
    for (const request of requests) {
      if (taken.has(key(request))) {
        throw new DomainError('RESERVATION_EXISTS', {
          run: request.runNo,
          fund: accounts.get(request.fundId)?.name ?? '',
        });
      }
      taken.add(key(request));
    }
  }

  /** Reads an open reservation after its fund is held: every change of a reservation happens under that hold. */
  private async hold(reservationId: Id): Promise<{ reservation: Reservation; account: FundAccount }> {
    const known = await this.ledger.reservation(reservationId);
    if (!known) throw new DomainError('NOT_FOUND', { what: 'reservation' });
    const account = (await this.writer.lock(known.centreId, [known.fundId])).get(known.fundId) as FundAccount;
    const reservation = (await this.ledger.reservation(reservationId)) as Reservation;
    if (reservation.status !== 'open') throw new DomainError('RESERVATION_CLOSED', { status: reservation.status });
    return { reservation, account };
  }

  private async end(
    actor: Actor,
    account: FundAccount,
    reservation: Reservation,
    status: 'voided' | 'released',
  ): Promise<void> {
    expectOne((await this.ledger.use(reservation, reservation.remaining, status)) ? 1 : 0, 'reservation');
    await this.writer.record(actor, account, [
      {
        kind: status === 'voided' ? 'void' : 'release',
        amount: reservation.remaining,
        source: { type: 'reservation', id: reservation.id, part: ENDED },
        reservationId: reservation.id,
        businessDate: this.clock.today(),
      },
    ]);
  }

  private note(
    actor: Actor,
    centreId: Id,
    action: string,
    reservationId: Id,
    data: Record<string, string | number>,
    reason?: string,
  ): Promise<void> {
    return this.audit.append({
      actor,
      centreId,
      action,
      subjectType: 'reservation',
      subjectId: reservationId,
      data,
      reason,
    });
  }
}
