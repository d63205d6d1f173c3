import {
  DomainError,
  type Fen,
  formatYuan,
  type Id,
  type LocalDate,
  type Page,
  type PageRequest,
  type Period,
  sumFen,
} from '@gridstaff/kernel';

/** One agency's part of a run, in fen. */
export interface AgencyTotals {
  agencyId: Id;
  people: number;
  gross: Fen;
  employeeInsurance: Fen;
  employeeFund: Fen;
  tax: Fen;
  otherDeductions: Fen;
  net: Fen;
  /** What workers owe because their deductions exceed their gross: the agency pays it on and collects it. */
  receivable: Fen;
  employerInsurance: Fen;
  employerFund: Fen;
  fee: Fen;
  /** What earlier runs paid the agency too much, taken off (negative), or what it is still owed of them; 0 as a rule. */
  carried: Fen;
  /** What is paid out of each fund, in the order of fund ids. */
  funds: readonly FundPart[];
}

/** What is to be paid an agency out of a fund, fen. */
export interface FundPart {
  fundId: Id;
  due: Fen;
  /** What the approval reserved for it; null where there was nothing to reserve. */
  reservationId: Id | null;
}

export interface RunTotals {
  runId: Id;
  runNo: number;
  centreId: Id;
  period: Period;
  /** Of the run as approved. */
  hash: string;
  status: string;
  agencies: readonly AgencyTotals[];
}

/** cost: what the centre owes the agency (sums to the total); use: what the agency does with the gross (sums to the gross). */
export type LineSide = 'cost' | 'use';

export interface SettlementLine {
  no: number;
  side: LineSide;
  item: keyof Omit<AgencyTotals, 'agencyId' | 'people' | 'funds'>;
  amount: Fen;
}

export type SettlementStatus = 'prepared' | 'confirmed' | 'paid';

/** A fund's part of a settlement: paid out of its own reservation, by payments of its own. */
export interface SettlementFund {
  fundId: Id;
  reservationId: Id | null;
  amount: Fen;
  paid: Fen;
  /** Whether nothing more is paid of it: all of it is, or its last payment said so. */
  ended: boolean;
}

/** 派遣结算单: what the centre owes one agency for a run. */
export interface Settlement {
  id: Id;
  centreId: Id;
  runId: Id;
  runNo: number;
  period: Period;
  agencyId: Id;
  runHash: string;
  people: number;
  /** Gross, employer insurance and employer fund, with what earlier runs left over: money the agency passes on. */
  passThrough: Fen;
  fee: Fen;
  total: Fen;
  paid: Fen;
  status: SettlementStatus;
  version: number;
  /** Epoch milliseconds. */
  preparedAt: number;
  preparedBy: Id;
  confirmedAt: number | null;
  confirmedBy: Id | null;
  /** They add up to the total, in the order of fund ids. */
  funds: readonly SettlementFund[];
}

export interface Payment {
  id: Id;
  centreId: Id;
  settlementId: Id;
  reservationId: Id;
  /** The entry of the fund's ledger. */
  transactionId: Id;
  /** 1, 2, 3 … within the settlement. */
  attempt: number;
  amount: Fen;
  documentNo: string;
  paidOn: LocalDate;
  recordedAt: number;
  recordedBy: Id;
}

const COST = ['gross', 'employerInsurance', 'employerFund', 'fee'] as const;
const USE = ['net', 'employeeInsurance', 'employeeFund', 'tax', 'otherDeductions', 'receivable'] as const;

export const passThroughOf = (totals: AgencyTotals): Fen =>
  sumFen([totals.gross, totals.employerInsurance, totals.employerFund, totals.carried]);
export const totalOf = (totals: AgencyTotals): Fen => sumFen([passThroughOf(totals), totals.fee]);

/**
 * The lines of an agency's settlement.
 * @throws DomainError SETTLEMENT_TOTALS when the gross is not what is passed on or the funds do not bear the total, NEGATIVE_AMOUNT when
 * the agency owes the centre
 */
