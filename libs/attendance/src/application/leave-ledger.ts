import { type Actor, requirePermission } from '@gridstaff/contracts';
import { addMonths, type DateRange, type Id, type LocalDate, OPEN_END, type Page, type PageRequest, pageOf, type Period, periodOf, rangeDays, yearOf } from '@gridstaff/kernel';
import { PayFactsReader, WorkerNames } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { keyOfFact } from '../domain/absence';
import { annualLeave, type AnnualLeave, type PriorService } from '../domain/annual-leave';
import { AttendanceStore, type NumberRange } from '../domain/attendance-store';
import { currentByKey } from '../domain/current';
import { balanceKey } from '../domain/leave-balance';
import type { LeaveKindEntry, LeaveKinds, LeaveLimit } from '../domain/leave-kinds';
import { type Overtime, overtimeKey } from '../domain/overtime';
import { firstEarning, type TimeOff, timeOffBalance } from '../domain/time-off';
import { LeaveCatalogue } from './leave-catalogue';

/** A kind of leave of one worker in one year; days in hundredths. */
export interface LeaveStanding {
  code: string;
  /** Days that a take-over stated; they stand in place of what would be accrued. */
  opening: number | null;
  accrued: number;
  taken: number;
  /** Earned time off that was not taken in time. */
  lapsed: number;
  /** Below 0: more was taken than there is. */
  left: number;
  per: LeaveLimit['per'];
  /** How annual leave came about. */
  annual: AnnualLeave | null;
}

export interface WorkerLeave {
  workerNo: number;
  name: string;
  prior: (PriorService & { evidence: string }) | null;
  standings: LeaveStanding[];
}

const EVERYTHING_KNOWN = Number.MAX_SAFE_INTEGER;
const BY_NUMBER = { workerNo: (no: number): number => no };

/** Balances of leave with how they come about: worked out from facts each time, stored nowhere. */
@Injectable()
export class LeaveLedger {
  constructor(
    private readonly catalogue: LeaveCatalogue,
    private readonly store: AttendanceStore,
    private readonly roster: PayFactsReader,
    private readonly names: WorkerNames,
  ) {}

  /** Everybody in post in the year, by number; a constant number of statements per page. Needs `attendance:read`. */
  async year(actor: Actor, centreId: Id, year: number, page: PageRequest<'workerNo'>): Promise<Page<WorkerLeave>> {
    requirePermission(actor, 'attendance:read', centreId);
    const window = { centreId, from: `${year}-01-01`, to: `${year + 1}-01-01`, knownAt: EVERYTHING_KNOWN };
    const { rows, next } = pageOf(await this.roster.workersInPost(window), page, BY_NUMBER, (no) => no);
    return { rows: await this.of(centreId, year, rows), next };
  }

  /** The same of some workers, with no permission asked. */
  async of(centreId: Id, year: number, workerNos: readonly number[]): Promise<WorkerLeave[]> {
    if (workerNos.length === 0) return [];
    const kinds = await this.catalogue.of(centreId);
    const sorted = [...workerNos].sort((a, b) => a - b);
    const range = { fromNo: sorted[0] as number, toNo: sorted.at(-1) as number };
    const book = await this.read(centreId, year, range, kinds);
    const facts = await this.roster.payFacts({ centreId, from: '1900-01-01', to: OPEN_END, knownAt: EVERYTHING_KNOWN }, range.fromNo, range.toNo);
    const names = await this.names.names(centreId, workerNos);
    const posts = new Map(facts.map((f) => [f.workerNo, f.engagements.map(({ from, to }) => ({ from, to }))]));
    return workerNos.map((no) => {
      const prior = book.priors.get(no);
      return {
        ...{ workerNo: no, name: names.get(no) ?? '' },
        prior: prior ? { months: prior.months, continuousFrom: prior.continuousFrom, evidence: prior.evidence } : null,
        standings: kinds.all.flatMap((kind) => standing(kind, kinds, year, no, book, posts.get(no) ?? [], prior) ?? []),
      };
    });
  }

