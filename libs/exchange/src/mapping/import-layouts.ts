import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import type { HeadPlace } from '../error-workbook';
import { cleanFileName } from '../file-name';
import { ImportBatches } from '../import-batch.repository';
import type { ImportHandler, SheetSpec } from '../import-handler';
import { ImportRegistry } from '../import-registry';
import { shownValue } from '../parse-cell';
import { openRows } from '../row-source';
import { headerKey } from '../sheet-layout';
import { followsTemplate } from '../workbook-parser';
import { ImportLayoutStore, type RememberedLayout } from './import-layouts.repository';
import { headsOfFile, type LayoutMemory, type SaidLayout, selfEvident } from './mapped-sheets';
import { likeliest, type MappedColumn, missingIn, propose } from './propose';

export interface SheetView {
  /** As the file calls it. */
  sheet: string;
  signature: string;
  /** Last row of its head. */
  headRow: number;
  /** Chinese name of the sheet of ours that it is taken for; '' when it is not read. */
  as: string;
  /** Nothing is to be asked: it was said before, or the head has nothing but names of ours. */
  remembered: boolean;
  columns: { at: number; head: string; key: string | null; by: MappedColumn['by']; samples: string[] }[];
  /** Chinese names of required columns that nothing is mapped to. */
  missing: string[];
}

export interface FileView {
  /** The file follows the template: there is nothing to say of its columns. */
  template: boolean;
  sheets: SheetView[];
  /** What a sheet may be taken for, with the columns of each. */
  targets: readonly SheetSpec[];
}

const SHOWN_SAMPLES = 3;
const MOST_COLUMNS = 500;

