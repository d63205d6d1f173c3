import type { Actor, Permission } from '@gridstaff/contracts';
import type { Id, Period } from '@gridstaff/kernel';
import type { BatchBook } from './batches/batch-book';

export type ImportKind = 'budget' | 'roster' | 'units' | 'attendance' | 'scores' | 'opening' | 'bases' | 'contracts' | 'deductions' | 'bonuses' | 'one_offs' | 'splits' | 'prior_services' | 'month_sheet';

/** How a cell is read; the parsed value's type stands behind. */
export type CellType =
  | 'text' // string, trimmed, full-width normalised
  | 'digits' // string; a numeric cell is an error, because spreadsheets round long numbers (ID numbers, cards, phones)
  | 'yuan' // integer fen
  | 'date' // LocalDate
  | 'period' // Period
  | 'int' // integer
  | 'decimal'; // exact decimal text

export interface ColumnSpec {
  /** Key in `ParsedRow.values`. */
  key: string;
  /** Header as the template prints it; imports match either language, spaces and a leading * ignored. */
  zh: string;
  en: string;
  /** Other names by which people's own sheets call it, in either language. */
  also?: readonly string[];
  type: CellType;
  required: boolean;
  /** Allowed texts (drop-down in the template). */
  choices?: readonly string[];
  /** Dictionary of the centre whose entries the template offers (`TemplateLists`). */
  list?: string;
  /** Sentence for the notes sheet, both languages. */
  noteZh: string;
  noteEn: string;
  sample: string;
}

export interface SheetSpec {
  /** Sheet name in the template; an import takes the sheet of that name, or the only sheet of the file. */
  zh: string;
  en: string;
  columns: readonly ColumnSpec[];
  /** May be absent from the file. */
  optional?: boolean;
}

export interface ParsedRow {
  /** Chinese name of its `SheetSpec`, whatever the file calls the sheet; reports show the file's name. */
  sheet: string;
  /** 1-based row of the file. */
  row: number;
  /** By column key; an empty optional cell is absent. */
  values: Readonly<Record<string, string | number>>;
}

export interface CellError {
  sheet: string;
  row: number;
  /** Header of the column, or '' for the whole row. */
  column: string;
  /** As found, shortened; never the full value of an ID number, card or phone. */
  value: string;
  code: string;
  params?: Readonly<Record<string, string | number>>;
}

export interface ImportContext {
  actor: Actor;
  centreId: Id;
  /** Month the file is for, where the kind needs one. */
  period?: Period;
}

/** What an import would do. `apply` runs inside the unit that the import service opens, only when there are no errors. */
export interface ImportPlan {
  created: number;
  changed: number;
  same: number;
  errors: CellError[];
  /** Writes, and notes in the book which rows it made: an import whose rows are not noted cannot be undone. */
  apply(book?: BatchBook): Promise<void>;
}

/** One kind of import; features provide these and register them with `ImportRegistry`. */
export abstract class ImportHandler {
  abstract readonly kind: ImportKind;
  abstract readonly permission: Permission;
  abstract readonly needsPeriod: boolean;
  abstract readonly sheets: readonly SheetSpec[];
  /** Checks rows against the database and decides new / changed / same; writes nothing. Called inside a unit, so that `apply` meets the same state. */
  abstract plan(context: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan>;
}
