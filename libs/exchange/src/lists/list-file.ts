import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate as yieldToOthers, setTimeout as pause } from 'node:timers/promises';
import type { Language } from '@gridstaff/contracts';
import ExcelJS from 'exceljs';
import { csvLine } from '../layouts/csv';
import { type Cell, cellOf, CELL_FORMATS, escapeText } from '../workbook-writer';
import type { ListColumn, ListFormat } from './list-export';

export interface ListFile {
  name: string;
  /** Who, when and what for: the first line. */
  stamp: string;
  at: Date;
  language: Language;
  columns: readonly ListColumn[];
  pages: AsyncIterable<readonly (readonly Cell[])[]>;
}

const USUAL_WIDTH = 16;
/** Bytes of rows that may wait for the zip: beyond, the next page waits. */
const MAX_WAITING = 1024 * 1024;
const PAUSE_MS = 2;
const GREY = { argb: 'FF606060' };

/**
 * Writes the list to the end, page by page; the sink decides how fast. An import passes over the line of who made it, so that a list goes
 * out and comes back in.
 * @returns rows written @throws what the pages or the sink throw
 */
export async function writeList(file: ListFile, format: ListFormat, sink: Writable): Promise<number> {
  return format === 'csv' ? writeCsv(file, sink) : writeSheet(file, sink);
}

async function writeCsv({ stamp, columns, pages, language }: ListFile, sink: Writable): Promise<number> {
  const send = async (lines: readonly (readonly Cell[])[], mark = ''): Promise<void> => {
    if (!sink.write(mark + lines.map(csvLine).join(''))) await orFailure(sink, (signal) => once(sink, 'drain', { signal }));
  };
  await send([[stamp], columns.map((column) => column[language])], '\ufeff');
  let rows = 0;
  for await (const page of pages) {
    await send(page.map((row) => columns.map(({ kind }, i) => cellOf(kind, row[i]))));
    rows += page.length;
  }
  await ended(sink, () => sink.end());
  return rows;
}

async function writeSheet({ name, stamp, at, columns, pages, language }: ListFile, sink: Writable): Promise<number> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true });
  Object.assign(workbook, { creator: 'GridStaff', lastModifiedBy: 'GridStaff', created: at, modified: at });
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:2' },
    headerFooter: { oddFooter: '&C&P / &N' },
  });
  sheet.columns = columns.map(({ kind, width }) => ({ width: width ?? USUAL_WIDTH, style: { numFmt: CELL_FORMATS[kind] } }));
  const line = sheet.addRow([escapeText(stamp)]);
  line.font = { size: 9, color: GREY };
  line.commit();
  const head = sheet.addRow(columns.map((column) => column[language]));
  head.font = { bold: true };
  head.commit();
  const waiting = waitingFor(sheet);
  let rows = 0;
  for await (const page of pages) {
    for (const row of page) sheet.addRow(columns.map(({ kind }, i) => cellOf(kind, row[i]))).commit();
    rows += page.length;
    await yieldToOthers();
    while (waiting() > MAX_WAITING && !sink.destroyed) await pause(PAUSE_MS);
    if (sink.errored) throw sink.errored;
  }
  await ended(sink, () => void workbook.commit());
  return rows;
}

/** The writer of rows answers at once whatever waits behind it: how much does is known to the stream that the zip reads from. */
function waitingFor(sheet: ExcelJS.Worksheet): () => number {
  const { stream } = sheet as unknown as { stream: { pipes: readonly Writable[] } };
  return () => stream.pipes.reduce((sum, pipe) => sum + pipe.writableLength, 0);
}

/** A sink that failed tells nobody who waits for it otherwise. */
async function orFailure(sink: Writable, wait: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const given = new AbortController();
  const failed = once(sink, 'close', { signal: given.signal }).then(() => {
    throw sink.errored ?? new Error('the file was closed before its end');
  });
  failed.catch(() => undefined);
  try {
    await Promise.race([wait(given.signal), failed]);
  } finally {
    given.abort();
  }
}

async function ended(sink: Writable, end: () => void): Promise<void> {
  if (sink.errored) throw sink.errored;
  await orFailure(sink, (signal) => {
    const finished = once(sink, 'finish', { signal });
    finished.catch(() => undefined);
    end();
    return finished;
  });
}
