import { createHash } from 'node:crypto';
import { PartSink } from '../stored/part-sink';
import { PART_BYTES } from '../stored/sealed-parts.repository';
import type { Cell } from '../workbook-writer';
import { WorkbookGate } from '../workbook-gate';
import { WorkbookReader } from '../workbook-reader';
import { cellText } from '../raw-cell';
import type { ListColumn } from './list-export';
import { type ListFile, writeList } from './list-file';

const COLUMNS: ListColumn[] = [
  { key: 'no', zh: '编号', en: 'No.', kind: 'int' },
  { key: 'name', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'sum', zh: '金额', en: 'Amount', kind: 'yuan' },
];
const AT = new Date('2023-01-28T01:00:00Z');

async function* pagesOf(rows: readonly (readonly Cell[])[], size = 2): AsyncGenerator<(readonly Cell[])[]> {
  for (let at = 0; at < rows.length; at += size) yield await Promise.resolve(rows.slice(at, at + size));
}
const fileOf = (rows: readonly (readonly Cell[])[], more: Partial<ListFile> = {}): ListFile => ({
  ...{ name: '名单', stamp: '导出人：甲　时间：2023-01-28 09:00　用途：核对', at: AT, language: 'zh', columns: COLUMNS, pages: pagesOf(rows) },
  ...more,
});

/** Collects the parts as a store would. */
function shelf(): { sink: PartSink; parts: Buffer[]; places: number[] } {
  const parts: Buffer[] = [];
  const places: number[] = [];
  const sink = new PartSink((first, some) => {
    places.push(first);
    parts.push(...some.map((part) => Buffer.from(part)));
    return Promise.resolve();
  });
  return { sink, parts, places };
}

async function textsOf(file: Buffer): Promise<string[][]> {
  const reader = await WorkbookReader.open(await new WorkbookGate().open(file));
  const rows: string[][] = [];
  for await (const { cells } of reader.rows(reader.sheets[0]!)) rows.push([...cells.values()].map(cellText));
  return rows;
}

describe('a list as a file', () => {
  const ROWS: Cell[][] = [
    [1, '=HYPERLINK("http://x")', 123456],
    [2, '+cmd', 0],
    [3, '@SUM', null],
    [4, '\t张,"三"', -1],
  ];

  it('is a workbook with who, when and what for above the heads, and nothing that runs (S42)', async () => {
    const { sink, parts } = shelf();
    expect(await writeList(fileOf(ROWS), 'xlsx', sink)).toBe(4);
    const file = Buffer.concat(parts);
    expect([file.length, createHash('sha256').update(file).digest('hex')]).toEqual([sink.bytes, sink.sha256]);
    expect(await textsOf(file)).toEqual([
      ['导出人：甲　时间：2023-01-28 09:00　用途：核对'],
      ['编号', '姓名', '金额'],
      ['1', `'=HYPERLINK("http://x")`, '1234.56'],
      ['2', "'+cmd", '0'],
      ['3', "'@SUM"],
      ['4', '\'\t张,"三"', '-0.01'],
    ]);
  });

  it('is a CSV that a spreadsheet opens, in the language asked for (S42)', async () => {
    const { sink, parts } = shelf();
    await writeList(fileOf(ROWS, { language: 'en', stamp: '=1+1' }), 'csv', sink);
    expect(Buffer.concat(parts).toString('utf8')).toBe(
      `\ufeff'=1+1\r\nNo.,Name,Amount\r\n1,"'=HYPERLINK(""http://x"")",1234.56\r\n2,'+cmd,0\r\n3,'@SUM,\r\n4,"'\t张,""三""",-0.01\r\n`,
    );
  });

  it('is handed on in parts that fit a row, in order, whatever its length', async () => {
    const { sink, parts, places } = shelf();
    const rows = Array.from({ length: 20_000 }, (_, i) => [i, `姓名${i * 7919}`, i]);
    await writeList(fileOf(rows, { pages: pagesOf(rows, 500) }), 'csv', sink);
    expect(parts.slice(0, -1).every((part) => part.length === PART_BYTES)).toBe(true);
    expect(parts.length).toBeGreaterThan(8);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Buffer.concat(parts).toString('utf8').split('\r\n')).toHaveLength(20_003);
  });

  it.each(['xlsx', 'csv'] as const)('ends with the error of its store, and reads no further (%s)', async (format) => {
    let read = 0;
    const endless = async function* (): AsyncGenerator<Cell[][]> {
      for (;;) yield await Promise.resolve(Array.from({ length: 500 }, () => [++read, `${Math.sin(read)}${Math.cos(read)}`, read]));
    };
    const sink = new PartSink(() => Promise.reject(new Error('stopped')));
    await expect(writeList(fileOf([], { pages: endless() }), format, sink)).rejects.toThrow('stopped');
    const after = read;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(read).toBe(after);
  });

  it('ends with the error of its rows', async () => {
    const broken = async function* (): AsyncGenerator<Cell[][]> {
      yield await Promise.resolve([[1, 'a', 1]]);
      throw new Error('the database went away');
    };
    await expect(writeList(fileOf([], { pages: broken() }), 'xlsx', shelf().sink)).rejects.toThrow('went away');
  });
});
