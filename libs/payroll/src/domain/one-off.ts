import { DomainError, type Fen, type Id, type Period } from '@gridstaff/kernel';
import type { RuleName, WorkerInput } from '@gridstaff/pay-engine';
import type { SlipClaim } from './claims';

/** What is given once for a work month: leave that could not be taken, severance, a loss to make good, labour remuneration. */
export const ONE_OFF_KINDS = ['annual_leave', 'severance', 'loss', 'labour'] as const;
export type OneOffKind = (typeof ONE_OFF_KINDS)[number];

/** The item that pays or takes each. */
export const ONE_OFF_RULE: Readonly<Record<OneOffKind, RuleName>> = {
  annual_leave: 'annual_leave_payout',
  severance: 'severance.pay',
  loss: 'loss_deduction',
  labour: 'labour.pay',
};

/** Natural key: worker, work month and kind; the one recorded last holds, a quantity of zero takes it back. */
export interface OneOff {
  workerNo: number;
  kind: OneOffKind;
  /** Whole days of annual leave; fen of the others. */
  quantity: number;
  /** Average monthly wage of the twelve months before, fen: of annual leave, and what severance was worked out from. */
  averageWage: Fen | null;
  /** Local average annual wage of last year, fen: what severance is exempt by. */
  localAverage: Fen | null;
  /** Months of severance in tenths, where it was worked out from years of service. */
  months: number | null;
  /** Agreement, evidence of the fault, contract: what it rests on. */
  evidence: string | null;
}

/** What is known to be given, with what earlier slips have paid of it. */
export interface GivenOneOff extends OneOff {
  period: Period;
  factId: Id;
}

/** What frozen runs have paid of one entry: quantities, and by how many slips. */
export interface PaidOneOff {
  workerNo: number;
  period: Period;
  kind: OneOffKind;
  quantity: number;
  slips: number;
}

/** The part of an entry that nobody has paid yet. */
export interface DueOneOff extends GivenOneOff {
  /** Slips that paid parts of it before. */
  before: number;
}

/** A part of an entry that a slip pays. */
export interface OneOffPart {
  period: Period;
  kind: OneOffKind;
  quantity: number;
}

/** 实施办法 arts. 9-12: leave of a year may be carried over once, 15 days each. */
export const MOST_LEAVE_DAYS = 30;

/** @throws DomainError OUT_OF_RANGE, NEGATIVE_AMOUNT, MISSING_FIELD, ONE_OFF_LEAVE_DAYS, ONE_OFF_FIELD */
export function checkOneOff({ kind, quantity, averageWage, localAverage, evidence }: OneOff): void {
  const field = kind === 'annual_leave' ? 'days' : 'amount';
  if (!Number.isSafeInteger(quantity)) throw new DomainError('OUT_OF_RANGE', { value: String(quantity) }, { field });
  if (quantity < 0) throw new DomainError('NEGATIVE_AMOUNT', {}, { field });
  for (const [name, amount] of Object.entries({ averageWage, localAverage }))
    if (amount !== null && amount < 0) throw new DomainError('NEGATIVE_AMOUNT', {}, { field: name });
  if (quantity === 0) return;
  const need = (name: string, value: unknown): void => {
    if (value === null) throw new DomainError('MISSING_FIELD', { name }, { field: name });
  };
  if (kind === 'annual_leave') {
    need('averageWage', averageWage);
    if (quantity > MOST_LEAVE_DAYS)
      throw new DomainError('ONE_OFF_LEAVE_DAYS', { days: quantity, limit: MOST_LEAVE_DAYS }, { field });
  }
  if (kind === 'severance') need('localAverage', localAverage);
  if (kind === 'loss') need('evidence', evidence);
}

const keyOf = ({ workerNo, period, kind }: Pick<GivenOneOff, 'workerNo' | 'period' | 'kind'>): string =>
  `${workerNo} ${period} ${kind}`;

/** The n-th slip that pays something of an entry: two runs that found the same rest cannot both pay it. */
export const oneOffClaim = ({ period, kind, before }: DueOneOff): SlipClaim => ({
  period,
  source: `one_off:${kind}:${before + 1}`,
});

