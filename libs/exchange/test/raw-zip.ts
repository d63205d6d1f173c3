import { crc32, deflateRawSync } from 'node:zlib';

export interface RawPart {
  name: string;
  content: string | Buffer;
  /** What the directory claims, where it lies. */
  claimedSize?: number;
}

/** A zip written by hand, so that tests can make files which no well-behaved writer makes. */
export function rawZip(parts: readonly RawPart[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.claimedSize ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('504b0304', 'hex'), common, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), common, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, entries, end]);
}

/** The smallest workbook around the `<row>` elements of one sheet. */
export function workbookParts(rows: string, options: { sheet?: string; styles?: string; shared?: string; prolog?: string } = {}): RawPart[] {
  const { sheet = 'Sheet1', prolog = '' } = options;
  const rels = '<Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/>';
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: `<workbook><sheets><sheet name="${sheet}" sheetId="1" r:id="r1"/></sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${rels}</Relationships>` },
    { name: 'xl/styles.xml', content: options.styles ?? '<styleSheet/>' },
    { name: 'xl/sharedStrings.xml', content: options.shared ?? '<sst/>' },
    { name: 'xl/worksheets/sheet1.xml', content: `<?xml version="1.0"?>${prolog}<worksheet><sheetData>${rows}</sheetData></worksheet>` },
  ];
}
