import type { ExportedFile } from '@gridstaff/exchange';
import { StreamableFile } from '@nestjs/common';
import type { Reply } from '../common/fastify';

/** RFC 5987: what may stand unencoded in an extended parameter. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The name for readers of RFC 6266, and one of plain letters for the others. */
export function dispositionOf(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w.-]+/g, '_').replace(/^_+(?=.)/, '');
  return `attachment; filename="${plain || 'file'}"; filename*=UTF-8''${encoded(fileName)}`;
}

/** A file as its bytes; what the audit log says of it stands in headers. */
export function fileAnswer(file: ExportedFile, reply: Reply): StreamableFile {
  void reply.header('x-rows', String(file.rows)).header('x-left-out', String(file.leftOut.length));
  void reply.header('x-sha256', file.sha256);
  const disposition = dispositionOf(file.fileName);
  return new StreamableFile(file.content, { type: file.mime, disposition, length: file.content.length });
}
