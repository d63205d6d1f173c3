import type { OpenedFile } from '@gridstaff/exchange';
import type { DocumentView } from '@gridstaff/roster';
import { StreamableFile } from '@nestjs/common';
import type { Reply } from '../common/fastify';
import { isoInstant } from '../common/view';
import { dispositionOf } from '../exports/file-answer';

export const documentsView = (documents: readonly DocumentView[]): object => ({
  documents: documents.map(({ recordedAt, withdrawnAt, erasedAt, ...document }) => ({
    ...document,
    ...{ recordedAt: isoInstant(recordedAt), withdrawnAt: isoInstant(withdrawnAt), erasedAt: isoInstant(erasedAt) },
  })),
});

/** Whatever a browser makes of it, it runs nothing: its own type, no guessing, no page around it. */
export function openedFile({ fileName, mime, content, sha256 }: OpenedFile, reply: Reply): StreamableFile {
  void reply
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff');
  void reply.header('cross-origin-resource-policy', 'same-origin').header('x-sha256', sha256);
  return new StreamableFile(content, { type: mime, disposition: dispositionOf(fileName), length: content.length });
}
