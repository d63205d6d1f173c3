import { DomainError, yearOf } from '@gridstaff/kernel';
import { PayFactsReader } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import {
  type Bonus,
  BONUS_CLAIM,
  BonusStore,
  buildBonusInput,
  type ExclusionRecord,
  separateBonusClaim,
  type SlipRecord,
  type WorkerFacts,
  type WorkerRange,
} from '../../domain';
import { type Charge, SlipCharges } from '../charges/slip-charges';
import type { PayContext } from '../pay-contexts';
import { exclusionOf, recordOf } from '../slip-record';
import { TaxToDate } from '../tax-to-date';

/** The slips of a bonus run: those with a bonus of the month that no run has claimed, each ending as a slip or an exclusion. */
@Injectable()
export class BonusCalculator {
  constructor(
    private readonly roster: PayFactsReader,
    private readonly bonuses: BonusStore,
    private readonly taxes: TaxToDate,
    private readonly charges: SlipCharges,
  ) {}

  async workers(context: PayContext, range: WorkerRange): Promise<number[]> {
    return (await this.due(context, range)).list.map((bonus) => bonus.workerNo);
  }

  async calculate(
    context: PayContext,
    range: WorkerRange,
  ): Promise<{ slips: SlipRecord[]; exclusions: ExclusionRecord[] }> {
    const { list, separate } = await this.due(context, range);
    const facts = await this.roster.payFacts(context.window, range.fromNo, range.toNo);
    const factsOf = new Map(facts.map((worker) => [worker.workerNo, worker]));
    const taxOf = await this.taxes.of(context, range);
    const charge = await this.charges.of(context, range);
    const slips: SlipRecord[] = [];
    const exclusions: ExclusionRecord[] = [];
    for (const bonus of list) {
      const { workerNo } = bonus;
      const left = exclusionOf(workerNo, () => {
        const worker = { facts: factsOf.get(workerNo), tax: taxOf(workerNo) };
        slips.push(slipOf(context, bonus, worker, { used: separate.has(workerNo), charge }));
      });
      if (left) exclusions.push(left);
    }
    return { slips, exclusions };
  }

  private async due(
    { centreId, period, taxMonth, knownAt }: PayContext,
    range: WorkerRange,
  ): Promise<{ list: Bonus[]; separate: ReadonlySet<number> }> {
    const known = await this.bonuses.known({ centreId, period, knownAt }, range);
    const { paid, separate } = await this.bonuses.claimed(period, yearOf(taxMonth), range);
    return { list: known.filter((bonus) => bonus.amount > 0 && !paid.has(bonus.workerNo)), separate };
  }
}

/** @throws DomainError NOT_EMPLOYED, BONUS_SEPARATE_USED, PAY_BONUS_SEPARATE, NO_AGENCY_FEE, TAX_MODE_NOT_QUALIFIED, FUND_NOT_IN_YEAR */
function slipOf(
  context: PayContext,
  { amount, method: given }: Bonus,
  { facts, tax }: { facts: WorkerFacts | undefined; tax: ReturnType<Awaited<ReturnType<TaxToDate['of']>>> },
  { used, charge }: { used: boolean; charge: Charge },
): SlipRecord {
  const { period, taxMonth, month, engine } = context;
  const taxYear = yearOf(taxMonth);
  // Whoever has left gets the bonus from their last agency.
  const agencyId = facts?.engagements.findLast((e) => e.from < month.range.to)?.agencyId;
  if (!facts || agencyId === undefined) throw new DomainError('NOT_EMPLOYED', { year: yearOf(period) });
  const method = given ?? context.bonusMethod;
  if (method === 'separate' && used) throw new DomainError('BONUS_SEPARATE_USED', { year: taxYear });
  const input = buildBonusInput(month, { facts, tax }, agencyId, { amount, method });
  const claims = [{ period, source: BONUS_CLAIM }, ...(method === 'separate' ? [separateBonusClaim(taxYear)] : [])];
  const slip = engine.calculate(input);
  return { ...recordOf(agencyId, input, slip, [], charge({ facts, agencyId, slip })), claims, oneOffs: [] };
}
