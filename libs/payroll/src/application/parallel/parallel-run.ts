import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { cellText, headerKey, markWorkbook } from '@gridstaff/exchange';
import { DomainError, type Fen, formatYuan, type Id, invariant, type Period } from '@gridstaff/kernel';
import {
  ENGINE_VERSION,
  type PaySchemeDefinition,
  type PeriodParameters,
  type WorkerInput,
} from '@gridstaff/pay-engine';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type PayRun, RunStore, SlipStore } from '../../domain';
import {
  compareSheets,
  type Difference,
  DIFFERENCE_CLASSES,
  type DifferenceClass,
  type OurSlip,
} from '../../domain/parallel/compare';
import { ParallelColumns } from '../../domain/parallel/parallel-columns';
import { type NamedTarget, type Target, Targets } from '../../domain/parallel/targets';
import { EngineShelf } from '../forecast/engine-shelf';
import { Schemes } from '../schemes';
import { ParallelSheet, type TheirSheet } from './parallel-sheet';
import { CLASS_NAMES, METHOD_NAMES, sheetText } from './parallel-texts';

export interface ParallelColumn {
  column: number;
  header: string;
  target: Target | null;
  /** Whether the centre has said so, or the header's name proposes it. */
  said: boolean;
  /** What stands under it first. */
  sample: string;
}

export interface ParallelSketch {
  sheet: string;
  headerRow: number;
  rows: number;
  columns: ParallelColumn[];
  /** What a column can be. */
  targets: readonly NamedTarget[];
}

/** same: equal but for rounding; explained: what differs has a cause to decide on; open: somebody or something is missing or unexplained. */
export const VERDICTS = ['same', 'explained', 'open'] as const;

export interface ParallelAnswer {
  period: Period;
  sheet: string;
  verdict: (typeof VERDICTS)[number];
  people: { ours: number; theirs: number; matched: number; equal: number };
  classes: { class: DifferenceClass; count: number; people: number; amount: Fen }[];
  columns: { column: number; header: string; target: Target; nameZh: string; nameEn: string }[];
  /** Headers that mean nothing to us, and items of ours that the sheet does not show. */
  unread: string[];
  notInSheet: { target: Target; zh: string; en: string }[];
  /** Gravest class first, then by size. */
  differences: Difference[];
}

const PAGE = 500;
const EXPLAINED: readonly DifferenceClass[] = ['base', 'proration', 'tax', 'follows', 'rounding'];
const METHODS = ['actual_workdays', 'positive_21_75', 'negative_21_75'] as const;

/** 并行核对: somebody's own pay sheet of the month against a run, before an office relies on the run. The sheet is read and not kept. */
@Injectable()
export class ParallelRun {
  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly schemes: Schemes,
    private readonly sheets: ParallelSheet,
    private readonly told: ParallelColumns,
    private readonly engines: EngineShelf,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** How the sheet is understood. @throws DomainError NOT_FOUND, FORBIDDEN, WRONG_STEP, FREE_TABLE_NO_HEAD and those of the gate */
  async sketch(actor: Actor, runId: Id, file: Buffer): Promise<ParallelSketch> {
    const { sheet } = await this.open(actor, runId, file);
    const { table, meaning, said, targets } = sheet;
    const columns = [...table.headers].map(([column, header]) => ({
      ...{ column, header, target: meaning.get(column) ?? null, said: said.has(column) },
      sample: cellText(table.rows.find((row) => row.cells.has(column))?.cells.get(column)).slice(0, 40),
    }));
    return { sheet: table.sheet, headerRow: table.headerRow, rows: table.rows.length, columns, targets: targets.list };
  }

  /**
   * Says what headers mean, for every later sheet of the centre; '' says that one means nothing. Needs `run:prepare`.
   * @throws DomainError PARALLEL_TARGET, NO_PAY_SCHEME, FORBIDDEN
   */
  async remember(actor: Actor, runId: Id, columns: readonly { header: string; target: string }[]): Promise<void> {
    const run = await this.runs.get(runId);
    requirePermission(actor, 'run:prepare', run.centreId, 'pay run');
    const targets = new Targets((await this.schemeOf(run)).items, headerKey);
    const wrong = columns.find(({ target }) => target !== '' && !targets.isTarget(target));
    if (wrong) throw new DomainError('PARALLEL_TARGET', { value: wrong.target.slice(0, 40) }, { field: 'target' });
    const told = new Map(columns.map(({ header, target }) => [headerKey(header).slice(0, 80), target]));
    await this.uow.run(async () => {
      await this.told.remember(run.centreId, told, { recordedBy: actor.userId, recordedAt: this.clock.millis() });
      await this.audit.append({
        ...{
          actor,
          centreId: run.centreId,
          action: 'parallel.columns-said',
          subjectType: 'centre',
          subjectId: run.centreId,
        },
        data: { columns: told.size },
      });
    });
  }

