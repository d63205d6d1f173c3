import { type Actor, requirePermission } from '@gridstaff/contracts';
import { FundReader } from '@gridstaff/fund';
import { addMonths, DomainError, type Fen, firstDay, type Id, type LocalDate, type Period, periodOf } from '@gridstaff/kernel';
import type { SupposedChange } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { MonthRecords } from '../month-records';
import { type PayPreview, PreviewPay } from '../preview';
import type { MonthChange } from './change-set';
import { type Forecast, PayForecast, rangeOf } from './pay-forecast';

/** Fen. What a month gives somebody and costs the centre; nought where there is no slip. */
export interface MonthFigures {
  gross: Fen;
  net: Fen;
  /** Gross, employer's insurance and fund, fee of the agency. */
  cost: Fen;
}

export interface PersonEffect {
  workerNo: number;
  now: MonthFigures;
  then: MonthFigures;
  /** Cost of the months to come to the end of the fiscal year, as it is and with the changes. */
  yearNow: Fen;
  yearThen: Fen;
  /** Why there is no figure of the month with the changes; null where there is one. */
  leftOut: string | null;
}

export interface ChangeEffect {
  /** First whole month that the changes touch: the one whose slips are compared. */
  period: Period;
  /** People whose performance of that month nobody has given yet: it is taken as in the month before, else as 1. */
  assumed: number;
  fiscalYear: number;
  people: PersonEffect[];
  now: MonthFigures;
  then: MonthFigures;
  yearNow: Fen;
  yearThen: Fen;
  /** Available of the fund that was named, and what would be left of it if everybody else cost what they do. */
  fund: { id: Id; name: string; available: Fen } | null;
}

const NOTHING: MonthFigures = { gross: 0, net: 0, cost: 0 };

/** What changes of some people do to pay: the slips of the first whole month and the rest of the fiscal year, by the engine of the runs. Reads only. */
@Injectable()
export class ChangeEffects {
  constructor(
    private readonly previews: PreviewPay,
    private readonly forecast: PayForecast,
    private readonly records: MonthRecords,
    private readonly funds: FundReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Needs `run:read`, with a fund `fund:read` too.
   * @param first first day on which the changes hold
   * @throws DomainError NO_CALENDAR, NO_PARAMETERS, NO_PAY_SCHEME, NOT_FOUND, FORBIDDEN, and those that recording the changes would throw
   */
  async of(actor: Actor, { centreId, first, workers, fundId }: { centreId: Id; first: LocalDate; workers: readonly SupposedChange[]; fundId?: Id }): Promise<ChangeEffect> {
    requirePermission(actor, 'run:read', centreId);
    const period = first === firstDay(periodOf(first)) ? periodOf(first) : addMonths(periodOf(first), 1);
    const numbers = [...new Set(workers.map(({ workerNo }) => workerNo))].sort((a, b) => a - b);
    const month = { centreId, period, workers: numbers };
    const months = await this.assumed(centreId, period, numbers);
    const now = figuresOf(await this.previews.preview(actor, { ...month, changes: { months } }));
    const then = figuresOf(await this.previews.preview(actor, { ...month, changes: { months, workers } }));
    const rest = { centreId, from: periodOf(first), workers: numbers, fundId };
    const yearNow = await this.forecast.costToYearEnd(actor, rest);
    const yearThen = await this.forecast.costToYearEnd(actor, { ...rest, changes: { workers } });
    const people = numbers.map((workerNo): PersonEffect => ({
      ...{ workerNo, now: now.slips.get(workerNo) ?? NOTHING, then: then.slips.get(workerNo) ?? NOTHING },
      ...{ yearNow: costOf(yearNow, workerNo), yearThen: costOf(yearThen, workerNo) },
      leftOut: then.excluded.get(workerNo) ?? null,
    }));
    return {
      ...{ period, assumed: months.length, fiscalYear: yearNow.fiscalYear, people, now: sumOf(people, 'now'), then: sumOf(people, 'then') },
      ...{ yearNow: yearNow.total.total, yearThen: yearThen.total.total },
      fund: fundId === undefined ? null : await this.fund(actor, centreId, fundId, yearNow.fiscalYear),
    };
  }

  private async assumed(centreId: Id, period: Period, numbers: readonly number[]): Promise<MonthChange[]> {
    if (numbers.length === 0) return [];
    const [scope, range] = [{ centreId, knownAt: this.clock.millis() }, rangeOf(numbers)];
    const before = await this.records.load({ ...scope, period: addMonths(period, -1) }, range);
    const given = await this.records.load({ ...scope, period }, range);
    return numbers.flatMap((workerNo) =>
      given.get(workerNo)?.coefficient == null ? [{ workerNo, period, coefficient: before.get(workerNo)?.coefficient ?? '1' }] : [],
    );
  }

  private async fund(actor: Actor, centreId: Id, fundId: Id, year: number): Promise<ChangeEffect['fund']> {
    const fund = (await this.funds.list(actor, centreId, year)).find(({ id }) => id === fundId);
    if (!fund) throw new DomainError('NOT_FOUND', { what: 'fund' });
    return { id: fund.id, name: fund.name, available: fund.balances.available };
  }
}

function figuresOf({ slips, exclusions }: PayPreview): { slips: Map<number, MonthFigures>; excluded: Map<number, string> } {
  const figures = slips.map(({ workerNo, gross, net, employerInsurance, employerFund, fee }) => {
    return [workerNo, { gross, net, cost: gross + employerInsurance + employerFund + fee }] as const;
  });
  return { slips: new Map(figures), excluded: new Map(exclusions.map(({ workerNo, code }) => [workerNo, code])) };
}

const costOf = (forecast: Forecast, workerNo: number): Fen => forecast.byWorker.get(workerNo) ?? 0;

function sumOf(people: readonly PersonEffect[], when: 'now' | 'then'): MonthFigures {
  const sum = (key: keyof MonthFigures): Fen => people.reduce((total, one) => total + one[when][key], 0);
  return { gross: sum('gross'), net: sum('net'), cost: sum('cost') };
}
