import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Fen, type Id, type LocalDate, type Page, type PageRequest } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  type Appropriation,
  type Budget,
  type BudgetInfo,
  type Fund,
  FundRepository,
  percentage,
  timeProgress,
} from '../domain/fund';
import {
  type Balances,
  type FundAccount,
  type LedgerEntry,
  LedgerRepository,
  type MovementSort,
  type Reservation,
} from '../domain/ledger';

export interface FundView extends Fund {
  balances: Balances;
  /** Paid of granted, per cent with two decimals ("41.37"). */
  progressPct: string;
  /** 序时进度 on the same day. */
  timeProgressPct: string;
}

/** Everything an independent check of the ledger needs, as plain data. */
export interface LedgerExport {
  funds: { fundId: Id; name: string; zeroLine: boolean; balances: Balances; lastNo: number }[];
  entries: LedgerEntry[];
  reservations: Reservation[];
}

/** Answers about budgets, funds and their ledgers, for people (with permission) and for other rooms (`named`, `find`). */
@Injectable()
export class FundReader {
  constructor(
    private readonly funds: FundRepository,
    private readonly ledger: LedgerRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Names of the funds of the last year that has any, for templates; who asks has a permission in the centre. */
  async offered(centreId: Id): Promise<{ value: string; name: string }[]> {
    const year = await this.funds.latestYear(centreId);
    const funds = year === undefined ? [] : await this.funds.funds(centreId, year);
    return funds.map(({ name }) => ({ value: name, name: String(year) }));
  }

  /**
   * Funds of a year (left out: the last that has any) in the order of the budget, with progress as of `on` (today by default).
   * @throws DomainError FORBIDDEN
   */
  async list(actor: Actor, centreId: Id, year?: number, on: LocalDate = this.clock.today()): Promise<FundView[]> {
    requirePermission(actor, 'fund:read', centreId);
    const fiscalYear = year ?? (await this.funds.latestYear(centreId));
    if (fiscalYear === undefined) return [];
    const funds = await this.funds.funds(centreId, fiscalYear);
    const accounts = new Map(
      (await this.ledger.accounts(funds.map((fund) => fund.id))).map((account) => [account.fundId, account]),
    );
    return funds.map((fund) => {
      const { balances } = accounts.get(fund.id) as FundAccount;
      const progressPct = percentage(balances.paid, balances.granted);
      return { ...fund, balances, progressPct, timeProgressPct: timeProgress(fiscalYear, on) };
    });
  }

  /** The published budget with its information tables; undefined when none is loaded. @throws DomainError FORBIDDEN */
  async budget(actor: Actor, centreId: Id, fiscalYear: number): Promise<(Budget & { info: BudgetInfo[] }) | undefined> {
    requirePermission(actor, 'fund:read', centreId);
    const budget = await this.funds.budget(centreId, fiscalYear);
    return budget && { ...budget, info: await this.funds.budgetInfo(budget.id) };
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async appropriations(actor: Actor, fundId: Id): Promise<Appropriation[]> {
    await this.readable(actor, fundId);
    return this.funds.appropriations([fundId]);
  }

  /** A page of the fund's ledger. @throws DomainError NOT_FOUND, FORBIDDEN, OUT_OF_RANGE */
  async movements(actor: Actor, fundId: Id, page: PageRequest<MovementSort>): Promise<Page<LedgerEntry>> {
    await this.readable(actor, fundId);
    return this.ledger.page(fundId, page);
  }

  /** For other rooms: the fund of that name in a year. */
  async named(centreId: Id, fiscalYear: number, name: string): Promise<Fund | undefined> {
    return (await this.funds.funds(centreId, fiscalYear)).find((fund) => fund.name === name);
  }

  /** For other rooms. */
  find(fundId: Id): Promise<Fund | undefined> {
    return this.funds.fund(fundId);
  }

  /** For other rooms: what may be named by code in a year, in the order of the budget. */
  ofYear(centreId: Id, fiscalYear: number): Promise<Fund[]> {
    return this.funds.funds(centreId, fiscalYear);
  }

  /** For other rooms: the funds of a year, or of the last one that has any, with what they were granted, fen. */
  async granted(centreId: Id, fiscalYear: number): Promise<{ fiscalYear: number; funds: (Fund & { granted: Fen })[] }> {
    const own = await this.funds.funds(centreId, fiscalYear);
    const year = own.length > 0 ? fiscalYear : ((await this.funds.latestYear(centreId)) ?? fiscalYear);
    const funds = year === fiscalYear ? own : await this.funds.funds(centreId, year);
    const accounts = await this.ledger.accounts(funds.map((fund) => fund.id));
    const granted = new Map(accounts.map(({ fundId, balances }) => [fundId, balances.granted]));
    return { fiscalYear: year, funds: funds.map((fund) => ({ ...fund, granted: granted.get(fund.id) ?? 0 })) };
  }

  /** For other rooms: names by id. */
  async names(fundIds: readonly Id[]): Promise<Map<Id, string>> {
    const funds = await this.funds.byIds([...new Set(fundIds)]);
    return new Map(funds.map(({ id, name }) => [id, name]));
  }

  /** For the checker: one year of one centre, ascending per fund, all of one moment. @throws DomainError FORBIDDEN */
  async exportLedger(actor: Actor, centreId: Id, fiscalYear: number): Promise<LedgerExport> {
    requirePermission(actor, 'verify:run', centreId);
    const fundIds = (await this.funds.funds(centreId, fiscalYear)).map((fund) => fund.id);
    return this.uow.run(async () => {
      const result: LedgerExport = { funds: [], entries: [], reservations: [] };
      // Held, as every writer holds them: no entry appears between reading a balance and reading what it is made of.
      for (const { fundId, name, zeroLine, balances, lastNo } of await this.ledger.lock(fundIds)) {
        result.funds.push({ fundId, name, zeroLine, balances, lastNo });
        result.entries.push(...(await this.ledger.entries(fundId)));
        result.reservations.push(...(await this.ledger.reservationsOfFund(fundId)));
      }
      return result;
    });
  }

  private async readable(actor: Actor, fundId: Id): Promise<void> {
    const fund = await this.funds.fund(fundId);
    if (!fund) throw new DomainError('NOT_FOUND', { what: 'fund' });
    requirePermission(actor, 'fund:read', fund.centreId, 'fund');
  }
}
