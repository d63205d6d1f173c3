/** The document of pdfmake, a PDFKit document that streams its pages; only what this room uses. */
declare module 'pdfmake/js/PDFDocument' {
  import type { Readable } from 'node:stream';

  interface PageOptions {
    size: 'A4';
    layout: 'portrait' | 'landscape';
    margin: number;
  }

  interface DocumentOptions extends PageOptions {
    autoFirstPage: boolean;
    info: { CreationDate: Date; ModDate?: Date; Producer: string; Creator: string; Title: string };
  }

  interface TextOptions {
    lineBreak: false;
  }

  export default class PDFDocument extends Readable {
    constructor(
      fonts: Readonly<Record<string, object>>,
      images: object,
      patterns: object,
      attachments: object,
      options: DocumentOptions,
    );
    registerFont(name: string, file: Buffer): this;
    addPage(options: PageOptions): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(points: number): this;
    dash(length: number, options: { space: number }): this;
    undash(): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(colour: string): this;
    stroke(): this;
    text(text: string, x: number, y: number, options: TextOptions): this;
    widthOfString(text: string): number;
    end(): void;
  }
}
