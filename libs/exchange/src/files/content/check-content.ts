import { DomainError } from '@gridstaff/kernel';
import { type OfficeKind, checkOffice } from './office';
import type { Cleaned } from './image';
import { cleanJpeg } from './jpeg';
import { checkPdf } from './pdf';
import { cleanPng } from './png';

export type FileType = 'pdf' | 'jpeg' | 'png' | OfficeKind;

/** The only media types that are kept; what a file is called or said to be does not count. */
export const MEDIA_TYPES: Readonly<Record<FileType, { mime: string; extension: string }>> = {
  pdf: { mime: 'application/pdf', extension: 'pdf' },
  jpeg: { mime: 'image/jpeg', extension: 'jpg' },
  png: { mime: 'image/png', extension: 'png' },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
};

export interface CheckedContent {
  type: FileType;
  /** Pictures come back without place, camera and comments; everything else as it was. */
  content: Buffer;
}

const HEADS: readonly (readonly [type: 'pdf' | 'jpeg' | 'png' | 'office' | 'ole', head: Buffer])[] = [
  ['pdf', Buffer.from('%PDF-')],
  ['jpeg', Buffer.from('ffd8ff', 'hex')],
  ['png', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['office', Buffer.from('504b0304', 'hex')],
  ['ole', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
];

/**
 * What a file is, by its bytes: one of the five kinds, whole, and nothing but that.
 * @throws DomainError FILE_EMPTY, FILE_TYPE_REFUSED, FILE_OLD_OFFICE, FILE_DAMAGED, FILE_ENCRYPTED, FILE_ACTIVE, FILE_TOO_DENSE, FILE_POLYGLOT,
 * PICTURE_TOO_LARGE
 */
export async function checkContent(file: Buffer): Promise<CheckedContent> {
  if (file.length === 0) throw new DomainError('FILE_EMPTY', {}, { field: 'file' });
  const [type] = HEADS.find(([, head]) => file.subarray(0, head.length).equals(head)) ?? [];
  switch (type) {
    case 'jpeg':
      return { type, content: alone(cleanJpeg(file)) };
    case 'png':
      return { type, content: alone(await cleanPng(file)) };
    case 'pdf':
      if (endsAsArchive(file)) throw polyglot();
      await checkPdf(file);
      return { type, content: file };
    case 'office':
      return { type: await checkOffice(file), content: file };
    case 'ole':
      throw new DomainError('FILE_OLD_OFFICE', {}, { field: 'file' });
    default:
      throw new DomainError('FILE_TYPE_REFUSED', {}, { field: 'file' });
  }
}

const polyglot = (): DomainError => new DomainError('FILE_POLYGLOT', {}, { field: 'file' });

/** What telephones hang behind a picture is left out; something that a program would run or unpack is no accident. */
function alone({ content, tail }: Cleaned): Buffer {
  const head = tail.subarray(0, 64 * 1024).toString('latin1');
  if (endsAsArchive(tail) || /^\s*MZ|^\s*#!|PK\x03\x04|%PDF-|<(?:script|html|svg|\?php)/i.test(head)) throw polyglot();
  return content;
}

const ARCHIVE_END = Buffer.from('504b0506', 'hex');
const ARCHIVE_END_BYTES = 22;

/** A zip is read from its end: its closing record, whose comment reaches exactly to the last byte. */
function endsAsArchive(file: Buffer): boolean {
  const from = Math.max(0, file.length - ARCHIVE_END_BYTES - 0xffff);
  for (let at = file.indexOf(ARCHIVE_END, from); at >= 0; at = file.indexOf(ARCHIVE_END, at + 1)) {
    if (at + ARCHIVE_END_BYTES <= file.length && at + ARCHIVE_END_BYTES + file.readUInt16LE(at + 20) === file.length)
      return true;
  }
  return false;
}
