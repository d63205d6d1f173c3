import { DomainError } from '@gridstaff/kernel';
import { Readable } from 'node:stream';
import { crc32, createInflate } from 'node:zlib';
import { checkPixels, type Cleaned } from './image';

/** What a picture is shown from; texts, times, EXIF, colour profiles (packed texts in them) and animation go. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs']);
/** Samples per pixel by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Adam7: first column and row of each pass, and the steps. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

const SIGNATURE_BYTES = 8;
const damaged = (): DomainError => new DomainError('FILE_DAMAGED', {}, { field: 'file' });

/** Bytes of the unpacked picture: each line of each pass with its filter byte. */
function rawBytes(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  checkPixels(width, height);
  const [depth, colour, , , interlaced] = [...header.subarray(8, 13)] as [number, number, number, number, number];
  const samples = SAMPLES[colour];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth) || interlaced > 1) throw damaged();
  const passOf = (columns: number, rows: number): number =>
    columns === 0 ? 0 : rows * (1 + Math.ceil((columns * samples * depth) / 8));
  if (interlaced === 0) return passOf(width, height);
  return PASSES.reduce(
    (sum, [x, y, dx, dy]) =>
      sum + passOf(Math.ceil(Math.max(0, width - x) / dx), Math.ceil(Math.max(0, height - y) / dy)),
    0,
  );
}

/** The picture must unpack to exactly its lines; the unpacked bytes are counted as they come and never stand in memory as a whole. */
async function checkPacked(packed: readonly Buffer[], expected: number): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of Readable.from(packed).pipe(createInflate())) {
      bytes += (chunk as Buffer).length;
      if (bytes > expected) throw damaged();
    }
  } catch {
    throw damaged();
  }
  if (bytes !== expected) throw damaged();
}

/**
 * The picture alone: only the chunks needed to show it, and nothing behind its end.
 * @throws DomainError FILE_DAMAGED, PICTURE_TOO_LARGE
 */
export async function cleanPng(file: Buffer): Promise<Cleaned> {
  const parts: Buffer[] = [file.subarray(0, SIGNATURE_BYTES)];
  const packed: Buffer[] = [];
  let at = SIGNATURE_BYTES;
  let expected: number | undefined;
  for (let type = ''; type !== 'IEND';) {
    if (at + 12 > file.length) throw damaged();
    const length = file.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > file.length) throw damaged();
    type = file.toString('latin1', at + 4, at + 8);
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) throw damaged();
    const data = file.subarray(at + 8, end - 4);
    if ((expected === undefined) !== (type === 'IHDR') || (type === 'IHDR' && length !== 13)) throw damaged();
    if (type === 'IHDR') expected = rawBytes(data);
    if (type === 'IDAT') packed.push(data);
    if (KEPT.has(type)) parts.push(file.subarray(at, end));
    at = end;
  }
  await checkPacked(packed, expected as number);
  return { content: Buffer.concat(parts), tail: file.subarray(at) };
}
