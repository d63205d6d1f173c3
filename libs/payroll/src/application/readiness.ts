import { MonthClose } from '@gridstaff/attendance';
import { Periods } from '@gridstaff/calendar';
import { type Actor, ERRORS, requirePermission } from '@gridstaff/contracts';
import {
  DomainError,
  endOfPeriod,
  type Id,
  type LocalDate,
  parseDate,
  parsePeriod,
  type Period,
  periodOf,
  rangeOfPeriod,
} from '@gridstaff/kernel';
import { Agencies, CardWatch, Centres, PayFactsReader, WorkerNames } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { FROZEN, type RunKind, RunStore, usualPayDate } from '../domain';
import { EVERYONE, PayCalculator } from './pay-calculator';
import { type PayContext, PayContexts, type PayQuestion } from './pay-contexts';
import { DueOneOffs } from './one-off/due-one-offs';
import { LateChanges } from './retro/late-changes';
import { Evidence } from './readiness-evidence';

/** `block`: no calculation; `left_out`: these people would be excluded; `warn`: look at it; `ok`: there. */
export type ReadinessLevel = 'block' | 'left_out' | 'warn' | 'ok';

export interface ReadinessItem {
  check: 'rules' | 'period' | 'people' | 'facts' | 'attendance' | 'attendance_close' | 'deductions' | 'cards' | 'shared_cards' | 'changed_cards' | 'waiting_cards' | 'licences' | 'late_changes' | 'one_offs';
  level: ReadinessLevel;
  /** Of the error catalogue, where the run would answer with it. */
  code: string | null;
  /** How many people (agencies) it is about; for `attendance` and `deductions` how many have something recorded. */
  count: number;
  /** The first of them; `no` is null for an agency. */
  who: { no: number | null; name: string }[];
}

export interface MonthReadiness {
  period: Period;
  payDate: LocalDate;
  taxMonth: Period;
  /** People in post in the month whom the run would be about. */
  people: number;
  items: ReadinessItem[];
}

/** People read at once: memory does not grow with the centre. */
const PORTION = 1000;
/** People named per item; the count is always whole. */
const NAMED = 100;
/** Suspended all month means no pay: so decided, not forgotten. */
const DECIDED = new Set(['ALL_SUSPENDED']);

const item = (
  check: ReadinessItem['check'],
  level: ReadinessLevel,
  count = 0,
  code: string | null = null,
): ReadinessItem => ({
  ...{ check, level, code, count },
  who: [],
});

