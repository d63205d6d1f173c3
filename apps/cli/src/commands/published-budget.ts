import type { Actor } from '@gridstaff/contracts';
import type { CellError, ImportResult } from '@gridstaff/exchange';
import { LoadBudget } from '@gridstaff/fund';
import { DomainError, type Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import type { INestApplicationContext } from '@nestjs/common';
import { createHash } from 'node:crypto';

export const isPublishedBudget = (kind: string, file: string): boolean => kind === 'budget' && file.toLowerCase().endsWith('.json');

/** Carries the result out of a unit that must not be kept. */
class DryRun extends Error {
  constructor(readonly answer: ImportResult) {
    super('dry run');
  }
}

/**
 * The published budget as JSON: loaded whole, once; the same file again answers as the first time. A dry run does all of it in a unit that
 * is rolled back. @throws DomainError INVALID_INPUT (no JSON), BUDGET_EXISTS, FORBIDDEN …; findings inside the document are in the answer
 */
export async function loadPublishedBudget(app: INestApplicationContext, actor: Actor, input: { centreId: Id; file: Buffer; dryRun: boolean }): Promise<ImportResult> {
  const document = parse(input.file);
  const key = `import-budget-${createHash('sha256').update(input.file).digest('hex').slice(0, 40)}`;
  try {
    return await app.get(UnitOfWork).run(async () => {
      const loaded = await app.get(LoadBudget).run(actor, { centreId: input.centreId, document, key });
      const answer = { ...loaded, batchId: input.dryRun ? null : loaded.budgetId, created: loaded.funds.length, changed: 0, same: 0, wrong: 0, errors: [] };
      if (input.dryRun) throw new DryRun(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.answer;
    if (error instanceof DomainError && error.code === 'BUDGET_INVALID' && error.details.length > 0) return refused(error.details);
    throw error;
  }
}

/** A JSON document has paths where a workbook has cells. */
function refused(details: readonly DomainError[]): ImportResult {
  const errors = details.map(({ code, params, place }): CellError => ({ sheet: '', row: 0, column: place.path ?? '', value: String(params.value ?? ''), code, params: params as CellError['params'] }));
  return { batchId: null, created: 0, changed: 0, same: 0, wrong: errors.length, errors };
}

function parse(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new DomainError('INVALID_INPUT', { reason: `JSON: ${reason}` }, {}, [], { cause: error });
  }
}
