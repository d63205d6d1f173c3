import type { Permission } from '@gridstaff/contracts';
import {
  column,
  type ImportContext,
  ImportHandler,
  type ImportPlan,
  type ParsedRow,
  type SheetSpec,
} from '@gridstaff/exchange';
import { DomainError, parseDate } from '@gridstaff/kernel';
import { WorkerDirectory } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { type FundShare, parsePoints } from '../../domain';
import { type FundSplitChange, FundSplits } from '../charges/fund-splits';
import { EVERYONE } from '../pay-calculator';
import { RowErrors, text, WORKER_COLUMNS, workersOf } from './row-workers';

const SHEET: SheetSpec = {
  zh: '资金分摊',
  en: 'Fund splits',
  columns: [
    ...WORKER_COLUMNS,
    column(
      'from',
      ['生效日期', 'Valid from'],
      'date',
      '2023-01-01',
      ['从这一天起，到已登记的下一次变更为止。', 'From this day to the next change that is recorded.'],
      { required: true },
    ),
    column('fund', ['资金', 'Fund'], 'text', '基层社会治理专项', [
      '编码或名称；同一人同一日期每项资金一行。资金与比例都留空：恢复由批次资金全额承担。',
      'Code or name; one row per fund of a person and day. Fund and share both empty: the fund of the run bears everything again.',
    ], { list: 'fund' }),
    column('percent', ['比例(%)', 'Share (%)'], 'decimal', '100', [
      '最多两位小数；同一人同一日期合计恰好 100。',
      'At most two decimals; those of a person and day add up to exactly 100.',
    ]),
  ],
};

/** The rows of one person and day. */
interface Group {
  first: ParsedRow;
  change: FundSplitChange & { shares: FundShare[] };
  wrong: boolean;
}

/** 资金分摊: which funds bear what a worker costs, from a day on; one row per fund. */
@Injectable()
export class SplitsImport extends ImportHandler {
  readonly kind = 'splits';
  readonly permission: Permission = 'fund:manage';
  readonly needsPeriod = false;
  readonly sheets = [SHEET];

  constructor(
    private readonly directory: WorkerDirectory,
    private readonly splits: FundSplits,
  ) {
    super();
  }

  async plan({ actor, centreId }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const errors = new RowErrors(SHEET);
    const keyOf = (row: ParsedRow, no: number): string => [no, text(row, 'from'), text(row, 'fund') ?? ''].join(' ');
    const groups = new Map<string, Group>();
    for (const { row, workerNo } of await workersOf(this.directory, centreId, rows, errors, keyOf)) {
      const from = errors.attempt(row, () => parseDate(text(row, 'from') ?? '', 'from'));
      if (from === undefined) continue;
      const key = `${workerNo} ${from}`;
      const group = groups.get(key) ?? { first: row, change: { workerNo, from, shares: [] }, wrong: false };
      groups.set(key, group);
      const shares = errors.attempt(row, () => sharesOf(row));
      if (shares) group.change.shares.push(...shares);
      else group.wrong = true;
    }
    const whole = [...groups.values()].filter((group) => !group.wrong);
    const check = await this.splits.checker(
      centreId,
      whole.map(({ change }) => change.from),
    );
    const good = whole.filter(({ first, change }) => errors.attempt(first, () => (check(change), true)));
    const known = await this.splits.known(centreId, EVERYONE);
    const changes: FundSplitChange[] = [];
    const counts = { created: 0, changed: 0, same: 0 };
    for (const { change } of good) {
      const pieces = known.get(change.workerNo);
      const held = pieces?.find((piece) => piece.from <= change.from && change.from < piece.to);
      const same = sameShares(held?.shares ?? [], change.shares);
      if (!same) changes.push(change);
      counts[same ? 'same' : pieces ? 'changed' : 'created'] += 1;
    }
    return { ...counts, errors: errors.list, apply: () => this.splits.record(actor, centreId, changes) };
  }
}

/** @throws DomainError MISSING_FIELD, OUT_OF_RANGE, NOT_A_NUMBER */
function sharesOf(row: ParsedRow): FundShare[] {
  const [fund, percent] = [text(row, 'fund'), text(row, 'percent')];
  if (fund === undefined && percent === undefined) return [];
  if (fund === undefined) throw new DomainError('MISSING_FIELD', { name: '资金' }, { field: 'fund' });
  if (percent === undefined) throw new DomainError('MISSING_FIELD', { name: '比例(%)' }, { field: 'percent' });
  return [{ fund, points: parsePoints(percent) }];
}

const sameShares = (a: readonly FundShare[], b: readonly FundShare[]): boolean =>
  a.length === b.length && a.every(({ fund, points }) => b.some((own) => own.fund === fund && own.points === points));
