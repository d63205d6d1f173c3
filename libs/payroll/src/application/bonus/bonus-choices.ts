import type { Actor } from '@gridstaff/contracts';
import {
  DomainError,
  type Fen,
  type Id,
  invariant,
  monthOf,
  type Page,
  type PageRequest,
  yearOf,
} from '@gridstaff/kernel';
import { type BonusMethod, compareBonus, type PeriodParameters, type WorkerInput } from '@gridstaff/pay-engine';
import { Injectable } from '@nestjs/common';
import { BonusStore, type LastWages, type PayRun, RunStore, SlipStore } from '../../domain';
import { yearToDate } from '../run-basis';
import { RunQueries } from '../run-queries';

/** The two ways of taxing a worker's bonus over the whole year, fen. */
export interface BonusComparison {
  workerNo: number;
  amount: Fen;
  /** What the run calculated with. */
  method: BonusMethod;
  /** What the year's wages are expected to leave taxable without the bonus; below zero when allowances are left over. */
  yearTaxable: Fen;
  separateTax: Fen;
  togetherTax: Fen;
  better: BonusMethod;
  /** What the better way saves the worker over the year. */
  saves: Fen;
}

/**
 * Which way is better for each worker of a bonus run. The year is what was paid up to the run, with the last month's wages repeated to its
 * end for whoever still had some; allowances and special deductions are carried on alike.
 */
@Injectable()
export class BonusChoices {
  constructor(
    private readonly queries: RunQueries,
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly bonuses: BonusStore,
  ) {}

  /** By worker number; a constant number of statements for the page. @throws DomainError BONUS_RUN_ONLY, NOT_FOUND, FORBIDDEN */
  async page(actor: Actor, runId: Id, page: PageRequest<'workerNo'>): Promise<Page<BonusComparison>> {
    const run = await this.queries.get(actor, runId);
    if (run.kind !== 'bonus') throw new DomainError('BONUS_RUN_ONLY', { run: run.no, kind: run.kind });
    const found = await this.queries.slipPage(actor, runId, page);
    const numbers = found.rows.map((slip) => slip.workerNo);
    if (numbers.length === 0) return { ...found, rows: [] };
    const range = { fromNo: Math.min(...numbers), toNo: Math.max(...numbers) };
    const inputs = await this.slips.inputs(run.no, range.fromNo - 1, numbers.length);
    const wages = await this.lastWages(run, range);
    const stored = await this.runs.parametersOf(run.id);
    invariant(stored !== null, `run ${run.no} has slips and no parameters`);
    const { incomeTax } = JSON.parse(stored) as PeriodParameters;
    const byWorker = new Map(
      inputs.map(({ workerNo, input }) => [
        workerNo,
        compared(JSON.parse(input) as WorkerInput, run, wages, incomeTax),
      ]),
    );
    return { ...found, rows: numbers.flatMap((no) => byWorker.get(no) ?? []) };
  }

  private lastWages(run: PayRun, range: { fromNo: number; toNo: number }): Promise<LastWages | undefined> {
    const { centreId, period, taxMonth, basis } = run;
    const scope = { centreId, period, taxYear: yearOf(taxMonth), yearToDate: new Set(yearToDate(basis ?? [])) };
    return this.bonuses.lastWages(scope, range);
  }
}

function compared(
  { workerNo, bonus, tax }: WorkerInput,
  { no, taxMonth }: PayRun,
  wages: LastWages | undefined,
  incomeTax: PeriodParameters['incomeTax'],
): BonusComparison {
  invariant(bonus, `run ${no} holds bonuses alone`);
  const month = monthOf(taxMonth);
  const monthly = wages?.taxable.get(workerNo);
  // Months whose wages are still to come: after the last one paid in this tax year, else from the tax month on.
  const paidTo = wages && yearOf(wages.taxMonth) === yearOf(taxMonth) ? monthOf(wages.taxMonth) : month - 1;
  const goesOn = monthly !== undefined;
  const months = tax.mode === 'normal' ? tax.monthsEmployed + (goesOn ? 12 - month : 0) : 12;
  const additional = goesOn ? Math.round((tax.additionalToDate * 12) / month) : tax.additionalToDate;
  const { income, exempt, special, other, relief } = tax.before;
  const yearTaxable =
    income -
    exempt -
    special -
    other -
    relief -
    additional +
    (monthly ?? 0) * (12 - paidTo) -
    incomeTax.basicDeductionPerMonth.value * months;
  const { amount, method } = bonus;
  const { separate, together, better, saves } = compareBonus({ amount, yearTaxable }, incomeTax);
  return {
    ...{ workerNo, amount, method, yearTaxable },
    separateTax: separate.total,
    togetherTax: together.total,
    better,
    saves,
  };
}