  /** @throws DomainError as `sketch`, PARALLEL_NO_PERSON, PARALLEL_NO_AMOUNT */
  async compare(actor: Actor, runId: Id, file: Buffer): Promise<ParallelAnswer> {
    const { run, sheet, scheme } = await this.open(actor, runId, file);
    const rows = await this.sheets.people(run.centreId, sheet);
    const ours = await this.ours(run, scheme);
    const found = compareSheets(rows, ours, { items: scheme.items, targets: sheet.meaning });
    const rank = (d: Difference): number => DIFFERENCE_CLASSES.indexOf(d.class);
    const size = (d: Difference): Fen => Math.abs((d.theirs ?? 0) - (d.ours ?? 0));
    const differences = [...found.differences].sort(
      (a, b) => rank(a) - rank(b) || size(b) - size(a) || (a.row ?? 0) - (b.row ?? 0),
    );
    const kinds = new Set(differences.map((d) => d.class));
    const verdict = [...kinds].every((kind) => kind === 'rounding')
      ? 'same'
      : [...kinds].every((kind) => EXPLAINED.includes(kind))
        ? 'explained'
        : 'open';
    return {
      ...{ period: run.period, sheet: sheet.table.sheet, verdict, differences },
      people: { ours: ours.size, theirs: rows.length, matched: found.matched, equal: found.equal },
      classes: classesOf(differences, size),
      ...columnsOf(sheet, ours),
    };
  }

  /** Their own workbook with every difference marked, and a sheet of the summary. @throws DomainError as `compare` */
  async marked(actor: Actor, runId: Id, file: Buffer): Promise<Buffer> {
    const answer = await this.compare(actor, runId, file);
    const { sheet } = await this.open(actor, runId, file);
    const headers = new Map(answer.columns.map(({ column, header }) => [column, header]));
    const marks = answer.differences.flatMap((d) =>
      d.row === null ? [] : [{ row: d.row, column: d.column ?? 0, note: noteOf(d, headers) }],
    );
    const missing = answer.differences
      .filter((d) => d.class === 'missing_person')
      .map((d): (string | number)[] => [d.workerNo ?? 0, CLASS_NAMES.missing_person.zh]);
    const table = { sheet: answer.sheet, headerRow: sheet.table.headerRow, reasons: sheetText.reasons };
    return markWorkbook(file, table, marks, [
      { name: sheetText.summary, rows: summaryRows(answer) },
      { name: sheetText.missing, rows: [[...sheetText.missingHead], ...missing] },
    ]);
  }

  private async open(
    actor: Actor,
    runId: Id,
    file: Buffer,
  ): Promise<{ run: PayRun; sheet: TheirSheet; scheme: PaySchemeDefinition }> {
    const run = await this.runs.get(runId);
    requirePermission(actor, 'run:read', run.centreId, 'pay run');
    if (run.hash === null || run.status === 'draft')
      throw new DomainError('WRONG_STEP', { what: `run ${run.no}`, status: run.status, step: 'compare' });
    const scheme = await this.schemeOf(run);
    return { run, scheme, sheet: await this.sheets.read(run.centreId, scheme, file) };
  }

  private async schemeOf(run: PayRun): Promise<PaySchemeDefinition> {
    if (run.schemeId !== null) return (await this.schemes.get(run.schemeId)).definition;
    return (await this.schemes.forMonth(run.centreId, run.period, this.clock.millis())).definition;
  }

  private async ours(run: PayRun, scheme: PaySchemeDefinition): Promise<Map<number, OurSlip>> {
    const parameters = await this.runs.parametersOf(run.id);
    invariant(parameters !== null, `run ${run.no} was calculated`);
    const others =
      run.engineVersion === ENGINE_VERSION ? this.otherMethods(scheme, JSON.parse(parameters) as PeriodParameters) : [];
    const found = new Map<number, OurSlip>();
    for (let after = 0; ;) {
      const slips = await this.slips.slips(run.no, after, PAGE);
      const [first, last] = [slips[0], slips.at(-1)];
      if (!first || !last) return found;
      const inputs = await this.slips.inputs(run.no, after, PAGE);
      const items = new Map(slips.map(({ workerNo }) => [workerNo, new Map<number, Fen>()]));
      for (const line of await this.slips.lines(run.no, { fromNo: first.workerNo, toNo: last.workerNo }))
        items.get(line.workerNo)?.set(line.itemNo, line.amount);
      const byNo = new Map(inputs.map(({ workerNo, input }) => [workerNo, JSON.parse(input) as WorkerInput]));
      for (const { workerNo, totals } of slips) {
        const input = byNo.get(workerNo);
        const partMonth = input !== undefined && isPart(input);
        const otherMethods = new Map(
          input && partMonth ? others.map(({ method, calculate }) => [method, calculate(input)]) : [],
        );
        found.set(workerNo, { workerNo, totals, items: items.get(workerNo) ?? new Map(), partMonth, otherMethods });
      }
      after = last.workerNo;
    }
  }