/** What is still missing before a month can be calculated: what the run itself would find, told beforehand. */
@Injectable()
export class Readiness {
  constructor(
    private readonly centres: Centres,
    private readonly contexts: PayContexts,
    private readonly calculator: PayCalculator,
    private readonly roster: PayFactsReader,
    private readonly periods: Periods,
    private readonly agencies: Agencies,
    private readonly names: WorkerNames,
    private readonly closes: MonthClose,
    private readonly late: LateChanges,
    private readonly oneOffs: DueOneOffs,
    private readonly cards: CardWatch,
    private readonly runs: RunStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads everything known now and saves nothing. Without a pay date the centre's own rule gives it.
   * @throws DomainError NOT_A_PERIOD, NOT_A_DATE, FORBIDDEN, NOT_FOUND
   */
  async of(
    actor: Actor,
    request: { centreId: Id; period: Period; kind: RunKind; payDate?: LocalDate },
  ): Promise<MonthReadiness> {
    const { centreId, kind } = request;
    requirePermission(actor, 'run:read', centreId);
    const period = parsePeriod(request.period, 'period');
    const { settings } = await this.centres.byId(centreId);
    const payDate =
      request.payDate === undefined ? usualPayDate(settings, period) : parseDate(request.payDate, 'payDate');
    const taxMonth = periodOf(payDate);
    const question = { centreId, period, taxMonth, kind, knownAt: this.clock.millis(), basis: [] };
    const items = [await this.periodItem(centreId, period)];
    items.push(await this.closeItem(centreId, period));
    const late = await this.late.undecided(centreId);
    if (late > 0) items.push(item('late_changes', 'warn', late));
    const context = await this.rules(question, items);
    const numbers = context ? await this.calculator.workers(context) : await this.inPost(question);
    items.push(item('people', numbers.length === 0 ? 'block' : 'ok', numbers.length));
    if (context && numbers.length > 0) items.push(...(await this.peopleItems(context, numbers)));
    if (context) items.push(...(await this.oneOffItems(context)));
    return { period, payDate, taxMonth, people: numbers.length, items };
  }

  private async periodItem(centreId: Id, period: Period): Promise<ReadinessItem> {
    const { status, cutOffAt } = await this.periods.get(centreId, period);
    if (status === 'locked') return item('period', 'block', 0, 'PERIOD_LOCKED');
    return item('period', cutOffAt === null ? 'warn' : 'ok');
  }

  /** The count: teams whose sheet was not approved when the month was closed with a reason. */
  private async closeItem(centreId: Id, period: Period): Promise<ReadinessItem> {
    const { status, exceptions } = await this.closes.state(centreId, period);
    if (status === 'open') return item('attendance_close', 'warn');
    return exceptions === null ? item('attendance_close', 'ok') : item('attendance_close', 'warn', exceptions.openTeams, 'CLOSE_INCOMPLETE');
  }

  /** Calendar, parameters and scheme; what is missing goes to the list. */
  private async rules(question: PayQuestion, items: ReadinessItem[]): Promise<PayContext | undefined> {
    try {
      const context = await this.contexts.open(question);
      items.push(item('rules', 'ok'));
      return context;
    } catch (error) {
      if (!(error instanceof DomainError) || ERRORS[error.code]?.kind !== 'user') throw error;
      items.push(item('rules', 'block', 0, error.code));
      return undefined;
    }
  }

  /** Who is given something that this run pays, and what it cannot pay. */
  private async oneOffItems(context: PayContext): Promise<ReadinessItem[]> {
    const { due, notes } = await this.oneOffs.of(context, EVERYONE);
    const paid = [...due].filter(([, entries]) => entries.length > 0).map(([workerNo]) => workerNo);
    const items = paid.length > 0 ? [await this.about(context, item('one_offs', 'ok'), paid)] : [];
    for (const code of new Set(notes.map((note) => note.code))) {
      const workers = notes.filter((note) => note.code === code).map(({ workerNo }) => workerNo);
      items.push(await this.about(context, item('one_offs', 'warn', 0, code), [...new Set(workers)]));
    }
    return items;
  }

  private async about(
    { centreId }: PayContext,
    entry: ReadinessItem,
    workers: readonly number[],
  ): Promise<ReadinessItem> {
    const some = workers.slice(0, NAMED);
    const names = await this.names.names(centreId, some);
    return { ...entry, count: workers.length, who: some.map((no) => ({ no, name: names.get(no) ?? '' })) };
  }

  private inPost({ centreId, period, knownAt }: PayQuestion): Promise<number[]> {
    return this.roster.workersInPost({ centreId, knownAt, ...rangeOfPeriod(period) });
  }

  private async peopleItems(context: PayContext, numbers: readonly number[]): Promise<ReadinessItem[]> {
    const evidence = new Evidence(context.period, context.taxMonth);
    for (let at = 0; at < numbers.length; at += PORTION) {
      const portion = numbers.slice(at, at + PORTION);
      const range = { fromNo: portion[0] as number, toNo: portion.at(-1) as number };
      const cards = await this.roster.cards(context.window, range.fromNo, range.toNo);
      for (const month of await this.calculator.read(context, range))
        evidence.add(month, this.calculator.missing(context, month), cards.get(month.facts.workerNo) ?? []);
    }
    const about = (entry: ReadinessItem, workers: readonly number[]): Promise<ReadinessItem> =>
      this.about(context, entry, workers);
    const items: ReadinessItem[] = [];
    for (const [code, workers] of evidence.missing) {
      items.push(await about(item('facts', DECIDED.has(code) ? 'warn' : 'left_out', 0, code), workers));
    }
    if (evidence.missing.size === 0) items.push(item('facts', 'ok', numbers.length));
    items.push(item('attendance', evidence.withAttendance > 0 ? 'ok' : 'warn', evidence.withAttendance));
    items.push(item('deductions', evidence.withDeductions > 0 ? 'ok' : 'warn', evidence.withDeductions));
    const cards = evidence.withoutCard;
    items.push(await about(item('cards', cards.length > 0 ? 'warn' : 'ok'), cards));
    const shared = evidence.sharingCards;
    if (shared.length > 0) items.push(await about(item('shared_cards', 'warn'), shared));
    items.push(...(await this.changedCards(context, numbers)));
    items.push(...(await this.licences(context, evidence.agencies)));
    return items;
  }

  /** Whose card is another one since the last run, and whose change still waits for a second person. */
  private async changedCards(context: PayContext, numbers: readonly number[]): Promise<ReadinessItem[]> {
    const { centreId } = context;
    const paid = new Set(numbers);
    const last = await this.lastPay(centreId);
    const changed = last === undefined ? [] : await this.cards.changedSince(centreId, last);
    const waiting = await this.cards.waiting(centreId);
    const found: ReadinessItem[] = [];
    for (const [check, workers] of [
      ['changed_cards', changed],
      ['waiting_cards', waiting],
    ] as const) {
      const concerned = workers.filter((no) => paid.has(no));
      if (concerned.length > 0) found.push(await this.about(context, item(check, 'warn'), concerned));
    }
    return found;
  }

  /** When the figures of the last run that counts were taken (epoch milliseconds). */
  private async lastPay(centreId: Id): Promise<number | undefined> {
    const newest = { field: 'no', descending: true, limit: 20 } as const;
    const { rows } = await this.runs.list({ centreIds: [centreId] }, newest);
    return rows.find(({ status, knownAt }) => FROZEN.includes(status) && knownAt !== null)?.knownAt ?? undefined;
  }

  /** Agencies of people in the run whose licence has ended before the month does. */
  private async licences({ centreId, period }: PayContext, used: ReadonlySet<Id>): Promise<ReadinessItem[]> {
    const ended = (await this.agencies.inCentre(centreId)).filter(
      ({ id, licenceUntil }) => used.has(id) && licenceUntil !== null && licenceUntil < endOfPeriod(period),
    );
    if (ended.length === 0) return [];
    return [{ ...item('licences', 'warn', ended.length), who: ended.map(({ name }) => ({ no: null, name })) }];
  }
}
