import { jpegSegment, pngChunk, samplePdf, sampleJpeg, samplePng } from '@gridstaff/testing';
import { deflateSync } from 'node:zlib';
import { rawZip, type RawPart } from '../../../test/raw-zip';
import { keptFileName } from '../file-name';
import { checkContent } from './check-content';

const TYPES = (main: string, more = ''): RawPart => ({
  name: '[Content_Types].xml',
  content: `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${main}"/>${more}</Types>`,
});
const docx = (...more: RawPart[]): RawPart[] => [
  TYPES('wordprocessingml.document.main+xml'),
  { name: 'word/document.xml', content: '<w:document/>' },
  ...more,
];
const xlsx = (...more: RawPart[]): RawPart[] => [
  TYPES('spreadsheetml.sheet.main+xml'),
  { name: 'xl/workbook.xml', content: '<workbook/>' },
  ...more,
];
const relationship = (type: string, target: string): RawPart => ({
  name: 'word/_rels/document.xml.rels',
  content: `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
});
const objectStream = (objects: string): Buffer =>
  Buffer.concat([
    Buffer.from('9 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 99>>\nstream\r\n'),
    deflateSync(Buffer.from(objects)),
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const exif = (orientation: number): Buffer => {
  const tiff = Buffer.from(
    '49492a00080000000200' + '120103000100000000000000' + '8f920200040000004e554c00' + '00000000',
    'hex',
  );
  tiff.writeUInt16LE(orientation, 18);
  return jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPS 27.88N 113.12E')]));
};

describe('what a file is', () => {
  it.each([
    ['pdf', samplePdf()],
    ['pdf', samplePdf('', objectStream('5 0 <</Type/Font>>'))],
    ['jpeg', sampleJpeg()],
    ['png', samplePng()],
    ['docx', rawZip(docx(relationship('hyperlink', 'https://example.org/')))],
    ['xlsx', rawZip(xlsx())],
  ])('takes an honest %s', async (type, file) => {
    expect((await checkContent(file)).type).toBe(type);
  });

  const hostile: [what: string, file: Buffer, code: string][] = [
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['a program', Buffer.from('MZ\x90\0\x03'), 'FILE_TYPE_REFUSED'],
    ['a program of Linux', Buffer.from('\x7fELF\x02'), 'FILE_TYPE_REFUSED'],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /'), 'FILE_TYPE_REFUSED'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'FILE_TYPE_REFUSED'],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'FILE_TYPE_REFUSED'],
    ['GIF', Buffer.from('GIF89a'), 'FILE_TYPE_REFUSED'],
    ['old Office or encrypted OOXML', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'FILE_OLD_OFFICE'],
    ['any zip', rawZip([{ name: 'a.txt', content: 'a' }]), 'FILE_TYPE_REFUSED'],
    [
      'a zip that claims to be a document',
      rawZip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<a/>' },
      ]),
      'FILE_TYPE_REFUSED',
    ],
    ['a document with macros', rawZip(docx({ name: 'word/vbaProject.bin', content: 'x' })), 'FILE_ACTIVE'],
    [
      'a document that says it has macros',
      rawZip([
        TYPES(
          'wordprocessingml.document.main+xml',
          '<Default ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
        ),
        { name: 'word/document.xml', content: '<a/>' },
      ]),
      'FILE_ACTIVE',
    ],
    ['a document with a program inside', rawZip(docx({ name: 'word/media/a.exe', content: 'MZ' })), 'FILE_ACTIVE'],
    [
      'a document with an embedded object',
      rawZip(docx({ name: 'word/embeddings/oleObject1.bin', content: 'x' })),
      'FILE_ACTIVE',
    ],
    [
      'a document that fetches its template',
      rawZip(docx(relationship('attachedTemplate', 'http://evil/t.dotm'))),
      'FILE_ACTIVE',
    ],
    [
      'a document with a document type',
      rawZip(docx({ name: 'word/styles.xml', content: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>' })),
      'FILE_ACTIVE',
    ],
    [
      'a document that unpacks to 200 MB',
      rawZip(docx({ name: 'word/big.xml', content: Buffer.alloc(20_000_000), claimedSize: 200_000_000 })),
      'FILE_TOO_DENSE',
    ],
    [
      'a workbook with links',
      rawZip(xlsx({ name: 'xl/externalLinks/externalLink1.xml', content: '<a/>' })),
      'FILE_ACTIVE',
    ],
    ['half a document', rawZip(docx()).subarray(0, 120), 'FILE_DAMAGED'],
    ['a PDF with a script', samplePdf('', '4 0 obj\n<</S/JavaScript/JS(app.alert\\(1\\))>>\nendobj\n'), 'FILE_ACTIVE'],
    [
      'a PDF whose script is written otherwise',
      samplePdf('', '4 0 obj\n<</S/J#61vaScr#69pt>>\nendobj\n'),
      'FILE_ACTIVE',
    ],
    [
      'a PDF whose script lies in an object stream',
      samplePdf('', objectStream('5 0 <</S/JavaScript>>')),
      'FILE_ACTIVE',
    ],
    ['a PDF that starts programs', samplePdf('', '4 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj\n'), 'FILE_ACTIVE'],
    ['a PDF with a file inside', samplePdf('', '4 0 obj\n<</Type/EmbeddedFile>>\nendobj\n'), 'FILE_ACTIVE'],
    ['a PDF with a password', samplePdf('', '4 0 obj\n<</Encrypt 5 0 R>>\nendobj\n'), 'FILE_ENCRYPTED'],
    ['a PDF whose objects unpack to 60 MB', samplePdf('', objectStream(' '.repeat(60_000_000))), 'FILE_TOO_DENSE'],
    [
      'a PDF whose object stream is packed oddly',
      samplePdf('', '9 0 obj\n<</Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]>>\nstream\nzz\nendstream\n'),
      'FILE_DAMAGED',
    ],
    ['half a PDF', samplePdf().subarray(0, 100), 'FILE_DAMAGED'],
    ['a PDF that is a zip too', Buffer.concat([samplePdf(), rawZip(docx())]), 'FILE_POLYGLOT'],
    [
      'a PDF with a page of HTML behind',
      Buffer.concat([samplePdf(), Buffer.from('<html><script>1</script>')]),
      'FILE_POLYGLOT',
    ],
    ['a JPEG that is a zip too', Buffer.concat([sampleJpeg(), rawZip(docx())]), 'FILE_POLYGLOT'],
    ['a JPEG with a program behind', Buffer.concat([sampleJpeg(), Buffer.from('MZ\x90')]), 'FILE_POLYGLOT'],
    ['half a JPEG', sampleJpeg().subarray(0, 200), 'FILE_DAMAGED'],
    ['a JPEG in name alone', Buffer.from('ffd8ffe0<script>', 'latin1'), 'FILE_TYPE_REFUSED'],
    [
      'a JPEG head before HTML',
      Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.from('<script>alert(1)</script>')]),
      'FILE_DAMAGED',
    ],
    ['a PNG whose picture is short', samplePng({ lines: 1 }), 'FILE_DAMAGED'],
    ['a PNG whose picture is long', samplePng({ lines: 5000 }), 'FILE_DAMAGED'],
    ['a PNG of a billion pixels', samplePng({ width: 40_000, height: 40_000, lines: 1 }), 'PICTURE_TOO_LARGE'],
    [
      'a PNG with a wrong sum',
      Buffer.concat([samplePng().subarray(0, -5), Buffer.from('00000', 'latin1')]),
      'FILE_DAMAGED',
    ],
    [
      'a PNG with a script behind',
      Buffer.concat([samplePng(), Buffer.from('<script>alert(1)</script>')]),
      'FILE_POLYGLOT',
    ],
  ];
  it.each(hostile)('refuses %s', async (_, file, code) => {
    await expect(checkContent(file)).rejects.toMatchObject({ code });
  });

  it('keeps of a JPEG which way is up, and nothing of place, camera, comment and what hangs behind', async () => {
    const given = Buffer.concat([
      sampleJpeg(Buffer.concat([exif(6), jpegSegment(0xfe, Buffer.from('张三的手机'))])),
      Buffer.from('motion photo of the camera'),
    ]);
    const { content } = await checkContent(given);
    for (const trace of ['GPS', '张三', 'motion', 'NUL\0']) expect(content.includes(trace)).toBe(false);
    expect(content.includes('Exif')).toBe(true);
    expect((await checkContent(content)).content.equals(content)).toBe(true);
    expect(content.readUInt16BE(2 + 4 + 6 + 18)).toBe(6);
    expect((await checkContent(sampleJpeg(exif(1)))).content.includes('Exif')).toBe(false);
  });

  it('keeps of a PNG the picture alone', async () => {
    const extra = [
      pngChunk('tEXt', Buffer.from('Author\0李四')),
      pngChunk('eXIf', Buffer.from('GPS')),
      pngChunk('pHYs', Buffer.alloc(9)),
    ];
    const { content } = await checkContent(samplePng({ extra }));
    expect(content.equals(samplePng({ extra: extra.slice(2) }))).toBe(true);
  });

  it('takes a name as a label with the ending of what the file is (S41)', () => {
    const names: [string, string][] = [
      ['../../etc/身份证.exe', '身份证.pdf'],
      ['C:\\temp\\a.PDF', 'a.pdf'],
      ['a\r\nX-Evil: y.pdf', 'aX-Evil y.pdf'],
      ['\u202egpj.合同.pdf', 'gpj.合同.pdf'],
      ['.htaccess', 'htaccess.pdf'],
      ['', 'file.pdf'],
      ['长'.repeat(400), `${'长'.repeat(116)}.pdf`],
    ];
    for (const [given, clean] of names) expect([given, keptFileName(given, 'pdf')]).toEqual([given, clean]);
  });
});