/** How files of any layout are read: what is proposed, what a person said, and what of it is remembered. Everything needs the permission of the kind. */
@Injectable()
export class ImportLayouts {
  constructor(
    private readonly registry: ImportRegistry,
    private readonly store: ImportLayoutStore,
    private readonly batches: ImportBatches,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** For reading a file of the kind. Asks no permission. */
  memory(centreId: Id, kind: string): LayoutMemory {
    return (signature) => this.store.find(centreId, kind, signature);
  }

  /** The columns of a file and what each is taken for. @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_KIND_UNKNOWN, IMPORT_EMPTY, those of `openRows` */
  async look(actor: Actor, centreId: Id, kind: string, file: Buffer): Promise<FileView> {
    const { sheets: specs, kind: known } = this.handler(actor, centreId, kind);
    const source = await openRows(file);
    if (await followsTemplate(source, specs)) return { template: true, sheets: [], targets: specs };
    const sheets: SheetView[] = [];
    const tables = await headsOfFile(source, specs);
    for (const { entry, head } of tables) {
      const said = (await this.store.find(centreId, known, head.signature)) ?? selfEvident(specs, entry.name, head);
      const spec = specs.find(({ zh }) => zh === said?.sheet);
      const found = spec ? { spec, columns: propose(spec, head, said?.columns) } : likeliest(specs, entry.name, head);
      const missing = missingIn(found.spec, found.columns).map(({ zh }) => zh);
      // One of several sheets of which nothing is known is somebody's notes until a person says otherwise.
      const hopeless = !spec && (said !== undefined || (tables.length > 1 && found.columns.every(({ key }) => key === null)));
      sheets.push({
        ...{ sheet: entry.name, signature: head.signature, headRow: head.row, as: hopeless ? '' : found.spec.zh, remembered: said !== undefined, missing },
        columns: found.columns.map(({ at, head: own, key, by }) => ({
          ...{ at, head: own.text, key: hopeless ? null : key, by: hopeless ? null : by },
          samples: head.samples.map(({ cells }) => shownValue(undefined, cells.get(at))).filter((text) => text !== '').slice(0, SHOWN_SAMPLES),
        })),
      });
    }
    if (sheets.length === 0) throw new DomainError('IMPORT_EMPTY');
    return { template: false, sheets, targets: specs };
  }

  /**
   * Remembers how files with these heads are read; the next one is read so by itself.
   * @param said by column of the file's head what it is, '' for a column that is not read
   * @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_KIND_UNKNOWN, LAYOUT_UNKNOWN_TARGET, LAYOUT_COLUMN_TWICE, MISSING_COLUMN, OUT_OF_RANGE
   */
  async remember(actor: Actor, centreId: Id, kind: string, { signature, sheet, columns, source }: SaidLayout & { signature: string; source: string }): Promise<void> {
    const { sheets: specs, kind: known } = this.handler(actor, centreId, kind);
    const spec = specs.find(({ zh }) => zh === sheet);
    if (!spec && sheet !== '') throw new DomainError('LAYOUT_UNKNOWN_TARGET', { name: sheet.slice(0, 40) }, { field: 'sheet' });
    const heads = Object.entries(columns);
    if (!/^[0-9a-f]{64}$/.test(signature) || heads.length > MOST_COLUMNS) throw new DomainError('OUT_OF_RANGE', { value: String(heads.length) }, { field: 'columns' });
    if (spec) checkColumns(spec, Object.values(columns));
    const kept = Object.fromEntries(heads.map(([head, key]) => [headerKey(head), key]));
    await this.uow.run(async () => {
      await this.batches.enterLane(centreId, known);
      await this.store.put(centreId, known, { signature, sheet, columns: kept, source: cleanFileName(source), savedBy: actor.userId, savedAt: this.clock.millis() });
      await this.audit.append({ actor, centreId, action: 'import.layout-remembered', subjectType: 'import-layout', subjectId: signature, data: { kind: known, sheet, columns: kept } });
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_KIND_UNKNOWN */
  async forget(actor: Actor, centreId: Id, kind: string, signature: string): Promise<void> {
    const { kind: known } = this.handler(actor, centreId, kind);
    await this.uow.run(async () => {
      if ((await this.store.remove(centreId, known, signature)) === 0) throw new DomainError('NOT_FOUND', { what: 'layout' });
      await this.audit.append({ actor, centreId, action: 'import.layout-forgotten', subjectType: 'import-layout', subjectId: signature, data: { kind: known } });
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_KIND_UNKNOWN */
  list(actor: Actor, centreId: Id, kind: string): Promise<RememberedLayout[]> {
    return this.store.of(centreId, this.handler(actor, centreId, kind).kind);
  }

  /** Where the heads of a file that does not follow the template stand, for the column of reasons; nothing for one that does. */
  async places(file: Buffer, specs: readonly SheetSpec[]): Promise<Map<string, HeadPlace>> {
    const source = await openRows(file);
    if (await followsTemplate(source, specs)) return new Map();
    const found = await headsOfFile(source, specs);
    return new Map(found.map(({ entry, head }) => [entry.name, { row: head.row, columns: new Map([...head.heads].map(([at, { text }]) => [text, at])) }]));
  }

  private handler(actor: Actor, centreId: Id, kind: string): ImportHandler {
    const handler = this.registry.handlerFor(kind);
    requirePermission(actor, handler.permission, centreId);
    return handler;
  }
}

/** @throws DomainError LAYOUT_UNKNOWN_TARGET, LAYOUT_COLUMN_TWICE, MISSING_COLUMN */
function checkColumns(spec: SheetSpec, keys: readonly string[]): void {
  const given = keys.filter((key) => key !== '');
  for (const key of given) {
    const column = spec.columns.find((one) => one.key === key);
    if (!column) throw new DomainError('LAYOUT_UNKNOWN_TARGET', { name: key.slice(0, 40) }, { field: 'columns' });
    if (given.indexOf(key) !== given.lastIndexOf(key)) throw new DomainError('LAYOUT_COLUMN_TWICE', { name: column.zh }, { field: 'columns' });
  }
  const missing = spec.columns.find(({ key, required }) => required && !given.includes(key));
  if (missing) throw new DomainError('MISSING_COLUMN', { name: missing.zh }, { field: 'columns' });
}
