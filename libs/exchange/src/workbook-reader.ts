import { DomainError } from '@gridstaff/kernel';
import { isDateFormat, numberText, type RawCell, type RawRow, serialDate } from './raw-cell';
import { bomb, type OpenWorkbook, unpack } from './workbook-gate';
import { attribute, type XmlEvents, XmlScanner } from './xml-scanner';

export interface SheetEntry {
  name: string;
  /** Part of the zip. */
  part: string;
}

const MAX_COLUMN = 16_384;

/** More than these no honest workbook has; a file within the limits of the gate may hold millions, and each would take memory and time. */
const MOST = { sheets: 200, relations: 1000, formats: 65_000, texts: 700_000, letters: 250_000, rows: 1_048_576 } as const;

function refuseAbove(count: number, most: number): void {
  if (count > most) throw bomb();
}

/** Reads a workbook part by part, rows as they come: memory holds the shared texts and the rows of one piece of the file. */
export class WorkbookReader {
  private constructor(
    private readonly workbook: OpenWorkbook,
    readonly sheets: readonly SheetEntry[],
    private readonly date1904: boolean,
    private readonly dateStyles: ReadonlySet<number>,
    private readonly texts: readonly string[],
  ) {}

  /** @throws DomainError IMPORT_DAMAGED, IMPORT_DOCTYPE */
  static async open(workbook: OpenWorkbook): Promise<WorkbookReader> {
    const book = new BookPart();
    await scan(workbook, 'xl/workbook.xml', book);
    const links = new RelationsPart();
    await scan(workbook, 'xl/_rels/workbook.xml.rels', links);
    const styles = new StylesPart();
    await scan(workbook, links.ofType('styles') ?? 'xl/styles.xml', styles);
    const shared = new SharedTexts();
    await scan(workbook, links.ofType('sharedStrings') ?? 'xl/sharedStrings.xml', shared);
    const sheets = book.sheets.flatMap(({ name, link }) => {
      const target = links.targets.get(link);
      return target?.type === 'worksheet' ? [{ name, part: target.part }] : [];
    });
    return new WorkbookReader(workbook, sheets, book.date1904, styles.dates(), shared.texts);
  }

  /** Rows that hold at least one cell with a value, in file order. @throws DomainError IMPORT_DAMAGED, IMPORT_DOCTYPE */
  async *rows(sheet: SheetEntry): AsyncGenerator<RawRow> {
    if (!this.workbook.entries.has(sheet.part)) throw new DomainError('IMPORT_DAMAGED');
    const part = new SheetPart(this.texts, this.dateStyles, this.date1904);
    for await (const _ of pieces(this.workbook, sheet.part, part)) {
      yield* part.finished;
      part.finished.length = 0;
    }
    yield* part.finished;
  }
}

/** Scans a part that may be absent. */
async function scan(workbook: OpenWorkbook, part: string, events: XmlEvents): Promise<void> {
  for await (const _ of pieces(workbook, part, events));
}

async function* pieces(workbook: OpenWorkbook, part: string, events: XmlEvents): AsyncGenerator<void> {
  const entry = workbook.entries.get(part);
  if (!entry) return;
  const scanner = new XmlScanner(events);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const text = (bytes?: Buffer): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (error) {
      throw new DomainError('IMPORT_DAMAGED', {}, {}, [], { cause: error });
    }
  };
  for await (const bytes of unpack(workbook.zip, entry)) {
    scanner.write(text(bytes));
    yield;
  }
  scanner.write(text());
  scanner.end();
}

class BookPart implements XmlEvents {
  readonly sheets: { name: string; link: string }[] = [];
  date1904 = false;

  open(name: string, attributes: string): void {
    if (name === 'sheet') refuseAbove(this.sheets.length, MOST.sheets);
    if (name === 'sheet') this.sheets.push({ name: attribute(attributes, 'name') ?? '', link: attribute(attributes, 'id') ?? '' });
    if (name === 'workbookPr') this.date1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
  }

  close(): void {}

  text(): void {}
}

class RelationsPart implements XmlEvents {
  readonly targets = new Map<string, { type: string; part: string }>();

  open(name: string, attributes: string): void {
    if (name !== 'Relationship') return;
    refuseAbove(this.targets.size, MOST.relations);
    const target = attribute(attributes, 'Target') ?? '';
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    this.targets.set(attribute(attributes, 'Id') ?? '', { type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) as string, part });
  }

  ofType(type: string): string | undefined {
    return [...this.targets.values()].find((t) => t.type === type)?.part;
  }

  close(): void {}

  text(): void {}
}

class StylesPart implements XmlEvents {
  private readonly codes = new Map<number, string>();
  private readonly formats: number[] = [];
  private inCellFormats = false;

