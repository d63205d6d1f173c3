import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { formatYuan } from '@gridstaff/kernel';
import type { ExportStamp } from '../exports/export-handler';
import type { PrintedColumn, PrintedTable } from '../layouts/printed-table';
import type { Cell } from '../workbook-writer';
import { Paper } from './paper';

const MARGIN = 28;
const TITLE = { size: 15, bold: true, align: 'centre' } as const;
const SMALL = { size: 8, colour: '#404040' } as const;
const HEAD = { size: 7.5, bold: true, align: 'centre' } as const;
const BODY = { size: 8 } as const;
/** Of cells in two lines. */
const HALF = { size: 6.2, align: 'centre' } as const;
const HALF_LINE = 7.2;
const HALF_PADDING = 1;
const LINE = { size: 10 } as const;
const TOP = 58;
const FOOT = 22;
const ROW = 17;
const LINE_HEIGHT = 22;
const HEAD_LINE = 10;
const PADDING = 2.5;
/** A wide row of cells to shape and draw takes about a millisecond. */
const ROWS_BETWEEN_YIELDS = 5;

/** Where everything of one table stands; the same on each of its pages. */
interface Plan {
  table: PrintedTable;
  widths: number[];
  heads: string[][];
  headHeight: number;
  rowsPerPage: number;
  pages: number;
}

/** Tables on A4 landscape: title and head on every page, page x of y over the whole file, signatures under the last row of each table. */
export async function writePrintedPdf(
  title: string,
  tables: readonly PrintedTable[],
  stamp: ExportStamp,
): Promise<Buffer> {
  const paper = new Paper(title, stamp, 'landscape');
  const plans = tables.map((table) => planOf(paper, table));
  const total = plans.reduce((sum, plan) => sum + plan.pages, 0);
  let page = 0;
  for (const plan of plans) {
    const drawing = new TableDrawing(paper, plan, stamp, (): string => pageText(++page, total, stamp));
    await drawing.draw();
  }
  return paper.finish();
}

function planOf(paper: Paper, table: PrintedTable): Plan {
  const usable = paper.width - 2 * MARGIN;
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) => (column.width / whole) * usable);
  const heads = table.columns.map((column, i) => paper.lines(column.header, (widths[i] as number) - 2 * PADDING, HEAD));
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * HEAD_LINE + 8;
  const space = paper.height - TOP - headHeight - MARGIN - FOOT;
  const rowsPerPage = Math.floor(space / ROW);
  const tail =
    (table.total ? ROW : 0) + table.lines.length * LINE_HEIGHT + (table.signatures.length > 0 ? LINE_HEIGHT + 10 : 0);
  const rowPages = Math.max(Math.ceil(table.count / rowsPerPage), 1);
  const onLast = table.count - (rowPages - 1) * rowsPerPage;
  const pages = rowPages + (onLast * ROW + tail > space ? 1 : 0);
  return { table, widths, heads, headHeight, rowsPerPage, pages };
}

class TableDrawing {
  private y = 0;
  private page = 0;

  constructor(
    private readonly paper: Paper,
    private readonly plan: Plan,
    private readonly stamp: ExportStamp,
    private readonly nextNumber: () => string,
  ) {}

  async draw(): Promise<void> {
    const { table, rowsPerPage, pages } = this.plan;
    await this.head();
    let drawn = 0;
    for await (const row of table.rows) {
      if (drawn > 0 && drawn % rowsPerPage === 0) await this.head();
      this.row(row, false);
      drawn += 1;
      if (drawn % ROWS_BETWEEN_YIELDS === 0) await yieldToOthers();
    }
    while (this.page < pages) await this.head();
    this.foot();
  }

  private async head(): Promise<void> {
    const { paper, plan } = this;
    await paper.newPage();
    this.page += 1;
    const usable = paper.width - 2 * MARGIN;
    paper.text(plan.table.title, MARGIN, MARGIN - 10, usable, TITLE);
    paper.text(plan.table.subtitle, MARGIN, MARGIN + 15, usable, SMALL);
    const bottom = paper.height - MARGIN - 4;
    paper.text(this.stamp.line, MARGIN, bottom, usable - 100, { ...SMALL, size: 7 });
    paper.text(this.nextNumber(), paper.width - MARGIN - 100, bottom, 100, { ...SMALL, align: 'right' });
    this.y = TOP;
    paper.shade(MARGIN, this.y, usable, plan.headHeight);
    let x = MARGIN;
    plan.heads.forEach((lines, i) => {
      const width = plan.widths[i] as number;
      paper.box(x, this.y, width, plan.headHeight);
      const first = this.y + (plan.headHeight - lines.length * HEAD_LINE) / 2 - 1;
      lines.forEach((line, n) => paper.text(line, x + PADDING, first + n * HEAD_LINE, width - 2 * PADDING, HEAD));
      x += width;
    });
    this.y += plan.headHeight;
  }

  private row(cells: readonly Cell[], bold: boolean): void {
    const { paper, plan } = this;
    let x = MARGIN;
    plan.table.columns.forEach((column, i) => {
      const width = plan.widths[i] as number;
      paper.box(x, this.y, width, ROW);
      const cell = cells[i];
      const align = column.kind === 'text' && typeof cell !== 'number' ? 'left' : 'right';
      const text = shown(column, cell);
      const halves = plan.table.narrow ? paper.lines(text, width - 2 * HALF_PADDING, { ...HALF, bold }) : [];
      if (halves.length === 2) halves.forEach((half, n) => paper.text(half, x + HALF_PADDING, this.y + 1.5 + n * HALF_LINE, width - 2 * HALF_PADDING, { ...HALF, bold }));
      else paper.text(text, x + PADDING, this.y + 3, width - 2 * PADDING, { ...BODY, bold, align });
      x += width;
    });
    this.y += ROW;
  }

  private foot(): void {
    const { paper, plan } = this;
    const usable = paper.width - 2 * MARGIN;
    const { total, lines, signatures } = plan.table;
    if (total) this.row(total, true);
    for (const line of lines) {
      paper.text(line, MARGIN, this.y + 6, usable, LINE);
      this.y += LINE_HEIGHT;
    }
    signatures.forEach((text, i) => {
      paper.text(text, MARGIN + (usable / signatures.length) * i, this.y + 12, usable / signatures.length, LINE);
    });
  }
}

function shown({ kind }: PrintedColumn, cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return kind === 'yuan' || kind === 'plain-yuan' ? grouped(formatYuan(cell)) : String(cell);
}

export const pageText = (page: number, total: number, { language }: Pick<ExportStamp, 'language'>): string =>
  language === 'en' ? `Page ${page} of ${total}` : `第 ${page} 页 / 共 ${total} 页`;

/** 1234567.80 → 1,234,567.80 */
export const grouped = (yuan: string): string => yuan.replace(/\B(?=(\d{3})+(?=\.))/g, ',');