  /** What the month would be by the other methods in use: absence otherwise, and stays by calendar days. */
  private otherMethods(
    scheme: PaySchemeDefinition,
    parameters: PeriodParameters,
  ): { method: string; calculate: (input: WorkerInput) => Map<number, Fen> }[] {
    const byCalendar = scheme.items.map((item) =>
      item.behaviour === 'segment' ? { ...item, behaviour: 'calendar' as const } : item,
    );
    const schemes: [string, PaySchemeDefinition][] = [
      ...METHODS.filter((method) => method !== scheme.absenceMethod).map((method): [string, PaySchemeDefinition] => [
        method,
        { ...scheme, absenceMethod: method },
      ]),
      ['calendar', { ...scheme, items: byCalendar }],
    ];
    return schemes.map(([method, definition]) => {
      const engine = this.engines.get(definition, parameters);
      return {
        method,
        calculate: (input) => new Map(engine.calculate(input).lines.map(({ itemNo, amount }) => [itemNo, amount])),
      };
    });
  }
}

const isPart = ({ segments, calendarDays }: WorkerInput): boolean =>
  segments.some(({ absences }) => absences.length > 0) ||
  segments.reduce((n, s) => n + s.calendarDays, 0) < calendarDays;

function classesOf(differences: readonly Difference[], size: (d: Difference) => Fen): ParallelAnswer['classes'] {
  return DIFFERENCE_CLASSES.flatMap((kind) => {
    const own = differences.filter((d) => d.class === kind);
    const people = new Set(own.map((d) => d.workerNo ?? `row ${d.row}`)).size;
    return own.length === 0
      ? []
      : [{ class: kind, count: own.length, people, amount: own.reduce((sum, d) => sum + size(d), 0) }];
  });
}

function columnsOf(
  { table, meaning, targets }: TheirSheet,
  ours: ReadonlyMap<number, OurSlip>,
): Pick<ParallelAnswer, 'columns' | 'unread' | 'notInSheet'> {
  const names = new Map(targets.list.map((named) => [named.target, named]));
  const shown = new Set(meaning.values());
  const used = new Set(
    [...ours.values()].flatMap(({ items }) => [...items].flatMap(([no, amount]) => (amount === 0 ? [] : [no]))),
  );
  return {
    columns: [...meaning].map(([column, target]) => ({
      ...{ column, header: table.headers.get(column) ?? '', target },
      ...{ nameZh: names.get(target)?.zh ?? '', nameEn: names.get(target)?.en ?? '' },
    })),
    unread: [...table.headers].flatMap(([column, header]) => (meaning.has(column) ? [] : [header])),
    notInSheet: [...used]
      .map((no) => names.get(`item:${no}`))
      .flatMap((named) => (named && !shown.has(named.target) ? [named] : [])),
  };
}

function noteOf(d: Difference, headers: ReadonlyMap<number, string>): string {
  const name = CLASS_NAMES[d.class].zh;
  if (d.ours === null || d.column === null) return name;
  const method = d.method === null ? '' : `（${METHOD_NAMES[d.method] ?? d.method}）`;
  return `${headers.get(d.column) ?? ''}：${name}${method}，${sheetText.ours} ${formatYuan(d.ours)}`;
}

function summaryRows({ verdict, people, classes, unread, notInSheet }: ParallelAnswer): (string | number)[][] {
  return [
    [sheetText.verdict, sheetText.verdicts[verdict]],
    [sheetText.people, `${people.ours} / ${people.theirs}`],
    [sheetText.equal, `${people.equal} / ${people.matched}`],
    [],
    [...sheetText.classHead],
    ...classes.map((c) => [CLASS_NAMES[c.class].zh, c.count, c.people, formatYuan(c.amount)]),
    [],
    [sheetText.unread, unread.join('、')],
    [sheetText.notInSheet, notInSheet.map(({ zh }) => zh).join('、')],
  ];
}
