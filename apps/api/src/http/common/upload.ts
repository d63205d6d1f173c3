import { DomainError, invariant } from '@gridstaff/kernel';
import { signedInOf } from './access';
import type { ApiRequest } from './fastify';

export interface Upload {
  fileName: string;
  file: Buffer;
}

const LONGEST_NAME = 200;

/** The one file of a multipart request. Its name is a label only, never a path. @throws DomainError FILE_MISSING, FORM_MALFORMED, BODY_TOO_LARGE, UPLOADS_BUSY, UPLOAD_TOO_SLOW */
export async function readUpload(request: ApiRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new DomainError('FILE_MISSING', {}, { field: 'file' });
  const { uploads } = request;
  invariant(uploads, 'forms come with their slots');
  const { part, file } = await uploads.run(signedInOf(request).actor.personId, request.raw.socket, () => firstFile(request));
  if (!part || part.fieldname !== 'file') throw new DomainError('FILE_MISSING', {}, { field: 'file' });
  const fileName = (part.filename.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').slice(0, LONGEST_NAME);
  return { fileName: fileName || 'file', file };
}

type Part = Awaited<ReturnType<ApiRequest['file']>>;

/** The parser of forms gives limits a status; whatever else it throws says that the form itself is broken or was cut off. */
async function firstFile(request: ApiRequest): Promise<{ part: Part; file: Buffer }> {
  try {
    const part = await request.file();
    return { part, file: part ? await part.toBuffer() : Buffer.alloc(0) };
  } catch (error) {
    if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error;
    throw new DomainError('FORM_MALFORMED', {}, { field: 'file' }, [], { cause: error });
  }
}