  open(name: string, attributes: string): void {
    refuseAbove(Math.max(this.formats.length, this.codes.size), MOST.formats);
    if (name === 'numFmt') this.codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
    else if (name === 'cellXfs') this.inCellFormats = true;
    else if (name === 'xf' && this.inCellFormats) this.formats.push(Number(attribute(attributes, 'numFmtId') ?? '0'));
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCellFormats = false;
  }

  text(): void {}

  /** Indexes of the cell formats that show a date. */
  dates(): Set<number> {
    return new Set(this.formats.flatMap((id, index) => (isDateFormat(id, this.codes.get(id)) ? [index] : [])));
  }
}

/** Collects the letters of `<t>` elements, which rich text spreads over runs; phonetic hints (`<rPh>`) are no text. */
class TextCollector {
  value = '';
  private reading = false;
  private phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.phonetic += 1;
    this.reading = name === 't' && this.phonetic === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    if (name === 't') this.reading = false;
  }

  text(text: string): void {
    if (!this.reading) return;
    this.value += text;
    refuseAbove(this.value.length, MOST.letters);
  }

  take(): string {
    const value = this.value;
    this.value = '';
    return unescape(value);
  }
}

/** Spreadsheets write control characters as `_x000D_`. */
const unescape = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

class SharedTexts implements XmlEvents {
  readonly texts: string[] = [];
  private readonly collector = new TextCollector();

  open(name: string): void {
    this.collector.open(name);
  }

  close(name: string): void {
    this.collector.close(name);
    if (name !== 'si') return;
    refuseAbove(this.texts.length, MOST.texts);
    this.texts.push(this.collector.take());
  }

  text(text: string): void {
    this.collector.text(text);
  }
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  hasFormula: boolean;
}

class SheetPart implements XmlEvents {
  /** Complete rows, taken by the reader. */
  readonly finished: RawRow[] = [];
  private row = 0;
  private rows = 0;
  private column = 0;
  private cells = new Map<number, RawCell>();
  private cell: OpenCell | undefined;
  private inValue = false;
  private readonly inline = new TextCollector();

  constructor(
    private readonly texts: readonly string[],
    private readonly dateStyles: ReadonlySet<number>,
    private readonly date1904: boolean,
  ) {}

  open(name: string, attributes: string): void {
    if (name === 'row') refuseAbove(++this.rows, MOST.rows);
    if (name === 'row') {
      this.row = Number(attribute(attributes, 'r') ?? this.row + 1);
      this.column = 0;
      this.cells = new Map();
    } else if (name === 'c') {
      this.column = columnOf(attribute(attributes, 'r')) ?? this.column + 1;
      if (this.column > MAX_COLUMN) throw new DomainError('IMPORT_DAMAGED');
      const style = Number(attribute(attributes, 's') ?? '0');
      this.cell = { column: this.column, type: attribute(attributes, 't') ?? 'n', style, value: '', hasFormula: false };
    } else if (this.cell) {
      if (name === 'v') this.inValue = true;
      else if (name === 'f') this.cell.hasFormula = true;
      else this.inline.open(name);
    }
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'row' && this.cells.size > 0) this.finished.push({ row: this.row, cells: this.cells });
    else if (name === 'c' && this.cell) {
      const read = this.read(this.cell, this.inline.take());
      if (read) this.cells.set(this.cell.column, read);
      this.cell = undefined;
    } else this.inline.close(name);
  }

  text(text: string): void {
    if (!this.cell) return;
    if (this.inValue) this.cell.value += text;
    else this.inline.text(text);
  }

  private read({ type, value, style, hasFormula }: OpenCell, inline: string): RawCell | undefined {
    if (value === '' && inline === '') return hasFormula && type !== 'str' ? { kind: 'no-result', text: '' } : undefined;
    switch (type) {
      case 's': {
        const text = this.texts[Number(value)];
        if (text === undefined) throw new DomainError('IMPORT_DAMAGED');
        return text.trim() === '' ? undefined : { kind: 'text', text };
      }
      case 'inlineStr':
        return inline.trim() === '' ? undefined : { kind: 'text', text: inline };
      case 'str':
        return value.trim() === '' ? undefined : { kind: 'text', text: unescape(value) };
      case 'b':
        return { kind: 'text', text: value === '1' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { kind: 'error', text: value.slice(0, 20) };
      case 'd':
        return { kind: 'date', text: value.slice(0, 10) };
      default:
        return this.dateStyles.has(style)
          ? { kind: 'date', text: serialDate(value, this.date1904) }
          : { kind: 'number', text: numberText(value) };
    }
  }
}

/** "AB12" → 28. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    const code = letter.charCodeAt(0);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? undefined : column;
}
