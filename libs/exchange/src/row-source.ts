import { DomainError } from '@gridstaff/kernel';
import { parse } from 'csv-parse/sync';
import type { RawCell, RawRow } from './raw-cell';
import { looksLikeText, WORKBOOK_LIMITS, WorkbookGate } from './workbook-gate';
import { type SheetEntry, WorkbookReader } from './workbook-reader';

/** The rows of a file, whatever its format: all that reading and mapping of columns need to know of it. */
export interface RowSource {
  readonly sheets: readonly SheetEntry[];
  /** Rows with at least one cell that holds something, in file order. */
  rows(sheet: SheetEntry): AsyncIterable<RawRow>;
}

/** What a text file calls its only sheet. */
export const CSV_SHEET = 'CSV';
const SAMPLE_BYTES = 4096;
const BOM = '\ufeff';

/**
 * Opens a workbook through the gate, or a text file of comma, semicolon or tab separated values.
 * @throws DomainError those of `WorkbookGate`, IMPORT_CSV_ENCODING, IMPORT_DAMAGED
 */
export async function openRows(file: Buffer): Promise<RowSource> {
  return isCsv(file) ? new CsvRows(file) : WorkbookReader.open(await new WorkbookGate().open(file));
}

/** Text and nothing else; a workbook is a zip, whose head holds control characters. */
export const isCsv = (file: Buffer): boolean =>
  file.length > 0 && file.length <= WORKBOOK_LIMITS.fileBytes && looksLikeText(file.subarray(0, SAMPLE_BYTES));

/** Every cell is text, as it stands in the file: what a spreadsheet would make of it (rounded numbers, dates of its own) is not guessed. */
class CsvRows implements RowSource {
  readonly sheets: readonly SheetEntry[] = [{ name: CSV_SHEET, part: '' }];
  private readonly text: string;

  constructor(file: Buffer) {
    this.text = decoded(file);
  }

  async *rows(): AsyncGenerator<RawRow> {
    let row = 0;
    for (const record of this.records()) {
      row += 1;
      const cells = new Map(record.flatMap((text, i): [number, RawCell][] => (text.trim() === '' ? [] : [[i + 1, { kind: 'text', text }]])));
      if (cells.size > 0) yield { row, cells };
    }
  }

  private records(): string[][] {
    try {
      return parse(this.text, { delimiter: delimiterOf(this.text), relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
    } catch (error) {
      throw new DomainError('IMPORT_DAMAGED', {}, {}, [], { cause: error });
    }
  }
}

/** UTF-8 with or without its mark; else GB18030, in which Chinese spreadsheets and time clocks save (GBK and GB2312 are parts of it). */
function decoded(file: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(file);
      return text.startsWith(BOM) ? text.slice(1) : text;
    } catch {
      // The next encoding.
    }
  }
  throw new DomainError('IMPORT_CSV_ENCODING');
}

/** The sign that the first lines have most of. */
function delimiterOf(text: string): string {
  const head = text.slice(0, SAMPLE_BYTES);
  const count = (sign: string): number => head.split(sign).length;
  return ['\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}