export function linesOf(totals: AgencyTotals, runNo: number): SettlementLine[] {
  const cost = COST.map((item) => ({ side: 'cost' as const, item, amount: totals[item] }));
  const use = USE.map((item) => ({
    side: 'use' as const,
    item,
    amount: item === 'receivable' ? 0 - totals[item] : totals[item],
  }));
  const used = sumFen(use.map((line) => line.amount));
  assertTies('gross', runNo, totals.gross, used);
  assertTies('fund', runNo, sumFen(totals.funds.map((part) => part.due)), totalOf(totals));
  if (totalOf(totals) < 0) throw new DomainError('NEGATIVE_AMOUNT', { value: formatYuan(totalOf(totals)) });
  // Last, so that the others keep their numbers.
  const carried =
    totals.carried === 0 ? [] : [{ side: 'cost' as const, item: 'carried' as const, amount: totals.carried }];
  return [...cost, ...use, ...carried].map((line, index) => ({ no: index + 1, ...line }));
}

/** @throws DomainError SETTLEMENT_TOTALS */
export function assertTies(item: string, runNo: number, left: Fen, right: Fen): void {
  if (left !== right)
    throw new DomainError('SETTLEMENT_TOTALS', { item, run: runNo, left: formatYuan(left), right: formatYuan(right) });
}

/**
 * A settlement stands only for the run it was prepared from, line by line.
 * @throws DomainError SETTLEMENT_RUN_CHANGED, SETTLEMENT_TOTALS
 */
export function assertSameAsRun(settlement: Settlement, lines: readonly SettlementLine[], run: RunTotals): void {
  const totals = run.agencies.find((agency) => agency.agencyId === settlement.agencyId);
  const held = (parts: readonly { fundId: Id; reservationId: Id | null }[]): string =>
    JSON.stringify(parts.map(({ fundId, reservationId }) => [fundId, reservationId]));
  if (!totals || run.hash !== settlement.runHash || held(totals.funds) !== held(settlement.funds)) {
    throw new DomainError('SETTLEMENT_RUN_CHANGED', { run: run.runNo });
  }
  const expected = linesOf(totals, run.runNo);
  assertTies('people', run.runNo, settlement.people * 100, totals.people * 100);
  for (const line of expected)
    assertTies(line.item, run.runNo, lines.find((own) => own.no === line.no)?.amount ?? 0, line.amount);
  assertTies('total', run.runNo, settlement.total, totalOf(totals));
  settlement.funds.forEach(({ amount }, i) => assertTies('fund', run.runNo, amount, totals.funds[i]?.due ?? 0));
}

/** What a payment does to a fund's part. */
export interface FundPayment {
  fundId: Id;
  amount: Fen;
  /** Whether it is the last one. */
  ended: boolean;
}

export type SettlementSort = 'period' | 'runNo' | 'total' | 'status';

/** Settlements, their lines and payments. Writing needs an open unit. */
export abstract class SettlementRepository {
  abstract get(id: Id): Promise<Settlement | undefined>;
  abstract ofRun(runId: Id): Promise<Settlement[]>;
  abstract list(
    filter: { centreId: Id; period?: Period },
    page: PageRequest<SettlementSort>,
  ): Promise<Page<Settlement>>;
  abstract lines(settlementId: Id): Promise<SettlementLine[]>;
  abstract payments(settlementId: Id): Promise<Payment[]>;
  /** All settlements of the run, held until the unit ends: whoever finishes the last one must see the others. */
  abstract lockRun(runId: Id): Promise<Settlement[]>;
  /** Leaves those alone that exist for the same run and agency. @returns ids of what the run has now */
  abstract addMissing(settlements: readonly Settlement[]): Promise<Id[]>;
  abstract addFunds(settlement: Settlement): Promise<void>;
  abstract addLines(settlementId: Id, lines: readonly SettlementLine[]): Promise<void>;
  /** Guarded by the status and version given. @throws DomainError STALE */
  abstract confirm(settlement: Settlement, status: SettlementStatus, at: number, by: Id): Promise<void>;
  /** Guarded by the status and version given. @throws DomainError STALE */
  abstract pay(settlement: Settlement, part: FundPayment, status: SettlementStatus): Promise<void>;
  abstract addPayment(payment: Payment): Promise<void>;
}
