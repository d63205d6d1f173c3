import { DomainError } from '@gridstaff/kernel';
import { checkPixels, type Cleaned } from './image';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
/** What a picture is decoded from: quantisation, Huffman and arithmetic tables, restart interval, number of lines, hierarchy. */
const TABLES = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd, 0xde, 0xdf]);
/** Start-of-frame markers: C0…CF but the three that are none. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** JFIF's header without its thumbnail: signature, version, unit, densities. */
const JFIF_BYTES = 14;

const damaged = (): DomainError => new DomainError('FILE_DAMAGED', {}, { field: 'file' });

interface Segment {
  marker: number;
  /** Payload behind the length. */
  data: Buffer;
  /** Behind the segment. */
  end: number;
}

function segmentAt(file: Buffer, start: number): Segment {
  let at = start;
  if (file[at] !== 0xff) throw damaged();
  while (file[at] === 0xff) at += 1;
  const marker = file[at];
  if (marker === undefined || marker === 0) throw damaged();
  if (marker === EOI) return { marker, data: Buffer.alloc(0), end: at + 1 };
  if (marker === SOI || (marker >= 0xd0 && marker <= 0xd7) || at + 3 > file.length) throw damaged();
  const length = file.readUInt16BE(at + 1);
  const end = at + 1 + length;
  if (length < 2 || end > file.length) throw damaged();
  return { marker, data: file.subarray(at + 3, end), end };
}

/** The first marker behind entropy-coded data that neither stuffs a byte nor restarts. */
function endOfScan(file: Buffer, start: number): number {
  let at = file.indexOf(0xff, start);
  for (; at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] as number;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw damaged();
}

/** EXIF's orientation, 1 (upright) where none is said. */
function orientationOf(data: Buffer): number {
  if (data.toString('latin1', 0, 6) !== 'Exif\0\0' || data.length < 16) return 1;
  const tiff = data.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const u32 = (at: number): number =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const directory = u32(4);
  for (let i = 0; i < Math.min(u16(directory), 200); i++) {
    const entry = directory + 2 + i * 12;
    if (u16(entry) === 0x0112) return u16(entry + 8);
  }
  return 1;
}

/** An EXIF segment that holds nothing but the orientation. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a000000080001011200030000000100000000' + '00000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const data = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return segment(APP1, data);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** What of a segment stays: what the picture is decoded from, its colours, and which way is up. */
function kept({ marker, data }: Segment): Buffer | undefined {
  const says = (text: string): boolean => data.toString('latin1', 0, text.length) === text;
  if (isFrame(marker) || TABLES.has(marker)) return segment(marker, data);
  if (marker === APP0 && says('JFIF\0') && data.length >= JFIF_BYTES)
    return segment(APP0, Buffer.concat([data.subarray(0, 12), Buffer.from([0, 0])]));
  if (marker === APP2 && says('ICC_PROFILE\0')) return segment(marker, data);
  if (marker === APP14 && says('Adobe')) return segment(marker, data);
  if (marker !== APP1) return undefined;
  const orientation = orientationOf(data);
  return orientation >= 2 && orientation <= 8 ? orientationSegment(orientation) : undefined;
}

/**
 * The picture without place, camera, comments and thumbnails: only the segments needed to show it are taken over, and nothing behind its end.
 * @throws DomainError FILE_DAMAGED, PICTURE_TOO_LARGE
 */
export function cleanJpeg(file: Buffer): Cleaned {
  const parts: Buffer[] = [Buffer.from([0xff, SOI])];
  let at = 2;
  let [frames, scans] = [0, 0];
  for (;;) {
    const found = segmentAt(file, at);
    at = found.end;
    if (found.marker === EOI) break;
    if (isFrame(found.marker)) {
      if (found.data.length < 6) throw damaged();
      frames += 1;
      checkPixels(found.data.readUInt16BE(3), found.data.readUInt16BE(1));
    }
    if (found.marker === SOS) {
      if (frames === 0) throw damaged();
      scans += 1;
      const end = endOfScan(file, at);
      parts.push(segment(SOS, found.data), file.subarray(at, end));
      at = end;
      continue;
    }
    const stays = kept(found);
    if (stays) parts.push(stays);
  }
  if (frames !== 1 || scans === 0) throw damaged();
  parts.push(Buffer.from([0xff, EOI]));
  return { content: Buffer.concat(parts), tail: file.subarray(at) };
}
