import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const SHANGHAI_MS = 8 * 3_600_000;

/** Date and time of a zip entry: two fields of 16 bits, Shanghai civil time, 2-second steps, not before 1980. */
function dosTime(at: Date): { time: number; date: number } {
  const local = new Date(Math.max(at.getTime() + SHANGHAI_MS, Date.UTC(1980, 0, 1)));
  return {
    time: (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1),
    date: ((local.getUTCFullYear() - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate(),
  };
}

/**
 * Sets the dates of all entries of a zip in place, so that the same content gives the same bytes. For files this program wrote itself:
 * no comment behind the directory, no zip64.
 */
export function freezeZip(file: Buffer, at: Date): Buffer {
  const { time, date } = dosTime(at);
  const end = file.length - END_BYTES;
  if (end < 0 || file.readUInt32LE(end) !== END) throw new Error('not a plain zip');
  const stampAt = (offset: number): void => {
    file.writeUInt16LE(time, offset);
    file.writeUInt16LE(date, offset + 2);
  };
  let entry = file.readUInt32LE(end + 16);
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    if (file.readUInt32LE(entry) !== CENTRAL) throw new Error('not a plain zip');
    stampAt(entry + 12);
    stampAt(file.readUInt32LE(entry + 42) + 10);
    entry += 46 + file.readUInt16LE(entry + 28) + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32);
  }
  return file;
}

export interface ZipEntry {
  name: string;
  content: Buffer;
}

/** A few finished files in one zip; names are UTF-8. */
export function zipOf(entries: readonly ZipEntry[], at: Date): Buffer {
  const { time, date } = dosTime(at);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content);
    const bytes = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(time, 6);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(bytes.length, 22);
    parts.push(signature(LOCAL), common, bytes, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(signature(CENTRAL), Buffer.from([20, 0]), common, tail, bytes);
    offset += 30 + bytes.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
