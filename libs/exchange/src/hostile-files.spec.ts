import { performance } from 'node:perf_hooks';
import { rawZip, workbookParts } from '../test/raw-zip';
import type { SheetSpec } from './import-handler';
import { parseWorkbook } from './workbook-parser';

const SPEC: SheetSpec = {
  zh: '人员',
  en: 'People',
  columns: [{ key: 'no', zh: '工号', en: 'no', type: 'text', required: true, noteZh: '', noteEn: '', sample: '' }],
};
const HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>工号</t></is></c></row>';
const MEGABYTE = 1024 * 1024;
let seed = 1;
/** Letters that do not pack well: the ratio stays below what the gate refuses. */
function noise(): string {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed.toString(36).padStart(7, '0');
}
/** As much as the gate lets through. */
function filled(piece: string, { megabytes = 57, between = (text: string) => `<!--${text}-->` } = {}): string {
  const some = piece.repeat(Math.max(1, Math.floor(400 / piece.length)));
  const parts: string[] = [];
  for (let size = 0; size < megabytes * MEGABYTE; size += some.length + 20) parts.push(some, between(noise()));
  return parts.join('');
}
const sheet = (rows: string, more: Parameters<typeof workbookParts>[1] = {}): Buffer => rawZip(workbookParts(rows, more));
const swapped = (name: string, content: string): Buffer => rawZip([...workbookParts(HEAD).filter((part) => part.name !== name), { name, content }]);

/** Files that keep to every limit of the gate and are meant to exhaust whoever reads them. */
const HOSTILE: [what: string, file: () => Buffer, end: string][] = [
  ['one text of the whole size', () => sheet('', { shared: `<sst><si><t>${filled('a', { between: (text) => text })}</t></si></sst>` }), 'IMPORT_DAMAGED'],
  ['millions of shared texts', () => sheet(HEAD, { shared: `<sst>${filled('<si><t>a</t></si>')}</sst>` }), 'IMPORT_ZIP_BOMB'],
  ['millions of empty rows', () => sheet(HEAD + filled('<row/>')), 'IMPORT_ZIP_BOMB'],
  ['millions of empty cells in a row', () => sheet(`${HEAD}<row r="2">${filled('<c/>')}</row>`), 'IMPORT_DAMAGED'],
  ['millions of rows with a value', () => sheet(HEAD + filled('<row><c><v>1</v></c></row>')), 'IMPORT_TOO_MANY_ROWS'],
  ['tags inside one another without end', () => sheet(filled('<a>')), 'IMPORT_DAMAGED'],
  ['a tag of attributes alone', () => sheet(`<row ${filled('a="1" ', { between: (text) => `b="${text}" ` })}/>`), 'IMPORT_DAMAGED'],
  ['a text of millions of runs', () => sheet(HEAD, { shared: `<sst><si>${filled('<r><t>a</t></r>')}</si></sst>` }), 'IMPORT_ZIP_BOMB'],
  ['millions of styles', () => sheet(HEAD, { styles: `<styleSheet><cellXfs>${filled('<xf numFmtId="14"/>')}</cellXfs></styleSheet>` }), 'IMPORT_ZIP_BOMB'],
  ['a hundred thousand sheets', () => swapped('xl/workbook.xml', `<workbook><sheets>${filled('<sheet name="a" sheetId="1" r:id="r1"/>', { megabytes: 4 })}</sheets></workbook>`), 'IMPORT_ZIP_BOMB'],
];

describe('files that keep to every limit and are meant to exhaust', () => {
  it.each(HOSTILE)('%s is refused in flat memory', async (what, make, end) => {
    const file = make();
    expect(file.length).toBeLessThan(10 * MEGABYTE);
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
    const started = performance.now();
    const code = await parseWorkbook(file, [SPEC]).then(
      () => 'read',
      (error: { code?: string }) => error.code,
    );
    const seconds = (performance.now() - started) / 1000;
    clearInterval(watch);
    process.stdout.write(`${what}: ${code}, ${seconds.toFixed(2)} s, +${((peak - before) / 1e6).toFixed(0)} MB\n`);
    expect(code).toBe(end);
    expect((peak - before) / 1e6).toBeLessThan(100);
    // A second, and as much again as a busy machine may take.
    expect(seconds).toBeLessThan(5);
  });
});
