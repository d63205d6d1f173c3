import { DomainError } from '@gridstaff/kernel';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

export const WORKBOOK_LIMITS = {
  fileBytes: 10 * 1024 * 1024,
  entries: 200,
  unpackedBytes: 60 * 1024 * 1024,
  /** Unpacked to packed; small parts may compress better by nature. */
  ratio: 100,
  ratioFromBytes: 100 * 1024,
} as const;

/** Enough of a part to hold everything that may stand before its root element. */
const PROLOG_BYTES = 64 * 1024;

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('504b0304', 'hex');
const EMPTY_ZIP = Buffer.from('504b0506', 'hex');

const FORBIDDEN: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/(^|\/)(vbaproject[^/]*|.*\.vbs|.*\.js)$|(^|\/)(macrosheets|activex|ctrlprops)\//i, 'IMPORT_MACROS'],
  [/(^|\/)(externallinks|querytables)\/|(^|\/)connections\.xml$/i, 'IMPORT_EXTERNAL_LINK'],
  [/(^|\/)embeddings\/|\.(zip|7z|rar|gz|xls[xmb]?|docx?|pptx?|exe|dll|com|bat|cmd|ps1|msi|jar|lnk|hta|html?)$/i, 'IMPORT_EMBEDDED'],
];

/** The directory of a workbook that passed the gate. */
export interface OpenWorkbook {
  zip: ZipFile;
  entries: ReadonlyMap<string, Entry>;
}

/**
 * Looks at a file before anything is parsed: what it is, how far it unpacks, and whether it carries what no list of people needs. Only the
 * directory is trusted for sizes; unpacking later stops where a part is longer than its directory entry says.
 * @throws DomainError IMPORT_TOO_LARGE, IMPORT_IS_XLS, IMPORT_IS_CSV, IMPORT_NOT_XLSX, IMPORT_DAMAGED, IMPORT_ZIP_BOMB, IMPORT_MACROS,
 * IMPORT_EXTERNAL_LINK, IMPORT_EMBEDDED, IMPORT_DOCTYPE
 */
export class WorkbookGate {
  /** @param mains parts of which one must be there */
  constructor(private readonly mains: readonly string[] = ['xl/workbook.xml']) {}

  async open(file: Buffer): Promise<OpenWorkbook> {
    if (file.length > WORKBOOK_LIMITS.fileBytes) {
      throw new DomainError('IMPORT_TOO_LARGE', { megabytes: Math.ceil(file.length / 1024 / 1024), limit: 10 });
    }
    checkSignature(file);
    const zip = await fromBufferPromise(file, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }).catch(() => {
      throw new DomainError('IMPORT_DAMAGED');
    });
    const entries = await readDirectory(zip, this.mains);
    for (const entry of entries.values()) if (/\.(xml|rels|vml)$/i.test(entry.fileName)) await refuseDocumentType(zip, entry);
    return { zip, entries };
  }
}

function checkSignature(file: Buffer): void {
  const head = file.subarray(0, 8);
  if (head.equals(OLE)) throw new DomainError('IMPORT_IS_XLS');
  if (head.subarray(0, 4).equals(ZIP) || head.subarray(0, 4).equals(EMPTY_ZIP)) return;
  if (file.length > 0 && looksLikeText(file.subarray(0, 4096))) throw new DomainError('IMPORT_IS_CSV');
  throw new DomainError('IMPORT_NOT_XLSX');
}

/** No control characters but line ends and tabs: a text file, in whatever encoding. */
export function looksLikeText(sample: Buffer): boolean {
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return false;
  return true;
}

async function readDirectory(zip: ZipFile, mains: readonly string[]): Promise<Map<string, Entry>> {
  if (zip.entryCount > WORKBOOK_LIMITS.entries) throw bomb();
  const entries = new Map<string, Entry>();
  let packed = 0;
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry, entries);
      entries.set(entry.fileName, entry);
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
    }
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('IMPORT_DAMAGED', {}, {}, [], { cause: error });
  }
  if (unpacked > WORKBOOK_LIMITS.unpackedBytes || tooDense(packed, unpacked)) throw bomb();
  if (!entries.has('[Content_Types].xml') || !mains.some((part) => entries.has(part))) throw new DomainError('IMPORT_NOT_XLSX');
  return entries;
}

function checkEntry(entry: Entry, before: ReadonlyMap<string, Entry>): void {
  const forbidden = FORBIDDEN.find(([pattern]) => pattern.test(entry.fileName));
  if (forbidden) throw new DomainError(forbidden[1]);
  // Two parts of one name: programs disagree which of them counts.
  if (before.has(entry.fileName) || entry.isEncrypted() || !entry.canDecodeFileData()) throw new DomainError('IMPORT_DAMAGED');
  if (entry.uncompressedSize > WORKBOOK_LIMITS.unpackedBytes || tooDense(entry.compressedSize, entry.uncompressedSize)) throw bomb();
}

const tooDense = (packed: number, unpacked: number): boolean =>
  unpacked > WORKBOOK_LIMITS.ratioFromBytes && unpacked > packed * WORKBOOK_LIMITS.ratio;

export const bomb = (): DomainError =>
  new DomainError('IMPORT_ZIP_BOMB', { entries: WORKBOOK_LIMITS.entries, megabytes: WORKBOOK_LIMITS.unpackedBytes / 1024 / 1024 });

async function refuseDocumentType(zip: ZipFile, entry: Entry): Promise<void> {
  let head = '';
  for await (const chunk of unpack(zip, entry)) {
    head += chunk.toString('latin1');
    if (head.length >= PROLOG_BYTES) break;
  }
  // NULs between the letters would hide the words in UTF-16.
  if (/<!(doctype|entity)/i.test(head.replaceAll('\0', ''))) throw new DomainError('IMPORT_DOCTYPE');
}

/** The unpacked bytes of a part. @throws DomainError IMPORT_DAMAGED */
export async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('IMPORT_DAMAGED', {}, {}, [], { cause: error });
  }
}
