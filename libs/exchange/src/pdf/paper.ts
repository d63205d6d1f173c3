import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { projectRoot } from '@gridstaff/runtime';
import PDFDocument from 'pdfmake/js/PDFDocument';
import type { ExportStamp } from '../exports/export-handler';

export type Align = 'left' | 'right' | 'centre';
export interface TextStyle {
  size: number;
  bold?: boolean;
  align?: Align;
  colour?: string;
}

/** Points. */
export const A4 = { short: 595.28, long: 841.89 } as const;
const BLACK = '#000000';
/** Below it a cell is cut with an ellipsis. */
const SMALLEST = 4.5;
/** A word with the space behind it, or one character of a script without spaces. */
const BREAKABLE = /[\p{Script=Latin}\p{N}.,'()/%&-]+ ?|./gu;
const fontFiles = new Map<string, Buffer>();

function fontFile(weight: '400Regular' | '700Bold'): Buffer {
  let file = fontFiles.get(weight);
  if (!file) {
    const resolve = createRequire(path.join(projectRoot(), 'package.json'));
    file = readFileSync(resolve.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`));
    fontFiles.set(weight, file);
  }
  return file;
}

/** A PDF that is drawn page by page; pages go into the file as they are finished. Date and id come from the stamp: same drawing, same bytes. */
export class Paper {
  private readonly document: PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly finished: Promise<void>;

  constructor(
    title: string,
    stamp: Pick<ExportStamp, 'at'>,
    private readonly layout: 'portrait' | 'landscape',
  ) {
    this.document = new PDFDocument(
      {},
      {},
      {},
      {},
      {
        ...{ size: 'A4', layout, margin: 0, autoFirstPage: false },
        info: { CreationDate: stamp.at, ModDate: stamp.at, Producer: 'GridStaff', Creator: 'GridStaff', Title: title },
      },
    );
    this.document.registerFont('regular', fontFile('400Regular')).registerFont('bold', fontFile('700Bold'));
    this.finished = new Promise((resolve, reject) => {
      this.document.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.document.on('end', resolve).on('error', reject);
    });
  }

  get width(): number {
    return this.layout === 'portrait' ? A4.short : A4.long;
  }

  get height(): number {
    return this.layout === 'portrait' ? A4.long : A4.short;
  }

  /** Lets others work in between. */
  async newPage(): Promise<void> {
    this.document.addPage({ size: 'A4', layout: this.layout, margin: 0 });
    await yieldToOthers();
  }

  /** One line of text in a box; it shrinks to fit, and what still does not fit ends in an ellipsis. */
  text(text: string, x: number, y: number, width: number, style: TextStyle): void {
    const shown = text.replace(/\p{Cc}/gu, ' ');
    if (shown.trim() === '') return;
    this.document
      .font(style.bold ? 'bold' : 'regular')
      .fontSize(style.size)
      .fillColor(style.colour ?? BLACK);
    const fitted = this.fit(shown, width, style.size);
    const space = width - fitted.width;
    const indent = style.align === 'right' ? space : style.align === 'centre' ? space / 2 : 0;
    this.document
      .fontSize(fitted.size)
      .text(fitted.text, x + indent, y + (style.size - fitted.size) / 2, { lineBreak: false });
  }

  /** Breaks a text into lines of the width: Chinese between any two characters, other words as wholes, which then shrink where they must. */
  lines(text: string, width: number, { size, bold }: TextStyle): string[] {
    this.document.font(bold ? 'bold' : 'regular').fontSize(size);
    const lines: string[] = [];
    let line = '';
    for (const part of text.replace(/\p{Cc}/gu, ' ').match(BREAKABLE) ?? []) {
      if (line !== '' && this.document.widthOfString((line + part).trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += part;
    }
    return [...lines, line.trimEnd()];
  }

  line(x1: number, y1: number, x2: number, y2: number, weight = 0.5): void {
    this.document.lineWidth(weight).strokeColor(BLACK).moveTo(x1, y1).lineTo(x2, y2).stroke();
  }

  /** 剪裁线 */
  cutLine(y: number, margin: number): void {
    this.document.lineWidth(0.5).strokeColor('#888888').dash(4, { space: 3 });
    this.document
      .moveTo(margin / 2, y)
      .lineTo(this.width - margin / 2, y)
      .stroke()
      .undash();
  }

  box(x: number, y: number, width: number, height: number): void {
    this.document.lineWidth(0.5).strokeColor(BLACK).rect(x, y, width, height).stroke();
  }

  shade(x: number, y: number, width: number, height: number): void {
    this.document.rect(x, y, width, height).fill('#eeeeee');
  }

  async finish(): Promise<Buffer> {
    this.document.end();
    await this.finished;
    return Buffer.concat(this.chunks);
  }

  private fit(text: string, width: number, size: number): { text: string; size: number; width: number } {
    const natural = this.document.widthOfString(text);
    if (natural <= width) return { text, size, width: natural };
    const smaller = Math.max((size * width) / natural, SMALLEST);
    this.document.fontSize(smaller);
    let cut = text;
    let measured = this.document.widthOfString(cut);
    const characters = [...text];
    while (measured > width + 0.01 && characters.length > 1) {
      characters.pop();
      cut = `${characters.join('')}…`;
      measured = this.document.widthOfString(cut);
    }
    return { text: cut, size: smaller, width: measured };
  }
}
