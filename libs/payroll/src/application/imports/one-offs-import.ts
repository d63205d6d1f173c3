import type { Permission } from '@gridstaff/contracts';
import {
  column,
  type ImportContext,
  ImportHandler,
  type ImportPlan,
  type ParsedRow,
  type SheetSpec,
} from '@gridstaff/exchange';
import { invariant } from '@gridstaff/kernel';
import { WorkerDirectory } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type OneOff, type OneOffKind, OneOffStore } from '../../domain';
import { OneOffRecords } from '../one-off/one-off-records';
import { type OneOffEntry, oneOffOf } from '../one-off/one-off-values';
import { EVERYONE } from '../pay-calculator';
import { number, RowErrors, text, WORKER_COLUMNS, workersOf } from './row-workers';

const KINDS: Readonly<Record<string, OneOffKind>> = {
  未休年休假: 'annual_leave',
  经济补偿: 'severance',
  赔偿扣款: 'loss',
  劳务报酬: 'labour',
  annual_leave: 'annual_leave',
  severance: 'severance',
  loss: 'loss',
  labour: 'labour',
};

const SHEET: SheetSpec = {
  zh: '一次性项目',
  en: 'One-off items',
  columns: [
    ...WORKER_COLUMNS,
    column('kind', ['项目', 'Item'], 'text', '未休年休假', ['从下拉列表中选择。', 'One of the list.'], {
      required: true,
      choices: Object.keys(KINDS),
    }),
    column('days', ['未休天数', 'Days not taken'], 'int', '5', [
      '未休年休假的整天数；0 为撤回。',
      'Whole days of annual leave; 0 takes the entry back.',
    ]),
    column('amount', ['金额', 'Amount'], 'yuan', '', [
      '元；其他项目填写，0 为撤回。经济补偿可不填，改填年限与月平均工资。',
      'Yuan, of the other items; 0 takes the entry back. Severance may give years and average wage instead.',
    ]),
    column('averageWage', ['月平均工资', 'Average monthly wage'], 'yuan', '3200.00', [
      '元；前 12 个月平均，年休假剔除加班工资。',
      'Yuan over the last twelve months, for leave without overtime.',
    ]),
    column('years', ['工作年限', 'Years of service'], 'int', '', ['经济补偿：整年数。', 'Severance: whole years.']),
    column('months', ['余月', 'Further months'], 'int', '', ['不满一年的月数。', 'Months beyond the whole years.']),
    column('localAverage', ['当地上年平均工资', 'Local average annual wage'], 'yuan', '', [
      '元/年；空则取政策包。',
      'Yuan a year; empty: from the policy pack.',
    ]),
    column('evidence', ['依据', 'Evidence'], 'text', '', [
      '赔偿扣款必填：过错与损失的证据。',
      'Required of a loss: evidence of the fault and the loss.',
    ]),
  ],
};

/** Entries of one work month (`--period`) replace those of the same person and item; the runs pay them. */
@Injectable()
export class OneOffsImport extends ImportHandler {
  readonly kind = 'one_offs';
  readonly permission: Permission = 'run:prepare';
  readonly needsPeriod = true;
  readonly sheets = [SHEET];

  constructor(
    private readonly directory: WorkerDirectory,
    private readonly store: OneOffStore,
    private readonly records: OneOffRecords,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @throws DomainError NO_PARAMETERS */
  async plan({ actor, centreId, period }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    invariant(period !== undefined, 'one-off items are for a month');
    const errors = new RowErrors(SHEET);
    const keyOf = (row: ParsedRow, no: number): string => `${KINDS[text(row, 'kind') ?? '']} ${no}`;
    const workers = await workersOf(this.directory, centreId, rows, errors, keyOf);
    const labour = await this.records.labourOf(centreId, period);
    const scope = { centreId, from: period, to: period, knownAt: this.clock.millis() };
    const known = new Map((await this.store.given(scope, EVERYONE)).map((o) => [`${o.workerNo} ${o.kind}`, o]));
    const changes: OneOff[] = [];
    const counts = { created: 0, changed: 0, same: 0 };
    for (const { row, workerNo } of workers) {
      const entry = errors.attempt(row, () => oneOffOf(entryOf(row, workerNo), labour));
      if (!entry) continue;
      const before = known.get(`${workerNo} ${entry.kind}`);
      const same = before ? sameOneOff(before, entry) : entry.quantity === 0;
      if (!same) changes.push(entry);
      counts[same ? 'same' : before ? 'changed' : 'created'] += 1;
    }
    return {
      ...counts,
      errors: errors.list,
      apply: (book) => this.records.append(actor, centreId, period, changes, book),
    };
  }
}

const entryOf = (row: ParsedRow, workerNo: number): OneOffEntry => ({
  workerNo,
  kind: KINDS[text(row, 'kind') ?? ''] as OneOffKind,
  days: number(row, 'days'),
  amount: number(row, 'amount'),
  averageWage: number(row, 'averageWage'),
  localAverage: number(row, 'localAverage'),
  years: number(row, 'years'),
  months: number(row, 'months'),
  evidence: text(row, 'evidence'),
});

const sameOneOff = (a: OneOff, b: OneOff): boolean =>
  (['quantity', 'averageWage', 'localAverage', 'months', 'evidence'] as const).every((key) => a[key] === b[key]);
