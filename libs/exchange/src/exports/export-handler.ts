import type { Actor, Language, Permission } from '@gridstaff/contracts';
import type { Fen, Id } from '@gridstaff/kernel';

export type ExportKind = 'payroll' | 'payslip' | 'payslips' | 'bank' | 'tax' | 'insurance' | 'settlement';
export type ExportFormat = 'xlsx' | 'pdf' | 'csv';

export interface ExportOptions {
  /** The person of a single payslip. */
  workerNo?: number;
  /** Code of the bank layout (config/layouts/bank-*.yaml). */
  layout?: string;
  /** Version of the tax client's layout. */
  columns?: string;
  /** The agency's own template of the tax client, .xlsx. */
  template?: Buffer;
  /** What a sheet of the pay sheet stands for. */
  groupBy?: string;
}

export interface ExportRequest {
  kind: string;
  runId: Id;
  /** Only people of this agency; everybody of the run when left out. */
  agencyId?: Id;
  /** The handler's first format when left out. */
  format?: string;
  /** What the file is for: printed on it and kept in the audit log. */
  purpose?: string;
  /** Of what the file says by itself; Chinese when left out, and for forms that authorities and banks define. */
  language?: Language;
  options?: ExportOptions;
}

/** What an export is about, known before anything is opened or written. */
export interface ExportSubject {
  centreId: Id;
  /** People in the file at most. */
  people: number;
}

/** Who, when and what for, as the files carry it. */
export interface ExportStamp {
  /** Also the date inside the file, so that the same export at the same instant gives the same bytes. */
  at: Date;
  line: string;
  /** Of the whole file. */
  language: Language;
}

export interface ExportContext {
  actor: Actor;
  runId: Id;
  agencyId?: Id;
  format: ExportFormat;
  purpose: string;
  options: ExportOptions;
  stamp: ExportStamp;
}

/** Somebody of the run who is not in the file: never dropped in silence. */
export interface LeftOut {
  workerNo: number;
  /** Stable, as error codes are: NO_BANK_CARD … */
  code: string;
  amount: Fen;
}

export interface ExportContent {
  fileName: string;
  mime: string;
  content: Buffer;
  /** People (settlements: agencies) in the file. */
  rows: number;
  leftOut: LeftOut[];
}

export interface ExportedFile extends ExportContent {
  format: ExportFormat;
  /** Of the content, as the audit log has it. */
  sha256: string;
}

/** One kind of file out; features provide these and register them with `ExportRegistry`. */
export abstract class ExportHandler {
  abstract readonly kind: ExportKind;
  /** The title, and the purpose of a file for which nobody states another. */
  abstract readonly titles: Readonly<Record<Language, string>>;
  /** Our own papers come in both; a form that an authority or a bank defines keeps its Chinese heads. */
  readonly languages: readonly Language[] = ['zh'];
  abstract readonly permission: Permission;
  /** One of these is needed too, because the file holds ID, card or phone numbers in full; empty: it holds none. */
  abstract readonly reveals: readonly Permission[];
  /** The first is the default. */
  abstract readonly formats: readonly ExportFormat[];
  /** Called before the permission is checked: tells where the run belongs and writes nothing. @throws DomainError NOT_FOUND */
  abstract subject(request: ExportRequest): Promise<ExportSubject>;
  /** Called after the checks; reads, and yields to others while it writes the file. */
  abstract write(context: ExportContext): Promise<ExportContent>;
}

export const MIME: Readonly<Record<ExportFormat | 'zip', string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
};
