import { ImportRegistry, ImportService, type ImportKind, type SheetSpec, type WorkbookSheet, writeWorkbook } from '@gridstaff/exchange';
import type { Actor } from '@gridstaff/contracts';
import { DomainError, type Id, invariant, parseYuan, type Period } from '@gridstaff/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type SheetRows = readonly Readonly<Record<string, string | number | null>>[];

/** Writes the workbooks that an office would, with the very headers of the import templates, and brings them in as a person would. */
export class DemoFiles {
  readonly written: string[] = [];

  constructor(
    private readonly app: INestApplicationContext,
    private readonly folder: string,
    private readonly centreId: Id,
  ) {}

  /** @param sheets rows by the column keys of the import, under the Chinese names of its sheets; an empty sheet is left out */
  async importWorkbook(actor: Actor, kind: ImportKind, fileName: string, sheets: Readonly<Record<string, SheetRows>>, period?: Period): Promise<void> {
    const specs = this.app.get(ImportRegistry).handlerFor(kind).sheets;
    for (const name of Object.keys(sheets)) invariant(specs.some((spec) => spec.zh === name), `import ${kind} has no sheet ${name}`);
    const filled = specs.flatMap((spec) => {
      const rows = sheets[spec.zh] ?? [];
      return rows.length > 0 ? [toSheet(spec, rows)] : [];
    });
    if (filled.length === 0) return;
    const file = await writeWorkbook(filled);
    this.keep(fileName, file);
    const result = await this.app.get(ImportService).run(actor, { kind, centreId: this.centreId, period, fileName, file, dryRun: false });
    if (result.errors.length > 0) {
      const details = result.errors.slice(0, 5).map((e) => new DomainError(e.code, { ...e.params }, { file: fileName, sheet: e.sheet, row: e.row, column: e.column }));
      throw new DomainError('BUG', { message: `${fileName}: ${result.errors.length} wrong cells` }, { file: fileName }, details);
    }
  }

  keep(fileName: string, content: Buffer | string): void {
    const target = path.join(this.folder, fileName);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
    this.written.push(target);
  }
}

/** Cells as people type them: amounts in yuan become numbers, everything else stays text. */
function toSheet(spec: SheetSpec, rows: SheetRows): WorkbookSheet {
  const keys = new Set(rows.flatMap((row) => Object.keys(row)));
  for (const key of keys) invariant(spec.columns.some((column) => column.key === key), `sheet ${spec.zh} has no column ${key}`);
  const columns = spec.columns.filter((column) => keys.has(column.key));
  const cell = (type: string, value: string | number | null | undefined): string | number | null => {
    if (value === null || value === undefined) return null;
    return type === 'yuan' ? parseYuan(String(value)) : value;
  };
  return {
    name: spec.zh,
    columns: columns.map(({ zh, type }) => ({ header: zh, kind: type === 'yuan' || type === 'int' ? type : 'text' })),
    rows: rows.map((row) => columns.map((column) => cell(column.type, row[column.key]))),
  };
}
