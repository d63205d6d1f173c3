import {
  assertFen,
  type Fen,
  type Id,
  invariant,
  type LocalDate,
  type Page,
  type PageRequest,
} from '@gridstaff/kernel';

/**
 * Accounts of one fund (指标 → 可用 → 在途 → 已付). `granted` is the source side: what the budget gave stands there as a negative sum, so
 * that the legs of every transaction add up to zero.
 */
export type Account = 'granted' | 'available' | 'reserved' | 'paid';

export type EntryKind = 'appropriate' | 'opening' | 'reserve' | 'void' | 'release' | 'post';

/** Every entry moves one amount from one account to another. A negative amount (追减, an adjustment's giving side) moves it back. */
const MOVES: Readonly<Record<EntryKind, readonly [from: Account, to: Account]>> = {
  appropriate: ['granted', 'available'],
  opening: ['available', 'paid'],
  reserve: ['available', 'reserved'],
  void: ['reserved', 'available'],
  release: ['reserved', 'available'],
  post: ['reserved', 'paid'],
};

export interface Leg {
  no: number;
  account: Account;
  amount: Fen;
}

/** Amounts in fen; granted = available + reserved + paid, none of them below zero. */
export interface Balances {
  granted: Fen;
  available: Fen;
  reserved: Fen;
  paid: Fen;
}

export const NO_BALANCE: Balances = { granted: 0, available: 0, reserved: 0, paid: 0 };

export function legsOf(kind: EntryKind, amount: Fen): [Leg, Leg] {
  invariant(assertFen(amount) !== 0, 'a ledger entry moves an amount');
  const [from, to] = MOVES[kind];
  return [
    { no: 1, account: from, amount: -amount },
    { no: 2, account: to, amount },
  ];
}

/** What the legs do to the balances; `granted` counts upwards there. */
export function changeOf(legs: readonly Leg[]): Balances {
  const change = { ...NO_BALANCE };
  for (const { account, amount } of legs) change[account] += account === 'granted' ? -amount : amount;
  return change;
}

export function applied(balances: Balances, change: Balances): Balances {
  return {
    granted: assertFen(balances.granted + change.granted),
    available: assertFen(balances.available + change.available),
    reserved: assertFen(balances.reserved + change.reserved),
    paid: assertFen(balances.paid + change.paid),
  };
}

/** A fund's balance row, held by the unit that read it with `lock`. */
export interface FundAccount {
  fundId: Id;
  centreId: Id;
  name: string;
  fiscalYear: number;
  /** A line that the budget set to zero takes no money at all. */
  zeroLine: boolean;
  balances: Balances;
  /** Number of the fund's last transaction; they are numbered 1, 2, 3 … without gaps. */
  lastNo: number;
}

export type SourceType = 'appropriation' | 'reservation' | 'settlement' | 'fund';

export interface LedgerEntry {
  id: Id;
  centreId: Id;
  fundId: Id;
  no: number;
  kind: EntryKind;
  /** What caused it; (type, id, part) is unique, so one cause can never be entered twice. */
  sourceType: SourceType;
  sourceId: Id;
  sourcePart: number;
  reservationId: Id | null;
  documentNo: string | null;
  businessDate: LocalDate;
  /** Running balance of `available` after this entry: recomputable from the legs. */
  availableAfter: Fen;
  /** Epoch milliseconds. */
  recordedAt: number;
  recordedBy: Id;
  legs: readonly Leg[];
}

export type ReservationStatus = 'open' | 'posted' | 'voided' | 'released';

/** 在途: what an approved run holds of one fund for one agency. */
export interface Reservation {
  id: Id;
  centreId: Id;
  fundId: Id;
  agencyId: Id;
  runId: Id;
  runNo: number;
  amount: Fen;
  /** Neither paid nor given back yet. */
  remaining: Fen;
  /** Of the run, as approved: the reservation stands for exactly these slips. */
  hash: string;
  status: ReservationStatus;
  version: number;
  reservedAt: number;
  reservedBy: Id;
}

export type MovementSort = 'no' | 'businessDate' | 'availableAfter';

/** Balance rows, entries and reservations. Writing needs an open unit. */
export abstract class LedgerRepository {
  /** The rows, held until the unit ends and taken in the order of their ids, so that two units never wait for each other in a circle. */
  abstract lock(fundIds: readonly Id[]): Promise<FundAccount[]>;
  abstract accounts(fundIds: readonly Id[]): Promise<FundAccount[]>;
  abstract open(accounts: readonly FundAccount[]): Promise<void>;
  /** Relative change by that many entries, refused where a balance would fall below zero. @returns whether it took effect */
  abstract change(fundId: Id, change: Balances, entries: number): Promise<boolean>;
  abstract append(entries: readonly LedgerEntry[]): Promise<void>;
  abstract hasEntry(sourceType: SourceType, sourceId: Id, part: number): Promise<boolean>;
  /** Ascending by number. */
  abstract entries(fundId: Id): Promise<LedgerEntry[]>;
  abstract page(fundId: Id, page: PageRequest<MovementSort>): Promise<Page<LedgerEntry>>;
  abstract reservation(id: Id): Promise<Reservation | undefined>;
  abstract reservationsOfRun(runId: Id): Promise<Reservation[]>;
  abstract reservationsOfFund(fundId: Id): Promise<Reservation[]>;
  abstract addReservations(reservations: readonly Reservation[]): Promise<void>;
  /** Takes `amount` off the rest of an open reservation and sets its status. @returns whether it took effect */
  abstract use(reservation: Reservation, amount: Fen, status: ReservationStatus): Promise<boolean>;
}
