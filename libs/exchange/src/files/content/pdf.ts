import { DomainError } from '@gridstaff/kernel';
import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';

const unpack = promisify(inflate);

/** What makes a paper a program: scripts, starting of programs, files and films inside, forms that send or fetch, forms that hold scripts. */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|Rendition)(?![A-Za-z])|\/XFA(?=[\s[\d])/;
const ENCRYPTED = /\/Encrypt(?![A-Za-z])/;
/** Object streams unpacked in all. */
const MOST_UNPACKED = 40 * 1024 * 1024;
/** A dictionary before its stream. */
const DICTIONARY_CHARACTERS = 4096;
/** Behind the last end mark only what programs pad with may stand. */
const PADDING = /^[\s\0]*$/;

const damaged = (): DomainError => new DomainError('FILE_DAMAGED', {}, { field: 'file' });

/** Letters of a name may be written as #xx. */
const plain = (text: string): string =>
  text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function refuse(text: string): void {
  if (ENCRYPTED.test(text)) throw new DomainError('FILE_ENCRYPTED', {}, { field: 'file' });
  if (ACTIVE.test(text)) throw new DomainError('FILE_ACTIVE', {}, { field: 'file' });
}

/**
 * Whether it is a whole PDF that only shows something. Object streams are unpacked, because newer files keep their objects in them.
 * @throws DomainError FILE_DAMAGED, FILE_ENCRYPTED, FILE_ACTIVE, FILE_TOO_DENSE, FILE_POLYGLOT
 */
export async function checkPdf(file: Buffer): Promise<void> {
  const text = file.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  if (!/^%PDF-[12]\.\d/.test(text) || end < 0 || !text.includes('startxref') || !/\d+\s+\d+\s+obj/.test(text))
    throw damaged();
  if (!PADDING.test(text.slice(end + 5))) throw new DomainError('FILE_POLYGLOT', {}, { field: 'file' });
  refuse(plain(text));
  let unpacked = 0;
  for (const { index } of text.matchAll(/stream(?=\r?\n)/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const before = text.slice(Math.max(0, index - DICTIONARY_CHARACTERS), index);
    const dictionary = plain(before.slice(before.lastIndexOf('obj') + 3));
    if (!/\/ObjStm(?![A-Za-z])/.test(dictionary)) continue;
    const objects = await contentOf(file, index + 6, dictionary);
    unpacked += objects.length;
    if (unpacked > MOST_UNPACKED) throw dense();
    refuse(plain(objects));
  }
}

const dense = (): DomainError => new DomainError('FILE_TOO_DENSE', {}, { field: 'file' });

/** @param start right behind the word `stream` */
async function contentOf(file: Buffer, start: number, dictionary: string): Promise<string> {
  const from = file[start] === 0x0d ? start + 2 : start + 1;
  if (!/\/(?:Filter|F)\b/.test(dictionary)) {
    const end = file.indexOf('endstream', from);
    return file.toString('latin1', from, end < 0 ? undefined : end);
  }
  // One plain filter alone can be looked through; nothing honest packs its objects otherwise.
  if (/(?:ASCII|LZW|RunLength|Crypt|Predictor)/.test(dictionary) || !dictionary.includes('FlateDecode'))
    throw damaged();
  try {
    const options = { maxOutputLength: MOST_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH };
    return (await unpack(file.subarray(from), options)).toString('latin1');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? dense() : damaged();
  }
}
