import { DomainError } from '@gridstaff/kernel';
import type { Entry, ZipFile } from 'yauzl';
import { unpack, WorkbookGate } from '../../workbook-gate';

export type OfficeKind = 'docx' | 'xlsx';

const MAIN: Readonly<Record<OfficeKind, { part: string; type: string }>> = {
  docx: { part: 'word/document.xml', type: 'wordprocessingml.document.main+xml' },
  xlsx: { part: 'xl/workbook.xml', type: 'spreadsheetml.sheet.main+xml' },
};

/** The gate speaks of workbooks that are read; here the file is only kept. */
const WORDS: Readonly<Record<string, string>> = {
  IMPORT_NOT_XLSX: 'FILE_TYPE_REFUSED',
  IMPORT_DAMAGED: 'FILE_DAMAGED',
  IMPORT_DOCTYPE: 'FILE_ACTIVE',
  IMPORT_MACROS: 'FILE_ACTIVE',
  IMPORT_EXTERNAL_LINK: 'FILE_ACTIVE',
  IMPORT_EMBEDDED: 'FILE_ACTIVE',
  IMPORT_ZIP_BOMB: 'FILE_TOO_DENSE',
};

const LONGEST_PART = 4 * 1024 * 1024;

/** @throws DomainError FILE_TYPE_REFUSED, FILE_DAMAGED, FILE_ACTIVE, FILE_TOO_DENSE, FILE_POLYGLOT */
export async function checkOffice(file: Buffer): Promise<OfficeKind> {
  try {
    return await check(file);
  } catch (error) {
    const code = error instanceof DomainError ? WORDS[error.code] : undefined;
    throw code ? new DomainError(code, {}, { field: 'file' }) : error;
  }
}

async function check(file: Buffer): Promise<OfficeKind> {
  const { zip, entries } = await new WorkbookGate(Object.values(MAIN).map(({ part }) => part)).open(file);
  // A comment of the archive is where another file hides behind it.
  if (zip.comment) throw new DomainError('FILE_POLYGLOT', {}, { field: 'file' });
  const types = await textOf(zip, entries.get('[Content_Types].xml') as Entry);
  const kind = (['docx', 'xlsx'] as const).find((one) => entries.has(MAIN[one].part) && types.includes(MAIN[one].type));
  if (!kind) throw new DomainError('FILE_TYPE_REFUSED', {}, { field: 'file' });
  if (/macroEnabled|vbaProject|activeX/i.test(types)) throw new DomainError('FILE_ACTIVE', {}, { field: 'file' });
  for (const entry of entries.values()) {
    if (entry.fileName.endsWith('.rels') && reachesOut(await textOf(zip, entry)))
      throw new DomainError('FILE_ACTIVE', {}, { field: 'file' });
  }
  return kind;
}

/** Anything outside but links that a reader clicks: templates, pictures and objects that are fetched when the file is opened. */
function reachesOut(relationships: string): boolean {
  return [...relationships.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].some(
    ([element]) =>
      /TargetMode\s*=\s*["']External/i.test(element) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(element),
  );
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  let text = '';
  for await (const chunk of unpack(zip, entry)) {
    text += chunk.toString('latin1');
    if (text.length > LONGEST_PART) throw new DomainError('FILE_TOO_DENSE', {}, { field: 'file' });
  }
  // NULs between the letters would hide the words in UTF-16.
  return text.replaceAll('\0', '');
}
