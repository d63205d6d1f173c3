import { cellText, type FreeTable, headerKey, type RawCell, readFreeTable } from '@gridstaff/exchange';
import { DomainError, type Fen, type Id, parseYuan } from '@gridstaff/kernel';
import type { PaySchemeDefinition } from '@gridstaff/pay-engine';
import { WorkerDirectory, WorkerNames } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import type { TheirRow } from '../../domain/parallel/compare';
import { ParallelColumns } from '../../domain/parallel/parallel-columns';
import { PERSON_TARGETS, type PersonTarget, type Target, Targets } from '../../domain/parallel/targets';

export interface TheirSheet {
  readonly table: FreeTable;
  readonly targets: Targets;
  /** What each column means; a column that is not here means nothing to us. */
  readonly meaning: ReadonlyMap<number, Target>;
  /** Of them, those that the centre has said itself. */
  readonly said: ReadonlySet<number>;
}

/** Rows that sum up or sign. */
const NO_PERSON = /合计|小计|总计|平均|制表|审核|负责人|单位盖章|total|subtotal/i;

/** Somebody's pay sheet, of any layout: what its columns mean and whom its rows are about. */
@Injectable()
export class ParallelSheet {
  constructor(
    private readonly columns: ParallelColumns,
    private readonly directory: WorkerDirectory,
    private readonly names: WorkerNames,
  ) {}

  /** What the centre has said of a header wins over what its name proposes. @throws DomainError those of `readFreeTable` */
  async read(centreId: Id, scheme: PaySchemeDefinition, file: Buffer): Promise<TheirSheet> {
    const targets = new Targets(scheme.items, headerKey);
    const told = await this.columns.of(centreId);
    const table = await readFreeTable(
      file,
      (key) => targets.propose(key) !== undefined || (told.get(key) ?? '') !== '',
    );
    const meaning = new Map<number, Target>();
    const said = new Set<number>();
    for (const [column, header] of table.headers) {
      const own = told.get(headerKey(header));
      if (own !== undefined) said.add(column);
      const target = own === undefined ? targets.propose(header) : own;
      if (target !== undefined && targets.isTarget(target)) meaning.set(column, target);
    }
    return { table, targets, meaning: withoutRepeatedPersons(meaning, said), said };
  }

  /**
   * The rows about people, each resolved by ID number, worker number or name, in this order; a name that two people bear resolves nobody.
   * @throws DomainError PARALLEL_NO_PERSON, PARALLEL_NO_AMOUNT
   */
  async people(centreId: Id, { table, meaning }: TheirSheet): Promise<TheirRow[]> {
    const at = (target: PersonTarget): number | undefined => [...meaning].find(([, own]) => own === target)?.[0];
    const columns = { idNumber: at('idNumber'), workerNo: at('workerNo'), name: at('name') };
    if (Object.values(columns).every((column) => column === undefined)) throw new DomainError('PARALLEL_NO_PERSON');
    const amounts = [...meaning].flatMap(([column, target]) => (isPerson(target) ? [] : [column]));
    if (amounts.length === 0) throw new DomainError('PARALLEL_NO_AMOUNT');
    const text = (cells: ReadonlyMap<number, RawCell>, column: number | undefined): string =>
      column === undefined ? '' : cellText(cells.get(column)).trim();
    const rows = table.rows.map(({ row, cells }) => ({
      ...{ row, cells, name: text(cells, columns.name), workerNo: text(cells, columns.workerNo) },
      // A number that went through a numeric cell has lost its last digits.
      idNumber: cells.get(columns.idNumber ?? 0)?.kind === 'text' ? text(cells, columns.idNumber) : '',
    }));
    const about = rows.filter(
      (r) => (r.name || r.workerNo || r.idNumber) !== '' && !NO_PERSON.test(r.name + r.workerNo),
    );
    const byId = await this.directory.byIdNumbers(
      centreId,
      about.map((r) => r.idNumber).filter((id) => id !== ''),
    );
    const numbers = about.map((r) => Number(r.workerNo)).filter((no) => Number.isInteger(no) && no > 0);
    const byNo = await this.directory.byNumbers(centreId, numbers);
    const byName = uniqueNames(await this.names.names(centreId));
    return about.map((r) => ({
      ...{ row: r.row, name: r.name },
      workerNo: byId.get(r.idNumber)?.no ?? byNo.get(Number(r.workerNo))?.no ?? byName.get(r.name) ?? null,
      amounts: new Map(amounts.map((column) => [column, amountOf(r.cells.get(column))])),
    }));
  }
}

export const isPerson = (target: Target): target is PersonTarget => PERSON_TARGETS.some((own) => own === target);

/** Who is meant stands in one column: of several the centre's own word wins, then the first. */
function withoutRepeatedPersons(meaning: ReadonlyMap<number, Target>, said: ReadonlySet<number>): Map<number, Target> {
  const ordered = [...meaning].sort(([a], [b]) => Number(said.has(b)) - Number(said.has(a)) || a - b);
  const kept = new Map<number, Target>();
  for (const [column, target] of ordered)
    if (!isPerson(target) || ![...kept.values()].includes(target)) kept.set(column, target);
  return new Map([...kept].sort(([a], [b]) => a - b));
}

function uniqueNames(names: ReadonlyMap<number, string>): Map<string, number> {
  const unique = new Map<string, number>();
  const twice = new Set<string>();
  for (const [no, name] of names) {
    if (unique.has(name)) twice.add(name);
    unique.set(name, no);
  }
  for (const name of twice) unique.delete(name);
  return unique;
}

/** Nothing and a dash are nought; null where the cell is no amount. More than two decimals are what a formula left: they are rounded half up. */
function amountOf(cell: RawCell | undefined): Fen | null {
  const text = cellText(cell)
    .normalize('NFKC')
    .replace(/[,\s¥元]/g, '');
  if (cell?.kind === 'error' || cell?.kind === 'no-result' || cell?.kind === 'date') return null;
  if (text === '' || /^[-—–/]+$/.test(text)) return 0;
  if (/^-?\d{1,12}\.\d{3,}$/.test(text)) return Math.sign(Number(text)) * Math.round(Math.abs(Number(text)) * 100);
  try {
    return parseYuan(text);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
