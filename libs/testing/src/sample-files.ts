import { crc32, deflateSync } from 'node:zlib';

/** 8 × 6 pixels, baseline. */
const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAWEAEBAQAAAAAAAAAAAAAAAAAAARP/xAAVAQEBAAAAAAAAAAAAAAAAAAADBf/EABcRAAMBAAAAAAAAAAAAAAAAAAADFFL/2gAMAwEAAhEDEQA/AI+9AWJlZFobo//Z';

/** A whole JPEG; `extra` stands right behind its beginning. */
export function sampleJpeg(extra: Buffer = Buffer.alloc(0)): Buffer {
  const file = Buffer.from(JPEG, 'base64');
  return Buffer.concat([file.subarray(0, 2), extra, file.subarray(2)]);
}

/** An application segment of a JPEG. */
export function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey PNG; `extra` chunks stand before its picture. */
export function samplePng({
  width = 3,
  height = 2,
  extra = [],
  lines = height,
}: { width?: number; height?: number; extra?: Buffer[]; lines?: number } = {}): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    ...[Buffer.from('89504e470d0a1a0a', 'hex'), pngChunk('IHDR', header), ...extra],
    ...[pngChunk('IDAT', deflateSync(Buffer.alloc(lines * (width + 1)))), pngChunk('IEND', Buffer.alloc(0))],
  ]);
}

/** One empty page; `objects` stand among its own, `text` makes it another file. */
export function samplePdf(text = '', objects: string | Buffer = ''): Buffer {
  const head = `%PDF-1.7\n% ${text}\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n`;
  const page = '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>\nendobj\n';
  const body = Buffer.concat([Buffer.from(head + page), Buffer.from(objects)]);
  const trailer = `xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.concat([body, Buffer.from(trailer)]);
}
