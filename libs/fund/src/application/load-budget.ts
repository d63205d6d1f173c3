import { AuditLog, Idempotency } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type BudgetDocument, readBudgetDocument } from '../domain/budget-document';
import { FundRepository } from '../domain/fund';
import { BudgetWriter } from './budget-writer';

export type LoadedBudget = { budgetId: Id; fiscalYear: number; funds: { id: Id; no: number; name: string }[] };

/** Loads the whole published budget of a year from its JSON form: every line becomes a fund, the other tables are kept as information. */
@Injectable()
export class LoadBudget {
  constructor(
    private readonly funds: FundRepository,
    private readonly writer: BudgetWriter,
    private readonly audit: AuditLog,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @param document parsed JSON. @throws DomainError BUDGET_INVALID (all findings as details), BUDGET_EXISTS, FORBIDDEN, IDEMPOTENCY_MISMATCH */
  async run(actor: Actor, input: { centreId: Id; document: unknown; key: string }): Promise<LoadedBudget> {
    requirePermission(actor, 'fund:manage', input.centreId);
    const document = readBudgetDocument(input.document);
    const body = { centreId: input.centreId, document: JSON.stringify(document) };
    return this.idempotency.once(actor, input.key, 'budget.load', body, () =>
      this.load(actor, input.centreId, document),
    );
  }

  private async load(actor: Actor, centreId: Id, document: BudgetDocument): Promise<LoadedBudget> {
    const { fiscalYear, unitName, region, source, excludes, total, previousTotal, posts, filled } = document;
    if (await this.funds.budget(centreId, fiscalYear)) throw new DomainError('BUDGET_EXISTS', { year: fiscalYear });
    const budgetId = this.ids.next();
    await this.funds.addBudgets([
      {
        ...{
          id: budgetId,
          centreId,
          fiscalYear,
          unitName,
          region,
          source,
          excludes,
          total,
          previousTotal,
          posts,
          filled,
        },
        ...{ status: 'open', loadedAt: this.clock.millis(), loadedBy: actor.userId },
      },
    ]);
    await this.funds.addBudgetInfo(budgetId, document.info);
    const funds = await this.writer.addLines(actor, {
      centreId,
      fiscalYear,
      afterNo: 0,
      documentNo: source,
      lines: document.lines,
    });
    await this.audit.append({
      ...{ actor, centreId, action: 'budget.loaded', subjectType: 'budget', subjectId: budgetId },
      data: { fiscalYear, total, funds: funds.length },
    });
    return { budgetId, fiscalYear, funds: funds.map(({ id, no, name }) => ({ id, no, name })) };
  }
}
