import type { Permission } from '@gridstaff/contracts';
import {
  column,
  type ImportContext,
  ImportHandler,
  type ImportPlan,
  type ParsedRow,
  type SheetSpec,
} from '@gridstaff/exchange';
import { DomainError, invariant } from '@gridstaff/kernel';
import type { BonusMethod } from '@gridstaff/pay-engine';
import { WorkerDirectory } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { type Bonus, BonusStore } from '../../domain';
import { BonusRecords } from '../bonus/bonus-records';
import { EVERYONE } from '../pay-calculator';
import { number, RowErrors, text, WORKER_COLUMNS, workersOf } from './row-workers';

const METHODS: Readonly<Record<string, BonusMethod>> = {
  单独计税: 'separate',
  并入综合所得: 'together',
  separate: 'separate',
  together: 'together',
};

const SHEET: SheetSpec = {
  zh: '全年一次性奖金',
  en: 'Annual bonuses',
  columns: [
    ...WORKER_COLUMNS,
    column('amount', ['奖金', 'Bonus'], 'yuan', '36000.00', [
      '元；税前。0 为撤回此前录入的金额。',
      'Yuan, before tax. 0 takes back an amount given before.',
    ]),
    column(
      'method',
      ['计税方式', 'Tax method'],
      'text',
      '',
      ['空为本单位设置的方式（默认单独计税）；单独计税每人每年一次。', 'Empty: as the centre has set it (by default separate). Separate: once a year for each person.'],
      { choices: Object.keys(METHODS) },
    ),
  ],
};

/** 全年一次性奖金 of one work month (`--period`): amounts replace those given for the month before; a bonus run of the month pays them. */
@Injectable()
export class BonusesImport extends ImportHandler {
  readonly kind = 'bonuses';
  readonly permission: Permission = 'run:prepare';
  readonly needsPeriod = true;
  readonly sheets = [SHEET];

  constructor(
    private readonly directory: WorkerDirectory,
    private readonly store: BonusStore,
    private readonly records: BonusRecords,
  ) {
    super();
  }

  async plan({ actor, centreId, period }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    invariant(period !== undefined, 'bonuses are for a month');
    const errors = new RowErrors(SHEET);
    const workers = await workersOf(this.directory, centreId, rows, errors);
    const scope = { centreId, period, knownAt: Number.MAX_SAFE_INTEGER };
    const known = new Map((await this.store.known(scope, EVERYONE)).map((bonus) => [bonus.workerNo, bonus]));
    const changes: Bonus[] = [];
    const counts = { created: 0, changed: 0, same: 0 };
    for (const { row, workerNo } of workers) {
      const bonus = errors.attempt(row, () => bonusOf(row, workerNo));
      if (!bonus) continue;
      const before = known.get(workerNo);
      const same = before?.amount === bonus.amount && before.method === bonus.method;
      if (!same) changes.push(bonus);
      counts[same ? 'same' : before ? 'changed' : 'created'] += 1;
    }
    return {
      ...counts,
      errors: errors.list,
      apply: (book) => this.records.record(actor, centreId, period, changes, book),
    };
  }
}

/** @throws DomainError MISSING_FIELD, NEGATIVE_AMOUNT */
function bonusOf(row: ParsedRow, workerNo: number): Bonus {
  const amount = number(row, 'amount');
  if (amount === undefined) throw new DomainError('MISSING_FIELD', { name: '奖金' }, { field: 'amount' });
  if (amount < 0) throw new DomainError('NEGATIVE_AMOUNT', {}, { field: 'amount' });
  return { workerNo, amount, method: METHODS[text(row, 'method') ?? ''] ?? null };
}