/** What is given less what was paid, by worker, oldest month first; entries of which too much was paid apart. */
export function dueOneOffs(
  given: readonly GivenOneOff[],
  paid: readonly PaidOneOff[],
): { due: Map<number, DueOneOff[]>; overpaid: (PaidOneOff & { given: number })[] } {
  const paidOf = new Map(paid.map((p) => [keyOf(p), p]));
  const due = new Map<number, DueOneOff[]>();
  const overpaid: (PaidOneOff & { given: number })[] = [];
  const known = new Set<string>();
  for (const entry of [...given].sort((a, b) => (a.period < b.period ? -1 : 1))) {
    known.add(keyOf(entry));
    const before = paidOf.get(keyOf(entry));
    const quantity = entry.quantity - (before?.quantity ?? 0);
    if (quantity < 0) overpaid.push({ ...(before as PaidOneOff), given: entry.quantity });
    if (quantity <= 0) continue;
    const own = due.get(entry.workerNo) ?? [];
    due.set(entry.workerNo, [...own, { ...entry, quantity, before: before?.slips ?? 0 }]);
  }
  for (const entry of paid) if (!known.has(keyOf(entry)) && entry.quantity > 0) overpaid.push({ ...entry, given: 0 });
  return { due, overpaid };
}

/**
 * What one slip can carry of it. A slip has one average wage and one local average: entries with others wait for the next run, the oldest
 * goes first. A loss is taken from wages alone, so that a slip without days leaves it.
 * @param days whether the slip pays days of the month
 */
export function carried(due: readonly DueOneOff[], days: boolean): { taken: DueOneOff[]; waiting: DueOneOff[] } {
  const first = new Map<OneOffKind, DueOneOff>();
  const taken: DueOneOff[] = [];
  const waiting: DueOneOff[] = [];
  for (const entry of due) {
    const { kind, averageWage, localAverage } = entry;
    const same = first.get(kind) ?? entry;
    first.set(kind, same);
    const fits = kind === 'annual_leave' ? same.averageWage === averageWage : same.localAverage === localAverage;
    if (kind === 'loss' && !days) continue;
    (fits || kind === 'loss' || kind === 'labour' ? taken : waiting).push(entry);
  }
  return { taken, waiting };
}

export type OneOffInput = Pick<WorkerInput, 'annualLeave' | 'severance' | 'loss' | 'labour'>;

/** As the engine takes it; members that nothing is given for are absent. */
export function oneOffInput(taken: readonly DueOneOff[]): OneOffInput {
  const of = (kind: OneOffKind): DueOneOff[] => taken.filter((entry) => entry.kind === kind);
  const sum = (entries: readonly DueOneOff[]): number => entries.reduce((total, { quantity }) => total + quantity, 0);
  const [leave, severance, loss, labour] = [of('annual_leave'), of('severance'), of('loss'), of('labour')];
  return {
    ...(leave[0] && { annualLeave: { days: sum(leave), averageWage: leave[0].averageWage ?? 0 } }),
    ...(loss[0] && { loss: sum(loss) }),
    ...(labour[0] && { labour: { amount: sum(labour) } }),
    ...(severance[0] && {
      severance: { amount: sum(severance), localAverageAnnualWage: severance[0].localAverage ?? 0 },
    }),
  };
}

/** The part of an input that came of one-off items, members in the same order. */
export const oneOffsOf = ({ annualLeave, loss, labour, severance }: WorkerInput): OneOffInput => ({
  ...(annualLeave && { annualLeave }),
  ...(loss !== undefined && { loss }),
  ...(labour && { labour }),
  ...(severance && { severance }),
});

/** What the slip paid of each entry: of a loss as much as it could take, of the oldest entry first, all of the others. */
export function paidParts(taken: readonly DueOneOff[], lossTaken: Fen): DueOneOff[] {
  let left = lossTaken;
  return taken.flatMap((entry) => {
    if (entry.kind !== 'loss') return [entry];
    const quantity = Math.min(left, entry.quantity);
    left -= quantity;
    return quantity > 0 ? [{ ...entry, quantity }] : [];
  });
}