  private async read(centreId: Id, year: number, range: NumberRange, kinds: LeaveKinds) {
    const earned = kinds.all.flatMap((kind) => kinds.limit(kind, `${year}-12-31`) ?? []).find(({ per }) => per === 'earned');
    const first = earned ? firstEarning(earned, year) : addMonths(`${year}-01`, -12);
    const absences = await this.store.absences(centreId, `${first}-01`, `${year + 1}-01-01`, range);
    const overtime = await this.store.overtime(centreId, first, `${year}-12`, range);
    const openings = await this.store.balances(centreId, year - 2, year, range);
    const priors = await this.store.priorServices(centreId, range);
    return {
      absences: grouped([...currentByKey(absences, keyOfFact).values()]),
      overtime: grouped([...currentByKey(overtime, overtimeKey).values()]),
      openings: currentByKey(openings, balanceKey),
      priors: new Map([...currentByKey(priors, ({ workerNo }) => String(workerNo)).values()].map((fact) => [fact.workerNo, fact])),
    };
  }
}

type Book = Awaited<ReturnType<LeaveLedger['read']>>;

function standing(kind: LeaveKindEntry, kinds: LeaveKinds, year: number, no: number, book: Book, posts: readonly DateRange[], prior: PriorService | undefined): LeaveStanding | undefined {
  const rule = kinds.limit(kind, `${year}-12-31`);
  if (!rule || rule.per === 'workday') return undefined;
  const all = book.absences.get(no) ?? [];
  const own = all.filter((a) => kinds.of(a) === kind);
  const taken = own.filter(({ validFrom }) => validFrom.startsWith(`${year}-`)).reduce((sum, a) => sum + daysOf(a, kind), 0);
  const opening = kind.leave === null ? undefined : book.openings.get(balanceKey({ workerNo: no, year, kind: kind.leave }));
  const base = { code: kind.code, opening: opening?.days ?? null, lapsed: 0, per: rule.per, annual: null };
  if (rule.per === 'service') {
    const annual = annualLeave(year, rule, prior, posts, all.map((a) => ({ ...a, from: a.validFrom, to: a.validTo })));
    const accrued = opening?.days ?? annual.accrued * 100;
    return { ...base, accrued, taken, left: accrued - taken, annual };
  }
  if (rule.per === 'earned') {
    const { earned, lapsed, left, taken: used } = timeOffOf(rule, no, book, own, `${year}-12`);
    return earned === 0 && used === 0 ? undefined : { ...base, accrued: earned, taken: used, lapsed, left };
  }
  const accrued = opening?.days ?? daysAllowed(rule);
  return taken === 0 && !opening ? undefined : { ...base, accrued, taken, left: accrued - taken };
}

/** @param own the absences for time off */
export function timeOffOf(
  rule: LeaveLimit,
  no: number,
  book: { overtime: ReadonlyMap<number, readonly Pick<Overtime, 'period' | 'restdayOff'>[]>; openings: ReadonlyMap<string, { days: number }> },
  own: readonly { validFrom: LocalDate; days: number }[],
  month: Period,
): TimeOff {
  const earned = new Map<Period, number>();
  const taken = new Map<Period, number>();
  const add = (map: Map<Period, number>, period: Period, amount: number): unknown => map.set(period, (map.get(period) ?? 0) + amount);
  for (const { period, restdayOff = 0 } of book.overtime.get(no) ?? []) add(earned, period, restdayOff);
  for (let year = yearOf(month) - 2; year <= yearOf(month); year++) {
    const opening = book.openings.get(balanceKey({ workerNo: no, year, kind: 'time_off' }));
    if (opening) add(earned, `${year}-01`, opening.days * (rule.dayHours ?? 8));
  }
  for (const { validFrom, days } of own) add(taken, periodOf(validFrom), days);
  return timeOffBalance(rule, earned, taken, month);
}

/** Days of a case with nothing that adds to it; of an injury the months, thirty days each. */
const daysAllowed = ({ days, months }: LeaveLimit): number => (days ?? (months ?? 0) * 30) * 100;

const daysOf = (a: { validFrom: LocalDate; validTo: LocalDate; days: number }, { calendarDays }: LeaveKindEntry): number =>
  calendarDays ? rangeDays({ from: a.validFrom, to: a.validTo }) * 100 : a.days;

export function grouped<T extends { workerNo: number }>(facts: readonly T[]): Map<number, T[]> {
  const map = new Map<number, T[]>();
  for (const fact of facts) {
    const list = map.get(fact.workerNo);
    if (list) list.push(fact);
    else map.set(fact.workerNo, [fact]);
  }
  return map;
}
